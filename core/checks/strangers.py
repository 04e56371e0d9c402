"""Family S, ninth part: names of other units where the report's own belongs (domain.md S03, S04)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from core.checks.cities import CITIES
from core.checks.passages import WRITTEN, Passage, by_sentence, of_words, passages, short, told, unquoted
from core.checks.register import Judgement, check
from core.cover import likely_org_type
from core.finding import Severity
from core.report import OrgType, Report

_PLACE = re.compile(r"[一-龥]{2,8}?(?:自治县|自治旗|县|市|区|旗)")
_COMPILER = re.compile(
    r"由(?P<words>[一-龥]{2,30}?(?:局|厅|委员会|镇人民政府|乡人民政府|街道办事处|县人民政府|市人民政府))(?:办公室|办公厅)?(?:负责)?编制"
)
_QUOTED_UNIT = re.compile(
    r"《(?P<words>[一-龥]{3,40}?)(?:关于)?\s*20\d{2}\s*年?度?(?:年)?政府信息公开(?:工作)?(?:的)?年度报告"
)
_PUBLISHED = re.compile(
    r"(?:公布|发布|公开|编制)(?P<words>(?![我本全该各])[一-龥]{3,24}?)(?=\s*20\d{2}\s*年?度?(?:政府信息公开|政务公开))"
)
_CONTACT = re.compile(
    r"(?:与|向|致电)(?P<words>(?![我本全该各])[一-龥]{3,24}?(?:局|厅|委员会|人民政府|办事处|镇|乡))"
    r"(?=办公室|党政|政务|综合|法[规制]|信息公|秘书|（|联系)[一-龥]{0,14}?(?:（[^（）]{0,80}）)?联系"
)
_SITE = re.compile(
    r"(?:在|从|到|登录|访问)(?P<words>(?![我本全该各])[一-龥]{3,24}?(?:局|厅|委员会|县|市|区|镇|乡))(?:人民政府|政府)?(?:门户)?网站?"
)
_OFFICE = re.compile(r"(?:人民政府|政府|办事处)?(?:政务公开)?(?:办公室|办公厅)?$")
_KINDS = ("自治县", "县", "市", "区", "旗", "镇", "乡", "街道", "局", "厅", "委员会")
_ACTS = (
    r"(?:高度重视|认真(?:贯彻|落实|学习|组织)|严格(?:按照|落实|执行)|始终坚持|深入(?:贯彻|学习)|紧紧围绕|牢牢把握"
    r"|(?:全年)?共?(?:未)?收到|全年|主动公开|积极(?:推进|贯彻))"
)
_CITY = "|".join(sorted(CITIES, key=len, reverse=True))
_SLOGAN = re.compile(
    rf"(?:大美|美丽|幸福|平安|法治|数字|活力|魅力|智慧|诚信|健康|文明|和谐|现代化|新时代|新)(?P<a>{_CITY})(?:市)?"
    r"(?:现代化|建设|高质量|发展|篇章|实践|新篇章|新局面|新实践)"
    rf"|(?<![一-龥])(?P<b>{_CITY})市(?:人民政府|政府|委)?(?:20\d{{2}}年|{_ACTS})"
    rf"|(?:谱写|推动|推进|助力|加快|建设|为)(?P<c>{_CITY})(?:市)?(?:现代化|高质量|经济社会|新篇章|新实践|发展)"
    rf"|(?:提升|打造|展示|讲好|擦亮)(?P<d>{_CITY})(?:市)?(?:知名度|形象|品牌|名片|样板|故事|特色)"
)
_LEAD = r"(?:\d[.．、])?[\s（(一二三四五六七八九十）)、.]*(?:20\d{2}\s*年度?[，,]?\s*|本年度?[，,]?\s*|一年来[，,])?"
_BEFORE = rf"(?:^|[，,]){_LEAD}"
_FIRST = rf"^{_LEAD}"
_OPENS = (
    r"(?:紧盯|紧扣|着力|大力|积极|按照|始终|坚持|以|在|深入|围绕|结合|通过|全面|切实|持续|不断|扎实|聚焦|立足|依托|根据|没有收|未收|认真|严格"
    r"|高度)"
)
_PLACE_NAMED = r"(?P<name>[一-龥]{2,3})(?P<kind>县|镇|乡|街道)(?:人民政府|政府|党委|办事处|党工委)?"
_BUREAU_NAMED = (
    r"(?:(?P<place>[一-龥]{2,6}?[县市区旗])|[省市县区州盟旗])?(?P<name>[一-龥]{2,10}(?:局|健康委|改革委|建设委))"
)
_OTHER_PLACE = (
    re.compile(rf"{_BEFORE}{_PLACE_NAMED}(?:\s*20\d{{2}}\s*年，?|{_ACTS})"),
    re.compile(rf"{_FIRST}{_PLACE_NAMED}{_OPENS}"),
)
_OTHER_BUREAU = (
    re.compile(rf"{_BEFORE}{_BUREAU_NAMED}(?:\s*20\d{{2}}\s*年，?|{_ACTS})"),
    re.compile(rf"{_FIRST}{_BUREAU_NAMED}{_OPENS}"),
)
_RENOWNED = re.compile(r"(?:提升|提高|扩大|打响)(?P<name>[一-龥]{2})(?:县|市|区)?(?:知名度|美誉度)")
_NO_PLACE = re.compile(
    "企业|品牌|城市|产品|景区|旅游|社会|区域|地方|网站|栏目|平台|对外|文化|产业|特产|乡村|县域|自身|整体|服务|政务|专栏|媒体|活动|政策|工作"
    "|群众|公众|居民|行业|队伍|信息|公开|街道|社区|农业|园区|本地|当地|家乡|城镇|[我全本该其各的][县市区镇]?"
)
_NO_NAME = re.compile(r"特色|中心|重点|建制|[我全各本该乡城村集古县区市个一二三四五六七八九十两多某辖属等和及与]")


@check("S03", Severity.ERROR, "标题、前言、落款的单位名称应一致")
@of_words
def one_name_throughout(report: Report) -> Judgement:
    """domain.md S03: title, preamble and signature name the same unit, in full or shortened.

    No lawful report breaks this: two counties, cities or towns of different names are not one unit. Two names of one
    place may be those of one organ (a warning).
    """
    for key, passage in _names_given(report):
        fault = _unlike(report.unit, passage.words)
        if fault is not None:
            fault = Severity.WARNING if passage.note else fault
            where = "前言" if key == "preamble" else "落款"
            words = f"单位名称不一致：标题或封面“{short(report.unit)}”，{where}“{short(passage.words)}”。"
            yield told("S03", fault, words, key, passage)


def _names_given(report: Report) -> Iterator[tuple[str, Passage]]:
    """Yield the names that the preamble and the signature give the unit; where one may ask is told with a note."""
    for passage in _named_in_preamble(report.text("preamble")):
        yield "preamble", passage
    signature = report.text("signature").split("\n", 1)[0]
    if not re.search(r"\d|[。，：:]", signature) and len(signature) <= 40:
        yield "signature", Passage(0, signature)


@lru_cache(maxsize=16)
def _named_in_preamble(preamble: str) -> tuple[Passage, ...]:
    found: dict[int, Passage] = {}
    for pattern, note in ((_COMPILER, ""), (_QUOTED_UNIT, ""), (_PUBLISHED, "名"), (_CONTACT, "问"), (_SITE, "网")):
        for match in pattern.finditer(preamble):
            found.setdefault(match.start("words"), Passage(match.start("words"), match["words"], None, note))
    return tuple(found.values())


@lru_cache(maxsize=64)
def _unlike(one: str, other: str) -> Severity | None:
    """Return how surely two names are of two units; None where one may be the other's short form."""
    a, b = (_OFFICE.sub("", "".join(name.split()), count=1) for name in (one, other))
    kinds = [next((kind for kind in _KINDS if name.endswith(kind)), "") for name in (a, b)]
    if not a or not b or kinds[0] != kinds[1] or not kinds[0] or _within(a, b) or _within(b, a):
        return None
    places = [match.group() for match in map(_PLACE.match, (a, b)) if match]
    if len(places) < 2 or places[0] == places[1]:
        return Severity.WARNING
    if places[0][:-1] in b or places[1][:-1] in a:
        return None  # a branch of the city's organ in the county
    return Severity.ERROR if places[0][-1] == places[1][-1] else Severity.WARNING


def _within(short_name: str, name: str) -> bool:
    """Whether all characters of a short form stand in a name, in this order."""
    rest = iter(name)
    return all(sign in rest for sign in short_name)


@check("S04", Severity.WARNING, "文中不应留有其他单位的名称，看是不是套用了别家稿件")
@of_words
def no_other_unit_is_the_subject(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号（四）: reports are not copied; another unit's name may be left over from its report."""
    if not report.unit:
        return
    own = report.unit + report.headings.get("title", "") + report.text("signature") + report.text("preamble")
    whole = "".join(report.text(key) for key in WRITTEN)
    for key, passage in passages(report, _strangers, WRITTEN):
        if _is_strange(passage, own, whole, report):
            words = f"文中出现“{short(passage.words)}”，是否为套用其他单位稿件时漏改？"
            yield told("S04", Severity.WARNING, words, key, passage)
    for key, passage in passages(report, _renowned, WRITTEN):
        if passage.words not in own and whole.count(passage.words) == 1 and passage.words not in CITIES:
            words = f"文中出现“{passage.words}”，不是本单位的名称，是否为套用其他单位稿件时漏改？"
            yield told("S04", Severity.HINT, words, key, passage)


def _is_strange(passage: Passage, own: str, whole: str, report: Report) -> bool:
    name = passage.note
    if name in CITIES:
        if name in own:
            return False
        return (
            any(city in report.unit for city in CITIES) or whole.count(name) == 1
        )  # a parent city comes more than once
    if _PLACE.fullmatch(name) and passage.words != name:
        return _is_namesake(name, passage.words, own, report.unit)
    if name[-1] in "局委":
        known = name in own or _within(name, report.unit) or _within(report.unit[-len(name) :], name)
        return report.unit[-1:] in "局委" and not known
    kind = (report.org_type or likely_org_type(report.unit)) or OrgType.OTHER
    stem = name.removesuffix("街道") if name.endswith("街道") else name[:-1]
    return name[-1] in _level(report.unit, kind) and stem not in own and whole.count(name) < 3


def _is_namesake(place: str, bureau: str, own: str, unit: str) -> bool:
    """Whether a bureau is the one of the same name in another place of the same kind: 乙县林业局 beside 甲县林业局."""
    home = _PLACE.match(unit)
    kind = bureau.removeprefix(place)
    return home is not None and unit == home.group() + kind and home.group()[-1] == place[-1] and place not in own


def _level(unit: str, kind: OrgType) -> str:
    """Return the kind of place that the unit is or belongs to: only another one of the same kind can be a slip."""
    if kind is OrgType.TOWNSHIP:
        return "镇乡道"
    return "县" if "县" in unit else ""


def _strangers(text: str) -> tuple[Passage, ...]:
    return _named(unquoted(text))


@by_sentence
def _named(text: str) -> Iterator[Passage]:
    """Yield the names of places and bureaus that stand as the subject of the report's own work."""
    for match in _SLOGAN.finditer(text):
        yield Passage(match.start(), match.group(), note=next(filter(None, match.groups())))
    place, bureau = _first(_OTHER_PLACE, text), _first(_OTHER_BUREAU, text)
    if place and not _NO_NAME.search(place["name"]):
        words = place["name"] + place["kind"]
        yield Passage(place.start("name"), words, note=words)
    if bureau and not _NO_NAME.search(bureau["name"]):
        yield Passage(bureau.start("name"), bureau["name"], note=bureau["name"])
    if bureau and bureau["place"]:
        yield Passage(bureau.start("place"), bureau["place"] + bureau["name"], note=bureau["place"])


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := pattern.search(text))), None)


@lru_cache(maxsize=32)
def _renowned(text: str) -> tuple[Passage, ...]:
    """Return the places whose renown grew: 提升青禾知名度."""
    found = _RENOWNED.finditer(text) if "名度" in text or "誉度" in text else ()
    return tuple(Passage(each.start("name"), each["name"]) for each in found if not _NO_PLACE.match(each["name"]))

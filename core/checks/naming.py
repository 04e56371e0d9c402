"""Family S, third part: the title, and the names by which the report calls its unit and others."""

import re
from collections.abc import Iterator
from functools import lru_cache

from core.checks.cities import CITIES
from core.checks.dates import own_year
from core.checks.passages import WRITTEN, Passage, by_sentence, of_words, passages, short, told, unquoted
from core.checks.register import Judgement, check
from core.checks.structure import is_whole
from core.cover import likely_org_type
from core.finding import Finding, Severity
from core.report import OrgType, Report

_TITLE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年?")
_FIXED = re.compile(r"政府信息公开(?:工作)?(?:的)?(?:情况)?年度(?:工作)?报告")
_RIGHT = "政府信息公开工作年度报告"
_PLACE = re.compile(r"[一-龥]{2,8}?(?:自治县|自治旗|县|市|区|旗)")
_COMPILER = re.compile(
    r"由(?P<words>[一-龥]{2,30}?(?:局|厅|委员会|镇人民政府|乡人民政府|街道办事处|县人民政府|市人民政府))(?:负责)?编制"
)
_QUOTED_UNIT = re.compile(
    r"《(?P<words>[一-龥]{3,40}?)(?:关于)?\s*20\d{2}\s*年?度?(?:年)?政府信息公开(?:工作)?(?:的)?年度报告"
)
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
_BEFORE = r"(?:^|[，,])[\s（(一二三四五六七八九十）)、.]*(?:20\d{2}\s*年度?[，,]?\s*|一年来[，,])?"
_OTHER_PLACE = re.compile(
    rf"{_BEFORE}(?P<name>[一-龥]{{2,3}})(?P<kind>县|镇|乡)(?:人民政府|政府|党委)?(?:\s*20\d{{2}}\s*年，?|{_ACTS})"
)
_OTHER_BUREAU = re.compile(
    rf"{_BEFORE}(?:[一-龥]{{2,6}}?[县市区旗])?(?P<name>[一-龥]{{2,10}}局)(?:\s*20\d{{2}}\s*年，?|{_ACTS})"
)
_NO_NAME = re.compile(r"[我全各本该乡城村集古县区市个一二三四五六七八九十两多某辖属等和及与]")
_SELVES = re.compile(
    r"(?<!自)(?P<words>[我本]局(?![面部域限势长])|[我本]镇(?![定静])|[我本]乡(?!镇|村|土)|[我本]街道?(?=办|工|党|20|全|在|的|认|积|严|高)|我委(?![托派任屈员])|[我本]厅|我县(?=政府|人民政府))"
)
_FITTING: dict[OrgType, str] = {
    OrgType.TOWNSHIP: "镇乡街道县",
    OrgType.GOVERNMENT: "县",
    OrgType.DEPARTMENT: "局委厅县",
}


@check("S01", Severity.ERROR, "标题中的年份应是报告年度")
@of_words
def the_title_names_the_year(report: Report) -> Judgement:
    """domain.md S01, A.4: the title names the year that the report is of.

    No lawful report breaks this: it differs from the year whose numbers the report itself says to give.
    """
    titles, year = report.headings.get("title", ""), own_year(report)
    if not titles:
        if is_whole(report):
            yield Finding(
                "S01", Severity.WARNING, "没有找到标题（年份和“政府信息公开工作年度报告”），请补上。", section="title"
            )
        return
    if not _TITLE_YEAR.search(titles):
        yield told("S01", Severity.WARNING, "标题里没有年份，请补上。", "title", Passage(0, titles))
    for match in _TITLE_YEAR.finditer(titles):
        if year is not None and int(match[1]) != year and report.year in {year, int(match[1])}:
            mend = Passage(match.start(), match.group(), match.group().replace(match[1], str(year)))
            words = f"标题中的年份是 {match[1]}，本报告是 {year} 年度，请改正。"
            yield told("S01", Severity.ERROR, words, "title", mend)


@check("S02", Severity.WARNING, "标题应写“××××年政府信息公开工作年度报告”")
@of_words
def the_title_has_the_national_wording(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, domain.md A.4: 政府信息公开工作年度报告."""
    for line in (report.title or report.headings.get("title", "")).splitlines():
        bare = re.sub(r"\s+", "", line)
        match = _FIXED.search(bare)
        if match is None or not (match.group() != _RIGHT or len(_TITLE_YEAR.findall(bare)) > 1):
            continue
        start = line.find(match.group())
        words = f"标题建议用“{report.standard_title}”，现为“{short(line)}”。"
        if start >= 0 and match.group() != _RIGHT:
            yield told("S02", Severity.WARNING, words, "title", Passage(start, match.group(), _RIGHT))
        else:
            yield told("S02", Severity.WARNING, words, "title", Passage(0, line))
        return  # cover and title are worded alike: once is enough


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
            where = "前言" if key == "preamble" else "落款"
            words = f"单位名称不一致：标题或封面“{short(report.unit)}”，{where}“{short(passage.words)}”。"
            yield told("S03", fault, words, key, passage)


def _names_given(report: Report) -> Iterator[tuple[str, Passage]]:
    preamble = report.text("preamble")
    for pattern in (_COMPILER, _QUOTED_UNIT):
        for match in pattern.finditer(preamble):
            yield "preamble", Passage(match.start("words"), match["words"])
    signature = report.text("signature").split("\n", 1)[0]
    if not re.search(r"\d|[。，：:]", signature) and len(signature) <= 40:
        yield "signature", Passage(0, signature)


@lru_cache(maxsize=64)
def _unlike(one: str, other: str) -> Severity | None:
    """Return how surely two names are of two units; None where one may be the other's short form."""
    a, b = (re.sub(r"人民政府$|政府$|办事处$|\s+", "", name) for name in (one, other))
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
        if _is_strange(passage.note, own, whole, report):
            words = f"文中出现“{short(passage.words)}”，是否为套用其他单位稿件时漏改？"
            yield told("S04", Severity.WARNING, words, key, passage)


def _is_strange(name: str, own: str, whole: str, report: Report) -> bool:
    if name in CITIES:
        if name in own:
            return False
        return (
            any(city in report.unit for city in CITIES) or whole.count(name) == 1
        )  # a parent city comes more than once
    if name[-1] == "局":
        return report.unit.endswith("局") and not _within(name, own) and not _within(report.unit[-len(name) :], name)
    kind = (report.org_type or likely_org_type(report.unit)) or OrgType.OTHER
    return name[-1] in _level(report.unit, kind) and name[:-1] not in own and whole.count(name) < 3


def _level(unit: str, kind: OrgType) -> str:
    """Return the kind of place that the unit is or belongs to: only another one of the same kind can be a slip."""
    if kind is OrgType.TOWNSHIP:
        return "镇乡"
    return "县" if "县" in unit else ""


def _strangers(text: str) -> tuple[Passage, ...]:
    return _named(unquoted(text))


@by_sentence
def _named(text: str) -> Iterator[Passage]:
    """Yield the names of places and bureaus that stand as the subject of the report's own work."""
    for match in _SLOGAN.finditer(text):
        yield Passage(match.start(), match.group(), note=next(filter(None, match.groups())))
    place, bureau = _OTHER_PLACE.search(text), _OTHER_BUREAU.search(text)
    if place and not _NO_NAME.search(place["name"]):
        words = place["name"] + place["kind"]
        yield Passage(place.start("name"), words, note=words)
    if bureau and not _NO_NAME.search(bureau["name"]):
        yield Passage(bureau.start("name"), bureau["name"], note=bureau["name"])


@check("S05", Severity.WARNING, "“我局”“我县”等自称，应与单位类型相符")
@of_words
def the_unit_calls_itself_what_it_is(report: Report) -> Judgement:
    """domain.md S05: a town does not call itself 我局; 我局 beside 本局 is mixed (a hint)."""
    kind = report.org_type or likely_org_type(report.unit)
    fitting = _fitting(kind, report.unit)
    seen: dict[str, tuple[str, Passage]] = {}
    for key, passage in passages(report, _selves, WRITTEN):
        seen.setdefault(passage.words, (key, passage))
    for called, (key, passage) in seen.items():
        if fitting and called[-1] not in fitting:
            words = f"“{called}”与单位名称“{short(report.unit)}”不符，请核对。"
            yield told("S05", Severity.WARNING, words, key, passage)
    if {"我局", "本局"} <= seen.keys():
        key, passage = seen["本局"]
        mend = Passage(passage.start, passage.words, "我局")
        yield told("S05", Severity.HINT, "文中“我局”和“本局”混用，建议统一为“我局”。", key, mend)


def _fitting(kind: OrgType | None, unit: str) -> str:
    """Return the endings of what a unit may call itself; nothing where its name does not tell."""
    if kind is OrgType.DEPARTMENT and unit.endswith("局"):
        return "局县"
    return "" if kind is None else _FITTING.get(kind, "")


def _selves(text: str) -> tuple[Passage, ...]:
    return _called(unquoted(text))


@by_sentence
def _called(text: str) -> Iterator[Passage]:
    return (Passage(match.start(), match["words"]) for match in _SELVES.finditer(text))

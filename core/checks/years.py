"""Family S, eighth part: years in the texts that are not those of the report (domain.md S18)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial

from core.checks.dates import own_year
from core.checks.passages import Passage, by_line, of_words, passages, sentences, short, told, unquoted
from core.checks.register import Judgement, check
from core.finding import Finding, Severity
from core.report import Report

_KEYS = ("preamble", "s1", "s2", "s3", "s4", "s5", "s6")
_PLANNING = frozenset({"s5", "s6"})
_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*年")
_OPENING = re.compile(
    r"(?:^|[，,：:）)。])\s*(?:(?:在|到|截至|截止|截止到)\s*)?(?P<words>(?P<year>20\d{2})\s*年)"
    r"(?P<rest>(?:度|[底末])?[，,]|\s*\d{1,2}\s*月"
    r"|度?\s*(?![以起前间版级至到—\-－初底末])[一-龥](?![^，。；：\n]{0,10}的))"
)
_AMID = re.compile(
    r"(?:我[县市区镇乡局办委厅院旗]|我街道|我中心|我单位|行政机关|本[局单]位?|全[县市区镇乡局]|截至|截止|[县市区旗镇乡局委厅办府](?=20\d{2}\s*年度?\s*(?:共|累计|收到|未|没有|主动公开|全年)))"
    r"\s*(?P<words>(?P<year>20\d{2})\s*年)(?P<rest>)(?!以来|起|前|之前)"
)
_JUDGED = re.compile(
    r"20\d{2}\s*年度?[^，。；\n]{0,16}(?:考核|考评|评估|测评|评比|评选|排名)[^，。；\n]{0,4}(?:中|里|结果|排名|成绩|名列|位居|位列|第|获|被)"
)
"""A judgement on a year is passed in the next: 2024年度考核中名列第2."""

_PROBLEMS = re.compile(
    r"^\s*(?P<words>(?P<year>20\d{2})\s*年)度?(?:政府信息公开工作)?(?:存在|主要存在)的?(?:主要)?(?:问题|不足)"
)
_KEY_POINTS = re.compile(r"(?P<words>(?P<year>20\d{2})\s*年)度?[^，。；《》\n]{0,12}政务公开工作要点")
_OTHER_TIME = re.compile(
    r"上一?年|去年|往年|同比|环比|较|相比|比20|同期|结转|以来|历年|至今|自20|从20|预算|决算|引发|施行|颁布|公布|修订|印发|规划"
    r"|成立|启动|起实施|评为|荣获|获评|获得|分别|连续|制定的|出台的|发布的|签订的|部署的|要点|(?<!收费)(?<!缴费)通知|意见|方案|办法|报告"
)
_LONGER_TIME = re.compile(r"往年|同期|以来|历年|至今|自20|从20|比20|较20|连续|分别|今年")
_FIRST_CLAUSE = re.compile(r"20\d{2}\s*年[^，,：:]{0,3}(?:[，,：:]\s*)?[^，,：:]*")
_PLANS = re.compile(r"将|下一步|下一?年|明年|计划|拟|力争|打算|措施|目标|规划")
_TO_COME = re.compile(
    r"(?P<words>(?P<year>20\d{2})\s*年)度?[，,]?\s*[^，。；\n]{0,14}?将(?:继续|进一步|从|围绕|着力|着重|着眼|不断|持续|更加"
    r"|加大|加强|认真|严格|坚持|深入|按照|重点(?!领域|信息)|采取|努力|积极|结合|抓好|做好|细化|推进|完善|健全)"
    r"(?![^。；\n]{0,30}(?:作为|纳入|列入|摆[上在]|放在|视为|当作))"
)
_PLANNED = re.compile(r"(?P<words>(?P<year>20\d{2})\s*年)度?(?:下一步)?(?:重点)?工作(?:打算|计划|思路|安排)")
_FORWARD = re.compile(
    r"(?<!年度)(?<!年)结转(?:至|到|入)?\s*(?P<words>(?P<year>20\d{2})\s*年)\s*度?(?:(?:继续)?(?:办理|处理|答复)|(?=\d{1,6}\s*[件宗]))"
)
_CARRIED_IN = re.compile(
    r"(?:加上?|连同|含|另有|包括|[，、（])\s*(?P<words>(?P<year>20\d{2})\s*年)度?结转的?(?=\d{1,6}\s*[件宗])"
)
_LAST_YEAR = re.compile(r"(?P<words>去年|上一?年度?)(?=[，,]?\s*(?:全年|共|累计|未|没有|我[局镇县市乡区办委]))")
_BEFORE_LAST_YEAR = tuple("，,：:）)。；\n")
_COMPARED = re.compile(
    r"今年|本年|当年|20\d{2}\s*年|相比|较|比|同期|增|减|下降|上升|问题|整改|指出|反馈|结转|遗留|为[零0]"
)
_END = re.compile(r"[。；\n]")
_OWN_REPORT = re.compile(
    r"(?P<words>(?P<year>20\d{2})\s*年)\s*度?\s*政府信息公开(?:工作)?(?:的)?(?:情况)?(?:年度)?报告"
)
_SAME_YEAR = re.compile(r"(?P<words>(?P<year>20\d{2})\s*年)[^。；\n\d]{0,24}\d{1,7}[件宗条][，,][较比](?P=year)\s*年")


@check("S18", Severity.WARNING, "文中写的应是报告年度的事，不应留有去年的年份")
@of_words
def facts_are_of_the_year(report: Report) -> Judgement:
    """domain.md S18: what the report tells happened in its year; another may be left over from last year's text."""
    year = own_year(report)
    if year is None:
        return
    for key in _KEYS:
        yield from _left_over(report, key, year)
    for passage in _named_reports(report.text("preamble")):
        if passage.note != str(year):
            words = f"前言里的报告名称写的是 {passage.note} 年，本报告年度为 {year}，请核对。"
            mend = Passage(passage.start, passage.words, f"{year}年")
            yield told("S18", Severity.WARNING, words, "preamble", mend)


def _left_over(report: Report, key: str, year: int) -> Iterator[Finding]:
    yield from _facts(report, key, year)
    for passage in _key_points(report.text(key)):
        if passage.note == str(year - 1):
            words = f"文中写“{short(passage.words)}政务公开工作要点”，本报告年度为 {year}，请核对。"
            yield told("S18", Severity.HINT, words, key, passage)
    yield from _carried_over(report, key, year)
    yield from _of_the_year_before(report, key, year)
    if key in _PLANNING:
        yield from _plans(report, key, year)
    if key != "s5":
        for _, passage in passages(report, _of_last_year, (key,)):
            words = f"文中写“{short(passage.words)}”，本报告写的是 {year} 年的情况，是否为上年稿件残留？"
            yield told("S18", Severity.WARNING, words, key, passage)


def _of_the_year_before(report: Report, key: str, year: int) -> Iterator[Finding]:
    """Yield problems that section five dates a year too early, and a year that is compared with itself."""
    if key == "s5":
        for passage in _problems(report.text(key)):
            if passage.note == str(year - 1):
                words = f"第五部分写的是“{short(passage.words)}”的问题，本报告年度为 {year}，是否为上年稿件残留？"
                yield told("S18", Severity.WARNING, words, key, _of_year(passage, year))
    for passage in _with_itself(report.text(key)):
        if passage.note == str(year - 1):
            words = f"文中写“{short(passage.words)}”，又与这一年相比，本报告年度为 {year}，请核对。"
            yield told("S18", Severity.WARNING, words, key, _of_year(passage, year))


def _facts(report: Report, key: str, year: int) -> Iterator[Finding]:
    """Yield years of facts that are not the report's; a plan for the year that is over is told as such."""
    planned = {one.start for _, one in passages(report, _to_come, (key,)) if key in _PLANNING}
    for _, passage in passages(report, partial(_of_other_years, year=year, plans=key in _PLANNING), (key,)):
        if passage.start not in planned:
            words = f"文中写“{short(passage.words)}”，年份是 {passage.note}，本报告年度为 {year}，是否为上年稿件残留？"
            yield told("S18", Severity.WARNING, words, key, passage)


def _plans(report: Report, key: str, year: int) -> Iterator[Finding]:
    for _, passage in passages(report, _to_come, (key,)):
        if passage.note in {str(year), str(year - 1)}:
            words = f"这里写的是今后的打算，年份却是 {passage.note}，是否应为 {year + 1} 年？"
            yield told("S18", Severity.WARNING, words, key, _of_year(passage, year + 1))


def _carried_over(report: Report, key: str, year: int) -> Iterator[Finding]:
    for _, passage in passages(report, _carried_on, (key,)):
        if passage.note == str(year):
            words = f"文中写结转到 {year} 年，而 {year} 年就是报告年度，是否应为 {year + 1} 年？"
            yield told("S18", Severity.WARNING, words, key, _of_year(passage, year + 1))
    for passage in _carried_in(report.text(key)):
        if passage.note != str(year - 1):
            words = f"文中写 {passage.note} 年结转的申请，{year} 年办理的应是 {year - 1} 年结转的，请核对。"
            yield told("S18", Severity.WARNING, words, key, _of_year(passage, year - 1))


def _of_year(passage: Passage, year: int) -> Passage:
    return replace(passage, mend=passage.words.replace(passage.note, str(year)))


def _of_other_years(text: str, year: int, *, plans: bool) -> Iterator[Passage]:
    for start, sentence in sentences(unquoted(text)):
        if "年" in sentence:
            yield from (replace(one, start=start + one.start) for one in _other_year(sentence, year, plans=plans))


@lru_cache(maxsize=2048)
def _other_year(sentence: str, year: int, *, plans: bool) -> tuple[Passage, ...]:
    """Return the year of a fact; one that is compared with, planned, or stands beside the report's own is lawful."""
    years = {int(found) for found in _YEAR.findall(sentence)}
    if not years - {year} or year in years or _LONGER_TIME.search(sentence) or _JUDGED.search(sentence):
        return ()
    match = _OPENING.search(sentence) or _AMID.search(sentence)
    if match is None or int(match["year"]) == year:
        return ()
    other = int(match["year"])
    clause = _FIRST_CLAUSE.match(sentence, match.start("words"))
    told_here = clause.group() if clause and (other >= year - 1) else sentence  # older years may be told of at length
    if _OTHER_TIME.search(told_here) or (other == year + 1 and plans):
        return ()
    if other > year and _PLANS.search(sentence if other == year + 1 else told_here):
        return ()
    if "月" in match["rest"] and other != year - 1:
        return ()
    words = match["words"]
    return (Passage(match.start("words"), words, words.replace(match["year"], str(year)), match["year"]),)


@lru_cache(maxsize=32)
def _key_points(text: str) -> tuple[Passage, ...]:
    return tuple(_dated(_KEY_POINTS, text))


@lru_cache(maxsize=32)
def _to_come(text: str) -> tuple[Passage, ...]:
    return (*_dated(_TO_COME, text), *_dated(_PLANNED, text))


@by_line
def _problems(text: str) -> Iterator[Passage]:
    return _dated(_PROBLEMS, text) if "存在" in text else iter(())


@by_line
def _with_itself(text: str) -> Iterator[Passage]:
    return _dated(_SAME_YEAR, text) if "较20" in text or "比20" in text else iter(())


@by_line
def _carried_in(text: str) -> Iterator[Passage]:
    return _dated(_CARRIED_IN, text) if "年结转" in text or "年度结转" in text else iter(())


@lru_cache(maxsize=32)
def _carried_on(text: str) -> tuple[Passage, ...]:
    """Return the year into which requests are said to be carried; what was carried out of the year before is lawful."""
    return tuple(
        one
        for one in _dated(_FORWARD, text)
        if not re.search(rf"上一?年|去年|{int(one.note) - 1}", _clause_before(text, one.start))
    )


@lru_cache(maxsize=32)
def _of_last_year(text: str) -> tuple[Passage, ...]:
    return tuple(
        Passage(match.start("words"), match["words"])
        for match in _LAST_YEAR.finditer(text)
        if _opens(text, match.start()) and not _COMPARED.search(_sentence_at(text, match.start()))
    )


def _opens(text: str, place: int) -> bool:
    """Whether a clause begins at a place."""
    before = text[:place].rstrip(" \u3000")
    return not before or before.endswith(_BEFORE_LAST_YEAR)


def _clause_before(text: str, place: int) -> str:
    return text[max(text.rfind(mark, 0, place) for mark in "，。；\n") + 1 : place]


def _sentence_at(text: str, place: int) -> str:
    begins = max(text.rfind(mark, 0, place) for mark in "。；\n") + 1
    end = _END.search(text, place)
    return text[begins : end.start() if end else len(text)]


def _dated(pattern: re.Pattern[str], text: str) -> Iterator[Passage]:
    return (Passage(match.start("words"), match["words"], None, match["year"]) for match in pattern.finditer(text))


@lru_cache(maxsize=16)
def _named_reports(text: str) -> tuple[Passage, ...]:
    return tuple(_dated(_OWN_REPORT, text)) if "上一年" not in text and "去年" not in text else ()

"""Family S, third part: the title, and what the unit calls itself."""

import re
from collections.abc import Iterator

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
_SOME_REPORT = re.compile(r"公开[^\n]{0,8}(?:报告|总结|年报)")
_SELVES = re.compile(
    r"(?<!自)(?P<words>[我本]局(?![面部域限势长])|[我本]镇(?![定静])|[我本]乡(?!镇|村|土)|[我本]街道?(?=办|工|党|20|全|在|的|认|积|严|高)|我委(?![托派任屈员])|[我本]厅|我县(?=政府|人民政府))"
)
_REGIONS = re.compile(r"(?P<words>我(?P<level>县|市(?!场)|区(?![域间划])|旗(?![下帜])))")
_LEVELS = {"市": 2, "县": 1, "区": 1, "旗": 1}
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
    titles = report.title or report.headings.get("title", "")
    if not _FIXED.search(re.sub(r"\s+", "", titles)) and _SOME_REPORT.search(titles):
        words = f"标题建议用“{report.standard_title}”，现为“{short(titles)}”。"
        yield told("S02", Severity.WARNING, words, "title", Passage(0, titles))
    for line in titles.splitlines():
        bare = re.sub(r"\s+", "", line)
        match = _FIXED.search(bare)
        twice = len(_TITLE_YEAR.findall(bare)) > 1 or (match is not None and "报告" in bare[match.end() :])
        if match is None or not (match.group() != _RIGHT or twice):
            continue
        start = line.find(match.group())
        words = f"标题建议用“{report.standard_title}”，现为“{short(line)}”。"
        if start >= 0 and match.group() != _RIGHT:
            yield told("S02", Severity.WARNING, words, "title", Passage(start, match.group(), _RIGHT))
        else:
            yield told("S02", Severity.WARNING, words, "title", Passage(0, line))
        return  # cover and title are worded alike: once is enough


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
    yield from _other_regions(report)
    if {"我局", "本局"} <= seen.keys():
        key, passage = seen["本局"]
        mend = Passage(passage.start, passage.words, "我局")
        yield told("S05", Severity.HINT, "文中“我局”和“本局”混用，建议统一为“我局”。", key, mend)


def _other_regions(report: Report) -> Iterator[Finding]:
    """Yield 我县 in a report of a city or a district; 我区 may be the autonomous region, 我市 the city above."""
    own = {level for level in _LEVELS if re.search(rf"[一-龥]{{2}}{level}(?!场)", report.unit)}
    seen: dict[str, tuple[str, Passage]] = {}
    for key, passage in passages(report, _regions, WRITTEN):
        seen.setdefault(passage.words, (key, passage))
    for called, (key, passage) in seen.items() if own else ():
        level = called[-1]
        if level in own or (level == "市" and "区" in own):
            continue
        sure = _LEVELS[level] <= max(map(_LEVELS.__getitem__, own)) and level != "区"
        words = f"“{called}”与单位名称“{short(report.unit)}”不符，请核对。"
        yield told("S05", Severity.WARNING if sure else Severity.HINT, words, key, passage)


@by_sentence
def _regions(text: str) -> Iterator[Passage]:
    return (Passage(match.start(), match["words"]) for match in _REGIONS.finditer(text))


def _fitting(kind: OrgType | None, unit: str) -> str:
    """Return the endings of what a unit may call itself; nothing where its name does not tell."""
    if kind is OrgType.DEPARTMENT and unit.endswith(("局", "厅")):
        return f"{unit[-1]}县"
    if unit.endswith("中心"):
        return "县"
    if kind is OrgType.TOWNSHIP and len(own := {sign for sign in "镇乡" if sign in unit[2:]}) == 1:
        return "街道县" + own.pop()
    return "" if kind is None else _FITTING.get(kind, "")


def _selves(text: str) -> tuple[Passage, ...]:
    return _called(unquoted(text))


@by_sentence
def _called(text: str) -> Iterator[Passage]:
    return (Passage(match.start(), match["words"]) for match in _SELVES.finditer(text))

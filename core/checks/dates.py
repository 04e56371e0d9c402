"""Family S, second part: the period of the statistics, the documents that the report rests on, and its year."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from core.checks.passages import Passage, by_sentence, of_words, passages, short, told, unquoted
from core.checks.register import Judgement, check
from core.finding import Severity
from core.report import Report

FIRST_YEAR_OF_FORM = 2021
"""The form of 国办公开办函〔2021〕30号 holds for reports of this year and later ones."""

BASIS = "国办公开办函〔2021〕30号"

_RIGHT, _DOUBTFUL = "right", "doubtful"

_TO = r"\s*(?:(?:起|开始)\s*[，,]?)?\s*(?:至|到|—+|－|-+|–|~|～)\s*"
_PERIOD = re.compile(
    rf"(?P<y1>20\d{{2}})\s*(?P<n1>年)?\s*(?P<m1>\d{{0,2}})\s*(?P<k1>月)?\s*(?P<d1>\d{{0,2}})\s*(?P<t1>日)?{_TO}"
    r"(?:同年|当年|本年|(?P<y2>20\d{2})\s*(?P<n2>年)?)?\s*(?P<m2>\d{1,2})?\s*(?P<k2>月)?\s*(?P<d2>\d{1,2})?\s*(?P<t2>日)"
)
_ABOUT_PERIOD = re.compile(
    r"报告期(?=[为是：:自从])|统计(?:数据)?[^，。；]{0,8}(?:期限|时限|时间|周期|自|从|为|是)|(?:统计|数据|报告|起止)[^，。；]{0,4}(?:期限|时限|期间|时间)|数据(?:自|从)"
)
_NUMBER = re.compile(
    r"国办(?P<organ>公开办函|公开办|发|函|秘函)\s*[〔\[（(【﹝]?\s*(?P<year>20\d{2})\s*[〕\]）)】﹞]?\s*(?P<number>\d{1,3})\s*号"
)
_NAMES_THE_FORM = re.compile(r"年度?报告(?:的)?格式(?:》|〉)?[^《》，。；\n]{0,8}$")
_LAW = re.compile(
    r"《(?:中华人民共和国)?政府信息公开条例》\s*[（(](?:中华人民共和国)?(?:国务院)?(?P<words>(?:国务院)?令?第?\s*(?P<number>\d{2,4})\s*号令?)"
)
_LAW_NUMBER = "711"
_OBSOLETE = frozenset({("发", "2021", "30"), ("公开办函", "2019", "60"), ("公开办函", "2016", "201")})
_ABOUT_REPORT = re.compile(r"年度报告|年报|编制")
_LOOSE_NUMBER = re.compile(
    r"(?P<organ>[一-龥]{1,8}(?:函|发|办|字|政|秘))\s*(?:[\[（(【﹝]\s*(?P<year>(?:19|20)\d{2})\s*[\]）)】﹞]|(?P<bare>20\d{2}))\s*(?P<number>\d{1,4})\s*号"
)
_LOOSE_NAME = re.compile(
    r"[<＜][^<>＜＞\n]{4,60}[>＞]|政府信息(?:公开)?年度报告格式"
    r"|《中华人民共和国(?!政府信息公开条例》)[^《》\n]{0,5}信息?公开[^《》\n]{0,2}条例》"
)
_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*年")


@check("S06", Severity.ERROR, "统计期限应是报告年度 1 月 1 日至 12 月 31 日")
@of_words
def statistics_cover_the_year(report: Report) -> Judgement:
    """条例 art. 49, DB51/T 2660—2019: the statistics run from 1 January to 31 December of the year.

    No lawful report breaks this: the form asks for the whole year; only an organ set up in the year may begin later (a
    warning).
    """
    year = own_year(report)
    for key, passage in passages(report, _periods, ("preamble", "s1")):
        match = _PERIOD.fullmatch(passage.words)
        if match is None or year is None or (key == "s1" and not match["m1"]):
            continue
        right = f"{year}年1月1日至{year}年12月31日"
        fault = _fault(match, year)
        if fault is not None:
            words = f"统计期限写成“{short(passage.words)}”，应为{right}。"
            yield told("S06", fault, words, key, Passage(passage.start, passage.words, right))


def _fault(match: re.Match[str], year: int) -> Severity | None:
    if not all(match[part] for part in ("n1", "m1", "k1", "d1", "t1", "m2", "k2", "d2")) or (
        match["y2"] and not match["n2"]
    ):
        return Severity.ERROR  # digits or 年月日 lost on the way
    if int(match["y1"]) != year or int(match["y2"] or year) != year or (int(match["m2"]), int(match["d2"])) != (12, 31):
        return Severity.ERROR
    return None if (int(match["m1"]), int(match["d1"])) == (1, 1) else Severity.WARNING


@by_sentence
def _periods(text: str) -> Iterator[Passage]:
    if "日" in text and _ABOUT_PERIOD.search(text):
        yield from (Passage(match.start(), match.group()) for match in _PERIOD.finditer(text) if _is_period(match))


def _is_period(match: re.Match[str]) -> bool:
    """Whether the words can only mean the whole year: its beginning or its end, not any other stretch of time."""
    begins = not match["m1"] or int(match["m1"]) == 1
    ends = match["m2"] is None or int(match["m2"]) == 12
    return begins or ends


@check("S07", Severity.ERROR, "编制依据应是国办公开办函〔2021〕30号")
@of_words
def the_form_in_force_is_cited(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: the form that reports of 2021 and later follow.

    No lawful report breaks this: the number names another document or a form that is no longer in force, and the right
    one is missing.
    """
    if report.year is None or report.year < FIRST_YEAR_OF_FORM:
        return
    cited = [passage for _, passage in passages(report, _cited, ("preamble",))]
    for passage in cited if not any(passage.note == _RIGHT for passage in cited) else ():
        words = f"依据文号应为“{BASIS}”，现为“{short(passage.words)}”，请核对。"
        yield told("S07", Severity.WARNING if passage.note == _DOUBTFUL else Severity.ERROR, words, "preamble", passage)
    for key, passage in passages(report, _law_cited, ("preamble", "s1")):
        words = f"现行《政府信息公开条例》是国务院令第{_LAW_NUMBER}号，现为“{short(passage.words)}”，请核对。"
        yield told("S07", Severity.WARNING, words, key, passage)


@lru_cache(maxsize=16)
def _cited(text: str) -> tuple[Passage, ...]:
    """Return the numbers of the State Council's office: the right one, those that are no form in force, and slips.

    A number right behind the name of the form must be the form's; elsewhere one like it may be another document.
    """
    found = []
    for match in _NUMBER.finditer(text):
        named = (match["organ"], match["year"], match["number"])
        passage = Passage(match.start(), match.group(), BASIS)
        if named == ("公开办函", "2021", "30"):
            found.append(replace(passage, note=_RIGHT))
        elif named in _OBSOLETE and _ABOUT_REPORT.search(text):
            found.append(passage)
        elif match["organ"].startswith("公开办"):
            if _NAMES_THE_FORM.search(text[: match.start()]):
                found.append(passage)
            elif match["year"] == "2021" or match["number"] == "30":
                found.append(replace(passage, note=_DOUBTFUL))
    return tuple(found)


@by_sentence
def _law_cited(text: str) -> Iterator[Passage]:
    for match in _LAW.finditer(text):
        if match["number"] != _LAW_NUMBER:
            mend = match["words"].replace(match["number"], _LAW_NUMBER)
            yield Passage(match.start("words"), match["words"], mend)


@check("S08", Severity.HINT, "文号年份应用〔〕，文件名称应用《》")
@of_words
def documents_are_cited_in_form(report: Report) -> Judgement:
    """domain.md S08, GB/T 9704-2012: years of file numbers stand in 〔〕, names of documents in 《》."""
    for key, passage in passages(report, _loose):
        words = f"“{short(passage.words)}”写法不规范，应为“{short(passage.mend or '')}”。"
        yield told("S08", Severity.HINT, words, key, passage)


@by_sentence
def _loose(text: str) -> Iterator[Passage]:
    for match in _LOOSE_NUMBER.finditer(text) if "号" in text else ():
        if match["bare"] is None or match["organ"].startswith("国办"):
            mend = f"{match['organ']}〔{match['year'] or match['bare']}〕{match['number']}号"
            yield Passage(match.start(), match.group(), mend)
    for match in _LOOSE_NAME.finditer(text):
        words = match.group()
        if words[0] == "《":
            yield Passage(match.start(), words, "《中华人民共和国政府信息公开条例》")
        elif words[0] not in "<＜":
            yield Passage(match.start(), words, "政府信息公开工作年度报告格式")
        elif re.search("条例|格式|通知|办法", words):
            yield Passage(match.start(), words, f"《{words[1:-1]}》")


# ---------------------------------------------------------------- the year of a report


def own_year(report: Report) -> int | None:
    """Return the year that a report is of: the one on its cover, or where an imported title is wrong, its texts'."""
    told_by_texts = report.derived(_year_of_texts)
    return report.year if told_by_texts is None else told_by_texts


def _year_of_texts(report: Report) -> int | None:
    """Return the year of an imported report whose texts agree against its title; None where they do not."""
    if report.year is None or str(report.year) not in report.headings.get("title", ""):
        return None
    named = _years_named(report.text("s1"))
    period = {match[name] for match in map(_PERIOD.fullmatch, _period_words(report)) if match for name in ("y1", "y2")}
    period.discard(None)
    most = max(named, key=lambda each: named[each], default=None)
    if most is None or named[most] <= named[report.year]:
        return None
    if period:
        return most if period == {str(most)} else None
    return most if named[most] >= 2 and len(named) == 1 else None  # no period is told: the overview names no other year


def _period_words(report: Report) -> Iterator[str]:
    for _, passage in passages(report, _periods, ("preamble", "s1")):
        yield passage.words


@lru_cache(maxsize=16)
def _years_named(text: str) -> Counter[int]:
    return Counter(map(int, _YEAR.findall(unquoted(text))))

"""Family S, second part: years, the period of the statistics and the documents that the report rests on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial

from core.checks.passages import Passage, by_sentence, of_words, passages, sentences, short, told, unquoted
from core.checks.register import Judgement, check
from core.finding import Severity
from core.report import Report

FIRST_YEAR_OF_FORM = 2021
"""The form of 国办公开办函〔2021〕30号 holds for reports of this year and later ones."""

BASIS = "国办公开办函〔2021〕30号"

_TO = r"\s*(?:起|开始)?\s*(?:至|到|—+|－|-+|–|~|～)\s*"
_PERIOD = re.compile(
    rf"(?P<y1>20\d{{2}})\s*(?P<n1>年)?\s*(?P<m1>\d{{0,2}})\s*(?P<k1>月)?\s*(?P<d1>\d{{0,2}})\s*(?P<t1>日)?{_TO}"
    r"(?:同年|当年|本年|(?P<y2>20\d{2})\s*(?P<n2>年)?)?\s*(?P<m2>\d{1,2})?\s*(?P<k2>月)?\s*(?P<d2>\d{1,2})?\s*(?P<t2>日)"
)
_ABOUT_PERIOD = re.compile(
    r"统计(?:数据)?[^，。；]{0,8}(?:期限|时限|时间|周期|自|从|为|是)|(?:统计|数据|报告|起止)[^，。；]{0,4}(?:期限|时限|期间|时间)|数据(?:自|从)"
)
_NUMBER = re.compile(
    r"国办(?P<organ>公开办函|公开办|发|函|秘函)\s*[〔\[（(【﹝]?\s*(?P<year>20\d{2})\s*[〕\]）)】﹞]?\s*(?P<number>\d{1,3})\s*号"
)
_OBSOLETE = frozenset({("发", "2021", "30"), ("公开办函", "2019", "60"), ("公开办函", "2016", "201")})
_ABOUT_REPORT = re.compile(r"年度报告|年报|编制")
_LOOSE_NUMBER = re.compile(
    r"(?P<organ>[一-龥]{1,8}(?:函|发|办|字|政|秘))\s*(?:[\[（(【﹝]\s*(?P<year>(?:19|20)\d{2})\s*[\]）)】﹞]|(?P<bare>20\d{2}))\s*(?P<number>\d{1,4})\s*号"
)
_LOOSE_NAME = re.compile(r"[<＜][^<>＜＞\n]{4,60}[>＞]|政府信息(?:公开)?年度报告格式")
_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*年")
_OPENING = re.compile(
    r"(?:^|[，,：:）)。])\s*(?:(?:在|到|截至|截止|截止到)\s*)?(?P<words>(?P<year>20\d{2})\s*年)"
    r"(?P<rest>(?:度|[底末])?[，,]|\s*\d{1,2}\s*月"
    r"|度?\s*(?![以起前间版级至到—\-－初底末])[一-龥](?![^，。；：\n]{0,10}的))"
)
_AMID = re.compile(
    r"(?:我[县市区镇乡局办委]|本[局单]位?|全[县市区镇乡局]|截至|截止|[县市区旗镇乡局委厅办府](?=20\d{2}\s*年度?\s*(?:共|累计|收到|未|没有|主动公开|全年)))"
    r"\s*(?P<words>(?P<year>20\d{2})\s*年)(?P<rest>)(?!以来|起|前|之前)"
)
_KEY_POINTS = re.compile(r"(?P<words>(?P<year>20\d{2})\s*年)度?[^，。；《》\n]{0,12}政务公开工作要点")
_OTHER_TIME = re.compile(
    r"上一?年|去年|往年|同比|环比|较|相比|比20|同期|结转|以来|历年|至今|自20|从20|预算|决算|引发|施行|颁布|公布|修订|印发|规划"
    r"|成立|启动|起实施|评为|荣获|获评|获得|分别|连续|制定的|出台的|发布的|签订的|部署的|要点|通知|意见|方案|办法|报告"
)
_PLANS = re.compile(r"将|下一步|下一?年|明年|计划|拟|力争|打算|措施|目标|规划")
_OWN_REPORT = re.compile(r"(?P<words>(?P<year>20\d{2})\s*年)\s*度?\s*政府信息公开(?:工作)?(?:的)?(?:年度)?报告")


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
    if any(passage.note == "right" for passage in cited):
        return
    for passage in cited:
        words = f"依据文号应为“{BASIS}”，现为“{short(passage.words)}”。"
        yield told("S07", Severity.ERROR, words, "preamble", passage)


@lru_cache(maxsize=16)
def _cited(text: str) -> tuple[Passage, ...]:
    """Return the numbers of the State Council's office: the right one, and those that are no form in force."""
    found = []
    for match in _NUMBER.finditer(text):
        named = (match["organ"], match["year"], match["number"])
        if named == ("公开办函", "2021", "30"):
            found.append(Passage(match.start(), match.group(), note="right"))
        elif named in _OBSOLETE and _ABOUT_REPORT.search(text):
            found.append(Passage(match.start(), match.group(), BASIS))
    return tuple(found)


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
        if words[0] not in "<＜":
            yield Passage(match.start(), words, "政府信息公开工作年度报告格式")
        elif re.search("条例|格式|通知|办法", words):
            yield Passage(match.start(), words, f"《{words[1:-1]}》")


@check("S18", Severity.WARNING, "文中写的应是报告年度的事，不应留有去年的年份")
@of_words
def facts_are_of_the_year(report: Report) -> Judgement:
    """domain.md S18: what the report tells happened in its year; another may be left over from last year's text."""
    year = own_year(report)
    if year is None:
        return
    for key in ("preamble", "s1", "s2", "s3", "s4", "s5", "s6"):
        for _, passage in passages(report, partial(_of_other_years, year=year, plans=key in {"s5", "s6"}), (key,)):
            other = passage.note
            words = f"文中写“{short(passage.words)}”，年份是 {other}，本报告年度为 {year}，是否为上年稿件残留？"
            yield told("S18", Severity.WARNING, words, key, passage)
        for passage in _key_points(report.text(key)):
            if passage.note == str(year - 1):
                words = f"文中写“{short(passage.words)}政务公开工作要点”，本报告年度为 {year}，请核对。"
                yield told("S18", Severity.HINT, words, key, passage)
    for passage in _named_reports(report.text("preamble")):
        if passage.note != str(year):
            words = f"前言里的报告名称写的是 {passage.note} 年，本报告年度为 {year}，请核对。"
            mend = Passage(passage.start, passage.words, f"{year}年")
            yield told("S18", Severity.WARNING, words, "preamble", mend)


def _of_other_years(text: str, year: int, *, plans: bool) -> Iterator[Passage]:
    for start, sentence in sentences(unquoted(text)):
        if "年" in sentence:
            yield from (replace(one, start=start + one.start) for one in _other_year(sentence, year, plans=plans))


@lru_cache(maxsize=2048)
def _other_year(sentence: str, year: int, *, plans: bool) -> tuple[Passage, ...]:
    """Return the year of a fact; one that is compared with, planned, or stands beside the report's own is lawful."""
    years = {int(found) for found in _YEAR.findall(sentence)}
    if not years - {year} or year in years or _OTHER_TIME.search(sentence):
        return ()
    match = _OPENING.search(sentence) or _AMID.search(sentence)
    if match is None or int(match["year"]) == year:
        return ()
    other = int(match["year"])
    if (other > year and _PLANS.search(sentence)) or (other == year + 1 and plans):
        return ()
    if "月" in match["rest"] and other != year - 1:
        return ()
    words = match["words"]
    return (Passage(match.start("words"), words, words.replace(match["year"], str(year)), match["year"]),)


@by_sentence
def _key_points(text: str) -> Iterator[Passage]:
    return (Passage(match.start(), match["words"], None, match["year"]) for match in _KEY_POINTS.finditer(text))


@lru_cache(maxsize=16)
def _named_reports(text: str) -> tuple[Passage, ...]:
    return tuple(
        Passage(match.start(), match["words"], None, match["year"])
        for match in _OWN_REPORT.finditer(text)
        if "上一年" not in text and "去年" not in text
    )


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

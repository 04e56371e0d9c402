"""Family S, first part: whether the report has the sections, tables and contents that the form asks for.

Headings are judged only where a file prints them: a report of our own prints the standard ones.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from core.checks.dates import FIRST_YEAR_OF_FORM, own_year
from core.checks.passages import Passage, by_sentence, is_written, of_words, passages, short, told
from core.checks.register import Judgement, check
from core.cover import likely_org_type
from core.finding import Finding, Severity
from core.form import F2019
from core.form.layout import Section, SectionKind
from core.form.outline import ACCOUNTS, ASPECTS
from core.outline import untold
from core.report import OrgType, Report

_FEWEST_HEADINGS = 3  # that make a file a whole report and no table by itself
_ORDINAL = re.compile(r"\s*(?:第\s*)?([一二三四五六七八九十]{1,2})\s*(?:部分|[、.．，,:：]|(?=\s))\s*")
_ORDINALS = "一二三四五六七八九十"
_MARKS = re.compile(r"[\s、，,。.．:：；;和及]+")
_MARGIN = re.compile(r"[\s。.:：；;]+$")
_BASIS = re.compile(r"条例|公开办函|年度报告格式|年度报告有关事项")
_PERIOD = re.compile(r"20\d{2}\s*年?\s*1\s*月\s*1\s*日|12\s*月\s*3[01]\s*日")
_NOTHING = re.compile(r"[\s（(]*(?:无|暂无|没有|none|NONE|None|略|/|／|-|—|－)*[\s。.）)]*")
_NO_PROBLEMS = re.compile(
    r"[^，。；\n]{0,14}(?:无|没有|不存在|未发现)[^，。；\n]{0,16}(?:问题|不足)[^，。；\n]{0,10}[。.]?"
)
_PROBLEM = re.compile("问题|不足|差距|短板|薄弱|欠缺|有待|不够|困难|[不待][高强多]|不到位|不及时|滞后|单一|较少|偏")
_MENDING = re.compile("改进|整改|下一步|今后|措施|加强|强化|提升|提高|完善|优化|规范|将|进一步|推进|落实")
_MOST_NUMBERED = 4
_PARTS = re.compile(r"(?:由|包括|包含|分为|共|等|[）》情况事项])(?P<words>(?P<number>[二三四五七八九])个?(?:大)?部分)")
_SUBHEADING = re.compile(r"^[ \u3000]*[（(][一二三四五六七八九][）)]([^。：:\n]{2,24})", re.MULTILINE)
_HEADED = MappingProxyType(
    {"主动公开": "主动", "依申请公开": "申请", "政府信息管理": "管理", "平台建设": "平台", "监督保障": "监督"}
)
_FEW_LACKING = 2
_OPENING = 400  # characters of the overview in which a misplaced preamble stands
_LEAST = 10  # characters of a section that says something


def is_whole(report: Report) -> bool:
    """Whether a file prints headings enough to be a whole report: a fragment breaks off before the last two."""
    return len(report.headings.keys() - {"title"}) >= _FEWEST_HEADINGS and bool(report.headings.keys() & {"s5", "s6"})


def is_fragment(report: Report) -> bool:
    """Whether only a part of a report was read: tables alone, or a text that breaks off."""
    return not is_written(report) or (bool(report.headings.keys() - {"title"}) and not is_whole(report))


@check("S09", Severity.WARNING, "报告开头应有前言，写明编制依据和统计期限")
@of_words
def a_preamble_stands_first(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, domain.md A.4: the preamble tells the basis and the period of the numbers."""
    preamble = report.text("preamble").strip()
    if is_fragment(report):
        return
    if not preamble and _BASIS.search(report.text("s1")[:_OPENING]) and _PERIOD.search(report.text("s1")[:_OPENING]):
        words = "前言（编制依据、统计期限）写在了“一、总体情况”里面，应放在它的前面。"
        yield _about("S09", Severity.WARNING, words, "preamble")
    elif not preamble:
        yield _about("S09", Severity.WARNING, "缺少前言（编制依据、统计期限）。请在“一、总体情况”前补写。", "preamble")
    elif not _BASIS.search(preamble) and not _PERIOD.search(preamble):
        yield _about("S09", Severity.WARNING, "前言没有写编制依据和统计期限，请补写。", "preamble")
    elif not _PERIOD.search(preamble) and not _PERIOD.search(report.text("s1")):
        yield _about("S09", Severity.HINT, "前言没有写统计期限（1月1日至12月31日），建议补写。", "preamble")


@check("S10", Severity.ERROR, "六个部分的标题应齐全")
@of_words
def each_section_has_its_heading(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: six sections, each under its heading.

    No lawful report breaks this: the form numbers the sections; a report without one of them is not in the form.
    """
    last = max(report.headings.keys() - {"title"}, default="")
    if len(report.headings.keys() - {"title"}) >= _FEWEST_HEADINGS and not is_whole(report):
        words = f"文件只到“{short(report.headings[last])}”，后面的部分没有读到，请确认文件完整。"
        yield _about("S10", Severity.WARNING, words, last)
    if not is_whole(report):
        return
    for section in report.form.sections:
        if section.id not in report.headings:
            words = f"缺少标题“{section.heading}”，请在原文补上；用本程序导出时会自动印出。"
            yield _about("S10", Severity.ERROR, words, section.id)


@check("S11", Severity.ERROR, "六个部分应按一至六的次序排列，序号不应写错")
@of_words
def headings_are_in_order(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: the sections are numbered 一 to 六 and stand in this order.

    No lawful report breaks this: the ordinal belongs to the heading in the form.
    """
    before = ""
    for section, printed in _headings(report):
        ordinal = _ORDINAL.match(printed)
        wanted = section.heading[0]
        if ordinal and ordinal[1] in _ORDINALS and ordinal[1] != wanted:
            mend = Passage(ordinal.start(1), ordinal[1], wanted)
            words = f"“{short(section.title)}”的序号应为“{wanted}”，现为“{ordinal[1]}”。"
            yield told("S11", Severity.ERROR, words, section.id, mend)
        elif ordinal and before > section.id:
            words = f"“{short(printed)}”的位置不对，应按一至六的顺序排列。"
            yield _about("S11", Severity.ERROR, words, section.id, printed)
        elif ordinal is None and sum(bool(_ORDINAL.match(each)) for _, each in _headings(report)) >= _MOST_NUMBERED:
            words = f"“{short(printed)}”前面缺少序号“{wanted}、”。"
            yield told("S11", Severity.HINT, words, section.id, Passage(0, printed, f"{wanted}、{printed.strip()}"))
        before = max(before, section.id) if ordinal else before
    for key, passage in passages(report, _counted_parts, ("preamble",)):
        words = f"年报由六个部分组成，前言写的是“{short(passage.words)}”，请核对。"
        yield told("S11", Severity.HINT, words, key, passage)


@by_sentence
def _counted_parts(text: str) -> Iterator[Passage]:
    for match in _PARTS.finditer(text):
        yield Passage(match.start("words"), match["words"], match["words"].replace(match["number"], "六"))


@check("S12", Severity.HINT, "六个部分的标题应用全国统一的写法")
@of_words
def headings_are_worded_as_in_the_form(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: the wording of the headings; domain.md E.4 lists the variants seen."""
    for section, printed in _headings(report):
        words = _MARGIN.sub("", _ORDINAL.sub("", printed, count=1))
        if _MARKS.sub("", words) != _MARKS.sub("", section.title):
            mend = Passage(0, printed, section.heading)
            said = f"标题建议改为国办统一表述“{section.heading}”，现为“{short(printed)}”。"
            yield told("S12", Severity.HINT, said, section.id, mend)


def _headings(report: Report) -> Iterator[tuple[Section, str]]:
    """Yield the sections whose headings a file prints, in the order of the file."""
    for key, printed in report.headings.items():
        if key != "title":
            yield report.form.section(key), printed


@check("S13", Severity.WARNING, "总体情况应写全五个方面")
@of_words
def the_overview_covers_five_aspects(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: 总体情况 tells of five aspects of the work and leaves none out."""
    overview = report.text("s1")
    if len(overview.strip()) < _LEAST or is_fragment(report):
        return
    missing = untold(overview, ASPECTS)
    if missing:
        words = f"总体情况中没有找到“{'、'.join(topic.name for topic in missing)}”的内容，请补写。"
        yield _about("S13", Severity.WARNING, words, "s1")
    elif left_out := _without_heading(overview):
        words = f"总体情况的小标题里没有“{'、'.join(left_out)}”，请确认已经写到。"
        weight = Severity.WARNING if len(left_out) == 1 else Severity.HINT
        yield _about("S13", weight, words, "s1")


@lru_cache(maxsize=16)
def _without_heading(overview: str) -> tuple[str, ...]:
    """Return the aspects that have no heading of their own where most have one, and that no words name."""
    headings = "\n".join(_SUBHEADING.findall(overview))
    lacking = [name for name, word in _HEADED.items() if word not in headings]
    return tuple(name for name in lacking if name not in overview) if len(lacking) <= _FEW_LACKING else ()


@check("S14", Severity.WARNING, "政府的年报应写工作考核、社会评议和责任追究结果")
@of_words
def a_government_tells_of_assessment(report: Report) -> Judgement:
    """条例 art. 50: governments also report 工作考核、社会评议和责任追究结果."""
    kind = report.org_type or likely_org_type(report.unit)
    overview = report.text("s1") + report.text("s5") + report.text("s6")
    if (
        kind is OrgType.GOVERNMENT
        and report.text("s1").strip()
        and not is_fragment(report)
        and untold(overview, ACCOUNTS) == ACCOUNTS
    ):
        yield _about("S14", Severity.WARNING, "各级政府年报应写明工作考核、社会评议和责任追究结果，请补写。", "s1")


@check("S15", Severity.ERROR, "各文字部分都应有内容，不应空着")
@of_words
def sections_say_something(report: Report) -> Judgement:
    """条例 art. 50: overview, problems and other matters are contents that the report must have.

    No lawful report breaks this: an empty section leaves out what the article asks for.
    """
    if is_fragment(report):
        return
    for section in report.form.sections:
        if section.kind is SectionKind.PROSE:
            yield from _emptiness(section, report.text(section.id))


def _emptiness(section: Section, whole: str) -> Iterator[Finding]:
    number, text = section.heading[0], whole.strip()
    passage = Passage(whole.find(text), text)
    if not text:
        yield _about("S15", Severity.ERROR, f"第{number}部分没有内容。请补写“{section.title}”。", section.id)
    elif section.id != "s6" and (_NOTHING.fullmatch(text) or len(text) < _LEAST):
        words = f"第{number}部分只写了“{short(text)}”，请如实写明{section.title}。"
        yield told("S15", Severity.ERROR, words, section.id, passage)
    elif section.id == "s5" and _NO_PROBLEMS.fullmatch(text):
        words = f"第{number}部分只写了“{short(text)}”，年报应当写明主要问题及改进情况。"
        yield told("S15", Severity.WARNING, words, section.id, passage)
    elif section.id == "s5":
        for wanted, pattern in (("存在的问题", _PROBLEM), ("改进的情况或打算", _MENDING)):
            if not pattern.search(text):
                yield _about("S15", Severity.HINT, f"第五部分没有找到{wanted}，请核对是否写全。", section.id)


@check("S24", Severity.ERROR, "2021 年度起的报告不应再用 2019 年的旧格式")
@of_words
def the_old_form_is_over(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: reports of 2021 and later use the form of this notice.

    No lawful report breaks this: the form of 2019 ended with the reports of 2020.
    """
    year = own_year(report)
    if year is None or year < FIRST_YEAR_OF_FORM:
        return
    if report.form is F2019:
        words = "使用了 2019 年旧格式（“本年新制作数量”等），2021 年度起应使用国办公开办函〔2021〕30号格式。"
        yield _about("S24", Severity.ERROR, words, "s2")


@check("S26", Severity.ERROR, "第二、三、四部分都应有表格")
def each_table_is_there(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: sections 二, 三 and 四 each consist of a table.

    No lawful report breaks this: without the table the numbers that the form asks for are not reported.
    """
    if not is_whole(report):
        return
    given = {cell.split(".", 1)[0] for cell in (*report.typed, *report.printed)}
    for table in report.form.tables:
        if table.id not in given:
            section = report.form.section(table.section)
            words = f"没有找到{table.name}（“{section.heading}”的表格），请对照原件补填。"
            yield _about("S26", Severity.ERROR, words, section.id)


def _about(code: str, severity: Severity, message: str, key: str, words: str | None = None) -> Finding:
    """Return a finding about a whole section, or about words that are all of it."""
    return Finding(code, severity, message, section=key, excerpt=words, start=0 if words else None)

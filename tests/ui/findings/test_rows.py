"""Lines of the list of findings."""

from hypothesis import given

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.report import Report
from tests.strategies import reports
from ui.findings.rows import Shown, line_counts, rows_of

ERROR = Finding("A03", Severity.ERROR, "不平衡。", (CellId("t3.new_requests.natural"),))
WARNING = Finding("Y01", Severity.WARNING, "两数应相等。", (CellId("t3.carried_in.total"),))
HINT = Finding("S27", Severity.HINT, "应为“截至”。", section="s1", excerpt="截止")
EMPTY = tuple(
    Finding("C01", Severity.HINT, f"{row}没有填写。", (CellId(f"t2.{row}.{column}"),))
    for row, column in (("regulations", "issued"), ("normative_docs", "issued"), ("licensing", "decisions"))
)
NONE_OPEN: frozenset[str] = frozenset()


def words(
    report: Report, *findings: Finding, shown: Shown = Shown.ALL, opened: frozenset[str] = NONE_OPEN
) -> list[str]:
    return [row.words for row in rows_of(report, Verdict(findings, ()), shown, opened)]


def test_answered_findings_stand_last_with_their_reason() -> None:
    report = edits.answer(Report(), ERROR.occasion, "职能划转，情况属实")
    rows = rows_of(report, Verdict((ERROR, WARNING, HINT), ()), Shown.ALL, NONE_OPEN)
    assert [row.mark for row in rows] == ["●", "○", "✓"]
    assert rows[-1].spoken == "已说明：不平衡。，原因：职能划转，情况属实"


def test_a_chip_shows_its_own_weight_only() -> None:
    assert words(Report(), ERROR, WARNING, HINT, shown=Shown.WARNINGS) == ["两数应相等。"]
    assert words(Report(), ERROR, WARNING, HINT, shown=Shown.ANSWERED) == []


def test_many_empty_cells_of_one_table_are_one_line() -> None:
    assert words(Report(), *EMPTY) == ["【表二】还有 3 格没有填写。没有发生的请填 0，不要留空。"]


def test_an_open_group_names_its_cells() -> None:
    assert words(Report(), *EMPTY, opened=frozenset({"C01:t2"}))[1:] == [
        "规章 · 本年制发件数",
        "行政规范性文件 · 本年制发件数",
        "行政许可 · 本年处理决定数量",
    ]


def test_many_cells_with_a_stroke_are_one_line_that_mends_them_all() -> None:
    cells = [CellId(f"t3.granted.{column}") for column in ("natural", "business", "research")]
    report = edits.set_cells(Report(), dict(zip(cells, ("-", "/", "-"), strict=True)))
    found = [one for one in catalogue.run(report).findings if one.code == "C02"]
    line, *cells_of_it = rows_of(report, Verdict(tuple(found), ()), Shown.ALL, frozenset({"C02:t3"}))
    assert line.words == "【表三】有 3 格写的不是数字（“-”、“/”）。没有发生请填 0。"
    assert line.can_mend
    assert [row.proposal for row in cells_of_it] == ["最可能：- → 0", "最可能：/ → 0", "最可能：- → 0"]
    assert line_counts(report, Verdict(tuple(found), ()))[Shown.WARNINGS] == 1


def test_two_empty_cells_are_named_one_by_one() -> None:
    assert words(Report(), *EMPTY[:2]) == ["regulations没有填写。", "normative_docs没有填写。"]


def test_the_proposal_names_the_suspect_and_what_stands_there() -> None:
    suspect = CellId("t3.granted.natural")
    report = edits.set_cell(Report(), suspect, "9")
    finding = Finding(
        "A03", Severity.ERROR, "不平衡。", (CellId("t3.new_requests.natural"),), None, None, suspect, "10"
    )
    (row,) = rows_of(report, Verdict((finding,), ()), Shown.ALL, NONE_OPEN)
    assert row.proposal == "最可能：三(一) 予以公开 · 自然人　9 → 10"


def test_a_finding_about_one_cell_does_not_name_it_twice() -> None:
    cell = CellId("t2.regulations.issued")
    report = edits.set_cell(Report(), cell, "/")
    finding = Finding("C02", Severity.WARNING, "写的是“/”。", (cell,), suspect=cell, remedy="0")
    (row,) = rows_of(report, Verdict((finding,), ()), Shown.ALL, NONE_OPEN)
    assert row.proposal == "最可能：/ → 0"


@given(reports())
def test_the_counts_are_those_of_the_lines_with_all_groups_folded(report: Report) -> None:
    verdict = catalogue.run(report, typing=True)
    if verdict.findings:
        report = edits.answer(report, verdict.findings[0].occasion, "情况属实，已核对")
    counts = line_counts(report, verdict)
    assert counts == {shown: len(rows_of(report, verdict, shown, NONE_OPEN)) for shown in Shown}

"""The 校核单 as it is laid out."""

from dataclasses import replace

from core.checks import catalogue
from core.checks.register import Verdict
from core.exporters.check_sheet import NO_FINDINGS, NONE_UNJUDGED, check_sheet
from core.exporters.check_sheet_tables import laid_out
from core.exporters.proof import Proof
from core.exporters.sheets import Table
from core.report import Report
from tests.examples import column, filled

WRONG = filled({**column("natural", new=3, granted=2), "t3.new_requests.business": ""})


def words(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def tables_of(report: Report, verdict: Verdict | None = None) -> tuple[Table, ...]:
    return laid_out(check_sheet(report, verdict or catalogue.run(report))).tables


def test_what_is_signed_stands_before_the_sums_and_the_signatures_close_it() -> None:
    facts, findings, unjudged, signatures, sums = tables_of(WRONG)
    assert facts.heading == ""
    assert findings.heading == f"一、发现的问题（{len(findings.rows)} 项）"
    assert unjudged.heading.startswith("二、")
    assert (signatures.closes, signatures.by_hand) == (True, True)
    assert sums.heading.startswith("附：")


def test_every_row_fills_its_columns() -> None:
    for table in tables_of(WRONG):
        for row in (*table.rows, *([table.head] if table.head else [])):
            assert sum(cell.columns for cell in row.cells) == len(table.shares)


def test_where_there_is_nothing_to_tell_that_is_said() -> None:
    _, findings, unjudged, *_ = tables_of(filled(), Verdict((), ()))
    assert words(findings) == [[NO_FINDINGS]]
    assert words(unjudged)[-1] == [NONE_UNJUDGED]


def test_files_stand_between_what_was_not_judged_and_the_signatures() -> None:
    content = check_sheet(WRONG, catalogue.run(WRONG), proofs=[("年报.pdf", Proof(200, 200, 8, 8))])
    sheet = laid_out(content)
    assert [table.closes for table in sheet.tables] == [False, False, False, False, True, False]
    assert words(sheet.tables[3]) == [["年报.pdf", "核对 200/200，文字 8/8 段"]]
    assert sheet.number == content.number
    assert laid_out(replace(content, proofs=())).tables[3].closes

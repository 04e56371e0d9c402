"""Family C, beyond the golden examples: where a rule must stay silent, and what it proposes."""

from dataclasses import replace

import pytest

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.finding import Finding, Severity
from core.report import OrgType, Report
from tests.examples import as_imported, filled

FEE = CellId("t2.admin_fees.amount_wan")
GRANTED = CellId("t3.granted.natural")


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


def fee(amount: str, org_type: OrgType | None = None, before: str | None = None) -> Report:
    report = replace(filled({FEE: amount}), org_type=org_type)
    return report if before is None else edits.attach_last_year(report, replace(filled({FEE: before}), year=2023))


def test_each_empty_cell_is_named_until_a_whole_table_is_empty() -> None:
    report = edits.clear(filled(), [GRANTED, CellId("t3.partial.natural")])
    assert [finding.cells for finding in said("C01", report)] == [(GRANTED,), ("t3.partial.natural",)]
    (whole,) = said("C01", edits.clear(filled(), [cell for cell in filled().typed if cell.startswith("t3.")]))
    assert (len(whole.cells), whole.section) == (144, "s3")


def test_a_total_that_waits_for_a_cell_is_not_called_empty() -> None:
    assert [finding.cells for finding in said("C01", filled({GRANTED: ""}))] == [(GRANTED,)]


def test_a_total_that_an_imported_file_leaves_blank_is_called_empty() -> None:
    report = filled(printed={"t3.granted.total": ""})
    assert [finding.cells for finding in said("C01", report)] == [("t3.granted.total",)]


def test_a_table_blank_but_for_a_printed_total_is_named_cell_by_cell() -> None:
    report = Report(printed=filled(printed={"t4.review.total": 0}).printed)
    assert len([finding for finding in said("C01", report) if finding.cells[0].startswith("t4.")]) == 12


@pytest.mark.parametrize("mark", ["-", "—", "－", "/", "无", "不涉及", "N/A"])
def test_a_mark_is_proposed_to_become_0(mark: str) -> None:
    (finding,) = said("C02", filled({GRANTED: mark}))
    assert (finding.suspect, finding.remedy, finding.severity) == (GRANTED, "0", Severity.WARNING)


def test_a_negative_total_that_only_follows_from_a_cell_is_not_said_again() -> None:
    report = filled({GRANTED: -2, "t3.carried_forward.natural": 2})
    assert [finding.cells for finding in said("C03", report)] == [(GRANTED,)]
    assert [finding.remedy for finding in said("C03", report)] == [report.as_printed(GRANTED).raw.lstrip("-")]


def test_words_in_the_fee_are_said_once_by_the_rule_for_money() -> None:
    assert {finding.code for finding in catalogue.run(fee("3940元")).findings} == {"C06"}


@pytest.mark.parametrize("amount", ["0", "2.02", "96171.6", "72701.2578", "0.123456"])
def test_amounts_as_reports_print_them_are_lawful(amount: str) -> None:
    assert catalogue.run(fee(amount, OrgType.GOVERNMENT)).findings == ()


def test_too_many_decimals_are_a_warning_and_not_an_error() -> None:
    assert [finding.severity for finding in said("C06", fee("0.1234567"))] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("report", "doubted"),
    [
        (fee("10000", OrgType.DEPARTMENT), True),
        (fee("10000", OrgType.TOWNSHIP), True),
        (fee("9999.99", OrgType.DEPARTMENT), False),
        (fee("96171.6", OrgType.GOVERNMENT), False),
        (fee("96171.6"), True),  # 林业局: its name tells what it is
        (replace(fee("96171.6"), unit="青禾市"), False),
        (fee("3000", before="3"), True),
        (fee("2999", before="3"), False),
        (fee("3000", before="0"), False),
        (fee("3000", before=""), False),
    ],
)
def test_yuan_are_suspected_only_where_the_amount_is_out_of_all_measure(report: Report, *, doubted: bool) -> None:
    assert bool(said("C07", report)) is doubted


def test_what_a_hand_types_plainly_or_in_full_width_is_no_finding() -> None:
    report = edits.set_cells(filled(), {CellId("t2.licensing.decisions"): "１，２３４", GRANTED: " 0 "})
    assert catalogue.run(report).findings == ()


def test_a_number_read_out_of_an_import_is_a_hint_with_the_plain_number_as_remedy() -> None:
    (finding,) = said("C08", filled({"t2.licensing.decisions": "1,234"}))
    assert (finding.remedy, finding.severity) == ("1234", Severity.HINT)


def test_a_printed_total_is_judged_as_printed() -> None:
    report = replace(as_imported(filled()), printed=filled(printed={"t3.granted.total": "０"}).printed)
    assert [finding.cells for finding in said("C08", report)] == [("t3.granted.total",)]


def test_leading_zeros_are_said_once() -> None:
    found = catalogue.run(filled({"t2.licensing.decisions": "007件"})).findings
    assert [finding.code for finding in found] == ["C09"]

"""What follows from the typed cells, and what stays unknown."""

from dataclasses import replace
from decimal import Decimal

from core.cells import CellId, State
from core.report import OrgType, Report
from tests.examples import TOTALS, entries, filled

GRANTED = CellId("t3.granted.natural")
ROW_TOTAL = CellId("t3.granted.total")
HANDLED = CellId("t3.total_handled.natural")
ALL_HANDLED = CellId("t3.total_handled.total")


def test_a_new_report_is_empty_and_knows_no_total() -> None:
    report = Report()
    assert {entry.state for entry in report.entries.values()} == {State.EMPTY}
    assert len(report.entries) == 200


def test_totals_follow_from_the_typed_cells() -> None:
    report = filled({"t3.granted.natural": 2, "t3.granted.research": 3, "t3.partial.natural": 4})
    assert [report.value(cell) for cell in (ROW_TOTAL, HANDLED, ALL_HANDLED)] == [5, 6, 9]


def test_one_blank_leaves_every_total_above_it_empty() -> None:
    report = filled({"t3.granted.natural": ""})
    assert [report.entry(cell).state for cell in (ROW_TOTAL, HANDLED, ALL_HANDLED)] == [State.EMPTY] * 3
    assert report.value(CellId("t3.partial.total")) == 0


def test_a_mark_or_words_leave_a_total_empty_as_well() -> None:
    assert filled({"t3.granted.natural": "/"}).value(ROW_TOTAL) is None
    assert filled({"t3.granted.natural": "若干"}).value(ROW_TOTAL) is None


def test_a_total_names_the_typed_cells_it_waits_for() -> None:
    report = filled({"t3.granted.natural": "", "t3.partial.research": "/"})
    assert report.missing(ALL_HANDLED) == (GRANTED, CellId("t3.partial.research"))
    assert report.missing(HANDLED) == (GRANTED,)
    assert report.missing(CellId("t4.review.total")) == ()


def test_a_waiting_total_tells_the_sum_so_far() -> None:
    report = filled({"t3.granted.natural": "", "t3.partial.natural": 4, "t3.partial.research": 2})
    assert report.partial_sum(HANDLED) == 4
    assert report.partial_sum(ALL_HANDLED) == 6
    assert Report().partial_sum(HANDLED) is None


def test_a_printed_total_stands_beside_the_computed_one() -> None:
    report = filled({"t3.granted.natural": 2}, printed={"t3.granted.total": 3})
    assert report.value(ROW_TOTAL) == 2
    assert report.as_printed(ROW_TOTAL).value == 3
    assert report.as_printed(GRANTED).value == 2


def test_decimals_of_money_are_kept() -> None:
    report = filled({"t2.admin_fees.amount_wan": "72701.2578"})
    assert report.value(CellId("t2.admin_fees.amount_wan")) == Decimal("72701.2578")


def test_cells_are_grouped_by_what_stands_in_them_in_the_order_of_the_form() -> None:
    report = filled({"t2.regulations.issued": "/", "t3.granted.natural": "无", "t4.review.upheld": "多"})
    assert report.cells_by_state[State.NOT_APPLICABLE] == ("t2.regulations.issued", "t3.granted.natural")
    assert report.cells_by_state[State.TEXT] == ("t4.review.upheld",)
    assert set(report.cells_by_state[State.EMPTY]) < set(TOTALS)


def test_the_groups_together_hold_every_cell_once() -> None:
    groups = filled({"t2.regulations.issued": ""}).cells_by_state
    cells = [cell for group in groups.values() for cell in group]
    assert len(cells) == len(set(cells)) == 200


def test_the_standard_title_names_the_year() -> None:
    assert Report(year=2024).standard_title == "2024年政府信息公开工作年度报告"
    assert Report().standard_title == "政府信息公开工作年度报告"


def test_a_text_that_was_never_written_is_empty() -> None:
    assert Report(texts={"s1": "今年公开了信息。"}).text("s1") == "今年公开了信息。"
    assert Report().text("s5") == ""


def test_a_table_is_blank_until_something_stands_in_it() -> None:
    report = Report(typed=entries({"t3.granted.natural": 0}), org_type=OrgType.DEPARTMENT)
    assert report.is_blank("t2")
    assert not report.is_blank("t3")


def test_what_is_derived_from_a_report_is_asked_once_and_never_carried_into_the_next() -> None:
    asked: list[Report] = []

    def size(report: Report) -> int:
        asked.append(report)
        return len(report.typed)

    report = filled()
    assert report.derived(size) == report.derived(size) == 166
    assert replace(report, typed={}).derived(size) == 0
    assert len(asked) == 2
    assert report == filled()


def test_what_is_forgotten_is_worked_out_again() -> None:
    report = filled()
    before = report.entries
    report.forget()
    assert report == filled()
    assert report.entries == before
    assert report.entries is not before

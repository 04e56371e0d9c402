from dataclasses import replace
from decimal import Decimal

from core import edits
from core.cells import CellId
from core.report import Report
from core.tally import Tally, change, forerunner, tally

A, B, C = (CellId(f"t3.{row}.natural") for row in ("new_requests", "carried_in", "granted"))


def test_blanks_and_words_are_not_counted() -> None:
    report = edits.set_cells(Report(), {A: "12", B: "无"})
    assert tally(report, (A, B, C)) == Tally(Decimal(12), 1)


def test_the_mean_has_two_decimals_and_none_where_none_are_needed() -> None:
    assert Tally(Decimal(24), 3).mean == Decimal(8)
    assert f"{Tally(Decimal(1), 2).mean:f}" == "0.5"
    assert f"{Tally(Decimal(300), 3).mean:f}" == "100"
    assert Tally(Decimal(20), 3).mean == Decimal("6.67")
    assert Tally(Decimal(), 0).mean is None


def test_the_change_is_told_only_where_both_years_have_a_number() -> None:
    report = edits.set_cells(Report(), {A: "9", B: "0"})
    report = replace(report, last_year=edits.set_cells(Report(), {A: "8"}))
    assert [change(report, cell) for cell in (A, B, C)] == [Decimal(1), None, None]
    assert change(Report(), A) is None


def test_what_was_carried_forward_is_what_is_carried_in() -> None:
    assert forerunner(B) == "t3.carried_forward.natural"
    assert forerunner(A) is None

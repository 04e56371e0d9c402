from dataclasses import replace
from decimal import Decimal

from core import edits
from core.cells import CellId
from core.report import Report
from core.tally import Tally, against_last_year, change, forerunner, in_force, tally

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


IN_FORCE = CellId("t2.normative_docs.in_force")


def documents(issued: str, repealed: str, before: str = "9") -> Report:
    last = edits.set_cell(Report(year=2025), IN_FORCE, before)
    cells = {CellId("t2.normative_docs.issued"): issued, CellId("t2.normative_docs.repealed"): repealed}
    return edits.attach_last_year(edits.set_cells(Report(year=2026), cells), last)


def test_what_is_in_force_follows_from_last_year() -> None:
    follows = in_force(documents("3", "1"), IN_FORCE)
    assert follows is not None
    assert follows.expected == 11
    assert follows.words == "按去年 9 + 制发 3 − 废止 1 推算为 11"


def test_nothing_is_proposed_where_a_number_is_missing_or_stands_already() -> None:
    report = documents("3", "1")
    cells = ("t2.normative_docs.issued", "t2.regulations.in_force", "t3.granted.natural")
    assert [in_force(report, CellId(cell)) for cell in cells] == [None] * 3
    assert in_force(edits.set_cell(report, IN_FORCE, "0"), IN_FORCE) is None
    assert in_force(documents("3", ""), IN_FORCE) is None
    assert in_force(documents("3", "1", ""), IN_FORCE) is None
    assert in_force(documents("0", "10"), IN_FORCE) is None
    assert in_force(edits.set_year(report, 2028), IN_FORCE) is None
    assert in_force(edits.attach_last_year(report, None), IN_FORCE) is None


def test_cells_are_compared_with_last_year_where_both_years_have_a_number() -> None:
    last = edits.set_cells(Report(), {A: "10", B: "4"})
    report = edits.attach_last_year(edits.set_cells(Report(), {A: "12", C: "7"}), last)
    told = against_last_year(report, (A, B, C))
    assert told is not None
    assert (told.before, told.difference, told.count) == (Decimal(10), Decimal(2), 1)
    assert against_last_year(report, (B, C)) is None
    assert against_last_year(Report(), (A,)) is None

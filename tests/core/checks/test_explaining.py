"""The fewest changes that explain what does not add up."""

from dataclasses import replace
from decimal import Decimal

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.checks.explaining import MOST, explained, suggestions
from core.finding import Finding
from core.report import Report
from tests.core.checks.golden import BALANCED
from tests.examples import as_imported, column, filled

NEW, GRANTED = CellId("t3.new_requests.natural"), CellId("t3.granted.natural")
BUSY = filled(column("natural", new=3060, granted=3050, forward=10))


def sums(report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code in {"A01", "A02", "A03", "A04"}]


def said(report: Report) -> list[str]:
    return [suggestion.words for suggestion in sums(report)[0].suggestions]


def test_a_report_that_adds_up_has_nothing_to_explain() -> None:
    assert explained(BALANCED).failing == ()
    assert suggestions(BALANCED, ()) == ((), False)


def test_transposed_digits_are_put_back_first() -> None:
    words = said(edits.set_cell(BUSY, GRANTED, "3005"))
    assert words[0] == "把“（一）予以公开—自然人”从 3005 改成 3050，即可平（数字颠倒）。"
    assert 1 < len(words) <= MOST


def test_a_digit_typed_twice_is_taken_away() -> None:
    words = said(edits.set_cell(BUSY, CellId("t3.carried_forward.natural"), "100"))
    assert words[0] == "把“四、结转下年度继续办理—自然人”从 100 改成 10，即可平（多写一个 0）。"


def test_a_negative_number_loses_its_sign() -> None:
    (finding,) = sums(edits.set_cell(BUSY, GRANTED, "-3050"))
    assert (finding.suspect, finding.remedy) == (GRANTED, "3050")


def test_a_number_in_the_next_column_goes_back_as_one_change() -> None:
    right = filled(
        column("natural", new=9, granted=9) | column("business", new=7, granted=2) | {"t3.partial.business": 5}
    )
    wrong = edits.set_cells(right, {CellId("t3.partial.business"): "0", CellId("t3.partial.research"): "5"})
    suggestion = sums(wrong)[0].suggestions[0]
    assert suggestion.changes == ((CellId("t3.partial.research"), "0"), (CellId("t3.partial.business"), "5"))
    assert "填到了相邻一格" in suggestion.words


def test_rows_of_an_import_that_were_exchanged_are_found_though_the_columns_hold() -> None:
    right = as_imported(filled(column("natural", new=9, granted=7) | {"t3.partial.natural": 2}))
    wrong = edits.set_cells(right, {GRANTED: "2", CellId("t3.partial.natural"): "7"})
    first = sums(wrong)[0].suggestions[0]
    assert dict(first.changes) == {GRANTED: "7", CellId("t3.partial.natural"): "2"}


def test_two_wrong_cells_of_one_row_explain_it_together() -> None:
    wrong = edits.set_cells(as_imported(BALANCED), {GRANTED: "1", CellId("t3.granted.business"): "5"})
    rows = [finding for finding in sums(wrong) if finding.code == "A01"]
    assert dict(rows[0].suggestions[0].changes) == {GRANTED: "10", CellId("t3.granted.business"): "3"}


def test_last_years_number_decides_between_equal_slips() -> None:
    this = filled(column("natural", new=63, granted=36))
    for new, granted, suspect in ((62, 60, GRANTED), (35, 36, NEW)):
        last = replace(filled({NEW: new, GRANTED: granted}), year=2023)
        (finding,) = sums(edits.attach_last_year(this, last))
        assert finding.suspect == suspect


def test_what_last_year_carried_forward_is_not_doubted() -> None:
    last = replace(filled(column("natural", new=12, forward=12)), year=2023)
    report = edits.attach_last_year(filled(column("natural", carried_in=12, granted=21)), last)
    (finding,) = sums(report)
    assert finding.suspect == GRANTED


def test_where_nothing_stands_out_no_cell_is_named_but_all_are_offered() -> None:
    (finding,) = sums(filled(column("natural", new=5, granted=3)))
    assert finding.suspect is None
    assert {suggestion.changes for suggestion in finding.suggestions} >= {((NEW, "3"),), ((GRANTED, "5"),)}


def test_no_suggestion_makes_a_number_negative_or_broken() -> None:
    report = filled({NEW: 2, GRANTED: "3.5"})
    for steps in explained(report).steps.values():
        assert all(new >= 0 and new % 1 == 0 for step in steps for _, new in step.changes)


def test_every_step_mends_the_sums_that_it_says_it_mends() -> None:
    report = edits.set_cell(as_imported(BALANCED), GRANTED, "1")
    known = explained(report)
    best = known.steps[known.failing[0].place][0]
    mended = edits.set_cells(report, {cell: f"{new:f}" for cell, new in best.changes})
    assert len(best.mends) == len(known.failing) == 2
    assert best.changes == ((GRANTED, Decimal(10)),)
    assert explained(mended).failing == ()

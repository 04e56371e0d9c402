"""Family A, sums: what is said, where, and what is not said twice."""

from decimal import Decimal

import pytest

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.finding import Finding
from core.form import F2021
from core.report import Report
from tests.examples import TOTALS, as_imported, column, filled

PERSONS = [c.id for c in F2021.table("t3").columns if c.id != "total"]


def said(report: Report, *codes: str) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code in codes]


def sums(report: Report) -> list[str]:
    return [finding.code for finding in said(report, "A01", "A02", "A03", "A04", "A08")]


@pytest.mark.parametrize("name", PERSONS)
def test_each_column_must_balance(name: str) -> None:
    (finding,) = said(filled(column(name, new=4, carried_in=1, granted=2, forward=1)), "A03")
    assert finding.cells == tuple(
        f"t3.{row}.{name}" for row in ("new_requests", "carried_in", "total_handled", "carried_forward")
    )
    assert finding.difference == Decimal(2)


def test_the_difference_is_below_0_where_the_right_side_is_too_much() -> None:
    (finding,) = said(filled(column("natural", new=4, granted=5)), "A03")
    assert finding.difference == Decimal(-1)


@pytest.mark.parametrize("total", TOTALS)
def test_every_printed_total_is_held_against_its_sum(total: CellId) -> None:
    report = as_imported(filled())
    wrong = edits.use_computed(report, [total])
    wrong = Report(typed=report.typed, printed={**wrong.printed, total: filled(printed={total: 1}).printed[total]})
    (equation,) = [e for e in F2021.equations if e.fills == total]
    assert equation.code in sums(wrong)
    assert total in {cell for finding in said(wrong, equation.code) for cell in finding.cells}


def test_the_total_column_is_not_repeated_when_its_columns_say_it() -> None:
    report = filled(column("natural", new=3, granted=2) | column("business", new=5, granted=4))
    assert [finding.cells[0] for finding in said(report, "A03")] == [
        "t3.new_requests.natural",
        "t3.new_requests.business",
    ]


def test_the_total_column_is_not_repeated_for_an_import_that_prints_it_so() -> None:
    report = as_imported(filled(column("natural", new=3, granted=2)))
    assert [finding.cells[0] for finding in said(report, "A03")] == ["t3.new_requests.natural"]


def test_the_total_column_is_judged_where_its_own_print_is_wrong() -> None:
    right = as_imported(filled(column("natural", new=3, granted=3)))
    wrong = Report(typed=right.typed, printed={**right.printed, **filled(printed={"t3.new_requests.total": 5}).printed})
    assert sorted(sums(wrong)) == ["A01", "A03"]
    assert {finding.cells[-1] for finding in said(wrong, "A03")} == {"t3.carried_forward.total"}


def test_columns_off_in_opposite_directions_are_both_said_though_the_total_holds() -> None:
    report = filled(column("natural", new=3, granted=2) | column("business", new=2, granted=3))
    assert sums(report) == ["A03", "A03"]


def test_requests_without_any_result_are_said_in_plainer_words_instead() -> None:
    assert sums(filled(column("natural", new=2))) == ["A08"]
    assert sums(filled(column("natural", new=2, forward=1))) == ["A03"]
    assert sums(filled(column("natural", new=2, granted=1))) == ["A03"]


def test_results_without_any_request_are_unbalanced() -> None:
    assert sums(filled(column("natural", granted=1))) == ["A03"]


def test_the_intake_without_results_names_its_difference_and_cells() -> None:
    (finding,) = said(filled(column("natural", carried_in=3)), "A08")
    assert (finding.difference, finding.cells[1]) == (Decimal(3), "t3.carried_in.natural")


def test_only_totals_that_were_printed_are_judged() -> None:
    report = filled(column("natural", new=3, granted=3), printed={"t3.granted.total": 3})
    assert sums(report) == []


def test_settling_for_the_sum_ends_the_finding() -> None:
    report = filled({"t4.review.upheld": 2}, printed={"t4.review.total": 3})
    assert sums(report) == ["A04"]
    assert sums(edits.use_computed(report, [CellId("t4.review.total")])) == []


def test_a_sum_waits_for_the_typed_cells_and_names_them() -> None:
    cells = (CellId("t3.granted.natural"), CellId("t3.partial.natural"), CellId("t3.carried_in.natural"))
    (said,) = catalogue.run(edits.clear(filled(), cells)).undecided
    assert set(said.cells) == set(cells)
    assert said.reason == "“自然人”还有 3 格不是数字。"


def test_a_printed_total_can_be_judged_in_part_while_another_column_waits() -> None:
    report = filled({"t4.review.upheld": "", "t4.lawsuit_direct.upheld": 1}, printed={"t4.lawsuit_direct.total": 2})
    assert sums(report) == ["A04"]


@pytest.mark.parametrize(
    ("issued", "repealed", "in_force", "doubted"),
    [(5, 0, 3, True), (5, 2, 3, False), (5, 0, 5, False), (0, 0, 0, False), (5, 5, 0, False)],
)
def test_what_was_issued_is_in_force_or_repealed(issued: int, repealed: int, in_force: int, *, doubted: bool) -> None:
    cells = {
        f"t2.regulations.{name}": n
        for name, n in zip(("issued", "repealed", "in_force"), (issued, repealed, in_force), strict=True)
    }
    assert bool(said(filled(cells), "A09")) is doubted


def test_without_last_year_nothing_is_said_of_how_much_could_be_repealed() -> None:
    verdict = catalogue.run(filled({"t2.regulations.repealed": 9}))
    assert "A10" not in {said.code for said in verdict.findings} | {said.code for said in verdict.undecided}


def test_what_has_no_result_is_told_by_its_column_where_the_plainer_rule_is_switched_off() -> None:
    report = filled(column("natural", new=3))
    assert sums(report) == ["A08"]
    assert sums(edits.switch_rule(report, "A08", on=False)) == ["A03"]
    assert sums(edits.switch_rule(report, "A03", on=False)) == ["A08"]

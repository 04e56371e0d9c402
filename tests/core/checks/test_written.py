"""Equations brought to the cells that somebody wrote."""

from decimal import Decimal

from core.cells import CellId
from core.checks.written import lines, lines_through
from core.form import F2021
from tests.examples import TYPED, as_imported, column, filled


def test_a_typed_report_is_judged_by_its_balances_alone() -> None:
    balanced = filled(column("natural", new=3, granted=3))
    assert {line.equation.code for line in lines(balanced)} == {"A03"}
    assert all(line.residual == 0 for line in lines(balanced))
    assert set().union(*(line.weights for line in lines(balanced))) <= set(TYPED)


def test_what_is_off_is_told_with_its_sign() -> None:
    off = [line for line in lines(filled(column("natural", new=5, granted=3))) if line.residual]
    assert {line.residual for line in off} == {Decimal(2)}
    assert all(CellId("t3.granted.natural") in line.weights for line in off)


def test_printed_totals_are_judged_by_their_sums_too() -> None:
    codes = {line.equation.code for line in lines(as_imported(filled()))}
    assert {"A01", "A02", "A03", "A04"} <= codes


def test_every_cell_knows_the_lines_it_stands_in() -> None:
    through = lines_through(F2021, frozenset())
    assert through[CellId("t3.granted.natural")]
    assert CellId("t2.licensing.decisions") not in through

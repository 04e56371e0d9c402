"""Both sides of an equation, with what is missing for them."""

from decimal import Decimal

from core.balance import balance
from core.cells import CellId
from core.form import F2021
from tests.examples import column, filled

NATURAL = next(e for e in F2021.equations if e.code == "A03" and e.subject == "自然人")


def test_both_sides_are_summed() -> None:
    sides = balance(filled(column("natural", new=3, carried_in=1, granted=2, forward=1)), NATURAL)
    assert (sides.left, sides.right, sides.difference, sides.missing) == (Decimal(4), Decimal(3), Decimal(1), ())


def test_a_difference_below_0_means_that_the_right_side_is_too_much() -> None:
    assert balance(filled(column("natural", new=3, granted=5)), NATURAL).difference == Decimal(-2)


def test_a_blank_leaves_its_side_without_a_sum_and_is_named() -> None:
    sides = balance(filled({"t3.new_requests.natural": ""}), NATURAL)
    assert (sides.left, sides.right, sides.difference) == (None, Decimal(0), None)
    assert sides.missing == (CellId("t3.new_requests.natural"),)


def test_words_that_are_no_number_leave_no_sum_either() -> None:
    assert balance(filled({"t3.carried_forward.natural": "若干"}), NATURAL).right is None


def test_a_printed_total_counts_only_where_the_print_is_asked_for() -> None:
    report = filled(column("natural", new=3, granted=3), printed={"t3.total_handled.natural": 2})
    assert balance(report, NATURAL).difference == 0
    assert balance(report, NATURAL, printed=True).difference == 1

"""What the tables say of a quantity."""

from decimal import Decimal

from core.checks.counts import lawful
from core.form import F2019
from core.report import Report
from core.sentences.quantities import Quantity
from core.sentences.statements import Statement
from tests.examples import column, filled


def values(report: Report, quantity: Quantity, group: Quantity | None = None) -> list[Decimal | None]:
    return [count.value for count in lawful(report, Statement((quantity,), Decimal(), 0, 0, group=group))]


def test_an_ambiguous_verb_has_several_lawful_values() -> None:
    report = filled(column("natural", new=5, carried_in=2, granted=4, forward=3))
    assert values(report, Quantity.NEW) == [5]
    assert values(report, Quantity.RECEIVED) == [5, 7]
    assert values(report, Quantity.HANDLED) == [7, 4, 5]
    assert values(report, Quantity.CLOSED) == [4, 2]


def test_an_outcome_belongs_to_the_kind_of_case() -> None:
    report = filled({"t4.review.upheld": 3, "t4.lawsuit_direct.upheld": 2, "t4.lawsuit_after_review.upheld": 1})
    assert values(report, Quantity.UPHELD, Quantity.REVIEW) == [3]
    assert values(report, Quantity.UPHELD, Quantity.LAWSUIT) == [3, 2, 1]
    assert values(report, Quantity.UPHELD) == [3, 3, 2, 1, 6]


def test_quantities_counted_together_are_added() -> None:
    report = filled({"t3.granted.natural": 3, "t3.partial.natural": 2})
    both = Statement((Quantity.GRANTED, Quantity.PARTIAL), Decimal(), 0, 0, together=True)
    (count,) = lawful(report, both)
    assert (count.name, count.value) == ("予以公开、部分公开合计", Decimal(5))


def test_a_cell_that_is_no_number_gives_no_value() -> None:
    assert values(filled({"t3.new_requests.natural": ""}), Quantity.NEW) == [None]


def test_a_form_without_the_row_says_nothing() -> None:
    assert values(Report(form=F2019), Quantity.DOCUMENTS_IN_FORCE) == []

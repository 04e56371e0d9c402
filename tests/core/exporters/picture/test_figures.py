"""Numbers for the 图解, straight from the cells."""

from dataclasses import replace
from decimal import Decimal

from core.cells import CellId
from core.exporters.picture.figures import amount, bar
from tests.examples import column, entries, filled

NEW, GRANTED = CellId("t3.new_requests.natural"), CellId("t3.granted.natural")
TOTAL = CellId("t3.new_requests.total")
FEES = CellId("t2.admin_fees.amount_wan")


def test_a_number_stands_as_in_its_cell() -> None:
    report = filled({NEW: 1234567, FEES: "12.50"})
    assert amount(report, [NEW]).words == "1234567"
    assert amount(report, [FEES]).words == "12.50"


def test_several_cells_are_added() -> None:
    found = amount(filled({NEW: 3, GRANTED: 4}), [NEW, GRANTED])
    assert (found.value, found.words, found.cells) == (Decimal(7), "7", (NEW, GRANTED))


def test_a_blank_is_not_0() -> None:
    report = filled({NEW: ""})
    assert amount(report, [NEW]).value is None
    assert amount(report, [NEW]).words == "未填"
    assert amount(report, [NEW, GRANTED]).words == "未填全"
    assert amount(report, [TOTAL]).words == "未填全"


def test_marks_and_words_are_no_numbers() -> None:
    report = filled({NEW: "/", GRANTED: "若干"})
    assert amount(report, [NEW]).words == "不适用"
    assert amount(report, [GRANTED]).words == "不是数"


def test_last_year_stands_beside_where_it_is_attached() -> None:
    last = filled(column("natural", new=2, granted=2))
    report = replace(filled(column("natural", new=5, granted=5)), last_year=last)
    found = bar(report, "自然人", NEW)
    assert [each.words for each in found.amounts] == ["5", "2"]
    assert bar(filled(), "自然人", NEW).before is None


def test_a_sum_knows_the_cells_that_make_it_up() -> None:
    places = bar(filled(), "本年新收", TOTAL).places
    assert places[:2] == (TOTAL, NEW)
    assert len(places) == 7
    assert bar(filled(), "自然人", NEW).places == (NEW,)


def test_totals_of_last_year_stand_as_its_file_prints_them() -> None:
    last = replace(filled(column("natural", new=2, granted=2)), printed=entries({TOTAL: 3}))
    found = bar(replace(filled(), last_year=last), "本年新收", TOTAL)
    assert found.before is not None
    assert found.before.words == "3"

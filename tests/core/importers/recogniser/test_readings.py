"""Values of one row, counted."""

import pytest

from core.importers.recogniser.readings import Reading, adds_up, drop_subtotal, ending_in_total, fit, is_value


@pytest.mark.parametrize(
    ("tail", "values"),
    [
        (["1", "", "3"], ["1", "", "3"]),
        (["", "1", "2", "3", ""], ["1", "2", "3"]),
        (["", "", "", ""], ["", "", ""]),
        (["", "1", "2", ""], None),
        (["1", "2"], None),
        (["", ""], None),
        (["1", "2", "3", "4"], None),
    ],
)
def test_cells_fit_only_where_blanks_leave_no_choice(tail: list[str], values: list[str] | None) -> None:
    assert fit(tail, 3) == values


@pytest.mark.parametrize(
    "tail",
    [["5", "3", "1", "2", "0", "0", "0", "8"], ["5", "1", "2", "0", "0", "0", "3", "8"]],
    ids=["before", "behind"],
)
def test_an_extra_subtotal_is_dropped_if_the_sums_prove_it(tail: list[str]) -> None:
    assert drop_subtotal(tail, 7) == ["5", "1", "2", "0", "0", "0", "8"]


def test_blanks_and_marks_count_as_nothing_beside_a_subtotal() -> None:
    assert drop_subtotal(["/", "3", "", "-", "", "", "3", "3"], 7, 6) == ["/", "3", "", "-", "", "", "3"]
    assert drop_subtotal(["", "0", "", "0", "", "", "0", "0"], 7) is None
    assert drop_subtotal(["", "0", "", "0", "", "", "0", "0"], 7, 6) == ["", "0", "", "0", "", "", "0"]


def test_blanks_between_values_need_the_sums_to_prove_their_places() -> None:
    assert fit(["", "1", "", "", "", "", "2", "3", ""], 7) == ["1", "", "", "", "", "2", "3"]
    assert fit(["", "1", "", "", "", "", "2", "4", ""], 7) is None


def test_eight_values_that_prove_nothing_are_left_alone() -> None:
    assert drop_subtotal(["1", "2", "3", "4", "5", "6", "7", "8"], 7) is None
    assert drop_subtotal(["1", "待核", "0", "0", "0", "0", "0", "1"], 7) is None
    assert drop_subtotal(["1", "2"], 7) is None


def test_a_row_adds_up_or_has_nothing_to_compare() -> None:
    assert adds_up({"natural": "1", "business": "", "total": "1"})
    assert adds_up({"natural": "1", "total": ""})
    assert not adds_up({"natural": "1", "business": "1", "total": "1"})


def test_a_doubted_reading_keeps_its_words() -> None:
    reading = Reading({"natural": "1", "total": "2"}).named("t3", "granted", 4).doubted("怪")
    assert (reading.raw, reading.reason, reading.written) == ("1 2", "怪", 2)


@pytest.mark.parametrize("text", ["0", "1,234", "3件", "１２", "/", "—", "4 4", "2.02", "14O", "0.5万元"])
def test_numbers_and_marks_are_values(text: str) -> None:
    assert is_value(text)


@pytest.mark.parametrize("text", ["1.", "1、", "待核", "2024年", "（一）", ""])
def test_ordinals_and_words_are_none(text: str) -> None:
    assert not is_value(text)


def test_a_row_with_too_many_blanks_likely_ends_in_its_total() -> None:
    assert ending_in_total(["", "", "", "3", "", "", "", "", "3", ""], 7) == ["", "3", "", "", "", "", "3"]
    assert ending_in_total(["", "", "", "3", "", "", "", "", "4", ""], 7) is None
    assert ending_in_total(["", "3"], 7) is None


def test_a_head_of_a_subtotal_tells_which_value_it_is() -> None:
    assert drop_subtotal(["1", "待核", "0", "0", "0", "0", "0", "1"], 7, 6) == ["1", "待核", "0", "0", "0", "0", "1"]
    assert drop_subtotal(["1", "0", "0", "0", "0", "0", "1"], 7, 6) is None

"""The short names of numbers that texts refer to."""

import pytest

from core.form import F2019, F2021
from core.form.reference_names import called, named, quantities


def test_every_number_has_a_name_and_an_identifier_of_its_own() -> None:
    known = quantities(F2021)
    assert len({each.name for each in known.values()}) == len(known)
    assert all(identifier == each.id for identifier, each in known.items())


def test_every_cell_of_the_form_can_be_referred_to() -> None:
    assert set(F2021.cells) <= set(quantities(F2021))


def test_short_names_are_short_and_contain_nothing_that_ends_a_name() -> None:
    assert 25 <= len(named(F2021)) <= 40
    assert all(2 <= len(each.name) <= 10 and not set(each.name) & set("{}。，；\n") for each in named(F2021))


@pytest.mark.parametrize(
    ("typed", "identifier"),
    [
        ("新收总计", "t3.new_requests.total"),
        ("不予公开", "t3.denied.total"),
        (" 诉讼 总计 ", "t4.lawsuits.total"),
        ("三(三)1自然人", "t3.denied_state_secret.natural"),
        ("三（三）1 · 自然人", "t3.denied_state_secret.natural"),
    ],
)
def test_a_name_is_understood_however_its_blanks_and_brackets_are_typed(typed: str, identifier: str) -> None:
    quantity = called(F2021, typed)
    assert quantity is not None
    assert quantity.id == identifier


def test_a_name_that_nobody_gave_means_nothing() -> None:
    assert called(F2021, "新收") is None


def test_sums_are_of_the_rows_that_the_form_groups() -> None:
    rows = {row.id: row for row in F2021.table("t3").rows}
    for identifier, group in (
        ("denied", "（三）不予公开"),
        ("unable", "（四）无法提供"),
        ("rejected", "（五）不予处理"),
    ):
        cells = quantities(F2021)[f"t3.{identifier}.total"].cells
        assert [cell.split(".")[1] for cell in cells] == [row.id for row in rows.values() if row.group == group]


def test_the_place_says_table_row_and_column_in_the_words_of_the_form() -> None:
    assert quantities(F2021)["t3.granted.total"].place == "表三·（一）予以公开·总计"


def test_an_older_form_offers_what_it_has() -> None:
    assert "t3.new_requests.total" in quantities(F2019)
    assert all(cell in F2019.cells for each in quantities(F2019).values() for cell in each.cells)

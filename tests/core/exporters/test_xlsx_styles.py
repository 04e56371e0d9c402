"""Looks and measures of the workbook."""

from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from core.exporters.xlsx_styles import Look, Styles, lines_needed, number_format, set_standard_font, wear


@pytest.mark.parametrize(
    ("value", "shown"), [("12", "0"), ("0.5", "0.0"), ("72701.257801", "0.000000"), ("3.00", "0.00"), ("1E+3", "0")]
)
def test_a_number_keeps_the_digits_it_was_typed_with(value: str, shown: str) -> None:
    assert number_format(Decimal(value)) == shown


def test_every_look_is_made_once_and_keeps_apart_from_the_others() -> None:
    sheet = Workbook().create_sheet()
    styles = Styles(sheet)
    cells = [sheet.cell(row, 1) for row, _ in enumerate(Look, start=1)]
    for cell, look in zip(cells, Look, strict=True):
        assert isinstance(cell, Cell)
        wear(cell, styles.of(look))
    assert [(cell.font.name, cell.font.size) for cell in cells] == [(look.value.font, look.value.size) for look in Look]
    assert styles.of(Look.TEXT) is styles.of(Look.TEXT)


def test_lines_are_counted_generously() -> None:
    assert lines_needed("", 20, 10.5) == 1
    assert lines_needed("甲\n乙", 20, 10.5) == 2
    assert lines_needed("字" * 84, 84, 12) == 3


def test_a_line_is_as_long_as_its_full_and_half_characters() -> None:
    assert [lines_needed("字" * count, 85.5, 14) for count in (31, 32, 62, 63)] == [1, 2, 2, 3]
    assert [lines_needed("7" * count, 85.5, 14) for count in (59, 62)] == [1, 2]


def test_room_is_left_where_a_mark_or_a_number_moves_to_the_next_line() -> None:
    assert lines_needed("字" * 30 + "1,286条", 85.5, 14) == 2
    assert lines_needed("字" * 31 + "，" + "字" * 30, 85.5, 14) == 3


def test_columns_are_measured_by_a_font_of_every_machine() -> None:
    book = Workbook()
    set_standard_font(book)
    assert isinstance(book.active, Worksheet)
    cell = book.active["A1"]
    assert isinstance(cell, Cell)
    assert (cell.font.name, cell.font.size) == ("Times New Roman", 10.5)

"""Looks and measures of the workbook."""

from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from core.exporters.xlsx_styles import Look, Styles, lines_needed, number_format, wear


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

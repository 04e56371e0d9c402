"""Single cells of the workbook."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from core.exporters.xlsx_cells import merge, plain, put, put_formula
from core.exporters.xlsx_styles import Look, Styles


def saved(sheet: Worksheet) -> Worksheet:
    buffer = BytesIO()
    assert isinstance(sheet.parent, Workbook)
    sheet.parent.save(buffer)
    return load_workbook(buffer)[sheet.title]


@pytest.fixture
def sheet() -> Worksheet:
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    return book.active


@pytest.mark.parametrize("words", ["=SUM(A1)", "+1", "-1", "@x", "#N/A", "{=1}", "TRUE", "2031年1月1日", "12"])
def test_words_are_never_taken_for_a_formula_a_date_or_a_number(sheet: Worksheet, words: str) -> None:
    put(sheet, 1, 1, words, Styles(sheet).of(Look.TEXT))
    cell = saved(sheet)["A1"]
    assert (cell.value, cell.data_type) == (words, "s")


def test_numbers_keep_every_digit_and_formulas_live(sheet: Worksheet) -> None:
    put(sheet, 1, 1, Decimal("72701.257801"), Styles(sheet).of(Look.NUMBER))
    put_formula(sheet, 1, 2, "=SUM(A1:A1)", Styles(sheet).of(Look.NUMBER))
    found = saved(sheet)
    assert (found["A1"].value, found["A1"].data_type) == (72701.257801, "n")
    assert (found["B1"].value, found["B1"].data_type) == ("=SUM(A1:A1)", "f")


def test_a_blank_stays_blank(sheet: Worksheet) -> None:
    put(sheet, 1, 1, "", Styles(sheet).of(Look.NUMBER))
    assert saved(sheet)["A1"].value is None


@pytest.mark.parametrize("bad", ["\0", "\x07", "\x1f", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_file_can_hold_is_dropped(sheet: Worksheet, bad: str) -> None:
    put(sheet, 1, 1, f"甲{bad}乙\n丙", Styles(sheet).of(Look.TEXT))
    assert saved(sheet)["A1"].value == "甲乙\n丙" == plain(f"甲{bad}乙\r\n丙")


def test_one_cell_is_not_merged_with_itself(sheet: Worksheet) -> None:
    merge(sheet, 1, 1, 1, 1)
    merge(sheet, 2, 1, 3, 4)
    assert [area.coord for area in sheet.merged_cells.ranges] == ["A2:D3"]

"""Single cells of the workbook."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet

from core.exporters.xlsx_cells import LONGEST, merge, put, put_formula, put_led
from core.exporters.xlsx_package import Book
from core.exporters.xlsx_styles import Look
from core.exporters.xlsx_xml import plain
from core.importers.extract import Grid
from core.importers.workbook import xlsx


def saved(book: Book, *, results: bool = False) -> Worksheet:
    found = load_workbook(BytesIO(book.packed("甲")), data_only=results, rich_text=True)["甲"]
    assert isinstance(found, Worksheet)
    return found


@pytest.mark.parametrize("words", ["=SUM(A1)", "+1", "-1", "@x", "#N/A", "{=1}", "TRUE", "2031年1月1日", "12", "  甲 "])
def test_words_are_never_taken_for_a_formula_a_date_or_a_number(words: str) -> None:
    book = Book()
    put(book.sheet("甲"), 1, 1, words, book.styles.of(Look.TEXT))
    cell = saved(book)["A1"]
    assert (cell.value, cell.data_type) == (words, "s")


def test_numbers_keep_every_digit_and_formulas_live() -> None:
    book = Book()
    sheet, style = book.sheet("甲"), book.styles.of(Look.NUMBER)
    put(sheet, 1, 1, Decimal("72701.257801"), style)
    put(sheet, 1, 2, Decimal("1E+3"), style)
    put_formula(sheet, 1, 3, 'IF(A1<>"",SUM(A1:B1),"&")', style, result=Decimal(5))
    found = saved(book)
    assert [(cell.value, cell.data_type) for cell in found[1]] == [
        (72701.257801, "n"),
        (1000, "n"),
        ('=IF(A1<>"",SUM(A1:B1),"&")', "f"),
    ]


def test_who_does_not_reckon_sees_what_comes_out_of_a_formula() -> None:
    book = Book()
    sheet, style = book.sheet("甲"), book.styles.of(Look.NUMBER)
    for column, result in enumerate((Decimal(0), Decimal("2.5"), "平", "", None), start=1):
        put_formula(sheet, 1, column, "Z1", style, result=result)
    assert [cell.value for cell in saved(book, results=True)[1]] == [0, 2.5, "平", None, None]
    assert {cell.value for cell in saved(book)[1]} == {"=Z1"}


def test_a_blank_stays_blank() -> None:
    book = Book()
    sheet = book.sheet("甲")
    for column, blank in enumerate(("", "\0\x07"), start=1):
        put(sheet, 1, column, blank, book.styles.of(Look.NUMBER))
    assert [cell.value for cell in saved(book)[1]] == [None, None]


@pytest.mark.parametrize("bad", ["\0", "\x07", "\x1f", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_file_can_hold_is_dropped(bad: str) -> None:
    book = Book()
    put(book.sheet("甲"), 1, 1, f"甲{bad}乙\r\n丙", book.styles.of(Look.TEXT))
    assert saved(book)["A1"].value == "甲乙\n丙"


PIECES = st.sampled_from(
    ["=1", "_x000D_", "_x005F_", "&amp;", "<b>", "]]>", "\n", "\r\n", " ", "　", "'", '"', "\ufeff", "\U0002b7ce"]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=8).map("".join))
def test_any_words_come_back_as_they_were_but_for_what_no_file_can_hold(text: str) -> None:
    book = Book()
    sheet, style = book.sheet("甲"), book.styles.of(Look.TEXT)
    put(sheet, 1, 1, f"甲{text}", style)
    put_formula(sheet, 1, 2, "A1", style, result=f"乙{text}")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "甲.xlsx"
        file.write_bytes(book.packed(text))
        (grid,) = [block for block in xlsx.read(file).blocks if isinstance(block, Grid)]
    assert grid.rows == ((f"甲{plain(text)}", f"乙{plain(text)}"),)


def test_a_heading_run_into_its_paragraph_is_set_in_its_own_face() -> None:
    book = Book()
    put_led(book.sheet("甲"), 1, 1, "　（一）开头。后文 <1> ", book.styles.of(Look.TEXT), lead=7)
    value = saved(book)["A1"].value
    assert isinstance(value, CellRichText)
    runs = [(run.text, run.font.rFont, bool(run.font.b)) for run in value if not isinstance(run, str)]
    assert runs == [("　（一）开头。", "楷体", True), ("后文 <1> ", "仿宋", False)]


def test_a_cell_holds_no_more_than_excel_allows() -> None:
    book = Book()
    put(book.sheet("甲"), 1, 1, "字" * (LONGEST + 5), book.styles.of(Look.TEXT))
    put_formula(book._sheets[0], 1, 2, "A1", 0, result="字" * (LONGEST + 5))
    assert saved(book)["A1"].value == saved(book, results=True)["B1"].value == "字" * LONGEST


def test_one_cell_is_not_merged_with_itself() -> None:
    book = Book()
    sheet = book.sheet("甲")
    merge(sheet, 1, 1, 1, 1)
    merge(sheet, 2, 1, 3, 4)
    assert [area.coord for area in saved(book).merged_cells.ranges] == ["A2:D3"]

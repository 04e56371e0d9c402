"""Single cells of the workbook."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet

from core.exporters.xlsx_book import Book
from core.exporters.xlsx_cells import merge, put, put_formula, put_led
from core.exporters.xlsx_styles import Look
from core.exporters.xlsx_words import LONGEST, plain
from core.importers.extract import Grid
from core.importers.workbook import xlsx


def saved(book: Book, *, results: bool = False) -> Worksheet:
    return read(book.packed("甲"), results=results)


def read(data: bytes, *, results: bool = False) -> Worksheet:
    found = load_workbook(BytesIO(data), data_only=results, rich_text=True)["甲"]
    assert isinstance(found, Worksheet)
    return found


@pytest.mark.parametrize(
    "words",
    [
        "=SUM(A1)",
        "{=1}",
        "http://a.b",
        "<r><b/></r>",
        "<r> &amp;</r>",
        "+1",
        "-1",
        "@x",
        "#N/A",
        "TRUE",
        "2031年1月1日",
        "12",
        "  甲 ",
    ],
)
def test_words_are_never_taken_for_a_formula_a_date_or_a_number(words: str) -> None:
    book = Book()
    put(book.sheet("甲"), 1, 1, words, book.styles.of(Look.TEXT))
    cell = saved(book)["A1"]
    assert (str(cell.value), cell.data_type) == (words, "s")


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
    data = book.packed("甲")
    assert [cell.value for cell in read(data, results=True)[1]] == [0, 2.5, "平", None, None]
    assert {cell.value for cell in read(data)[1]} == {"=Z1"}


@pytest.mark.parametrize(
    "digits", ["9.95", "98765432.123456", "0.3", "999999999999999", "-1", "0.000001", "9007199254.74099"]
)
def test_not_a_digit_is_lost_or_made_up_on_the_way(digits: str) -> None:
    book = Book()
    sheet, style = book.sheet("甲"), book.styles.of(Look.NUMBER)
    put(sheet, 1, 1, Decimal(digits), style)
    put_formula(sheet, 1, 2, "A1", style, result=Decimal(digits))
    with ZipFile(BytesIO(book.packed("甲"))) as package:
        found = etree.fromstring(package.read("xl/worksheets/sheet1.xml")).iter("{*}v")
    assert [Decimal(value.text or "") for value in found] == [Decimal(digits)] * 2


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


def led(text: str, lead: int) -> Cell:
    book = Book()
    style, face = book.styles.of(Look.TEXT), book.styles.of(Look.SUBHEADING)
    put_led(book.sheet("甲"), 1, 1, text, style, lead=lead, face=face)
    cell = saved(book)["A1"]
    assert isinstance(cell, Cell)
    return cell


def test_a_heading_run_into_its_paragraph_is_set_in_its_own_face() -> None:
    value = led("　（一）开头。后文 <1> ", 7).value
    assert isinstance(value, CellRichText)
    runs = [(run.text, run.font.rFont, bool(run.font.b)) for run in value if not isinstance(run, str)]
    assert runs == [("　（一）开头。", "楷体", True), ("后文 <1> ", "仿宋", False)]


@pytest.mark.parametrize(
    ("text", "face"),
    [("（一）开头。", "楷体"), ("（一）开头。\0", "楷体"), ("（一）开头。_x000D_", "仿宋")],
    ids=["nothing behind", "nothing that can be written", "like an escape"],
)
def test_what_cannot_be_set_in_two_faces_keeps_its_words(text: str, face: str) -> None:
    cell = led(text, 6)
    assert (cell.value, cell.font.name) == (plain(text), face)


def test_a_cell_holds_no_more_than_excel_allows() -> None:
    book = Book()
    sheet, style = book.sheet("甲"), book.styles.of(Look.TEXT)
    put(sheet, 1, 1, "字" * (LONGEST + 5), style)
    put_formula(sheet, 1, 2, "A1", style, result="字" * (LONGEST + 5))
    assert [cell.value for cell in saved(book, results=True)[1]] == ["字" * LONGEST] * 2


def test_merged_cells_have_a_border_all_around_and_one_cell_is_not_merged_with_itself() -> None:
    book = Book()
    sheet, style = book.sheet("甲"), book.styles.of(Look.LABEL)
    merge(sheet, 1, 1, 1, 1, style=style)
    merge(sheet, 2, 1, 3, 4, style=style)
    put(sheet, 2, 1, "字", style)
    found = saved(book)
    assert [area.coord for area in found.merged_cells.ranges] == ["A2:D3"]
    assert found["A2"].value == "字"
    assert (found["A2"].border.left.style, found["D3"].border.right.style) == ("thin", "thin")

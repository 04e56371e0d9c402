"""The workbook as a whole, its rows and columns."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook

from core.exporters.xlsx_book import Book, done, freeze, set_height, set_widths
from core.exporters.xlsx_cells import put
from core.exporters.xlsx_paper import set_up_page
from core.exporters.xlsx_styles import Look


def two_sheets() -> bytes:
    book = Book()
    for name in ("甲", "乙"):
        sheet = book.sheet(name)
        for row in (1, 2, 3):
            put(sheet, row, 1, f"{name}的字", book.styles.of(Look.TEXT))
        set_up_page(sheet, 9, 2, repeat=(1, 1))
    sheet.autofilter(0, 0, 8, 1)
    freeze(sheet, 1, 2)
    set_widths(sheet, (8.5, 10, 10))
    set_height(sheet, 1, 27.68)
    set_height(sheet, 2, 20.37, grows=True)
    set_height(sheet, 3, 400, grows=True)
    book.name("数_值", "'乙'!$A$1:$A$9")
    return book.packed("棠溪县 <R&D> 报告\0", "依据 & 办法")


def read() -> Workbook:
    return load_workbook(BytesIO(two_sheets()))


def rows(part: str) -> list[tuple[str | None, float, str | None]]:
    with ZipFile(BytesIO(two_sheets())) as package:
        found = etree.fromstring(package.read(part)).iter("{*}row")
    return [(row.get("r"), round(float(row.get("ht", "0")), 6), row.get("customHeight")) for row in found]


def test_openpyxl_finds_sheets_names_and_what_the_file_is_about() -> None:
    book = read()
    assert book.sheetnames == ["甲", "乙"]
    assert [book[name]["A1"].value for name in book.sheetnames] == ["甲的字", "乙的字"]
    assert book.defined_names["数_值"].attr_text == "'乙'!$A$1:$A$9"
    assert (book["乙"].print_area, book["乙"].print_title_rows) == ("'乙'!$A$1:$B$9", "$1:$1")
    about = book.properties
    assert (about.title, about.subject) == ("棠溪县 <R&D> 报告", "依据 & 办法")
    assert (about.creator, about.lastModifiedBy) == ("年报编制", "年报编制")


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert two_sheets() == two_sheets()


def test_the_first_sheet_is_the_one_that_is_opened() -> None:
    assert [bool(sheet.sheet_view.tabSelected) for sheet in read().worksheets] == [True, False]


def test_a_row_is_held_to_its_height_unless_it_may_grow() -> None:
    assert rows("xl/worksheets/sheet2.xml") == [("1", 27.68, "1"), ("2", 20.37, None), ("3", 400, None)]


def test_columns_are_as_wide_as_they_are_said_to_be() -> None:
    found = read()["乙"].column_dimensions
    assert [(each.min, each.max, each.width) for each in found.values()] == [(1, 1, 8.5), (2, 3, 10)]


def test_the_cursor_waits_behind_what_stays_in_sight() -> None:
    sheet = read()["乙"]
    assert sheet.freeze_panes == "C2"
    assert sheet.sheet_view.selection[-1].activeCell == "C2"


def test_formulas_are_worked_out_anew_when_the_file_is_opened() -> None:
    assert read().calculation.fullCalcOnLoad


def test_what_is_not_written_is_never_passed_over() -> None:
    done(0)
    with pytest.raises(AssertionError):
        done(-1)
    with pytest.raises(AssertionError):
        put(Book().sheet("甲"), 2**20 + 1, 1, "字", Book().styles.of(Look.TEXT))

"""Sheets on paper."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from core.exporters.xlsx_book import Book
from core.exporters.xlsx_paper import FOOTER, PAPER_HEIGHT, set_up_page


def printing(header: str = "", *, repeat: tuple[int, int] | None = None, fit: bool = True) -> Worksheet:
    book = Book()
    set_up_page(book.sheet("甲"), 9, 2, repeat=repeat, fit=fit, header=header)
    found = load_workbook(BytesIO(book.packed("甲")))["甲"]
    assert isinstance(found, Worksheet)
    return found


def above(sheet: Worksheet) -> object:
    return sheet.oddHeader.center.text if sheet.oddHeader else None


def fits(sheet: Worksheet) -> bool:
    found = sheet.sheet_properties.pageSetUpPr
    return bool(found and found.fitToPage)


def test_area_rows_that_come_again_and_the_footer_are_set() -> None:
    sheet = printing(repeat=(1, 4))
    assert (sheet.print_area, sheet.print_title_rows) == ("'甲'!$A$1:$B$9", "$1:$4")
    assert (printing().print_title_rows, above(printing())) == (None, None)
    assert sheet.oddFooter
    assert f"&C{sheet.oddFooter.center.text}" == FOOTER


def test_margins_are_those_of_an_official_page() -> None:
    found = printing().page_margins
    edges = (found.left, found.right, found.top, found.bottom, found.header, found.footer)
    assert [round(each * 2.54, 2) for each in edges] == [2.3, 2.3, 2.5, 2.2, 1.2, 1.2]
    assert not printing().HeaderFooter.scaleWithDoc


def test_a_sheet_is_shrunk_to_the_width_of_a_page_or_not_at_all() -> None:
    assert (fits(printing()), printing().page_setup.fitToHeight) == (True, 0)
    assert not fits(printing(fit=False))


def test_marks_are_not_printed() -> None:
    assert printing().page_setup.blackAndWhite


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("R&D中心", "R&&D中心"),
        ("R&G中心&[Picture]", "R＆G中心＆[Picture]"),
        ("2031年年报", "2031年年报"),
        ("甲\n乙\0", "甲 乙"),
        ("字" * 300, "字" * 100),
        ("\U0002b7ce" * 300, "\U0002b7ce" * 100),
        ("&" * 300, "&" * 200),
    ],
)
def test_signs_of_a_name_are_no_codes_of_a_header(words: str, shown: str) -> None:
    sheet = printing(words)
    assert above(sheet) == shown
    assert sheet.oddHeader
    assert (sheet.oddHeader.center.font, sheet.oddHeader.center.size) == ("宋体,Regular", 9)


def test_the_height_between_the_margins_is_that_of_a4() -> None:
    assert round(PAPER_HEIGHT / 72 * 2.54, 2) == 25.0

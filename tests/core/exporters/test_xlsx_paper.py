"""Sheets on paper."""

import pytest

from core.exporters.xlsx_paper import FOOTER, PAPER_HEIGHT, set_up_page
from core.exporters.xlsx_sheet import Printing, Sheet, Words


def printing(header: str = "", *, repeat: tuple[int, int] | None = None) -> Printing:
    sheet = Sheet("甲", Words())
    set_up_page(sheet, "A1:B9", repeat=repeat, header=header)
    assert sheet.printing
    return sheet.printing


def test_rows_that_come_again_and_the_footer_are_set() -> None:
    assert printing(repeat=(1, 4)).repeat == "$1:$4"
    assert (printing().repeat, printing().footer, printing().header) == ("", FOOTER, "")


@pytest.mark.parametrize(
    ("words", "shown"),
    [("R&D中心", "R&&D中心"), ("2031年年报", "2031年年报"), ("甲\n乙\0", "甲 乙"), ("字" * 300, "字" * 100)],
)
def test_signs_of_a_name_are_no_codes_of_a_header(words: str, shown: str) -> None:
    assert printing(words).header == f'&C&9&"宋体,Regular"{shown}'


def test_no_header_is_longer_than_excel_allows() -> None:
    assert len(printing("&" * 300).header) <= 255


def test_the_height_between_the_margins_is_that_of_a4() -> None:
    assert round(PAPER_HEIGHT / 72 * 2.54, 2) == 25.0

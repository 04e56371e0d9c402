"""How the sheets of a workbook go to A4 paper: margins, what stands above and below, and which rows come again."""

import re

from core.exporters.xlsx_book import Sheet, done
from core.exporters.xlsx_words import plain

_CM = 1 / 2.54  # inches
_TOP, _BOTTOM, _SIDE = 2.5, 2.2, 2.3  # cm
_MARGINS = (_SIDE * _CM, _SIDE * _CM, _TOP * _CM, _BOTTOM * _CM)
_ASIDE = {"margin": 1.2 * _CM, "scale_with_doc": False}  # of header and footer
_A4 = 9
_LIKE_A_PICTURE = re.compile(r"&(?=G|\[Picture\])")
_LONGEST = 100  # characters of a header; Excel allows 255 with its codes and doubled signs

PAPER_HEIGHT = (29.7 - _TOP - _BOTTOM) * _CM * 72
"""Points of an A4 page between its margins."""

FOOTER = "&C第 &P 页，共 &N 页"


def set_up_page(
    sheet: Sheet,
    rows: int,
    columns: int,
    *,
    repeat: tuple[int, int] | None = None,
    landscape: bool = False,
    fit: bool = True,
    header: str = "",
    footer: str = FOOTER,
) -> None:
    """Set the first rows and columns of a sheet up for A4, centred, the rows `repeat` (first, last) on every page.

    `header` are words, `footer` has the codes of Excel (18.3.1.46). `fit` shrinks the sheet to the width of one page.
    It is printed in black on white: the marks are for who types, not for who signs.
    """
    sheet.set_paper(_A4)
    sheet.set_margins(*_MARGINS)
    sheet.center_horizontally()
    sheet.print_black_and_white()
    done(sheet.print_area(0, 0, rows - 1, columns - 1))
    if repeat:
        sheet.repeat_rows(repeat[0] - 1, repeat[1] - 1)
    if landscape:
        sheet.set_landscape()
    if fit:
        sheet.fit_to_pages(1, 0)
    sheet.set_header(_header(header), _ASIDE)
    sheet.set_footer(footer, _ASIDE)


def _header(words: str) -> str:
    """Return words above a page; Excel takes one & for the beginning of a code."""
    shown = plain(words).replace("\n", " ").strip()[:_LONGEST]
    shown = _LIKE_A_PICTURE.sub("＆", shown).replace("&", "&&")  # XlsxWriter wants a picture for any &G
    # the size before the face: "&9" and a year after it would be read as one number
    return f'&C&9&"宋体,Regular"{shown}' if shown else ""

"""How the sheets of a workbook go to A4 paper: margins, what stands above and below, and which rows come again."""

from core.exporters.xlsx_sheet import Printing, Sheet
from core.exporters.xlsx_xml import plain

_CM = 1 / 2.54  # inches
_TOP, _BOTTOM, _SIDE = 2.5, 2.2, 2.3  # cm
_MARGINS = (_SIDE * _CM, _SIDE * _CM, _TOP * _CM, _BOTTOM * _CM, 1.2 * _CM, 1.2 * _CM)
_LONGEST = 100  # characters of a header; Excel allows 255 with its codes and doubled signs

PAPER_HEIGHT = (29.7 - _TOP - _BOTTOM) * _CM * 72
"""Points of an A4 page between its margins."""

FOOTER = "&C第 &P 页，共 &N 页"


def set_up_page(
    sheet: Sheet,
    area: str,
    *,
    repeat: tuple[int, int] | None = None,
    landscape: bool = False,
    fit: bool = True,
    header: str = "",
) -> None:
    """Set a sheet up for A4: centred, the rows `repeat` (first, last) on every page, `header` words above them.

    `fit` shrinks it to the width of one page. Excel takes one & of a header for the beginning of a code (18.3.1.46).
    """
    rows = f"${repeat[0]}:${repeat[1]}" if repeat else ""
    above = plain(header).replace("\n", " ").strip()[:_LONGEST].replace("&", "&&")
    # the size before the face: "&9" and a year after it would be read as one number
    words = f'&C&9&"宋体,Regular"{above}' if above else ""
    sheet.printing = Printing(area, rows, landscape, fit, words, FOOTER, _MARGINS)

"""How the cells of the workbook look, shared by all cells of a kind, and how its sheets are printed."""

import unicodedata
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_THIN = Side(style="thin", color="FF000000")
_LINE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_NONE = Border()
_PIXELS = 7  # of one character of column width, in the workbook's standard font
_CM = 1 / 2.54


class _Style(NamedTuple):
    font: str
    size: float
    horizontal: str
    border: Border = _LINE
    bold: bool = False
    shrink: bool = False


class Look(Enum):
    """The kinds of cells."""

    TITLE = _Style("宋体", 18, "center", _NONE, bold=True)
    HEADING = _Style("黑体", 14, "left", _NONE)
    SUBHEADING = _Style("楷体", 14, "left", _NONE)
    TEXT = _Style("仿宋", 12, "left", _NONE)
    SIGNATURE = _Style("仿宋", 12, "right", _NONE)
    LABEL = _Style("宋体", 10.5, "left")
    LABEL_MIDDLE = _Style("宋体", 10.5, "center")
    NUMBER = _Style("宋体", 10.5, "center", shrink=True)  # a number too wide for its column would show as ####
    CHECK = _Style("宋体", 9, "left", _NONE)
    CHECK_VALUE = _Style("宋体", 9, "center", _NONE)


class Styles:
    """The style records of one workbook, made on first use."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._records: dict[tuple[Look, str], object] = {}

    def of(self, look: Look, number_format: str = "General") -> object:
        """Return the record to share between all cells that look like this."""
        record = self._records.get((look, number_format))
        if record is None:
            record = self._records[look, number_format] = self._make(look.value, number_format)
        return record

    def _make(self, style: _Style, number_format: str) -> object:
        cell = Cell(self._sheet, 1, 1)  # belongs to the workbook, but stands on no sheet
        cell.font = Font(name=style.font, size=style.size, bold=style.bold)
        vertical = "top" if style.border is _NONE and style.horizontal != "center" else "center"
        cell.alignment = Alignment(
            horizontal=style.horizontal, vertical=vertical, wrap_text=not style.shrink, shrink_to_fit=style.shrink
        )
        cell.border = style.border
        cell.number_format = number_format
        record: object = cell._style  # type: ignore[attr-defined]  # noqa: SLF001 - see wear
        return record


def wear(cell: Cell, record: object) -> None:
    """Give a cell a style record. openpyxl's own setters take three times as long, for they look every part up."""
    cell._style = record  # type: ignore[attr-defined]  # noqa: SLF001 - it has no public name


def number_format(value: Decimal) -> str:
    """Return the format that shows a number with the digits it was typed with."""
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"0.{'0' * decimals}" if decimals else "0"


def lines_needed(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes in a column of `width` characters, type of `size` points, or one more."""
    room = (width * _PIXELS - 6) * 0.75 / size  # in em
    lines = 0
    for line in text.split("\n"):
        ems = sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55 for char in line)
        lines += max(1, -int(-ems * 1.03 // max(room, 1)))
    return lines


def set_up_page(sheet: Worksheet, area: str, *, repeat: int = 0, landscape: bool = False) -> None:
    """Set a sheet up for A4: one page wide, centred, the first `repeat` rows on every page."""
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=2 * _CM, right=2 * _CM, top=2.5 * _CM, bottom=2 * _CM, header=_CM, footer=_CM)
    sheet.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.center.text = "第 &P 页，共 &N 页"
    sheet.HeaderFooter.oddFooter = footer
    sheet.print_area = area
    if repeat:
        sheet.print_title_rows = f"1:{repeat}"

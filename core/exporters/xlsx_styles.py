"""How the cells of the workbook look, shared by all cells of a kind, and how its sheets are printed."""

import math
import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_THIN = Side(style="thin", color="FF000000")
_LINE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_NONE = Border()
_RULED = Border(bottom=_THIN)
_OPENING, _CLOSING = "（《“‘【〔", "）》”’】〕，。、；：？！％"
_STANDARD = Font(name="Times New Roman", size=10.5, family=1)  # its digits are 7 pixels on every system, not rounded
_PIXELS = 7  # of one character of column width, by that font
_CM = 1 / 2.54
_TOP, _BOTTOM, _SIDE = 2.5, 2.2, 2.3  # cm
PAPER_HEIGHT = (29.7 - _TOP - _BOTTOM) * _CM * 72  # points of an A4 page between its margins
_LOOSE = re.compile(r"[!-~]+|.", re.DOTALL)
_STRICT = re.compile(rf"[{_OPENING}]*(?:[!-~]+(?:[{_CLOSING}][!-~]+)*|.)[{_CLOSING}]*", re.DOTALL)


class _Style(NamedTuple):
    font: str
    size: float
    horizontal: str
    border: Border = _LINE
    bold: bool = False
    shrink: bool = False
    color: str = "FF000000"
    vertical: str = ""  # else at the top, in the middle where there is a border or the words stand in the middle
    indent: int = 0


class Look(Enum):
    """The kinds of cells."""

    COVER_TITLE = _Style("宋体", 22, "center", _NONE, bold=True)
    COVER_LABEL = _Style("黑体", 14, "left", _NONE, vertical="bottom")
    COVER_FACT = _Style("仿宋", 14, "center", _RULED, vertical="bottom")
    TITLE = _Style("宋体", 18, "center", _NONE, bold=True)
    HEADING = _Style("黑体", 14, "left", _NONE, bold=True, vertical="bottom")
    SUBHEADING = _Style("楷体", 14, "left", _NONE, bold=True, vertical="bottom")
    TEXT = _Style("仿宋", 14, "left", _NONE, vertical="distributed")  # lines take up all the height of their row
    POINTER = _Style("仿宋", 14, "left", _NONE, color="FF6B6B6B", vertical="center")
    SIGNATURE = _Style("仿宋", 14, "right", _NONE, vertical="bottom", indent=4)
    LABEL = _Style("宋体", 10.5, "left")
    LABEL_MIDDLE = _Style("宋体", 10.5, "center")
    NUMBER = _Style("宋体", 10.5, "center", shrink=True)  # a number too wide for its column would show as ####
    CHECK = _Style("宋体", 9, "left", _NONE)
    CHECK_VALUE = _Style("宋体", 9, "center", _NONE)


def set_standard_font(book: Workbook) -> None:
    """Set the font by which spreadsheets measure columns; openpyxl's own, Calibri, is not on every machine."""
    book._fonts = IndexedList([_STANDARD])  # type: ignore[attr-defined]  # noqa: SLF001 - it has no public name
    book._named_styles["Normal"].font = _STANDARD  # type: ignore[attr-defined]  # noqa: SLF001 - the same


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
        cell.font = Font(name=style.font, size=style.size, bold=style.bold, color=style.color)
        middle = style.border is not _NONE or style.horizontal == "center"
        cell.alignment = Alignment(
            horizontal=style.horizontal,
            vertical=style.vertical or ("center" if middle else "top"),
            wrap_text=not style.shrink,
            shrink_to_fit=style.shrink,
            indent=style.indent,
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
    """Return how many lines a text takes in a column of `width` characters, type of `size` points.

    Spreadsheets differ in whether they keep a closing mark from beginning a line; the way that takes more is counted.
    """
    room = max((width * _PIXELS - 6) * 0.75 / size, 1.0)  # in em
    return sum(max(_wrapped(way.findall(line), room) for way in (_LOOSE, _STRICT)) for line in text.split("\n"))


def _wrapped(parts: Sequence[str], room: float) -> int:
    """Return how many lines of `room` em are filled by parts that stay whole, if they are not longer than a line."""
    lines, used = 1, 0.0
    for part in parts:
        ems = sum(map(_ems, part))
        if used + ems > room and used and ems <= room:
            lines, used = lines + 1, 0.0
        more = math.ceil((used + ems) / room) - 1
        lines, used = lines + max(more, 0), used + ems - max(more, 0) * room
    return lines


def _ems(char: str) -> float:
    """Return the width of a character; Latin letters as wide as in the faces that stand in for Chinese ones."""
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    return 0.65 if char.isupper() else 0.53


def set_up_page(sheet: Worksheet, area: str, *, repeat: int = 0, landscape: bool = False, fit: bool = True) -> None:
    """Set a sheet up for A4: centred, the first `repeat` rows on every page; `fit` shrinks it to one page's width."""
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=fit)
    sheet.page_margins = PageMargins(
        left=_SIDE * _CM, right=_SIDE * _CM, top=_TOP * _CM, bottom=_BOTTOM * _CM, header=_CM, footer=1.2 * _CM
    )
    sheet.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.center.text = "第 &P 页，共 &N 页"
    sheet.HeaderFooter.oddFooter = footer
    sheet.print_area = area
    if repeat:
        sheet.print_title_rows = f"1:{repeat}"

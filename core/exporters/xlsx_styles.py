"""How the cells of the workbook look, shared by all cells of a kind, in the words of XlsxWriter."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

Properties = Mapping[str, str | float]

STANDARD: Properties = {"font_name": "Times New Roman", "font_size": 10.5, "font_family": 1, "font_scheme": "none"}
"""The font by which columns are measured: its digits are 7 pixels on every system, not rounded."""

_CHINESE: Properties = {"font_family": 3, "font_charset": 134}
_FIT_IN_A_COLUMN = 8  # digits
_BLACK = "#000000"


class Lines(Enum):
    """Borders, by the word of XlsxWriter for what they surround."""

    NONE = ""
    BOX = "border"
    BELOW = "bottom"


class _Style(NamedTuple):
    font: str
    size: float
    horizontal: str
    border: Lines = Lines.BOX
    bold: bool = False
    shrink: bool = False
    color: str = _BLACK
    vertical: str = ""  # else at the top, in the middle where there is a border or the words stand in the middle
    indent: int = 0


class Look(Enum):
    """The kinds of cells."""

    COVER_TITLE = _Style("宋体", 22, "center", Lines.NONE, bold=True)
    COVER_LABEL = _Style("黑体", 14, "left", Lines.NONE, vertical="bottom")
    COVER_FACT = _Style("仿宋", 14, "center", Lines.BELOW, vertical="bottom")
    TITLE = _Style("宋体", 18, "center", Lines.NONE, bold=True)
    HEADING = _Style("黑体", 14, "left", Lines.NONE, bold=True, vertical="bottom")
    SUBHEADING = _Style("楷体", 14, "left", Lines.NONE, bold=True, vertical="bottom")
    TEXT = _Style("仿宋", 14, "left", Lines.NONE, vertical="vdistributed")  # lines take up all the height of their row
    POINTER = _Style("仿宋", 14, "left", Lines.NONE, color="#6B6B6B", vertical="vcenter")
    SIGNATURE = _Style("仿宋", 14, "right", Lines.NONE, vertical="bottom", indent=4)
    LABEL = _Style("宋体", 10.5, "left")
    LABEL_MIDDLE = _Style("宋体", 10.5, "center")
    NUMBER = _Style("宋体", 10.5, "center", shrink=True)  # a number too wide for its column would show as ####
    DATA_HEAD = _Style("黑体", 10, "center")
    DATA = _Style("宋体", 10, "left")
    DATA_MIDDLE = _Style("宋体", 10, "center")
    DATA_VALUE = _Style("宋体", 10, "right", shrink=True)
    CHECK = _Style("宋体", 9, "left", Lines.NONE)
    CHECK_VALUE = _Style("宋体", 9, "center", Lines.NONE)


class _Laid(NamedTuple):
    fill: str
    color: str = ""
    edge: str = ""
    bold: bool = False


class Mark(Enum):
    """What a rule lays over a cell; the first of a sheet that holds wins."""

    WRONG = _Laid("#FFC7CE", color="#9C0006", edge="#C00000", bold=True)
    ODD = _Laid("#FFE2B3", color="#7F4F00")
    BLANK = _Laid("#FFF9DB")


class Styles:
    """The styles of one workbook, made on first use."""

    def __init__(self, file: Workbook) -> None:
        self._file = file
        self._styles: dict[tuple[str, str, bool], Format] = {}
        self._marks: dict[str, Format] = {}

    def of(self, look: Look, number_format: str = "General", *, unlocked: bool = False) -> Format:
        """Return the style of all cells that look like this; one may type into those `unlocked`."""
        key = (look.name, number_format, unlocked)
        if key not in self._styles:
            properties = _properties(look.value) | {"num_format": number_format, "locked": not unlocked}
            self._styles[key] = self._file.add_format(properties)
        return self._styles[key]

    def mark(self, mark: Mark) -> Format:
        """Return what a rule lays over a cell."""
        if mark.name not in self._marks:
            self._marks[mark.name] = self._file.add_format(_laid(mark.value))
        return self._marks[mark.name]


def _properties(style: _Style) -> dict[str, str | float]:
    middle = style.border is not Lines.NONE or style.horizontal == "center"
    return {
        **_CHINESE,
        "font_name": style.font,
        "font_size": style.size,
        "font_color": style.color,
        "bold": style.bold,
        "align": style.horizontal,
        "valign": style.vertical or ("vcenter" if middle else "top"),
        "indent": style.indent,
        "text_wrap": not style.shrink,
        "shrink": style.shrink,
        **_lines(style.border, _BLACK),
    }


def _laid(laid: _Laid) -> dict[str, str | float]:
    color = {"font_color": laid.color} if laid.color else {}
    edges = _lines(Lines.BOX, laid.edge) if laid.edge else {}
    return {"bg_color": laid.fill, "bold": laid.bold, **color, **edges}


def _lines(lines: Lines, color: str) -> dict[str, str | float]:
    return {lines.value: 1, f"{lines.value}_color": color} if lines.value else {}


def number_format(value: Decimal | None) -> str:
    """Return the format that shows a number with the digits it was typed with.

    Whole numbers show whatever is typed over them, 2.5 as well; only those that a narrow column would show as 1E+11
    are held to their digits.
    """
    if value is None:
        return "General"
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    if decimals:
        return f"0.{'0' * decimals}"
    return "0" if value.adjusted() >= _FIT_IN_A_COLUMN else "General"

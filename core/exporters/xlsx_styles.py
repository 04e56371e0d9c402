"""How the cells of the workbook look, shared by all cells of a kind (ISO/IEC 29500-1, 18.8)."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from core.exporters.xlsx_xml import HEAD, MAIN, attributes, escaped

_STANDARD = '<font><sz val="10.5"/><name val="Times New Roman"/><family val="1"/></font>'
"""The font by which columns are measured: its digits are 7 pixels on every system, not rounded."""

_BUILT_IN: Mapping[str, int] = {"General": 0, "0": 1, "0.00": 2, "@": 49}
_FIRST_OWN_FORMAT = 164
_FIT_IN_A_COLUMN = 8  # digits


class Lines(Enum):
    """Borders."""

    NONE = "<border><left/><right/><top/><bottom/><diagonal/></border>"
    BOX = (
        "<border>"
        + "".join(
            f'<{side} style="thin"><color rgb="FF000000"/></{side}>' for side in ("left", "right", "top", "bottom")
        )
        + "<diagonal/></border>"
    )
    BELOW = '<border><left/><right/><top/><bottom style="thin"><color rgb="FF000000"/></bottom><diagonal/></border>'


class _Style(NamedTuple):
    font: str
    size: float
    horizontal: str
    border: Lines = Lines.BOX
    bold: bool = False
    shrink: bool = False
    color: str = "FF000000"
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
    TEXT = _Style("仿宋", 14, "left", Lines.NONE, vertical="distributed")  # lines take up all the height of their row
    POINTER = _Style("仿宋", 14, "left", Lines.NONE, color="FF6B6B6B", vertical="center")
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


class Mark(Enum):
    """What a rule lays over a cell; the first of a sheet that holds wins."""

    WRONG = (
        '<dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill patternType="solid">'
        '<fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/></patternFill></fill><border>'
        + "".join(
            f'<{side} style="thin"><color rgb="FFC00000"/></{side}>' for side in ("left", "right", "top", "bottom")
        )
        + "</border></dxf>"
    )
    ODD = (
        '<dxf><font><color rgb="FF7F4F00"/></font><fill><patternFill patternType="solid">'
        '<fgColor rgb="FFFFE2B3"/><bgColor rgb="FFFFE2B3"/></patternFill></fill></dxf>'
    )
    BLANK = (
        '<dxf><fill><patternFill patternType="solid">'
        '<fgColor rgb="FFFFF9DB"/><bgColor rgb="FFFFF9DB"/></patternFill></fill></dxf>'
    )

    @property
    def number(self) -> int:
        """Its place in the list of marks."""
        return list(Mark).index(self)


class Styles:
    """The styles of one workbook, made on first use."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str, bool], int] = {}
        self._fonts: dict[str, int] = {_STANDARD: 0}
        self._formats: dict[str, int] = dict(_BUILT_IN)
        self._records = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']

    def of(self, look: Look, number_format: str = "General", *, unlocked: bool = False) -> int:
        """Return the number of the style of all cells that look like this; one may type into those `unlocked`."""
        key = (look.name, number_format, unlocked)
        number = self._styles.get(key)
        if number is None:
            number = self._styles[key] = len(self._records)
            self._records.append(self._made(look.value, number_format, unlocked=unlocked))
        return number

    def _made(self, style: _Style, number_format: str, *, unlocked: bool) -> str:
        font = self._fonts.setdefault(_font(style), len(self._fonts))
        own = _FIRST_OWN_FORMAT + len(self._formats) - len(_BUILT_IN)
        shown = self._formats.setdefault(number_format, own)
        middle = style.border is not Lines.NONE or style.horizontal == "center"
        aligned = attributes(
            horizontal=style.horizontal,
            vertical=style.vertical or ("center" if middle else "top"),
            wrapText=None if style.shrink else 1,
            indent=style.indent or None,
            shrinkToFit=1 if style.shrink else None,
        )
        border = list(Lines).index(style.border)
        return (
            f'<xf numFmtId="{shown}" fontId="{font}" fillId="0" borderId="{border}" xfId="0" applyNumberFormat="1"'
            f' applyFont="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment{aligned}/>'
            f'<protection locked="{int(not unlocked)}"/></xf>'
        )

    def xml(self) -> str:
        """Return the part of the package that holds them."""
        own = {code: number for code, number in self._formats.items() if number >= _FIRST_OWN_FORMAT}
        formats = "".join(f'<numFmt numFmtId="{number}" formatCode="{escaped(code)}"/>' for code, number in own.items())
        marks = "".join(mark.value for mark in Mark)
        return (
            f'{HEAD}<styleSheet xmlns="{MAIN}">'
            + (f'<numFmts count="{len(own)}">{formats}</numFmts>' if own else "")
            + f'<fonts count="{len(self._fonts)}">{"".join(self._fonts)}</fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill></fills>'
            f'<borders count="{len(Lines)}">{"".join(lines.value for lines in Lines)}</borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(self._records)}">{"".join(self._records)}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
            f'<dxfs count="{len(Mark)}">{marks}</dxfs></styleSheet>'
        )


def _font(style: _Style) -> str:
    bold = "<b/>" if style.bold else ""
    return (
        f'<font>{bold}<sz val="{style.size:g}"/><color rgb="{style.color}"/><name val="{style.font}"/>'
        '<family val="3"/><charset val="134"/></font>'
    )


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

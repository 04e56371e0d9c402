"""Writing single cells: words stay words, numbers stay numbers, and merged cells stay simple."""

import re
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from core.exporters.xlsx_styles import Look, wear

LONGEST = 32767  # characters of a cell, Excel's limit
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LEAD = InlineFont(rFont=Look.SUBHEADING.value.font, sz=Look.SUBHEADING.value.size, b=True)
_AFTER_LEAD = InlineFont(rFont=Look.TEXT.value.font, sz=Look.TEXT.value.size)


def put(sheet: Worksheet, row: int, column: int, content: str | Decimal, style: object) -> None:
    """Write words as words, whatever sign they begin with, and numbers as numbers."""
    cell = _cell(sheet, row, column)
    if isinstance(content, Decimal):
        cell.value = content
    elif content:
        cell.value = plain(content)[:LONGEST]
        cell.data_type = "s"
    wear(cell, style)


def put_led(sheet: Worksheet, row: int, column: int, text: str, style: object, *, lead: int) -> None:
    """Write words whose first `lead` characters are a heading run into the paragraph."""
    cell = _cell(sheet, row, column)
    head, rest = plain(text[:lead]), plain(text[lead:])
    cell.value = CellRichText(TextBlock(_LEAD, head), *([TextBlock(_AFTER_LEAD, rest)] if rest else []))
    wear(cell, style)


def put_formula(sheet: Worksheet, row: int, column: int, formula: str, style: object) -> None:
    """Write a formula, beginning with an equals sign."""
    cell = _cell(sheet, row, column)
    cell.value = formula
    wear(cell, style)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # cells are written before they are merged
    return cell


def merge(sheet: Worksheet, row: int, column: int, last_row: int, last_column: int) -> None:
    """Merge cells that are already styled; `merge_cells` would style them anew, slowly."""
    if (row, column) != (last_row, last_column):
        sheet.merged_cells.ranges.add(CellRange(None, column, row, last_column, last_row))


def plain(text: str) -> str:
    """Drop what XML cannot hold."""
    return _NOT_XML.sub("", text.replace("\r\n", "\n"))

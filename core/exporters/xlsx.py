"""The report as an Excel workbook: cover, texts, and the three tables in their official grid with live totals.

Merged cells are plain, fonts are named as on Windows, and words are never taken for formulas, so that Excel, WPS and
LibreOffice show the same. A total is empty while one of its terms is: a blank is never 0.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from itertools import accumulate

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.cells import CellId
from core.exporters.pages import Grid, Place, Title, lay_out
from core.exporters.xlsx_cells import merge, plain, put, put_formula
from core.exporters.xlsx_formulas import TOP, judgement, total
from core.exporters.xlsx_styles import Look, Styles, lines_needed, number_format, set_standard_font, set_up_page
from core.exporters.xlsx_texts import cover, texts
from core.form.layout import Role, Table
from core.report import Report

_EXACT_DIGITS = 15  # significant digits of an Excel number
_TALLEST = 400.0  # points; Excel allows a row 409
_WITH_MARK = re.compile("[^、，。][、，。]*")
_BALANCE = "A03"
_BALANCE_LABEL = "勾稽检查"  # short, so that no reader takes it for prose of the section
_PAIRED = 4  # characters; a longer label of a narrow column is broken between pairs: 社会公益/组织


def write(report: Report) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what the clerk should know about it."""
    book = Workbook()
    set_standard_font(book)
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one
    styles = Styles(sheet)
    blocks = lay_out(report)
    title = blocks[0]
    assert isinstance(title, Title)  # a report begins with its title
    cover(sheet, report, title, styles)
    texts(book.create_sheet(), blocks, styles)
    notes = [
        _table(book.create_sheet(block.table.name), report, block, styles)
        for block in blocks
        if isinstance(block, Grid)
    ]
    _describe(book, report, title)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue(), tuple(note for note in notes if note)


def _describe(book: Workbook, report: Report, title: Title) -> None:
    book.properties.creator = "年报编制"
    book.properties.lastModifiedBy = "年报编制"
    book.properties.title = plain(title.unit + title.text)
    book.properties.subject = plain(report.form.basis)
    book.properties.language = "zh-CN"


# ---------------------------------------------------------------- tables


def _table(sheet: Worksheet, report: Report, grid: Grid, styles: Styles) -> str:
    """Write a table on its sheet and return what the clerk should know about it."""
    table = grid.table
    widths = _widths(table)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    put(sheet, 1, 1, report.form.section(table.section).heading, styles.of(Look.HEADING))
    merge(sheet, 1, 1, 1, table.grid_columns)
    sheet.row_dimensions[1].height = 30
    formulas = {filled: total(table, terms) for filled, terms in report.form.filling if filled in table.spans}
    inexact = sum(_place(sheet, place, formulas, styles) for place in grid.places)
    for row, height in enumerate(_heights(grid, widths), start=TOP):
        sheet.row_dimensions[row].height = height
    labels = min(slot.span.column for slot in table.slots)
    sheet.freeze_panes = f"{get_column_letter(1 + (labels if table.head_rows else 0))}{TOP + table.head_rows}"
    last = f"{get_column_letter(table.grid_columns)}{TOP + table.grid_rows - 1}"
    set_up_page(sheet, f"A1:{last}", repeat=TOP - 1 + table.head_rows, landscape=labels == 0)
    _balance(sheet, table, labels, styles)
    return (
        f"{table.name}有 {inexact} 个数超过 {_EXACT_DIGITS} 位，Excel 存不下这样的数，已按文字写入。" if inexact else ""
    )


def _place(sheet: Worksheet, place: Place, formulas: dict[CellId, str], styles: Styles) -> bool:
    """Write one rectangle of the grid; return whether its number is too long for Excel and was written as words."""
    span = place.span
    row, column = TOP + span.row, 1 + span.column
    inexact = place.value is not None and len(place.value.as_tuple().digits) > _EXACT_DIGITS
    style = styles.of(_LOOKS[place.role])
    if place.cell in formulas:
        put_formula(sheet, row, column, formulas[place.cell], styles.of(Look.NUMBER))
    elif place.value is not None and not inexact:
        style = styles.of(Look.NUMBER, number_format(place.value))
        put(sheet, row, column, place.value, style)
    else:
        put(sheet, row, column, _words(place), style)
    for covered_row in range(row, row + span.rows):
        for covered in range(column, column + span.columns):
            if (covered_row, covered) != (row, column):
                put(sheet, covered_row, covered, "", style)  # so that the border is drawn all around
    merge(sheet, row, column, row + span.rows - 1, column + span.columns - 1)
    return inexact


def _words(place: Place) -> str:
    """Return what is written, with the line breaks that a spreadsheet would not find by itself."""
    if place.upright:
        return "\n".join(_WITH_MARK.findall(place.text))
    if place.role is Role.HEAD and place.span.columns == 1 and len(place.text) == _PAIRED + 2:
        return f"{place.text[:_PAIRED]}\n{place.text[_PAIRED:]}"
    return place.text


_LOOKS = {
    None: Look.LABEL_MIDDLE,
    Role.HEAD: Look.LABEL_MIDDLE,
    Role.GROUP: Look.LABEL_MIDDLE,
    Role.CAPTION: Look.LABEL_MIDDLE,
    Role.ROW: Look.LABEL,
}


def _balance(sheet: Worksheet, table: Table, labels: int, styles: Styles) -> None:
    """Write the printed balance of a table as a row that judges each column; it is for the screen, not for print."""
    equations = [equation for equation in table.equations if equation.code == _BALANCE]
    if not equations:
        return
    row = TOP + table.grid_rows + 1
    put(sheet, row, 1, _BALANCE_LABEL, styles.of(Look.CHECK))
    merge(sheet, row, 1, row, labels)
    sheet.row_dimensions[row].height = 22
    for equation in equations:
        column = 1 + table.spans[equation.left[0]].column
        put_formula(sheet, row, column, judgement(table, equation), styles.of(Look.CHECK_VALUE))
    first, last = get_column_letter(1 + labels), get_column_letter(labels + len(equations))
    red = Rule(
        type="expression",
        formula=[f'{first}{row}<>"平"'],
        dxf=DifferentialStyle(
            font=Font(color="FF9C0006", bold=True), fill=PatternFill(bgColor="FFFFC7CE", fill_type="solid")
        ),
    )
    sheet.conditional_formatting.add(f"{first}{row}:{last}{row}", red)


def _widths(table: Table) -> list[float]:
    """Return column widths in characters, so that eight digits fit into the narrowest column of numbers."""
    narrow = min(table.widths[slot.span.column] for slot in table.slots)
    unit = (22.0 if table.grid_columns < 7 else 9.0) / narrow
    return [share * unit for share in table.widths]


def _heights(grid: Grid, widths: Sequence[float]) -> list[float]:
    size = 10.5
    edges = list(accumulate(widths, initial=0.0))
    heights = [22.0] * grid.table.grid_rows
    for place in sorted(grid.places, key=lambda place: place.span.rows):
        span = place.span
        width = edges[span.column + span.columns] - edges[span.column]
        lines = lines_needed(_words(place), width, size)
        lacking = min(lines * size * 1.4 + 6, _TALLEST) - sum(heights[span.row : span.row + span.rows])
        if lacking > 0:
            for row in range(span.row, span.row + span.rows):
                heights[row] += lacking / span.rows
    return heights

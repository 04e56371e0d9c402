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
from core.exporters.pages import Grid, Heading, Paragraph, Place, Signature, Title, lay_out
from core.exporters.xlsx_cells import LONGEST, merge, plain, put, put_formula
from core.exporters.xlsx_formulas import TOP, judgement, total
from core.exporters.xlsx_styles import Look, Styles, lines_needed, number_format, set_up_page
from core.form.layout import Role, Table
from core.report import Report

_EXACT_DIGITS = 15  # significant digits of an Excel number
_TALLEST = 400.0  # points; Excel allows a row 409
_WITH_MARK = re.compile("[^、，。][、，。]*")
_TEXT_WIDTH = 84.0  # as wide as A4 between its margins
_BALANCE = "A03"
_BALANCE_LABEL = "勾稽检查"  # short, so that no reader takes it for prose of the section
_PAIRED = 4  # characters; a longer label of a narrow column is broken between pairs: 社会公益/组织


def write(report: Report) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what the clerk should know about it."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one
    styles = Styles(sheet)
    blocks = lay_out(report)
    _cover(sheet, report, blocks[0], styles)
    _texts(book.create_sheet("文字"), [block for block in blocks if not isinstance(block, Grid)], styles)
    notes = [
        _table(book.create_sheet(block.table.name), report, block, styles)
        for block in blocks
        if isinstance(block, Grid)
    ]
    _describe(book, report, blocks[0])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue(), tuple(note for note in notes if note)


def _describe(book: Workbook, report: Report, title: object) -> None:
    book.properties.creator = "年报编制"
    book.properties.lastModifiedBy = "年报编制"
    if isinstance(title, Title):
        book.properties.title = plain(title.unit + title.text)
    book.properties.subject = plain(report.form.basis)
    book.properties.language = "zh-CN"


# ---------------------------------------------------------------- cover and texts


def _cover(sheet: Worksheet, report: Report, title: object, styles: Styles) -> None:
    sheet.title = "封面"
    sheet.column_dimensions["A"].width = 14
    sheet.column_dimensions["B"].width = 62
    assert isinstance(title, Title)  # a report begins with its title
    for row, text in enumerate((title.unit, title.text), start=1):
        put(sheet, row, 1, text, styles.of(Look.TITLE))
        merge(sheet, row, 1, row, 2)
        sheet.row_dimensions[row].height = 34.0 * lines_needed(text, 76, 18) + 10
    sheet.row_dimensions[3].height = 30
    facts = (
        ("单位名称", report.unit),
        ("报告年度", str(report.year or "")),
        ("报告标题", title.text),
        ("格式依据", report.form.basis),
    )
    for row, (name, fact) in enumerate(facts, start=4):
        put(sheet, row, 1, name, styles.of(Look.LABEL_MIDDLE))
        put(sheet, row, 2, fact, styles.of(Look.LABEL))
        sheet.row_dimensions[row].height = 8 + 18.0 * lines_needed(fact, 62, 10.5)
    set_up_page(sheet, "A1:B7")


def _texts(sheet: Worksheet, blocks: Sequence[object], styles: Styles) -> None:
    sheet.column_dimensions["A"].width = _TEXT_WIDTH
    row = 1
    for block in blocks:
        match block:
            case Title():
                row = _lines(sheet, row, block.unit, styles.of(Look.TITLE), 18)
                row = _lines(sheet, row, block.text, styles.of(Look.TITLE), 18)
            case Heading():
                row = _lines(
                    sheet, row, block.text, styles.of(Look.HEADING if block.level == 1 else Look.SUBHEADING), 14
                )
            case Paragraph():
                row = _lines(sheet, row, block.text, styles.of(Look.TEXT), 12)
            case Signature():
                for text in block.lines:
                    row = _lines(sheet, row, text, styles.of(Look.SIGNATURE), 12)
    set_up_page(sheet, f"A1:A{max(row - 1, 1)}")


def _lines(sheet: Worksheet, row: int, text: str, style: object, size: float) -> int:
    """Write a paragraph and return the next free row; what is longer than a cell may be goes on in the next one.

    A cell taller than Excel's highest row spans several.
    """
    for start in range(0, len(text), LONGEST):
        part = text[start : start + LONGEST]
        height = lines_needed(part, _TEXT_WIDTH, size) * size * 1.5 + 6
        rows = int(height // _TALLEST) + 1
        put(sheet, row, 1, part, style)
        for each in range(row, row + rows):
            sheet.row_dimensions[each].height = height / rows
        merge(sheet, row, 1, row + rows - 1, 1)
        row += rows
    return row


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
    unit = (22.0 if table.grid_columns < 7 else 8.6) / narrow
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

"""The sheets of the tables: the official grid with live totals, open to who types numbers and locked for all else.

Merged cells are plain, fonts are named as on Windows, and words are never taken for formulas, so that Excel, WPS and
LibreOffice show the same. A total is empty while one of its terms is: a blank is never 0. The lock has no password: it
keeps a slipping hand from the formulas, nobody from his work.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from core.cells import CellId
from core.exporters.pages import Grid, Place
from core.exporters.xlsx_book import Sheet, freeze, set_height, set_widths
from core.exporters.xlsx_cells import merge, put, put_formula
from core.exporters.xlsx_entry import ask, expected, validations
from core.exporters.xlsx_formulas import EVEN, LETTERS, TOP, judged, judgement, total
from core.exporters.xlsx_marks import Rule, lay, marks
from core.exporters.xlsx_measures import TALLEST, lines_needed
from core.exporters.xlsx_paper import set_up_page
from core.exporters.xlsx_styles import Look, Mark, Styles, number_format
from core.form.layout import Role, Table
from core.form.own_sheets import CHECK_ROW
from core.report import Report

LOCKED = {"format_columns": True, "format_rows": True}
"""The lock of a sheet: the width of a column and the height of a row may be changed all the same."""

_EXACT_DIGITS = 15  # significant digits of an Excel number
_WITH_MARK = re.compile("[^、，。][、，。]*")
_BALANCE = "A03"
_PAIRED = 4  # characters; a longer label of a narrow column is broken between pairs: 社会公益/组织
_HEADING_HEIGHT, _ROW_HEIGHT, _CHECK_HEIGHT = 30.0, 22.0, 22.0  # points
_SIZE = 10.5  # points of the type
_LOOKS = {
    None: Look.LABEL_MIDDLE,
    Role.HEAD: Look.LABEL_MIDDLE,
    Role.GROUP: Look.LABEL_MIDDLE,
    Role.CAPTION: Look.LABEL_MIDDLE,
    Role.ROW: Look.LABEL,
}


def write_table(sheet: Sheet, report: Report, grid: Grid, styles: Styles, *, header: str = "") -> str:
    """Write a table on its sheet, `header` above it on paper; return what the clerk should know about it."""
    table = grid.table
    widths = _widths(table)
    set_widths(sheet, widths)
    merge(sheet, 1, 1, 1, table.grid_columns, style=styles.of(Look.HEADING))
    put(sheet, 1, 1, report.form.section(table.section).heading, styles.of(Look.HEADING))
    set_height(sheet, 1, _HEADING_HEIGHT)
    formulas = {filled: total(table, terms) for filled, terms in report.form.filling if filled in table.spans}
    inexact = sum(_place(sheet, place, formulas, styles) for place in grid.places)
    for row, height in enumerate(_heights(grid, widths), start=TOP):
        set_height(sheet, row, round(height, 2))
    labels = min(slot.span.column for slot in table.slots)
    freeze(sheet, TOP + table.head_rows - 1, labels if table.head_rows else 0)
    size, heads = (TOP + table.grid_rows - 1, table.grid_columns), (1, TOP - 1 + table.head_rows)
    set_up_page(sheet, *size, repeat=heads, landscape=labels == 0, header=header)
    _balance(sheet, report, table, labels, styles)
    known = expected(report, table)
    lay(sheet, marks(table, known), styles)
    ask(sheet, validations(table, known))
    sheet.protect("", LOCKED)
    return (
        f"{table.name}有 {inexact} 个数超过 {_EXACT_DIGITS} 位，Excel 存不下这样的数，已按文字写入。" if inexact else ""
    )


def is_exact(value: Decimal) -> bool:
    """Whether Excel can keep a number with all its digits."""
    return len(value.as_tuple().digits) <= _EXACT_DIGITS


def _place(sheet: Sheet, place: Place, formulas: dict[CellId, str], styles: Styles) -> bool:
    """Write one rectangle of the grid; return whether its number is too long for Excel and was written as words."""
    span = place.span
    row, column = TOP + span.row, 1 + span.column
    inexact = place.value is not None and not is_exact(place.value)
    formula = formulas.get(place.cell) if place.cell else None
    exact = place.value if not inexact else None
    if formula or exact is not None:
        style = styles.of(Look.NUMBER, number_format(place.value), unlocked=not formula)
    else:
        style = styles.of(_LOOKS[place.role] if place.text else Look.NUMBER, unlocked=place.cell is not None)
    merge(sheet, row, column, row + span.rows - 1, column + span.columns - 1, style=style)
    if formula:
        put_formula(sheet, row, column, formula, style, result="" if place.value is None else exact)
    else:
        put(sheet, row, column, _words(place) if exact is None else exact, style)
    return inexact and not formula


def _words(place: Place) -> str:
    """Return what is written, with the line breaks that a spreadsheet would not find by itself."""
    if place.upright:
        return "\n".join(_WITH_MARK.findall(place.text))
    if place.role is Role.HEAD and place.span.columns == 1 and len(place.text) == _PAIRED + 2:
        return f"{place.text[:_PAIRED]}\n{place.text[_PAIRED:]}"
    return place.text


def _balance(sheet: Sheet, report: Report, table: Table, labels: int, styles: Styles) -> None:
    """Write the printed balance of a table as a row that judges each column; it is for the screen, not for print."""
    equations = [equation for equation in table.equations if equation.code == _BALANCE]
    if not equations:
        return
    row = TOP + table.grid_rows + 1
    merge(sheet, row, 1, row, labels, style=styles.of(Look.CHECK))
    put(sheet, row, 1, CHECK_ROW, styles.of(Look.CHECK))
    set_height(sheet, row, _CHECK_HEIGHT)
    for equation in equations:
        column = 1 + table.spans[equation.left[0]].column
        formula, style = judgement(table, equation), styles.of(Look.CHECK_VALUE)
        put_formula(sheet, row, column, formula, style, result=judged(report, equation))
    first, last = LETTERS[labels], LETTERS[labels + len(equations) - 1]
    lay(sheet, [Rule(f"{first}{row}:{last}{row}", f'{first}{row}<>"{EVEN}"', Mark.WRONG)], styles)


def _widths(table: Table) -> list[float]:
    """Return column widths in characters, so that eight digits fit into the narrowest column of numbers."""
    narrow = min(table.widths[slot.span.column] for slot in table.slots)
    unit = (22.0 if table.grid_columns < 7 else 9.0) / narrow
    return [share * unit for share in table.widths]


def _heights(grid: Grid, widths: Sequence[float]) -> list[float]:
    edges = list(accumulate(widths, initial=0.0))
    heights = [_ROW_HEIGHT] * grid.table.grid_rows
    for place in sorted(grid.places, key=lambda place: place.span.rows):
        span = place.span
        width = edges[span.column + span.columns] - edges[span.column]
        lines = 1 if place.value is not None else lines_needed(_words(place), width, _SIZE)  # a number shrinks instead
        lacking = min(lines * _SIZE * 1.4 + 6, TALLEST) - sum(heights[span.row : span.row + span.rows])
        if lacking > 0:
            for row in range(span.row, span.row + span.rows):
                heights[row] += lacking / span.rows
    return heights

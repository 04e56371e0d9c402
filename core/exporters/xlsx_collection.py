"""The sheet that superiors collect by machine: one row for each cell of the form, under heads that never change.

Every row stands by itself (identifier, number, unit, year), so rows of many files can be put below each other. Values
are references to the printed tables and follow what is typed there; a blank stays a blank. All of it is locked.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from core.cells import CellKind, Entry
from core.exporters.check_number import check_number
from core.exporters.pages import shown
from core.exporters.xlsx_book import Book, Sheet, done, freeze, set_height, set_widths
from core.exporters.xlsx_cells import put, put_formula
from core.exporters.xlsx_formulas import LETTERS, at
from core.exporters.xlsx_measures import TALLEST, lines_needed
from core.exporters.xlsx_paper import set_up_page
from core.exporters.xlsx_styles import Look, number_format
from core.exporters.xlsx_tables import LOCKED, is_exact
from core.form.layout import Cell, Form, Table
from core.form.own_sheets import COLLECTION, COLLECTION_HEAD
from core.report import Report

COUNTED_IN = {CellKind.COUNT: "件", CellKind.CHANGE: "件", CellKind.MONEY_WAN: "万元", CellKind.MONEY: ""}
"""The units of count; an amount of the old form has the one that is written with it."""

_LOCK = LOCKED | {"sort": True, "autofilter": True}
_WIDTHS = (34.0, 6.0, 37.0, 18.0, 15.0, 9.0, 26.0, 7.0, 26.0, 14.5)
_HEAD_HEIGHT, _PITCH = 24.0, 1.4  # points, of the size
_VALUE, _UNIT, _FACTS = (1 + COLLECTION_HEAD.index(head) for head in ("值", "计量单位", "单位名称"))


def write_collection(book: Book, report: Report, *, header: str = "") -> None:
    """Add the sheet, and a name for each of its columns (采集_值), to a workbook that has its tables already."""
    sheet = book.sheet(COLLECTION)
    left, middle = book.styles.of(Look.DATA), book.styles.of(Look.DATA_MIDDLE)
    set_widths(sheet, _WIDTHS)
    set_height(sheet, 1, _HEAD_HEIGHT)
    for column, head in enumerate(COLLECTION_HEAD, start=1):
        put(sheet, 1, column, head, book.styles.of(Look.DATA_HEAD))
    facts = (report.unit, Decimal(report.year) if report.year else "", report.form.basis, check_number(report))
    repeated = tuple(zip(facts, (left, middle, left, middle), strict=True))
    least = _lines(tuple(map(str, facts)), _WIDTHS[_FACTS - 1 :])
    for row, (words, height) in enumerate(_rows(report.form, least), start=2):
        for column, word in words:
            put(sheet, row, column, word, middle if column == _UNIT else left)
        for column, (fact, style) in enumerate(repeated, start=_FACTS):
            put(sheet, row, column, fact, style)
        set_height(sheet, row, height)
    for row, (table, cell) in enumerate(_cells(report.form), start=2):
        _value(book, sheet, row, place=f"'{table.name}'!{at(table, cell.id)}", entry=report.entry(cell.id))
    _finish(book, sheet, 1 + len(report.form.cells), header)


def _cells(form: Form) -> Iterator[tuple[Table, Cell]]:
    return ((table, cell) for table in form.tables for cell in table.cells)


@lru_cache(maxsize=16)
def _rows(form: Form, least: int) -> tuple[tuple[tuple[tuple[int, str], ...], float], ...]:
    """Return what is the same in every report: the words of each row with their columns, and its height."""
    rows: list[tuple[tuple[tuple[int, str], ...], float]] = []
    for table, cell in _cells(form):
        name = f"{cell.row.group} {cell.row.label}" if cell.row.group else cell.row.label
        words = (cell.id, table.name, name, cell.column.label)
        height = max(_lines(words, _WIDTHS), least) * Look.DATA.value.size * _PITCH + 2
        placed = (*enumerate(words, start=1), (_UNIT, COUNTED_IN[cell.kind]))
        rows.append((placed, round(min(height, TALLEST), 2)))
    return tuple(rows)


def _lines(words: Sequence[str], widths: Sequence[float]) -> int:
    return max(lines_needed(text, width, Look.DATA.value.size) for text, width in zip(words, widths, strict=False))


def _value(book: Book, sheet: Sheet, row: int, *, place: str, entry: Entry) -> None:
    """Refer to the printed cell; a plain reference to a blank would give 0."""
    number = entry.value
    style = book.styles.of(Look.DATA_VALUE, number_format(number))
    result = shown(entry) if number is None or not is_exact(number) else number
    put_formula(sheet, row, _VALUE, f'IF({place}="","",{place})', style, result=result)


def _finish(book: Book, sheet: Sheet, last: int, header: str) -> None:
    columns = len(COLLECTION_HEAD)
    freeze(sheet, 1, 1)
    done(sheet.autofilter(0, 0, last - 1, columns - 1))
    sheet.protect("", _LOCK)
    set_up_page(sheet, last, columns, repeat=(1, 1), landscape=True, header=header)
    for name, named in _names(last):
        book.name(name, named)


def _names(last: int) -> Iterator[tuple[str, str]]:
    for letter, head in zip(LETTERS, COLLECTION_HEAD, strict=False):
        yield f"采集_{head}", f"'{COLLECTION}'!${letter}$2:${letter}${last}"

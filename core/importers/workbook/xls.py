"""Reads workbooks of Excel 5 to 2003 and of WPS (.xls, .et): each visible worksheet as one grid.

The grid is the one that `xlsx.py` gives for the same workbook: what is hidden is left out, and formulas give the result
that the file stores.
"""

from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import olefile
import xlrd

from core.errors import UserError
from core.importers.extract import UNCOMPUTED, Extract, Grid, Part
from core.importers.limits import damaged, too_big
from core.importers.workbook.collection import Rows
from core.importers.workbook.sheets import Place, rectangle, reported, written_date, written_number
from core.importers.workbook.xls_records import survey

_STREAMS = ("workbook", "book")
_Sheet = Any  # xlrd has no types
_Book = Any


def read(path: Path) -> Extract:
    """Return the visible worksheets of an .xls or .et file; UserError if it is broken, locked or too large."""
    data = path.read_bytes()
    try:
        return Extract(tuple(_blocks(_stream(data), path)))
    except UserError:
        raise
    except MemoryError as problem:
        raise too_big(path) from problem
    except Exception as problem:  # on a damaged file both libraries fail in all kinds of ways
        raise damaged(path) from problem


def _stream(data: bytes) -> bytes:
    """Return the stream of the workbook; pictures and macros stand in others."""
    with olefile.OleFileIO(BytesIO(data)) as compound:
        names = {"/".join(entry).lower(): entry for entry in compound.listdir()}
        name = next(names[stream] for stream in _STREAMS if stream in names)
        return bytes(compound.openstream(name).read())


def _blocks(stream: bytes, path: Path) -> Iterator[Part | Grid]:
    surveyed = survey(stream, path)
    book = xlrd.open_workbook(
        file_contents=stream, formatting_info=True, on_demand=True, ragged_rows=True, logfile=StringIO()
    )
    if not surveyed.sheets:
        raise damaged(path)
    grids: list[tuple[str, Rows]] = []
    for number, known in surveyed.shown():
        sheet = book.sheet_by_index(number)
        grids.append((sheet.name, _grid(sheet, known.uncomputed(), book, path)))
        book.unload_sheet(number)
    for name, rows in reported(grids, path):
        yield Part(name)
        yield Grid(rows, f"工作表“{name}”")


def _grid(sheet: _Sheet, uncomputed: set[Place], book: _Book, path: Path) -> Rows:
    hidden = {number + 1 for number, row in sheet.rowinfo_map.items() if row.hidden}
    narrow = {number + 1 for number, column in sheet.colinfo_map.items() if column.hidden}
    cells = {
        place: text
        for place, text in _cells(sheet, uncomputed, from_1904=book.datemode == 1)
        if place[0] not in hidden and place[1] not in narrow
    }
    listed = {number + 1 for number in sheet.rowinfo_map} | {row for row, _ in cells}
    merges = [((top + 1, left + 1), (bottom, right)) for top, bottom, left, right in sheet.merged_cells]
    return rectangle(cells, listed - hidden, merges, path)


def _cells(sheet: _Sheet, uncomputed: set[Place], *, from_1904: bool) -> Iterator[tuple[Place, str]]:
    for row in range(sheet.nrows):
        for column, (kind, value) in enumerate(zip(sheet.row_types(row), sheet.row_values(row), strict=True)):
            place = row + 1, column + 1
            text = UNCOMPUTED if place in uncomputed else _words(kind, value, from_1904=from_1904)
            if text:
                yield place, text


def _words(kind: int, value: str | float, *, from_1904: bool) -> str:
    if kind == xlrd.XL_CELL_NUMBER:
        return written_number(repr(value))
    if kind == xlrd.XL_CELL_DATE:
        return written_date(repr(value), from_1904=from_1904)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(value, "#N/A"))
    return str(value).replace("\r\n", "\n").replace("\r", "\n")

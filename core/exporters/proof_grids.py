"""The tables of a form among the grids of a file, found by their labels alone: where each stands, there its cell does.

This asks less than recognising a report: our own files print every label as the form has it, in its place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from core.cells import CellId, Entry, parse
from core.form.layout import Form, Table

Rows = Sequence[Sequence[str | None]]

_BLANKS = re.compile(r"\s+")


def entries(form: Form, grids: Sequence[Rows]) -> Mapping[CellId, Entry]:
    """Return what stands in the cells of those tables that are found."""
    found: dict[CellId, Entry] = {}
    for table in form.tables:
        place = next(_places(table, grids), None)
        if place is not None:
            rows, top = place
            found |= {
                slot.cell: parse(_at(rows, top + slot.span.row, slot.span.column), form.cells[slot.cell].kind)
                for slot in table.slots
            }
    return found


def _places(table: Table, grids: Sequence[Rows]) -> Iterator[tuple[Rows, int]]:
    """Yield the grids that have the labels of a table in their places, and the row where it begins."""
    for rows in grids:
        for top in range(len(rows) - table.grid_rows + 1):
            if all(
                _plain(_at(rows, top + label.span.row, label.span.column)) == _plain(label.text)
                for label in table.labels
            ):
                yield rows, top


def _at(rows: Rows, row: int, column: int) -> str:
    line = rows[row]
    return (line[column] or "") if column < len(line) else ""


def _plain(words: str) -> str:
    return _BLANKS.sub("", words)

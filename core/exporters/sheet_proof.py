"""Whether the file of a sheet that goes with the report says what the sheet says, row by row, once it was read back.

As in `core.exporters.proof` nothing here reads files, and blanks within words do not count.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from core.exporters.proof import Proof, missing, short, squeezed
from core.exporters.ruled import Row
from core.exporters.sheets import Sheet, Table, plain

_MOST_JOINED = 3  # rows that a reader takes for one

Words = tuple[str, ...]
"""The cells of a row as they are compared."""

Rows = Sequence[Sequence[str | None]]


def prove(
    sheet: Sheet,
    grids: Sequence[Rows],
    texts: Sequence[str],
    alike: Callable[[str], str] = str,
    *,
    headed: bool = True,
) -> Proof:
    """Compare a sheet with the tables and with all words of its file.

    Each row of a table must stand in the file with the same words in the same cells, below the row before it. A file
    that is not `headed` has its tables on sheets of other names. `alike` is as of `core.exporters.proof.prove`.
    """
    found = [
        tuple(_compared(plain(words), alike) for words in row if words is not None) for rows in grids for row in rows
    ]
    tables = [table for table in sheet.tables if not table.by_hand]
    wanted = [sheet.title, *(table.heading for table in tables if table.heading and headed)]
    lost = list(missing(wanted, texts, lambda text: _compared(text, alike)))
    astray = [row for table in tables for row in _astray(table, found, alike)]
    cells = sum(len(row.cells) for table in tables for row in _rows(table))
    return Proof(
        cells,
        cells - sum(len(row.cells) for row in astray),
        len(wanted),
        len(wanted) - len(lost),
        (*(f"没有读到“{short(text)}”" for text in lost), *(f"没有读到“{_told(row)}”这一行" for row in astray)),
    )


def _rows(table: Table) -> tuple[Row, ...]:
    return (*((table.head,) if table.head else ()), *table.rows)


def _astray(table: Table, found: Sequence[Words], alike: Callable[[str], str]) -> Iterator[Row]:
    """Yield the rows of a table that do not stand in the file below those before them."""
    rows = _rows(table)
    wanted = [_words(row, alike) for row in rows]
    at = place = 0
    while at < len(rows):
        count, end = _found(wanted[at : at + _MOST_JOINED], found, place, wanted[0] if table.head else ())
        if not count:
            yield rows[at]
        at, place = at + max(count, 1), end


def _found(wanted: Sequence[Words], found: Sequence[Words], place: int, head: Words) -> tuple[int, int]:
    """Return how many of the next rows stand together in the first place that holds them, and where that ends.

    A reader of pages may take the last row of one and the first of the next for one row.
    """
    for count in range(1, len(wanted) + 1):
        if len({len(words) for words in wanted[:count]}) == 1:
            joined = tuple(map("".join, zip(*wanted[:count], strict=True)))
            ends = (_end(joined, found, at, head) for at in range(place, len(found)))
            if end := next((end for end in ends if end), 0):
                return count, end
    return 0, place


def _words(row: Row, alike: Callable[[str], str]) -> Words:
    return tuple(_compared(cell.text, alike) for cell in row.cells)


def _compared(text: str, alike: Callable[[str], str]) -> str:
    """Return words as they are compared; marks above letters (é) do not count, for on paper they may stand apart."""
    parted = unicodedata.normalize("NFD", alike(text))
    return squeezed("".join(char for char in parted if not unicodedata.combining(char)))


def _end(wanted: Words, found: Sequence[Words], start: int, head: Words) -> int:
    """Return where a row that begins at `start` ends, 0 where none does: the end of a page may have torn it.

    Its parts stand one below the other then, the head of the table between them or not.
    """
    parts = found[start]
    for end in range(start + 1, len(found) + 1):
        if parts == wanted:
            return end
        fits = len(parts) == len(wanted) and all(map(str.startswith, wanted, parts))
        if not fits or end == len(found):
            return 0
        if found[end] != head:
            parts = tuple(above + below for above, below in zip(parts, found[end], strict=False))
    return 0


def _told(row: Row) -> str:
    return short(" ".join(cell.text for cell in row.cells if cell.text))

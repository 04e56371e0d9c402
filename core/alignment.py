"""A pasted block that brings headings along: its values go where its own row labels and column heads say.

Labels and their other wordings are the form's; width, blanks and punctuation do not count.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from core.cells import NOT_APPLICABLE, CellId
from core.clipboard import Block
from core.form.layout import Row, Table

Line = tuple[str | None, ...]


@dataclass(frozen=True)
class Landed:
    """Words by the cells that they go into, and how many values found no cell."""

    values: Mapping[CellId, str]
    unplaced: int = 0


def align(table: Table, block: Block, selected: CellId) -> Landed | None:
    """Follow the row labels and column heads in a block; None where it has none.

    A line that brings fewer values than the table has columns, and no heads, begins in the selected column; lines
    that bring no labels begin in the selected row.
    """
    if sum(len(line) for line in block) < 2:
        return None
    if len({slot.span.row for slot in table.slots}) == 1:
        return _one_after_another(table, block) or _into_one_line(table, block)
    block = _folded(table, block)
    return _by_row_labels(table, block, selected) or _below_heads(table, block, selected)


def _folded(table: Table, block: Block) -> Block:
    """Put the values of one-cell-a-line text beside the row labels that they follow; other blocks stay as they are.

    So plain text of a table in a page or a word processor reads: label, value, value, …, label, value, … Blank lines
    count as blank cells only where no more values follow than the row has cells.
    """
    rows, words = row_keys(table), _scattered(table, block)
    if not any(key(word) in rows for word in words):
        return block
    lines: list[list[str]] = []
    is_open = False
    for word in words:
        if key(word) in rows:
            lines.append([word])
            is_open = True
        elif is_open and (not word.strip() or _is_value(word)):
            lines[-1].append(word)
        elif word.strip():
            is_open = False  # heads, or a label that this table has not
    return _evened([_without_stray_blanks(line, _cells_of(table, rows[key(line[0])])) for line in lines])


def _scattered(table: Table, block: Block) -> list[str]:
    """The words of a block that has one cell a line, or whose cells hold blocks, which browsers break into lines.

    None where a line has a label and a value beside each other: that is a table already.
    """
    if all(len(line) == 1 for line in block):
        return [line[0] or "" for line in block]
    rows = row_keys(table)
    labels = ((line, _row_label(line, rows)) for line in block)
    if any(label and _values(line[label[1] + 1 :]) for line, label in labels):
        return []
    return [cell for line in block for cell in line if cell and cell.strip()]


def _one_after_another(table: Table, block: Block) -> Landed | None:
    """The values of one-cell-a-line text below the heads of a table of one line, where there is one for each cell."""
    words = [line[0] or "" for line in block if len(line) == 1]
    labels = max((i for i, word in enumerate(words) if word.strip() and not _is_value(word)), default=-1)
    values = words[labels + 1 :]
    cells = [slot.cell for slot in sorted(table.slots, key=lambda slot: slot.span.column)]
    if len(words) < len(block) or labels < 0 or len(values) != len(cells):
        return None
    return Landed(dict(zip(cells, values, strict=True)))


def _is_value(word: str) -> bool:
    return bool(_values([word])) or word.strip() in NOT_APPLICABLE


def _without_stray_blanks(line: list[str], cells: int) -> list[str]:
    return line if len(line) - 1 <= cells else [word for word in line if word.strip()]


def _cells_of(table: Table, row: Row) -> int:
    return sum(cell.row is row for cell in table.cells)


def _evened(lines: list[list[str]]) -> Block:
    width = max(map(len, lines))
    return tuple((*line, *(None,) * (width - len(line))) for line in lines)


def labels_in(table: Table, block: Block) -> int:
    """How many labels of a table stand in a block."""
    words = {key(cell) for line in block for cell in line if cell}
    return len(words & (row_keys(table).keys() | column_keys(table).keys()))


def _by_row_labels(table: Table, block: Block, selected: CellId) -> Landed | None:
    rows, columns = row_keys(table), column_keys(table)
    labels = [_row_label(line, rows) for line in block]
    start = max((label[1] + 1 for label in labels if label), default=0)
    heads: dict[int, str] = {}
    used, unplaced = False, 0
    values: dict[CellId, str] = {}
    for line, label in zip(block, labels, strict=True):
        if label is None:
            named = _heads(line, columns)
            heads = named if named and used else {**heads, **named}
            used = used and not named
            unplaced += 0 if named else _values(line)
            continue
        used = True
        landed = _line_values(table, label[0], line, start, heads) or _in_order(table, label[0], line[start:], selected)
        values.update(landed.values)
        unplaced += landed.unplaced
    return Landed(values, unplaced) if any(labels) else None


def _line_values(table: Table, row: Row, line: Line, start: int, heads: Mapping[int, str]) -> Landed | None:
    """The values of a labelled line under their heads; None where no head is over them."""
    own = {cell.column.id: cell.id for cell in table.cells if cell.row is row}
    under = {own[column]: line[j] or "" for j, column in heads.items() if j >= start and column in own}
    return Landed(under) if under else None


def _in_order(table: Table, row: Row, line: Line, selected: CellId) -> Landed:
    """The values of a labelled line without heads."""
    cells = [cell for cell in table.cells if cell.row is row]
    rest = [words for words in line if words is not None]
    while len(rest) > len(cells) and not rest[0].strip():
        rest = rest[1:]  # places that a wide label covers
    first = 0
    if len(rest) < sum(not cell.computed for cell in cells):
        column = next(cell.column for cell in table.cells if cell.id == selected)
        first = next((i for i, cell in enumerate(cells) if cell.column is column), 0)
    landed = {cell.id: words for cell, words in zip(cells[first:], rest, strict=False)}
    return Landed(landed, sum(bool(words.strip()) for words in rest[len(cells) - first :]))


def _below_heads(table: Table, block: Block, selected: CellId) -> Landed | None:
    """Lines below column heads but without labels: from the selected line on, under their heads."""
    heads, body = _split(table, block)
    if len(heads) < 2 or not body:
        return None
    rows = table.rows
    start = 0 if len(body) == len(rows) else rows.index(next(c.row for c in table.cells if c.id == selected))
    cells = {(cell.row.id, cell.column.id): cell.id for cell in table.cells}
    values = {
        cells[row.id, column]: line[j] or ""
        for row, line in zip(rows[start:], body, strict=False)
        for j, column in heads
        if (row.id, column) in cells
    }
    return Landed(values, sum(map(_values, body[len(rows) - start :])))


def _into_one_line(table: Table, block: Block) -> Landed | None:
    """A table of one line: each head stands once for each group that is named, in the order of the form."""
    heads, body = _split(table, block)
    words = {key(cell) for line in block for cell in line if cell}
    groups = [row for row in table.rows if key(row.label) in words]
    line = next((line for line in body if _values(line)), None)
    if line is None or not groups or not heads:
        return None
    cells = {(cell.row.id, cell.column.id): cell.id for cell in table.cells}
    seen: dict[str, int] = {}
    values: dict[CellId, str] = {}
    for j, column in heads:
        nth = seen[column] = seen.get(column, -1) + 1
        if nth < len(groups):
            values[cells[groups[nth].id, column]] = line[j] or ""
    return Landed(values)


def _split(table: Table, block: Block) -> tuple[list[tuple[int, str]], Block]:
    """The column heads of a block from left to right, and the lines below them."""
    named = [_heads(line, column_keys(table)) for line in block]
    last = max((i for i, heads in enumerate(named) if heads), default=-1)
    return sorted(item for heads in named for item in heads.items()), block[last + 1 :]


def _heads(line: Line, columns: Mapping[str, str]) -> dict[int, str]:
    return {j: columns[key(cell)] for j, cell in enumerate(line) if cell and key(cell) in columns}


def _row_label(line: Line, rows: Mapping[str, Row]) -> tuple[Row, int] | None:
    """The row that a line names, and the place of the words that name it."""
    found = [(rows.get(key(cell)) or rows.get(_without_ordinal(cell)), j) for j, cell in enumerate(line) if cell]
    return next(((row, j) for row, j in reversed(found) if row is not None), None)


def _values(line: Iterable[str | None]) -> int:
    """How many cells of a line look like values, not like words with figures in them."""
    return sum(
        bool(cell and re.fullmatch(r"\D{0,2}[\d.,]+\D{0,2}", unicodedata.normalize("NFKC", cell))) for cell in line
    )


# ---------------------------------------------------------------- words


def row_keys(table: Table) -> dict[str, Row]:
    """Rows by their labels and aliases; without the ordinal too, where that names one row and no column."""
    worded = [(words, row) for row in table.rows for words in (row.label, *row.aliases)]
    keys = {key(words): row for words, row in worded}
    bare: dict[str, set[str]] = {}
    for words, row in worded:
        bare.setdefault(_without_ordinal(words), set()).add(row.id)
    for words, row in worded:
        short = _without_ordinal(words)
        if short not in column_keys(table) and len(bare[short]) == 1:
            keys.setdefault(short, row)
    return keys


def column_keys(table: Table) -> dict[str, str]:
    """Columns by their labels and aliases."""
    return {key(words): column.id for column in table.columns for words in (column.label, *column.aliases)}


@lru_cache(maxsize=1 << 15)
def key(words: str) -> str:
    """Return words as they are compared: width, blanks and punctuation do not count."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words))


@lru_cache(maxsize=1 << 15)
def _without_ordinal(words: str) -> str:
    return key(re.sub(r"^\s*(（[一二三四五六七]）|[一二三四]、|\d[.．、])", "", words))

"""Tables of a binary Word file: rows with cell edges in twips (1/1440 inch) become grids.

[MS-DOC] 2.9.321 (TDefTableOperand), 2.9.312 (TC80), 2.6.3 (table properties). A row has its own edges; a column of the
grid lies between two neighbouring edges of all rows, so that a cell that is wider than one column covers several.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.importers.doc.properties import sprms
from core.importers.doc.story import Line

_SAME_EDGE = 120
"""Edges of different rows that are nearer (2 mm) are one line to the eye: no column with a number is as narrow."""

_DEFINE, _MERGE, _SPLIT, _VERTICAL, _INSERT, _DELETE, _WIDTH = 0xD608, 0x5624, 0x5625, 0xD62B, 0x7621, 0x5622, 0x7623
_CELL = 20  # bytes of a TC80
_MOST_INSERTED = 64


@dataclass
class Cell:
    """What stands in a cell, top to bottom."""

    blocks: list["Line | Table"] = field(default_factory=list)

    def text(self) -> str:
        """Return the words of the cell, its paragraphs on lines of their own, without those of tables inside it."""
        return "\n".join(block.text for block in self.blocks if isinstance(block, Line)).strip("\n")


@dataclass
class Row:
    """The cells of a row and its properties."""

    cells: list[Cell]
    properties: bytes


@dataclass
class Table:
    """The rows of a table; `open` are the cells of the row that is being read, the last one unfinished."""

    rows: list[Row] = field(default_factory=list)
    open: list[Cell] = field(default_factory=lambda: [Cell()])


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the cells of a row stand (one edge more than cells), and which ones others cover."""

    edges: tuple[int, ...]
    covered: tuple[bool, ...]


def tree(lines: Iterator[Line], most_depth: int) -> list[Line | Table]:
    """Return paragraphs and tables as they contain each other. ValueError: tables within tables beyond `most_depth`."""
    root: list[Line | Table] = []
    tables: list[Table] = []
    for line in lines:
        depth = line.layout.depth
        if depth > most_depth:
            raise ValueError(depth)
        del tables[max(depth, 0) :]
        while len(tables) < depth:
            table = Table()
            (tables[-1].open[-1].blocks if tables else root).append(table)
            tables.append(table)
        if not tables:
            root.append(line)
        elif line.layout.ends_row:
            _end_row(tables[-1], line)
        else:
            tables[-1].open[-1].blocks.append(line)
            if line.mark == "\x07" or line.layout.ends_cell:
                tables[-1].open.append(Cell())
    for table in tables:  # a table that breaks off
        if table.open[0].blocks:
            table.rows.append(Row([cell for cell in table.open if cell.blocks], b""))
            table.open = [Cell()]
    return root


def _end_row(table: Table, line: Line) -> None:
    cells = table.open if table.open[-1].blocks else table.open[:-1]
    if not line.deleted or any(_shows(block) for cell in cells for block in cell.blocks):
        table.rows.append(Row(cells, line.layout.row))
    table.open = [Cell()]


def _shows(block: Line | Table) -> bool:
    """Whether something is left of a part of a row whose mark is deleted: then LibreOffice marked too much."""
    return isinstance(block, Table) or bool(block.text.strip())


# ---------------------------------------------------------------- the frame of a row


def frame(properties: bytes) -> Frame | None:
    """Return where the cells of a row stand; None if its properties do not tell."""
    edges: list[int] = []
    covered: list[bool] = []
    above: list[bool] = []
    for code, operand in sprms(properties):
        if code == _DEFINE and operand:
            edges, covered, above = _defined(operand)
        elif edges:
            _changed(code, operand, edges, covered, above)
    if not covered:
        return None
    return Frame(tuple(edges), tuple(left or up for left, up in zip(covered, above, strict=True)))


def _defined(operand: bytes) -> tuple[list[int], list[bool], list[bool]]:
    """Return edges, cells that the one to the left covers, and cells that the one above covers."""
    count = operand[0]
    if len(operand) < 1 + (count + 1) * 2:
        return [], [], []
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    rest = operand[1 + (count + 1) * 2 :]
    flags = [int.from_bytes(rest[at : at + 2], "little") for at in range(0, len(rest) - 1, _CELL)][:count]
    flags += [0] * (count - len(flags))
    sideways = [flag & 3 for flag in flags]
    first = next(filter(None, sideways), 0)  # programs differ in which of 1 and 2 begins a merged cell
    covered = [
        bool(mark) and mark != first and place > 0 and bool(sideways[place - 1]) for place, mark in enumerate(sideways)
    ]
    return list(edges), covered, [flag >> 5 & 3 == 1 for flag in flags]


def _changed(code: int, operand: bytes, edges: list[int], covered: list[bool], above: list[bool]) -> None:
    """Apply a later property of the row to its cells."""
    if code in {_MERGE, _SPLIT, _DELETE, _WIDTH, _INSERT}:
        first, last = operand[0], min(operand[1], len(covered))
        if code in {_MERGE, _SPLIT}:
            for place in range(first, last):
                covered[place] = code == _MERGE and place > first
        elif code == _DELETE and first < last:
            for cells in (covered, above):
                del cells[first:last]
            _close(edges, first, last)
        elif code == _WIDTH:
            for place in range(first, last):
                _widen(edges, place, struct.unpack("<H", operand[2:4])[0])
        elif code == _INSERT and first <= len(covered):
            _insert(operand, edges, covered, above)
    elif code == _VERTICAL and len(operand) >= 2 and operand[0] < len(above):
        above[operand[0]] = operand[1] & 3 == 1


def _close(edges: list[int], first: int, last: int) -> None:
    gone = edges[last] - edges[first]
    edges[first:] = [edges[first], *(edge - gone for edge in edges[last + 1 :])]


def _widen(edges: list[int], place: int, width: int) -> None:
    wider = width - (edges[place + 1] - edges[place])
    edges[place + 1 :] = [edge + wider for edge in edges[place + 1 :]]


def _insert(operand: bytes, edges: list[int], covered: list[bool], above: list[bool]) -> None:
    first, count, width = struct.unpack("<BBH", operand)
    for _ in range(min(count, _MOST_INSERTED)):
        edges[first + 1 :] = [edges[first] + width, *(edge + width for edge in edges[first + 1 :])]
        covered.insert(first, False)
        above.insert(first, False)


# ---------------------------------------------------------------- columns


def columns(frames: Sequence[Frame]) -> list[tuple[int, ...]]:
    """Return for each row the grid column of each of its edges; edges nearly above each other share one."""
    rising = [_rising(each.edges) for each in frames]
    apart = {
        pair
        for row in rising
        for number, left in enumerate(row)
        for pair in ((left, right) for right in row[number + 1 :])
        if pair[1] - pair[0] <= _SAME_EDGE
    }
    place: dict[int, int] = {}
    group: list[int] = []
    for edge in sorted({edge for row in rising for edge in row}):
        if not group or edge - group[0] > _SAME_EDGE or any((other, edge) in apart for other in group):
            group = []
        place[edge] = place[group[0]] if group else len(set(place.values()))
        group.append(edge)
    return [tuple(place[edge] for edge in row) for row in rising]


def _rising(edges: Sequence[int]) -> list[int]:
    """Return edges of which each lies to the right of the one before, whatever a program wrote."""
    rising: list[int] = []
    for edge in edges:
        rising.append(edge if not rising else max(edge, rising[-1] + 1))
    return rising


def rectangle(rows: Sequence[Sequence[str]], frames: Sequence[Frame]) -> tuple[tuple[str | None, ...], ...]:
    """Return the words of a table as a full grid: a cell stands in its first place, what it covers is None."""
    places = columns(frames)
    width = max((row[-1] for row in places), default=0)
    grid: list[tuple[str | None, ...]] = []
    for words, each, at in zip(rows, frames, places, strict=True):
        row: list[str | None] = [None] * width
        for number, word in enumerate(words):
            if not each.covered[number]:
                row[at[number]] = word
        grid.append(tuple(row))
    return tuple(grid)

"""A ruled table that flows down the pages: its head stands again on each, and a row parts only between lines.

Unlike the printed form (`core.exporters.grids`), such a table has as many rows as there is to say, and words of any
length in each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from core.exporters.compose import Line, compose
from core.exporters.fonts import Role
from core.exporters.marks import ARTIFACT
from core.exporters.pages import paragraphs
from core.exporters.paper import HEIGHT, WIDTH, Paper

SIZE = 10.0
LEADING = 1.35  # of the size, from line to line
_PAD_X, _PAD_Y = 4.0, 4.0
_LONG = HEIGHT / 5  # a row higher than that may part at the end of a page
_KEPT = 2  # lines of it that stay together
_MOST_BELOW = HEIGHT / 2  # so that a row always has its place on a fresh page


@dataclass(frozen=True, slots=True)
class Cell:
    """Words over so many columns, from the left or in the middle."""

    text: str
    columns: int = 1
    middle: bool = False
    role: Role = Role.TABLE


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, at least so many points high; one that `leads` stays on the page of the row below it."""

    cells: tuple[Cell, ...]
    least: float = 0.0
    leads: bool = False


@dataclass(frozen=True, slots=True)
class _Set:
    """A row with the lines of each cell, and how far these are apart."""

    row: Row
    lines: tuple[tuple[Line, ...], ...]
    pitch: float

    @property
    def count(self) -> int:
        return max(1, *(len(lines) for lines in self.lines))

    @property
    def height(self) -> float:
        return max(self.row.least, self.count * self.pitch + 2 * _PAD_Y)

    @property
    def kept(self) -> float:
        """The room it needs to begin on a page."""
        return _KEPT * self.pitch + 2 * _PAD_Y if self.height > _LONG else self.height


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table that was set: left edges of its columns in points, its head if it has one, its rows, and type size."""

    edges: tuple[float, ...]
    head: _Set | None
    rows: tuple[_Set, ...]
    size: float = SIZE

    @property
    def height(self) -> float:
        return self._head_height + sum(row.height for row in self.rows)

    def opening(self, tail: float = 0.0) -> float:
        """Return the room its head needs, and what must stand below that; `tail` as of `below`."""
        return self._head_height + (self.rows[0].kept + self.below(0, tail) if self.rows else 0.0)

    def below(self, at: int, tail: float = 0.0) -> float:
        """Return the room to keep free below a row; `tail` is what must follow the last one."""
        if at + 1 == len(self.rows):
            return min(tail, _MOST_BELOW)
        if not self.rows[at].row.leads:
            return 0.0
        return min(self.rows[at + 1].kept + self.below(at + 1, tail), _MOST_BELOW)

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0.0


def arrange(
    shares: Sequence[float], rows: Sequence[Row], paper: Paper, head: Row | None = None, size: float = SIZE
) -> Ruled:
    """Set the rows in type of `size` points; `shares` are the widths of the columns: together they fill the line."""
    unit = WIDTH / sum(shares)
    edges = tuple(accumulate((share * unit for share in shares), initial=0.0))
    set_head = _set(head, edges, paper, size) if head else None
    return Ruled(edges, set_head, tuple(_set(row, edges, paper, size) for row in rows), size)


def draw(table: Ruled, paper: Paper, tail: float = 0.0) -> None:
    """Draw the table at the cursor; `tail` points stay free below its last row, for what must not part from it."""
    tag = paper.tag("Table")
    if table.head:
        heads = _tags(table.head, paper, tag, "Column")
        _draw_part(table, table.head, range(table.head.count), paper, heads)
    for at, row in enumerate(table.rows):
        below = table.below(at, tail)
        if row.height <= _LONG and row.height + below > paper.room:
            _turn(table, paper)
        tags = _tags(row, paper, tag, "Row")
        for part in _parts(table, row, below, paper):
            _draw_part(table, row, part, paper, tags)


def _tags(row: _Set, paper: Paper, table: int, scope: str) -> list[int]:
    """Enter a row into the structure; what is set in 黑体 beside or above other cells is their head."""
    above = paper.tag("TR", table)
    heads = [scope == "Column" or (cell.role is Role.HEADING and cell.text != "") for cell in row.row.cells]
    return [
        paper.tag("TH" if is_head else "TD", above, scope=scope if is_head else "", columns=cell.columns)
        for cell, is_head in zip(row.row.cells, heads, strict=True)
    ]


def _parts(table: Ruled, row: _Set, below: float, paper: Paper) -> Iterator[range]:
    """Yield the lines of a row that go on this page, then those of the next; two at least on either."""
    start = 0
    while start < row.count:
        left = row.count - start
        room = paper.room - 2 * _PAD_Y
        if row.height <= _LONG or left * row.pitch + below <= room:
            yield range(start, row.count)
            return
        most = min(int(room / row.pitch), left - _KEPT)
        if most >= _KEPT:
            yield range(start, start + most)
            start += most
        _turn(table, paper)


def _turn(table: Ruled, paper: Paper) -> None:
    paper.turn()
    if table.head:
        artifacts = [ARTIFACT] * len(table.head.lines)
        _draw_part(table, table.head, range(table.head.count), paper, artifacts)


def _draw_part(table: Ruled, row: _Set, shown: range, paper: Paper, tags: Sequence[int]) -> None:
    is_whole = len(shown) == row.count
    height = row.height if is_whole else len(shown) * row.pitch + 2 * _PAD_Y
    column = 0
    for cell, lines, tag in zip(row.row.cells, row.lines, tags, strict=True):
        left, right = table.edges[column], table.edges[column + cell.columns]
        paper.frame(left, paper.y, right - left, height)
        space = (height - row.pitch * len(lines)) / 2 if is_whole else _PAD_Y
        top = paper.y + space + (row.pitch - table.size) / 2
        for at, line in enumerate(lines[shown.start : shown.stop]):
            indent = (right - left - line.width) / 2 if cell.middle else _PAD_X
            bold = paper.faces.chosen[cell.role].embolden
            paper.put(line.pieces, left + indent, top + at * row.pitch, table.size, bold=bold, tag=tag)
        column += cell.columns
    paper.y += height


def _set(row: Row, edges: Sequence[float], paper: Paper, size: float) -> _Set:
    lines, column = list[tuple[Line, ...]](), 0
    for cell in row.cells:
        width = edges[column + cell.columns] - edges[column] - 2 * _PAD_X
        lines.append(tuple(_lines(cell, width, paper, size)))
        column += cell.columns
    return _Set(row, tuple(lines), LEADING * size)


def _lines(cell: Cell, width: float, paper: Paper, size: float) -> Iterator[Line]:
    for paragraph in paragraphs(cell.text):
        yield from compose(paper.faces.sorts(paragraph, cell.role, size), width, justify=False)

"""The value cells of a table as a full rectangle: where a hand goes with arrow keys, and where a pasted block lands.

Lines without values (captions, heads inside the table) are left out; a value that is printed wider than one column
stands in every place that it covers, its first place being its own.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from core.cells import CellId
from core.form.layout import Role, Table

Place = tuple[int, int]


@dataclass(frozen=True)
class Lattice:
    """Rows of cells, all of one length. `row_blocks` and `column_blocks` say which printed group a line belongs to."""

    rows: tuple[tuple[CellId, ...], ...]
    row_blocks: tuple[int, ...]
    column_blocks: tuple[int, ...]

    @property
    def height(self) -> int:
        return len(self.rows)

    @property
    def width(self) -> int:
        return len(self.rows[0])

    @cached_property
    def places(self) -> dict[CellId, Place]:
        """The first place of each cell."""
        found: dict[CellId, Place] = {}
        for i, row in enumerate(self.rows):
            for j, cell in enumerate(row):
                found.setdefault(cell, (i, j))
        return found

    def owns(self, row: int, column: int) -> bool:
        """Whether the cell at a place stands there first, not only because it is printed wide."""
        return self.places[self.rows[row][column]] == (row, column)

    def between(self, one: CellId, other: CellId) -> tuple[CellId, ...]:
        """The cells of the rectangle that has two cells in its corners, in reading order."""
        (top, left), (bottom, right) = self.places[one], self.places[other]
        lines = range(min(top, bottom), max(top, bottom) + 1)
        columns = range(min(left, right), max(left, right) + 1)
        return tuple(dict.fromkeys(self.rows[i][j] for i in lines for j in columns))

    def is_rectangle(self, cells: tuple[CellId, ...]) -> bool:
        """Whether cells fill a rectangle without a gap."""
        places = [self.places[cell] for cell in cells]
        rows, columns = [row for row, _ in places], [column for _, column in places]
        corners = self.rows[min(rows)][min(columns)], self.rows[max(rows)][max(columns)]
        return len(self.between(*corners)) == len(set(cells))


def lattice(table: Table) -> Lattice:
    """Return the value cells of a table as a full rectangle."""
    left = min(slot.span.column for slot in table.slots)
    lines: dict[int, list[CellId]] = {}
    for slot in sorted(table.slots, key=lambda slot: (slot.span.row, slot.span.column)):
        lines.setdefault(slot.span.row, []).extend([slot.cell] * slot.span.columns)
    columns = [_head_block(table, column) for column in range(left, table.grid_columns)]
    return Lattice(tuple(map(tuple, lines.values())), _numbered(_row_groups(table, lines)), _numbered(columns))


def _row_groups(table: Table, lines: dict[int, list[CellId]]) -> list[object]:
    """For each line the captions above it and the group that its row belongs to."""
    captions = [label.span.row for label in table.labels if label.role is Role.CAPTION]
    rows = {cell.id: cell.row for cell in table.cells}
    return [(sum(caption < line for caption in captions), rows[cells[0]].group) for line, cells in lines.items()]


def _head_block(table: Table, column: int) -> object:
    """The narrowest printed head above a column that it shares with others."""
    heads = [label.span for label in table.labels if label.span.row < table.head_rows]
    over = [head for head in heads if head.columns > 1 and head.column <= column < head.column + head.columns]
    return min(over, key=lambda head: head.columns, default=None)


def _numbered(keys: list[object]) -> tuple[int, ...]:
    return tuple(i for i, (_, run) in enumerate(groupby(keys)) for _ in run)

"""Rows and cells of RTF as tables: columns follow from where the edges of the cells stand, row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from core.importers.extract import Grid, Paragraph

_SAME = 30  # edges that lie this near, in twentieths of a point, are one edge


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of a cell, in twentieths of a point, and whether the cell belongs to the one left or above."""

    right: int
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a row begins and its cells end."""

    left: int = 0
    edges: tuple[Edge, ...] = ()


@dataclass
class Table:
    """The rows read so far, the cells of the row that is being read, and the blocks of its last cell."""

    rows: list["Row"] = field(default_factory=list)
    cells: list[list["Block"]] = field(default_factory=list)
    content: list["Block"] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(self.content)
        self.content = []

    def end_row(self, shape: Shape) -> None:
        """Close the row, with whatever stands behind its last cell; a row without cells is none."""
        if any(_words(block) for block in self.content):
            self.end_cell()
        self.content = []
        if self.cells:
            described = shape if shape.edges or not self.rows else self.rows[-1].shape
            self.rows.append(Row(self.cells, described))
            self.cells = []


@dataclass(frozen=True, slots=True)
class Row:
    cells: list[list["Block"]]
    shape: Shape


Block: TypeAlias = Paragraph | Table


def blocks_of(content: Sequence[Block], numbers: Iterator[int]) -> Iterator[Paragraph | Grid]:
    """Yield paragraphs and grids; a table that only holds a layout is unwrapped, tables inside others follow them."""
    for block in content:
        if isinstance(block, Paragraph):
            for line in block.text.split("\n"):
                yield Paragraph(line, block.heading)
        else:
            yield from _grids(block, numbers)


def _grids(table: Table, numbers: Iterator[int]) -> Iterator[Paragraph | Grid]:
    inner = [block for row in table.rows for cell in row.cells for block in cell if isinstance(block, Table)]
    if inner and _only_lays_out(table):
        for row in table.rows:
            for cell in row.cells:
                yield from blocks_of(cell, numbers)
        return
    if table.rows:
        yield Grid(rectangle(table.rows), f"第 {next(numbers)} 个表格")
    for nested in inner:
        yield from _grids(nested, numbers)


def _only_lays_out(table: Table) -> bool:
    """Whether no row has more than two cells with words of their own: a frame around other tables."""
    return all(sum(bool(cell_text(cell).strip()) for cell in row.cells) <= 2 for row in table.rows)


def _words(block: Block) -> bool:
    return isinstance(block, Table) or bool(block.text.strip())


def cell_text(cell: Sequence[Block]) -> str:
    """Return the words of a cell, its paragraphs on lines of their own, without those of tables inside it."""
    return "\n".join(block.text for block in cell if isinstance(block, Paragraph)).strip("\n")


def rectangle(rows: Sequence[Row]) -> tuple[tuple[str | None, ...], ...]:
    """Return the grid of a table: each cell in the column where its left edge stands, None where it reaches further."""
    shapes = [_completed(row) for row in rows]
    columns = _columns(shapes)
    width = max(columns.values(), default=0)
    grid: list[tuple[str | None, ...]] = []
    for row, shape in zip(rows, shapes, strict=True):
        line: list[str | None] = [None] * width
        place = columns[shape.left]
        for cell, edge in zip(row.cells, shape.edges, strict=True):
            if not edge.covered and place < width:
                line[place] = cell_text(cell)
            place = max(place, columns[edge.right])
        grid.append(tuple(line))
    return tuple(grid)


def _completed(row: Row) -> Shape:
    """Return an edge for each cell, further right each time; rows of careless programs lack some."""
    edges: list[Edge] = []
    last = row.shape.left
    for number in range(len(row.cells)):
        given = row.shape.edges[number] if number < len(row.shape.edges) else Edge(last + 2 * _SAME)
        edge = given if given.right > last + _SAME else Edge(last + 2 * _SAME, given.covered)
        edges.append(edge)
        last = edge.right
    return Shape(row.shape.left, tuple(edges))


def _columns(shapes: Sequence[Shape]) -> dict[int, int]:
    """Return the number of the column that begins at each edge; edges that nearly meet are one."""
    found = sorted({edge for shape in shapes for edge in (shape.left, *(edge.right for edge in shape.edges))})
    columns: dict[int, int] = {}
    number, begun = -1, 0
    for edge in found:
        if number < 0 or edge - begun > _SAME:
            number, begun = number + 1, edge
        columns[edge] = number
    return columns

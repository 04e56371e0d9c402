"""What filling writes: down and to the right by key, and drawn out by the corner of a selection.

Values are repeated, never counted on: the numbers of a report follow from no series.
"""

from core.cells import CellId, State
from core.form.lattice import Lattice, lattice
from core.report import Report


def spread(report: Report, table_id: str, chosen: tuple[CellId, ...], *, down: bool) -> dict[CellId, str]:
    """Return what filling down (or right) writes: every line of the selection repeats its first cell.

    Of a single cell, what stands above it (or left of it) is repeated.
    """
    grid = lattice(report.form.table(table_id))
    lines: dict[int, list[CellId]] = {}
    for cell in chosen:
        lines.setdefault(grid.places[cell][1 if down else 0], []).append(cell)
    raws: dict[CellId, str] = {}
    for cells in lines.values():
        row, column = grid.places[cells[0]]
        before = grid.rows[max(row - down, 0)][max(column - (not down), 0)]
        source = cells[0] if len(cells) > 1 else before
        raws.update({cell: report.entry(source).raw for cell in cells if cell != source})
    return _typed_only(report, raws)


def stretched(grid: Lattice, source: tuple[CellId, ...], to: CellId) -> tuple[CellId, ...]:
    """Return the cells that drawing a rectangle out to a cell would fill: up or down, or sideways, never both ways.

    Empty where the cell lies inside the rectangle.
    """
    top, left, bottom, right = _edges(grid, source)
    row, column = grid.places[to]
    down, across = _beyond(row, top, bottom), _beyond(column, left, right)
    if not (down or across):
        return ()
    if abs(down) >= abs(across):
        lines = range(bottom + 1, row + 1) if down > 0 else range(row, top)
        columns = range(left, right + 1)
    else:
        lines = range(top, bottom + 1)
        columns = range(right + 1, column + 1) if across > 0 else range(column, left)
    kept = set(source)
    cells = dict.fromkeys(grid.rows[i][j] for i in lines for j in columns)
    return tuple(cell for cell in cells if cell not in kept)


def drawn_out(
    report: Report, table_id: str, source: tuple[CellId, ...], target: tuple[CellId, ...]
) -> dict[CellId, str]:
    """Return what a rectangle writes into the cells that it is drawn out over: its own values, over and over."""
    grid = lattice(report.form.table(table_id))
    top, left, bottom, right = _edges(grid, source)
    height, width = bottom - top + 1, right - left + 1
    raws: dict[CellId, str] = {}
    for cell in target:
        row, column = grid.places[cell]
        repeated = grid.rows[top + (row - top) % height][left + (column - left) % width]
        raws[cell] = report.entry(repeated).raw
    return _typed_only(report, raws)


def reach(report: Report, table_id: str, source: tuple[CellId, ...]) -> tuple[CellId, ...]:
    """Return the cells that a double click on a rectangle's corner fills.

    They go down as far as the column beside it is written without a gap, on its left first; where nothing is written
    beside it, to the end of the printed group. They end above the first cell that is written already.
    """
    grid = lattice(report.form.table(table_id))
    _, left, bottom, right = _edges(grid, source)
    lowest = max(
        (_run_end(report, grid, bottom, column) for column in (left - 1, right + 1) if 0 <= column < grid.width),
        default=bottom,
    )
    if lowest == bottom:
        block = grid.row_blocks[bottom]
        lowest = max(i for i, one in enumerate(grid.row_blocks) if one == block)
    free = bottom
    while free < lowest and all(_is_free(report, grid.rows[free + 1][j]) for j in range(left, right + 1)):
        free += 1
    return stretched(grid, source, grid.rows[free][right]) if free > bottom else ()


def _run_end(report: Report, grid: Lattice, row: int, column: int) -> int:
    while row + 1 < grid.height and report.entry(grid.rows[row + 1][column]).state is not State.EMPTY:
        row += 1
    return row


def _is_free(report: Report, cell: CellId) -> bool:
    """Whether filling overwrites nothing here: a blank, or a sum, which is passed over."""
    return report.form.cells[cell].computed or report.entry(cell).state is State.EMPTY


def _edges(grid: Lattice, cells: tuple[CellId, ...]) -> tuple[int, int, int, int]:
    """First row and column, last row and column."""
    places = [grid.places[cell] for cell in cells]
    rows, columns = [row for row, _ in places], [column for _, column in places]
    return min(rows), min(columns), max(rows), max(columns)


def _beyond(at: int, first: int, last: int) -> int:
    """How far a place lies outside, negative before and positive behind."""
    return at - last if at > last else min(at - first, 0)


def _typed_only(report: Report, raws: dict[CellId, str]) -> dict[CellId, str]:
    return {cell: raw for cell, raw in raws.items() if not report.form.cells[cell].computed}

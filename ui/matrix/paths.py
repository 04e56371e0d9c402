"""Where the hand goes in a table: arrows, Enter, Tab, jumps. Pure functions over the lattice of a table."""

from collections.abc import Callable, Sequence

from core.cells import CellId
from core.form.lattice import Lattice
from core.form.layout import Table

Open = Callable[[CellId], bool]


def beside(grid: Lattice, cell: CellId, down: int, right: int) -> CellId:
    """Return the next other cell in a direction; at the edge the cell itself."""
    row, column = grid.places[cell]
    while 0 <= (row := row + down) < grid.height and 0 <= (column := column + right) < grid.width:
        if grid.rows[row][column] != cell:
            return grid.rows[row][column]
    return cell


def jump(grid: Lattice, cell: CellId, down: int, right: int) -> CellId:
    """Return the edge of the printed group in a direction; from its edge, the first cell of the next group."""
    row, column = grid.places[cell]
    at, blocks = (row, grid.row_blocks) if down else (column, grid.column_blocks)
    sign = down or right
    target = _edge(blocks, at, sign)
    return grid.rows[target][column] if down else grid.rows[row][target]


def _edge(blocks: Sequence[int], at: int, sign: int) -> int:
    target = at
    while 0 <= target + sign < len(blocks) and blocks[target + sign] == blocks[at]:
        target += sign
    return target if target != at else min(max(at + sign, 0), len(blocks) - 1)


def paged(grid: Lattice, cell: CellId, lines: int) -> CellId:
    """Return the cell so many lines further down (or up, where negative), or the last there is."""
    row, column = grid.places[cell]
    return grid.rows[min(max(row + lines, 0), grid.height - 1)][column]


def paged_across(grid: Lattice, cell: CellId, columns: int) -> CellId:
    """Return the cell so many columns further right (or left, where negative), or the last there is."""
    row, column = grid.places[cell]
    return grid.rows[row][min(max(column + columns, 0), grid.width - 1)]


def row_end(grid: Lattice, cell: CellId, *, last: bool) -> CellId:
    """Return the first or last cell of the same line."""
    return grid.rows[grid.places[cell][0]][-1 if last else 0]


def corner(grid: Lattice, *, last: bool) -> CellId:
    """Return the first or last cell of the table."""
    return grid.rows[-1][-1] if last else grid.rows[0][0]


def by_column(grid: Lattice) -> tuple[CellId, ...]:
    """The cells in the order of Enter: down each column, then on to the next."""
    return tuple(
        grid.rows[row][column] for column in range(grid.width) for row in range(grid.height) if grid.owns(row, column)
    )


def by_row(grid: Lattice) -> tuple[CellId, ...]:
    """The cells in the order of Tab: along each line, then on to the next."""
    return tuple(grid.places)


def onward(order: Sequence[CellId], is_open: Open, cell: CellId, sign: int) -> CellId:
    """Return the next cell of an order that takes typing, passing over locked ones; at its end the cell itself."""
    rest = order[order.index(cell) + 1 :] if sign > 0 else order[: order.index(cell)][::-1]
    return next((other for other in rest if is_open(other)), cell)


def returned(grid: Lattice, is_open: Open, cell: CellId, column: int) -> CellId:
    """Return the open cell of a column in the line below: where Enter leads after a run of Tab."""
    row = grid.places[cell][0]
    below = (grid.rows[line][column] for line in range(row + 1, grid.height))
    return next((other for other in below if is_open(other)), cell)


def line_of(grid: Lattice, cell: CellId) -> tuple[CellId, ...]:
    """The cells of the same line."""
    return tuple(dict.fromkeys(grid.rows[grid.places[cell][0]]))


def column_of(grid: Lattice, cell: CellId) -> tuple[CellId, ...]:
    """The cells of the same column, those printed over several columns included."""
    return tuple(dict.fromkeys(row[grid.places[cell][1]] for row in grid.rows))


def block_of(grid: Lattice, cell: CellId) -> tuple[CellId, ...]:
    """The cells of the printed group around a cell: its lines, or in a table of one line its columns."""
    row, column = grid.places[cell]
    lines = [i for i in range(grid.height) if grid.row_blocks[i] == grid.row_blocks[row]]
    columns = [j for j in range(grid.width) if grid.height > 1 or grid.column_blocks[j] == grid.column_blocks[column]]
    return tuple(dict.fromkeys(grid.rows[i][j] for i in lines for j in columns))


def terms_of(table: Table, cell: CellId) -> tuple[CellId, ...]:
    """The cells that a computed cell is the sum of; none for a typed one."""
    return next((equation.left for equation in table.equations if equation.fills == cell), ())


def sums_over(table: Table, cell: CellId) -> tuple[CellId, ...]:
    """The computed cells that a cell is a term of."""
    filled = (equation.fills for equation in table.equations if cell in equation.left)
    return tuple(total for total in filled if total is not None)

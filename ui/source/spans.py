"""Which cell of a grid each place belongs to: readers leave None where a merged cell covers (`Grid`)."""

from typing import NamedTuple

from core.importers.extract import Grid


class Span(NamedTuple):
    """A cell as it is drawn: its first place, and how many rows and columns it takes."""

    row: int
    column: int
    rows: int
    columns: int


def spans_of(grid: Grid) -> list[list[Span]]:
    """Return for every place of a grid the cell that covers it, by row and column.

    A cell grows to the right over None, then downwards as long as all places below it are None. A None that no cell
    reaches is a blank cell of its own. A row with one cell at its beginning is a caption as wide as the grid;
    in a row of values the label takes what lies between it and them.
    """
    height, width = len(grid.rows), len(grid.rows[0]) if grid.rows else 0
    owners: list[list[Span | None]] = [[None] * width for _ in range(height)]
    for row, cells in enumerate(grid.rows):
        owned = owners[row]
        below = grid.rows[row + 1] if row + 1 < height else cells
        for column in range(width):
            if owned[column] is not None:
                continue
            if (
                cells[column] is not None
                and below[column] is not None
                and cells[min(column + 1, width - 1)] is not None
            ):
                owned[column] = Span(row, column, 1, 1)  # nearly all cells of a large sheet
            else:
                _claim(grid, owners, row, column)
    return [[owner for owner in line if owner is not None] for line in owners]


def _claim(grid: Grid, owners: list[list[Span | None]], row: int, column: int) -> None:
    cells = grid.rows
    right, below = column + 1, row + 1
    if cells[row][column] is not None:
        while right < len(owners[row]) and cells[row][right] is None and owners[row][right] is None:
            right += 1
        while (
            below < len(owners)
            and _is_free(cells[below], owners[below], column, right)
            and not (column and _begins_anew(cells[below], column, cells[row][column]))
        ):
            below += 1
    span = Span(row, column, below - row, right - column)
    for covered in range(row, below):
        owners[covered][column:right] = [span] * (right - column)


def _is_free(cells: tuple[str | None, ...], owners: list[Span | None], left: int, right: int) -> bool:
    return all(cells[place] is None and owners[place] is None for place in range(left, right))


def _begins_anew(cells: tuple[str | None, ...], column: int, above: str | None) -> bool:
    """Whether a place that holds nothing is part of its own row, not of the cell above."""
    label = _label_of(cells, column)
    if above is not None and _is_value(above) and label and all(cell is None for cell in cells[column:]):
        return True  # a caption in a sheet, which may begin beside an empty column: no number stands for two rows
    return _is_caption(cells) or (label and any(cell is not None and _is_value(cell) for cell in cells[column:]))


def _is_caption(cells: tuple[str | None, ...]) -> bool:
    return len(cells) > 2 and cells[0] is not None and all(cell is None for cell in cells[1:])


def _label_of(cells: tuple[str | None, ...], column: int) -> bool:
    """Whether a label is what stands left of a place that holds nothing."""
    beside = next((cell for cell in reversed(cells[:column]) if cell is not None), None)
    return beside is not None and not _is_value(beside)


def _is_value(words: str) -> bool:
    return words.strip().replace(".", "", 1).isdecimal()

"""Where a pasted block lands in a table: by the headings it brings along, else by position from the selection.

Computed cells are passed over, so that what stands beside them keeps its line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from core.alignment import Landed, align, labels_in
from core.cells import CellId, State, parse, tidy
from core.clipboard import Block
from core.errors import UserError
from core.form.lattice import Lattice, lattice
from core.form.layout import Form, Table
from core.report import Report

ENOUGH_LABELS = 3


@dataclass(frozen=True)
class Paste:
    """What a block would do: `raws` go into typed cells; `locked` are values that stand where sums are computed;
    `clipped` counts values that found no cell; `by_headings` tells how the places were found, `is_single` that one
    value goes into all of them.
    """

    raws: Mapping[CellId, str] = field(default_factory=dict)
    locked: Mapping[CellId, str] = field(default_factory=dict)
    clipped: int = 0
    by_headings: bool = False
    is_single: bool = False

    @property
    def cells(self) -> tuple[CellId, ...]:
        return (*self.raws, *self.locked)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is told of a paste: cells written, sums passed over and how many of them differ from the computed ones,
    values without a cell, numbers whose writing was tidied, words that are no number.
    """

    written: int
    passed: int
    differing: int
    clipped: int
    tidied: int
    strange: int


def place(form: Form, table_id: str, block: Block, chosen: tuple[CellId, ...]) -> Paste:
    """Find the cells for a block; `chosen` are the selected ones, in reading order.

    Raises `UserError` where the block is plainly another table of the form.
    """
    table = form.table(table_id)
    landed = align(table, block, chosen[0])
    by_headings = landed is not None
    if landed is None:
        _refuse_other_table(form, table, block)
        landed = _by_position(table, block, chosen)
    computed = {cell.id for cell in table.cells if cell.computed}
    raws = {cell: raw for cell, raw in landed.values.items() if cell not in computed}
    locked = {cell: raw for cell, raw in landed.values.items() if cell in computed and raw.strip()}
    return Paste(raws, locked, landed.unplaced, by_headings, is_single=[len(line) for line in block] == [1])


def numbers_only(form: Form, paste: Paste) -> Paste:
    """Return a paste without what is no number: blanks, marks and words (只粘贴数值)."""
    kinds = {cell: form.cells[cell].kind for cell in paste.raws}
    raws = {cell: raw for cell, raw in paste.raws.items() if parse(raw, kinds[cell]).value is not None}
    return replace(paste, raws=raws)


def outcome(after: Report, paste: Paste) -> Outcome:
    """Tell what a paste did, once it is done."""
    kinds = {cell: after.form.cells[cell].kind for cell in paste.cells}
    written = {cell: raw for cell, raw in paste.raws.items() if raw.strip()}
    entries = [parse(tidy(raw, kinds[cell]), kinds[cell]) for cell, raw in written.items()]
    return Outcome(
        written=len(paste.raws),
        passed=len(paste.locked),
        differing=sum(parse(raw, kinds[cell]).value != after.value(cell) for cell, raw in paste.locked.items()),
        clipped=paste.clipped,
        tidied=sum(parse(raw, kinds[cell]).tidied for cell, raw in written.items()),
        strange=sum(entry.state in {State.TEXT, State.NOT_APPLICABLE} for entry in entries),
    )


# ---------------------------------------------------------------- by position


def _by_position(table: Table, block: Block, chosen: tuple[CellId, ...]) -> Landed:
    """One value goes into the whole selection; a block that fits into it several times is repeated, else cut."""
    grid = lattice(table)
    height, width = len(block), len(block[0]) if block else 0
    if (height, width) == (1, 1):
        return Landed(dict.fromkeys(chosen, block[0][0] or ""))
    top, left, rows, columns = _frame(grid, chosen)
    fits = height and width and rows % height == 0 and columns % width == 0
    down, across = (rows // height, columns // width) if fits else (1, 1)
    values: dict[CellId, str] = {}
    clipped = 0
    for i, j, raw in _tiled(block, down, across):
        row, column = top + i, left + j
        if raw is None:
            continue
        if row < grid.height and column < grid.width and grid.owns(row, column):
            values[grid.rows[row][column]] = raw
        elif raw.strip():
            clipped += 1
    return Landed(values, clipped)


def _frame(grid: Lattice, chosen: tuple[CellId, ...]) -> tuple[int, int, int, int]:
    """The first place of a selection, and its size where it is a rectangle, else one cell."""
    places = [grid.places[cell] for cell in chosen]
    top, left = min(row for row, _ in places), min(column for _, column in places)
    bottom, right = max(row for row, _ in places), max(column for _, column in places)
    whole = (top, left, bottom - top + 1, right - left + 1)
    return whole if grid.is_rectangle(chosen) else (*places[0], 1, 1)


def _tiled(block: Block, down: int, across: int) -> Iterator[tuple[int, int, str | None]]:
    height, width = len(block), len(block[0]) if block else 0
    for i in range(height * down):
        for j in range(width * across):
            yield i, j, block[i % height][j % width]


def _refuse_other_table(form: Form, table: Table, block: Block) -> None:
    if labels_in(table, block) >= ENOUGH_LABELS:
        return
    for other in form.tables:
        if other is not table and labels_in(other, block) >= ENOUGH_LABELS:
            title = form.section(other.section).title
            words = f"剪贴板里是{other.name}的内容，这里是{table.name}，没有粘贴。"
            raise UserError(words, f"请到“{title}”一步再粘贴。")

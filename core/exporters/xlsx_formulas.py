"""The live formulas of the workbook: totals, and the balance that is printed on table 3; without their equals signs."""

from collections.abc import Sequence
from decimal import Decimal

from core.cells import CellId
from core.form.layout import Equation, Table
from core.report import Report

LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""Letters of the columns, A first; no sheet of ours has more than these."""

TOP = 2
"""The grid begins in this row, below the heading of its section."""

EVEN, UNFINISHED = "平", "未填全"
_DECIMALS = 6  # of a difference; Excel's own arithmetic leaves dust behind them


def total(table: Table, terms: Sequence[CellId]) -> str:
    """Return the sum of `terms`, empty while one of them is blank or words: a blank is never 0."""
    ranges = joined([_reference(table, term) for term in terms])
    return f'IF(COUNT({ranges})={len(terms)},SUM({ranges}),"")'


def judgement(table: Table, equation: Equation) -> str:
    """Return 平 where an equation holds, the difference where it does not, 未填全 where a number is wanting."""
    references = [at(table, cell) for cell in equation.cells]
    apart = difference(table, equation)
    return f'IF(COUNT({",".join(references)})<{len(references)},"{UNFINISHED}",IF({apart}=0,"{EVEN}",{apart}))'


def judged(report: Report, equation: Equation) -> str | Decimal:
    """Return what comes out of `judgement` for a report."""
    left, right = ([report.value(cell) for cell in side] for side in (equation.left, equation.right))
    known_left, known_right = ([value for value in side if value is not None] for side in (left, right))
    if len(known_left) + len(known_right) < len(left) + len(right):
        return UNFINISHED
    apart = sum(known_left, Decimal()) - sum(known_right, Decimal())
    return apart if round(apart, _DECIMALS) else EVEN


def difference(table: Table, equation: Equation, *, fixed: bool = False) -> str:
    """Return the left side of an equation less its right side; `fixed` as references that never move ($D$5)."""
    left, right = ([_reference(table, cell) for cell in side] for side in (equation.left, equation.right))
    less = "".join(f"-{_written(*each, fixed=fixed)}" for each in right)
    if len(left) < 4:
        return f"ROUND({'+'.join(_written(*each, fixed=fixed) for each in left)}{less},{_DECIMALS})"
    return f"ROUND(SUM({joined(left, fixed=fixed)}){less},{_DECIMALS})"


def all_numbers(table: Table, cells: Sequence[CellId]) -> str:
    """Return the condition that a number stands in each of some cells, with references that never move."""
    return f"COUNT({joined([_reference(table, cell) for cell in cells], fixed=True)})={len(cells)}"


def at(table: Table, cell: CellId, *, fixed: bool = False) -> str:
    """Return the reference to a cell of a table on its own sheet."""
    return _written(*_reference(table, cell), fixed=fixed)


def areas(table: Table, cells: Sequence[CellId]) -> str:
    """Return the rectangles that some cells fill, parted by blanks as marks want them; merged cells by their first."""
    spans = [table.spans[cell] for cell in cells]
    lines: dict[int, list[int]] = {}
    for span in spans:
        lines.setdefault(span.row, []).append(span.column)
    blocks: list[tuple[int, int, int, int]] = []  # first row, last row, first column, last column
    for row, columns in sorted(lines.items()):
        for first, last in _runs(sorted(columns)):
            above = next((i for i, block in enumerate(blocks) if block[1:] == (row - 1, first, last)), None)
            if above is None:
                blocks.append((row, row, first, last))
            else:
                blocks[above] = (blocks[above][0], row, first, last)
    return " ".join(
        _range(LETTERS[first], TOP + top, LETTERS[last], TOP + bottom) for top, bottom, first, last in blocks
    )


def _runs(columns: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for column in columns:
        if runs and runs[-1][1] == column - 1:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return runs


def joined(references: Sequence[tuple[str, int]], *, fixed: bool = False) -> str:
    """Write cells that stand side by side or below each other as one range."""
    columns, rows = {column for column, _ in references}, sorted({row for _, row in references})
    letters = sorted(columns)
    if len(columns) * len(rows) == len(references) > 1 and rows[-1] - rows[0] + 1 == len(rows):
        first, last = (letters[0], rows[0]), (letters[-1], rows[-1])
        if ord(letters[-1]) - ord(letters[0]) + 1 == len(letters):
            return f"{_written(*first, fixed=fixed)}:{_written(*last, fixed=fixed)}"
    return ",".join(_written(*each, fixed=fixed) for each in references)


def _reference(table: Table, cell: CellId) -> tuple[str, int]:
    span = table.spans[cell]
    return LETTERS[span.column], TOP + span.row


def _written(column: str, row: int, *, fixed: bool = False) -> str:
    return f"${column}${row}" if fixed else f"{column}{row}"


def _range(column: str, row: int, last_column: str, last_row: int) -> str:
    first, last = f"{column}{row}", f"{last_column}{last_row}"
    return first if first == last else f"{first}:{last}"

"""The live formulas of the workbook: totals, and the balance that is printed on table 3."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from core.cells import CellId
from core.form.layout import Equation, Table

TOP = 2  # the grid begins in this row, below the heading of its section


def total(table: Table, terms: Sequence[CellId]) -> str:
    """Return the sum of `terms`, empty while one of them is blank or words: a blank is never 0."""
    ranges = _ranges([_reference(table, term) for term in terms])
    return f'=IF(COUNT({ranges})={len(terms)},SUM({ranges}),"")'


def judgement(table: Table, equation: Equation) -> str:
    """Return 平 where an equation holds, the difference where it does not, 未填全 where a number is wanting."""
    left = [_reference(table, cell) for cell in equation.left]
    right = [_reference(table, cell) for cell in equation.right]
    references = [f"{column}{row}" for column, row in (*left, *right)]
    difference = "+".join(references[: len(left)]) + "".join(f"-{reference}" for reference in references[len(left) :])
    return (
        f'=IF(COUNT({",".join(references)})<{len(references)},"未填全",'
        f'IF(ROUND({difference},6)=0,"平",ROUND({difference},6)))'
    )


def _reference(table: Table, cell: CellId) -> tuple[str, int]:
    span = table.spans[cell]
    return get_column_letter(1 + span.column), TOP + span.row


def _ranges(references: Sequence[tuple[str, int]]) -> str:
    """Write cells that stand side by side or below each other as one range."""
    columns, rows = {column for column, _ in references}, sorted({row for _, row in references})
    letters = sorted(columns, key=lambda letter: (len(letter), letter))
    if len(columns) * len(rows) == len(references) and rows[-1] - rows[0] + 1 == len(rows):
        return f"{letters[0]}{rows[0]}:{letters[-1]}{rows[-1]}"
    return ",".join(f"{column}{row}" for column, row in references)

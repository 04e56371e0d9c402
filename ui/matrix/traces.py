"""Which cells a trace line ties together: a sum with its terms, and the two sides of a column that does not balance."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.balance import balance
from core.cells import CellId
from core.form.layout import Equation
from core.report import Report


@dataclass(frozen=True, slots=True)
class Trace:
    """Cells tied by a line: those of the `left` side of an equation and of the `right`; `is_off` if they differ."""

    left: tuple[CellId, ...]
    right: tuple[CellId, ...]
    is_off: bool = False


def traces_for(report: Report, equations: Iterable[Equation], cell: CellId) -> tuple[Trace, ...]:
    """Return what to tie together while a cell is current: nothing, where it is typed and all is well."""
    return tuple(
        Trace(equation.left, equation.right, is_off)
        for equation in equations
        if (is_off := bool(balance(report, equation).difference)) or equation.fills == cell
    )

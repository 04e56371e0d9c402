"""Both sides of an equation in a report: what the checks judge and the equation strip shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.cells import CellId, Entry
from core.form.layout import Equation
from core.report import Report


@dataclass(frozen=True, slots=True)
class Balance:
    """The sums of both sides, None where a term is no number; `missing` are those terms."""

    left: Decimal | None
    right: Decimal | None
    missing: tuple[CellId, ...] = ()

    @property
    def difference(self) -> Decimal | None:
        """Left minus right: above 0 where the left side is too much."""
        return None if self.left is None or self.right is None else self.left - self.right


def balance(report: Report, equation: Equation, *, printed: bool = False) -> Balance:
    """Return both sides of an equation; `printed` takes imported totals as their file prints them."""
    stands = report.entries_as_printed if printed else report.entries
    missing = tuple(cell for cell in equation.cells if stands[cell].value is None)
    return Balance(_sum(stands, equation.left), _sum(stands, equation.right), missing)


def _sum(stands: Mapping[CellId, Entry], cells: tuple[CellId, ...]) -> Decimal | None:
    known = [value for cell in cells if (value := stands[cell].value) is not None]
    return sum(known, Decimal()) if len(known) == len(cells) else None

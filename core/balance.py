"""Both sides of an equation in a report: what the checks judge and the equation strip shows."""

from dataclasses import dataclass
from decimal import Decimal

from core.cells import CellId
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
    stands = report.as_printed if printed else report.entry
    left = [stands(cell).value for cell in equation.left]
    right = [stands(cell).value for cell in equation.right]
    known = list(zip(equation.cells, left + right, strict=True))
    return Balance(_sum(left), _sum(right), tuple(cell for cell, value in known if value is None))


def _sum(values: list[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal()) if len(known) == len(values) else None

"""Small sums for the eye: of the cells that are selected, and of a cell against last year."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from core.cells import CellId
from core.report import Report


@dataclass(frozen=True, slots=True)
class Tally:
    """The sum, the number and the mean (to two decimals) of the numbers among some cells."""

    total: Decimal
    count: int

    @property
    def mean(self) -> Decimal | None:
        if not self.count:
            return None
        exact = (self.total / self.count).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return exact.to_integral_value() if exact == exact.to_integral_value() else exact.normalize()


def tally(report: Report, cells: Iterable[CellId]) -> Tally:
    """Sum up the cells that hold numbers; blanks and words count for nothing."""
    values = [value for cell in cells if (value := report.value(cell)) is not None]
    return Tally(sum(values, Decimal()), len(values))


def change(report: Report, cell: CellId) -> Decimal | None:
    """This year's number less last year's; None where one of them is missing."""
    now = report.value(cell)
    before = report.last_year.value(cell) if report.last_year else None
    return None if now is None or before is None else now - before


def forerunner(cell: CellId) -> CellId | None:
    """Return the cell of last year's report that a cell of this year's carries on: 结转下年度 becomes 上年结转."""
    return CellId(cell.replace(".carried_in.", ".carried_forward.")) if ".carried_in." in cell else None

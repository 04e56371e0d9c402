"""Small sums for the eye: of the cells that are selected, and of a cell against last year."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from core.cells import CellId, State
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


@dataclass(frozen=True, slots=True)
class Against:
    """Some cells against last year: the sum then and the difference now, over those `count` that both years have."""

    before: Decimal
    difference: Decimal
    count: int


def against_last_year(report: Report, cells: Iterable[CellId]) -> Against | None:
    """Compare cells with last year's, those left out that one of the years lacks; None where none can be compared."""
    last = report.last_year
    pairs = [(report.value(cell), last.value(cell)) for cell in cells] if last is not None else []
    both = [(now, before) for now, before in pairs if now is not None and before is not None]
    if not both:
        return None
    before = sum((then for _, then in both), Decimal())
    return Against(before, sum((now for now, _ in both), Decimal()) - before, len(both))


def change(report: Report, cell: CellId) -> Decimal | None:
    """This year's number less last year's; None where one of them is missing."""
    now = report.value(cell)
    before = report.last_year.value(cell) if report.last_year else None
    return None if now is None or before is None else now - before


def forerunner(cell: CellId) -> CellId | None:
    """Return the cell of last year's report that a cell of this year's carries on: 结转下年度 becomes 上年结转."""
    return CellId(cell.replace(".carried_in.", ".carried_forward.")) if ".carried_in." in cell else None


@dataclass(frozen=True, slots=True)
class InForce:
    """How many documents ought to be in force: last year's number, plus what was issued, less what was repealed."""

    before: Decimal
    issued: Decimal
    repealed: Decimal

    @property
    def expected(self) -> Decimal:
        return self.before + self.issued - self.repealed

    @property
    def words(self) -> str:
        """The sum in the clerk's words."""
        return f"按去年 {self.before:f} + 制发 {self.issued:f} − 废止 {self.repealed:f} 推算为 {self.expected:f}"


def in_force(report: Report, cell: CellId) -> InForce | None:
    """Return what an empty 现行有效件数 follows from; None for other cells and where a number is missing.

    It is for the clerk to take or to leave: a document may also expire or be recognised anew.
    """
    table, _, place = cell.partition(".")
    row, _, column = place.partition(".")
    last = report.last_year
    if table != "t2" or column != "in_force" or last is None or report.entry(cell).state is not State.EMPTY:
        return None
    if report.year is not None and last.year is not None and last.year != report.year - 1:
        return None
    before = last.value(cell)
    issued, repealed = (report.value(CellId(f"t2.{row}.{other}")) for other in ("issued", "repealed"))
    if before is None or issued is None or repealed is None:
        return None
    found = InForce(before, issued, repealed)
    return found if found.expected >= 0 else None

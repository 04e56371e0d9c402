"""What the 图解 shows: numbers taken straight from the cells, with the words that stand beside them.

Nothing here knows how it is drawn. A blank is never 0: where a number is lacking its words say so, and nothing is
drawn for it. A table that is wholly blank, or all 0 in both years, has a sentence instead of charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from core.cells import CellId, State
from core.exporters.pages import shown
from core.form.layout import Form
from core.report import Report

PIECES, WAN = "件", "万元"


@dataclass(frozen=True, slots=True)
class Amount:
    """One number: the sum of its `cells` (mostly one), None where one of them holds no number; `words` as written."""

    cells: tuple[CellId, ...]
    value: Decimal | None
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: this year's number, and last year's where a report of it is attached.

    `places` are the cells to go to from here: those of the number, then the typed ones that make it up.
    """

    label: str
    now: Amount
    before: Amount | None
    places: tuple[CellId, ...] = ()

    @property
    def amounts(self) -> tuple[Amount, ...]:
        return (self.now, self.before) if self.before else (self.now,)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of one unit of measure; `title` says what is seen.

    `instead` stands in place of bars that would show nothing. Charts of one `scale` are drawn to the same scale.
    """

    title: str
    bars: tuple[Bar, ...]
    source: str
    scale: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A single number that needs no chart, in a sentence."""

    bar: Bar
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """Charts side by side under a heading, and a remark below them.

    `instead` stands in place of all of them, and then there are none.
    """

    heading: str
    charts: tuple[Chart, ...]
    source: str
    instead: str = ""
    remark: Remark | None = None


def amount(report: Report, cells: Sequence[CellId], *, as_printed: bool = False) -> Amount:
    """Return the number in a cell, or the sum of several; totals of a file that was read may be taken as it prints."""
    entries = [report.as_printed(cell) if as_printed else report.entry(cell) for cell in cells]
    values = [entry.value for entry in entries if entry.value is not None]
    if len(values) == len(entries):
        total = sum(values, Decimal())
        return Amount(tuple(cells), total, shown(entries[0]) if len(entries) == 1 else f"{total:f}")
    return Amount(tuple(cells), None, _lacking(report, tuple(cells), as_printed=as_printed))


def _lacking(report: Report, cells: tuple[CellId, ...], *, as_printed: bool) -> str:
    """Say why there is no number."""
    typed = [term for cell in cells for term in _terms(report.form, cell)]
    entries = [report.as_printed(cell) if as_printed else report.entry(cell) for cell in typed]
    if all(entry.state is State.EMPTY for entry in entries):
        return "未填"
    if all(entry.state is State.NOT_APPLICABLE for entry in entries):
        return "不适用"
    return "未填全" if any(entry.state is State.EMPTY for entry in entries) else "不是数"


@lru_cache(maxsize=1024)
def _terms(form: Form, cell: CellId) -> tuple[CellId, ...]:
    """Return the typed cells that a cell is made of."""
    terms = next((terms for total, terms in form.filling if total == cell), None)
    return (cell,) if terms is None else tuple(each for term in terms for each in _terms(form, term))


def bar(report: Report, label: str, *cells: CellId) -> Bar:
    """Return one line of a chart, with last year's number where there is one to show."""
    last = report.last_year
    before = amount(last, cells, as_printed=True) if last is not None and _has(last, cells) else None
    typed = (term for cell in cells for term in _terms(report.form, cell))
    return Bar(label, amount(report, cells), before, tuple(dict.fromkeys((*cells, *typed))))


def _has(last: Report, cells: Sequence[CellId]) -> bool:
    return all(cell in last.form.cells for cell in cells)

"""A report in an old format as one in the format in force, and what of it has no place there."""

from dataclasses import dataclass, replace

from core.cells import CellId, Entry, State
from core.form import F2019, F2021
from core.form.successor import CARRIED, LEFT
from core.report import Report


@dataclass(frozen=True, slots=True)
class Leftover:
    """A value without a counterpart: what it is called, what is written there, and why it is not carried."""

    cell: CellId
    label: str
    value: str
    why: str

    @property
    def sentence(self) -> str:
        """The whole line for display."""
        return f"{self.label} {self.value}：{self.why}，没有带入。"


def as_f2021(report: Report) -> tuple[Report, tuple[Leftover, ...]]:
    """Return a report in format F2021 and what had no counterpart, in the order of the old form (domain.md C.4).

    Unit, year, title, texts and totals as printed come along. A total that only the old form can compute, for it has
    one row where F2021 has three, is kept as a printed one. Last year's report goes over as well.
    """
    last = as_f2021(report.last_year)[0] if report.last_year else None
    if report.form is not F2019:
        return (report if last is report.last_year else replace(report, last_year=last)), ()
    typed, printed = _carried(report)
    texts = {key: report.text(key) for key in report.texts}  # its references name cells of the old form
    moved = replace(
        report, form=F2021, texts=texts, typed=typed, printed=printed, headings={}, last_year=last, reasons={}
    )
    known = {
        CARRIED[cell]: entry
        for cell, entry in report.computed.items()
        if entry.value is not None and cell in CARRIED and moved.as_printed(CARRIED[cell]).value is None
    }
    return replace(moved, printed={**printed, **known}), leftovers(report)


def leftovers(report: Report) -> tuple[Leftover, ...]:
    """Return what stands in the cells of an old report that F2021 has not; blanks and noughts are not worth a line."""
    if report.form is not F2019:
        return ()
    written = ((cell, report.as_printed(cell)) for cell in LEFT)
    return tuple(_leftover(report, cell, entry) for cell, entry in written if _says_something(entry))


def _carried(report: Report) -> tuple[dict[CellId, Entry], dict[CellId, Entry]]:
    """Return the typed and the printed entries by the cells of F2021."""
    typed = {CARRIED[cell]: entry for cell, entry in report.typed.items() if cell in CARRIED}
    printed = {CARRIED[cell]: entry for cell, entry in report.printed.items() if cell in CARRIED}
    return typed, printed


def _says_something(entry: Entry) -> bool:
    return entry.state is State.TEXT or bool(entry.value)


def _leftover(report: Report, cell: CellId, entry: Entry) -> Leftover:
    form_cell = report.form.cells[cell]
    table = report.form.table(form_cell.table)
    label = f"{table.name} {form_cell.row.name} {form_cell.column.label}"
    return Leftover(cell, label, entry.raw.strip(), LEFT[cell])

"""The report that is typed, and last year's: a bureau with a handful of requests, as most bureaus have."""

from core import edits
from core.cells import CellId
from core.report import Report

YEAR = 2026
UNIT = "云泽市档案局"

LAST = {
    "t2.normative_docs.issued": "2",
    "t2.normative_docs.repealed": "1",
    "t2.normative_docs.in_force": "9",
    "t2.licensing.decisions": "35",
    "t2.penalties.decisions": "16",
    "t3.new_requests.natural": "7",
    "t3.new_requests.legal_service": "1",
    "t3.granted.natural": "4",
    "t3.granted.legal_service": "1",
    "t3.partial.natural": "1",
    "t3.denied_third_party.natural": "1",
    "t3.carried_forward.natural": "1",
    "t4.review.upheld": "1",
}
THIS = {
    "t2.normative_docs.issued": "1",
    "t2.normative_docs.in_force": "10",
    "t2.licensing.decisions": "41",
    "t2.penalties.decisions": "12",
    "t3.new_requests.natural": "6",
    "t3.new_requests.business": "1",
    "t3.carried_in.natural": "1",
    "t3.granted.natural": "4",
    "t3.granted.business": "1",
    "t3.partial.natural": "1",
    "t3.unable_not_held.natural": "1",
    "t3.carried_forward.natural": "1",
    "t4.review.pending": "1",
}
"""What is not 0 and not a sum: eight cells of table 3, as the aim has it."""

TABLES = ("t2", "t3", "t4")


def filled(year: int, numbers: dict[str, str]) -> Report:
    """Return a report with these numbers, everything else 0."""
    report = edits.set_year(edits.set_unit(Report(), UNIT), year)
    report = edits.set_cells(report, {CellId(name): raw for name, raw in numbers.items()})
    for table in TABLES:
        report = edits.fill_rest(report, table)
    return report


def last_year() -> Report:
    return filled(YEAR - 1, LAST)


def this_year() -> Report:
    return filled(YEAR, THIS)


def values(report: Report) -> dict[CellId, int]:
    """Every value of the three tables, sums as well."""
    found = {}
    for table in TABLES:
        for cell in report.form.table(table).cells:
            value = report.value(cell.id)
            if value is None:
                raise AssertionError(f"{cell.id} is empty")
            found[cell.id] = int(value)
    return found

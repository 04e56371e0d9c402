"""From a key press to the new totals and findings, in core and in the whole window.

`python -m tests.bench.keypress`: core alone (goal: under 1 ms), then the window: a digit and Enter typed into table 3
until number and totals are painted (goal: under 16 ms), and until the findings are.
"""

import gc
import time
from collections.abc import Iterator
from dataclasses import replace

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.form import F2021
from core.report import Report
from tests.bench.table import rows, say, spread
from tests.examples import as_imported, entries

TIMES = 500
CELL = CellId("t3.granted.natural")


def busy() -> Report:
    """Return a full report with no 0 in it, every column balanced."""
    typed = {cell.id: i % 89 + 1 for i, cell in enumerate(F2021.cells.values()) if not cell.computed}
    report = Report(unit="青禾县林业局", year=2024, typed=entries(typed))
    for column in F2021.table("t3").columns[:6]:
        handled = int(report.computed[CellId(f"t3.total_handled.{column.id}")].value or 0)
        typed[CellId(f"t3.new_requests.{column.id}")] = handled + 5
        typed[CellId(f"t3.carried_in.{column.id}")] = 4
        typed[CellId(f"t3.carried_forward.{column.id}")] = 9
    for kind in ("regulations", "normative_docs"):
        typed |= {CellId(f"t2.{kind}.{c}"): n for c, n in (("issued", 3), ("repealed", 1), ("in_force", 12))}
    return replace(report, typed=entries(typed))


def reports() -> Iterator[tuple[str, Report]]:
    """The reports that are edited: as it should be, with last year, with one column off, and all of it off."""
    last = replace(busy(), year=2023)
    last = edits.set_cells(last, {cell: "4" for cell in last.form.cells if ".carried_forward." in cell})
    last = edits.set_cells(last, {CellId(f"t2.{k}.in_force"): "10" for k in ("regulations", "normative_docs")})
    off = edits.set_cell(busy(), CellId("t3.new_requests.business"), "999")
    yield "full", busy()
    yield "full, last year attached", edits.attach_last_year(busy(), last)
    yield "one column off, last year attached", edits.attach_last_year(off, last)
    yield "every column off, last year attached", edits.attach_last_year(_all_off(), last)
    yield "import with all totals printed", as_imported(busy())


def _all_off() -> Report:
    cells = [CellId(f"t3.new_requests.{column.id}") for column in F2021.table("t3").columns[:6]]
    return edits.set_cells(busy(), {cell: str(900 + i) for i, cell in enumerate(cells)})


def in_core(report: Report) -> list[float]:
    """Measure edit, totals and all checks, each time with another number."""
    taken = []
    for i in range(TIMES):
        before = time.perf_counter()
        after = edits.set_cell(report, CELL, str(i + 100))
        catalogue.run(after, typing=True)
        taken.append(time.perf_counter() - before)
    return taken[20:]


def main() -> None:
    gc.disable()  # a collection in between would be counted to whoever is at work
    say(f"edit + totals + all {len(catalogue.RULES)} checks in core, ms, {TIMES} edits:")
    rows(("report", "median", "p99", "max"), [(name, *spread(in_core(report))) for name, report in reports()])
    gc.enable()
    from tests.bench.window import in_window  # core is measured before Qt is loaded

    say("", "key press to repainted window; findings and recovery copy follow a moment later, ms:")
    body = []
    for name, report in reports():
        digit, enter, found = in_window(report)
        body += [(f"{name}: first digit", *spread(digit)), (f"{name}: Enter to its totals", *spread(enter))]
        body.append((f"{name}: Enter to its findings", *spread(found)))
    rows(("report", "median", "p99", "max"), body)


if __name__ == "__main__":
    main()

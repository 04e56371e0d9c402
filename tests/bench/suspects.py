"""How often the cell that was typed wrongly is suggested: `python -m tests.bench.suspects [SEED]`.

1,000 slips, each in a random balanced report: transposed digits, a digit doubled, times ten, a sign, a number in the
neighbouring row or column. Half of the reports have results in most rows, half in few, as small units have. Each slip
is judged in the report as imported with its printed totals, as typed here with computed totals, and as typed here with
last year's report beside it. Counted are the slips that arithmetic can see at all: some sum no longer holds.
"""

import gc
import math
import random
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from core.cells import CellId, number
from core.checks import catalogue
from core.checks.explaining import explained
from core.checks.suspects import MENDABLE
from core.finding import Finding
from core.form import F2021
from core.report import Report
from tests.bench.table import rows, say
from tests.examples import as_imported, entries

TIMES = 1000
_TABLE = F2021.table("t3")
_COLUMNS = [column.id for column in _TABLE.columns if column.id != "total"]
_RESULTS = [row.id for row in _TABLE.rows[2:-2]]
_TYPED = [cell.id for table in ("t3", "t4") for cell in F2021.table(table).cells if not cell.computed]
_GRID = {(cell.id.split(".")[0], cell.row.id, cell.column.id): cell.id for cell in F2021.cells.values()}


def balanced(chance: random.Random) -> Report:
    """Return a report with results in few or in most rows, every column balanced; totals are computed."""
    busy = chance.choice((0.15, 0.6))
    typed = dict.fromkeys((cell.id for cell in F2021.cells.values() if not cell.computed), 0)
    for column in _COLUMNS:
        size = chance.uniform(2, 7) if column == "natural" else chance.uniform(0, 4.5)
        for row in _RESULTS:
            typed[CellId(f"t3.{row}.{column}")] = _some(chance, busy if row != "granted" else 0.9, size)
        handled = sum(typed[CellId(f"t3.{row}.{column}")] for row in _RESULTS)
        forward = _some(chance, 0.5, size / 2)
        carried = min(_some(chance, 0.5, size / 2), handled + forward)
        typed[CellId(f"t3.carried_forward.{column}")] = forward
        typed[CellId(f"t3.carried_in.{column}")] = carried
        typed[CellId(f"t3.new_requests.{column}")] = handled + forward - carried
    for cell in typed:
        if cell.startswith("t4."):
            typed[cell] = _some(chance, 0.6, 4)
    return Report(unit="青禾县林业局", year=2024, typed=entries(typed))


def _some(chance: random.Random, share: float, size: float) -> int:
    return round(math.exp(chance.uniform(0, size))) if chance.random() < share else 0


def year_before(chance: random.Random, report: Report) -> Report:
    """Return a report from which this one may follow: like it, but no number the same."""
    typed = {}
    for cell, entry in report.typed.items():
        value = int(entry.value or 0)
        near = round(value * math.exp(chance.gauss(0, 0.35)))
        typed[cell] = near if chance.random() < 0.85 else _some(chance, 0.3, 2)
    for column in _COLUMNS:
        carried = report.value(CellId(f"t3.carried_in.{column}"))
        typed[CellId(f"t3.carried_forward.{column}")] = int(carried or 0)
    return Report(unit=report.unit, year=2023, typed=entries(typed))


# ---------------------------------------------------------------- slips

Change = Mapping[CellId, int]


def _transposed(chance: random.Random, cell: CellId, value: int) -> Change:
    digits = list(str(value))
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]]
    if not places:
        return {}
    i = chance.choice(places)
    digits[i], digits[i + 1] = digits[i + 1], digits[i]
    return {cell: int("".join(digits))}


def _doubled(chance: random.Random, cell: CellId, value: int) -> Change:
    digits = str(value)
    i = chance.randrange(len(digits))
    return {cell: int(digits[: i + 1] + digits[i:])}


def _times_ten(_: random.Random, cell: CellId, value: int) -> Change:
    return {cell: value * 10}


def _signed(_: random.Random, cell: CellId, value: int) -> Change:
    return {cell: -value}


def _beside(chance: random.Random, cell: CellId, value: int) -> Change:
    return _moved(chance, cell, value, (0, 1))


def _below(chance: random.Random, cell: CellId, value: int) -> Change:
    return _moved(chance, cell, value, (1, 0))


def _moved(chance: random.Random, cell: CellId, value: int, way: tuple[int, int]) -> Change:
    """The number stands in the neighbouring cell, and that one's number in its place."""
    described = F2021.cells[cell]
    table = F2021.table(described.table)
    sign = chance.choice((-1, 1))
    row = table.rows.index(described.row) + sign * way[0]
    column = table.columns.index(described.column) + sign * way[1]
    if not (0 <= row < len(table.rows) and 0 <= column < len(table.columns)):
        return {}
    other = _GRID[(described.table, table.rows[row].id, table.columns[column].id)]
    return {} if F2021.cells[other].computed else {cell: 0, other: value}


SLIPS: Mapping[str, Callable[[random.Random, CellId, int], Change]] = {
    "transposed": _transposed,
    "doubled": _doubled,
    "times ten": _times_ten,
    "sign": _signed,
    "next column": _beside,
    "next row": _below,
}


def slipped(chance: random.Random, report: Report, kind: str) -> Change:
    """Return what stands wrongly in which cells; a number that moves does so onto a 0."""
    while True:
        cell = chance.choice(_TYPED)
        value = int(report.value(cell) or 0)
        change = SLIPS[kind](chance, cell, value) if value else {}
        others = [other for other in change if other != cell]
        if change and change != {cell: value} and all(report.value(other) == 0 for other in others):
            return change


# ---------------------------------------------------------------- counting


@dataclass
class Count:
    """What came of the slips of one kind in one sort of report."""

    planted: int = 0
    seen: int = 0
    first: int = 0
    among: int = 0
    took: list[float] = field(default_factory=list)

    def line(self, name: str) -> tuple[str, ...]:
        share = [f"{100 * n / self.seen:.1f} %" if self.seen else "-" for n in (self.first, self.among)]
        worst = max(self.took, default=0.0) * 1000
        return (name, str(self.planted), str(self.seen), *share, f"{worst:.2f}")


def judge(report: Report, wrong: Change, count: Count) -> None:
    """Plant a slip and count whether what undoes it is suggested."""
    damaged = replace(report, typed={**report.typed, **{cell: number(value) for cell, value in wrong.items()}})
    right = {(cell, f"{report.value(cell):f}") for cell in wrong}
    started = time.perf_counter()
    explained(damaged)
    taken = time.perf_counter() - started
    sums = [finding for finding in catalogue.run(damaged).findings if finding.code in MENDABLE]
    count.planted += 1
    if not sums:
        return
    count.seen += 1
    count.took.append(taken)
    hits = [_hit(finding, right) for finding in sums]
    count.first += 0 in hits[:1]
    count.among += any(hit is not None for hit in hits[:1])


def _hit(finding: Finding, right: set[tuple[CellId, str]]) -> int | None:
    """Return the place of the first suggestion that writes a right number into a cell that was slipped in."""
    for place, suggestion in enumerate(finding.suggestions):
        if right & set(suggestion.changes):
            return place
    return None


def main() -> None:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    chance = random.Random(seed)
    sorts = ("imported", "typed", "typed, last year")
    counts = {sort: {kind: Count() for kind in SLIPS} for sort in sorts}
    gc.disable()
    for i in range(TIMES):
        report = balanced(chance)
        kind = list(SLIPS)[i % len(SLIPS)]
        wrong = slipped(chance, report, kind)
        judge(as_imported(report), wrong, counts["imported"][kind])
        judge(report, wrong, counts["typed"][kind])
        judge(replace(report, last_year=year_before(chance, report)), wrong, counts["typed, last year"][kind])
    say(f"{TIMES} slips, seed {seed}; worst: ms for all suggestions of a report")
    for sort, kinds in counts.items():
        body = [count.line(kind) for kind, count in kinds.items()]
        say("", sort)
        rows(("slip", "planted", "seen", "first", "in three", "worst"), [*body, _all(kinds).line("all")])


def _all(kinds: Mapping[str, Count]) -> Count:
    total = Count()
    for count in kinds.values():
        total.planted += count.planted
        total.seen += count.seen
        total.first += count.first
        total.among += count.among
        total.took += count.took
    return total


if __name__ == "__main__":
    main()

"""The fewest changes of typed cells that would make failing sums come right, the likeliest first (domain.md D.2).

A step changes one number, or exchanges two neighbours (a number in the wrong row or column is exchanged with a 0). It
counts only if every sum that it touches comes right. Steps are ranked by how likely the hand slipped just so, by what
the cell may hold, last year's number known, and by how many sums they mend: each further sum would need a further slip.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise
from math import log

from core.cells import CellId
from core.checks.slips import EXCHANGED, MOVED, slip, weight
from core.checks.written import Line, lines, lines_through
from core.finding import Suggestion
from core.form.layout import Form, Table
from core.report import Report

MOST = 3
"""Suggestions for one finding."""

_FURTHER_SLIP = -log(0.003)
_CARRIED_RIGHT = 0.95
_CLEARLY = log(20)


@dataclass(frozen=True, slots=True)
class Step:
    """New numbers for one or two cells, the failing lines (by their places) that they mend, and the slip undone."""

    changes: tuple[tuple[CellId, Decimal], ...]
    mends: frozenset[int]
    score: float
    name: str = ""


@dataclass(frozen=True)
class Explained:
    """The lines of a report that fail, and for each by its place the steps that mend it, best first."""

    failing: tuple[Line, ...] = ()
    steps: Mapping[int, tuple[Step, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Case:
    """What the search needs: the failing lines and all judged ones by place, and which lines each cell stands in."""

    report: Report
    failing: Mapping[int, Line]
    judged: frozenset[int]
    through: Mapping[CellId, tuple[tuple[int, int], ...]]

    def reached(self, cell: CellId) -> list[tuple[int, int]]:
        """Return the judged lines through a cell."""
        return [each for each in self.through.get(cell, ()) if each[0] in self.judged]


def explained(report: Report) -> Explained:
    """Return the steps for all failing lines of a report; nothing where all sums hold."""
    known = report.derived(lines)
    failing = {line.place: line for line in known if line.residual}
    if not failing:
        return Explained()
    through = lines_through(report.form, frozenset(report.printed))
    case = _Case(report, failing, frozenset(line.place for line in known), through)
    found = [*_single(case), *_exchanged(case)]
    lonely = failing.keys() - {place for step in found for place in step.mends}
    for place in sorted(lonely):
        found += _double(case, place)
    found.sort(key=lambda step: -step.score)
    steps: dict[int, list[Step]] = {place: [] for place in failing}
    for step in found:
        for place in step.mends:
            steps[place].append(step)
    return Explained(tuple(failing.values()), {place: tuple(those) for place, those in steps.items()})


def suggestions(report: Report, cells: tuple[CellId, ...]) -> tuple[tuple[Suggestion, ...], bool]:
    """Return what to try for the failing sum over these cells, and whether the first of it stands out."""
    known = report.derived(explained)
    for line in known.failing:
        if line.equation.cells == cells:
            steps = known.steps[line.place]
            return tuple(_said(report, step) for step in steps[:MOST]), _stands_out(steps)
    return (), False


def _stands_out(steps: tuple[Step, ...]) -> bool:
    if not steps:
        return False
    first = steps[0]
    alone = len(steps) == 1 or first.score - steps[1].score > _CLEARLY
    return alone or bool(first.name) or len(first.mends) > 1


def _said(report: Report, step: Step) -> Suggestion:
    names = [report.form.cells[cell].name for cell, _ in step.changes]
    why = f"（{step.name}）" if step.name else ""
    parts = [
        f"把“{name}”从 {report.as_printed(cell).value:f} 改成 {new:f}"
        for name, (cell, new) in zip(names, step.changes, strict=True)
    ]
    return Suggestion(tuple((cell, f"{new:f}") for cell, new in step.changes), f"{'，'.join(parts)}，即可平{why}。")


# ---------------------------------------------------------------- steps


def _single(case: _Case) -> Iterator[Step]:
    """Yield each single cell that mends all lines it stands in."""
    for cell in dict.fromkeys(cell for line in case.failing.values() for cell in line.weights):
        reached = case.reached(cell)
        if any(place not in case.failing for place, _ in reached):
            continue  # a line that holds would break
        first, weighs = reached[0]
        change = -case.failing[first].residual / weighs
        if all(case.failing[place].residual + weight * change == 0 for place, weight in reached[1:]):
            step = _changed(case, cell, change, frozenset(place for place, _ in reached))
            if step is not None:
                yield step


def _changed(case: _Case, cell: CellId, change: Decimal, mends: frozenset[int]) -> Step | None:
    old = case.report.as_printed(cell).value
    new = (old or Decimal()) + change
    if old is None or new < 0 or new % 1 or old % 1:
        return None
    made = slip(int(new), int(old))
    score = log(made.likelihood) + _gain(case.report, cell, old, new) + _FURTHER_SLIP * (len(mends) - 1)
    return Step(((cell, new),), mends, score, made.name)


def _exchanged(case: _Case) -> Iterator[Step]:
    """Yield the neighbours that mend all lines they stand in when they are exchanged."""
    stands = case.report.entries_as_printed
    pairs = _neighbours_by_line(case.report.form, frozenset(case.report.printed))
    for place in case.failing:
        for one, other, effect in pairs.get(place, ()):
            if any(where in case.judged and where not in case.failing for where, _ in effect):
                continue
            first, second = stands[one].value, stands[other].value
            if first is None or second is None or first == second or min(first, second) < 0:
                continue
            felt = [(case.failing[where], by * (second - first)) for where, by in effect if where in case.failing]
            if all(line.residual == -change for line, change in felt):
                yield _exchange(case, (one, first), (other, second), frozenset(line.place for line, _ in felt))


def _exchange(case: _Case, one: tuple[CellId, Decimal], other: tuple[CellId, Decimal], mends: frozenset[int]) -> Step:
    moved = not one[1] or not other[1]
    score = log(MOVED if moved else EXCHANGED) + _FURTHER_SLIP * (len(mends) - 1)
    score += _gain(case.report, one[0], one[1], other[1]) + _gain(case.report, other[0], other[1], one[1])
    changes = ((one[0], other[1]), (other[0], one[1]))
    # Where the number stands now comes first: that is the cell to look at.
    ordered = changes if one[1] else (changes[1], changes[0])
    return Step(ordered, mends, score, "填到了相邻一格" if moved else "相邻两格写反")


def _double(case: _Case, place: int) -> Iterator[Step]:
    """Yield the pairs of cells of one line that mend it together, each fixed by the other lines it stands in."""
    fixed: list[tuple[CellId, Decimal, int, frozenset[int]]] = []
    line = case.failing[place]
    for cell, weighs in line.weights.items():
        others = [each for each in case.reached(cell) if each[0] != place]
        if others and all(where in case.failing for where, _ in others):
            changes = {-case.failing[where].residual / by for where, by in others}
            if len(changes) == 1:
                fixed.append((cell, changes.pop(), weighs, frozenset(where for where, _ in others)))
    for one, other in combinations(fixed, 2):
        if one[1] * one[2] + other[1] * other[2] == -line.residual and not one[3] & other[3]:
            parts = [_changed(case, cell, change, mends) for cell, change, _, mends in (one, other)]
            if parts[0] and parts[1]:
                changed = parts[0].changes + parts[1].changes
                score = parts[0].score + parts[1].score
                yield Step(changed, one[3] | other[3] | {place}, score)


# ---------------------------------------------------------------- what a cell may hold


def _gain(report: Report, cell: CellId, old: Decimal, new: Decimal) -> float:
    """Return how much likelier a cell is to hold the new number than the one that stands in it, as a logarithm."""
    last = report.last_year
    if last is None:
        return _ratio(int(new), int(old), None)
    if cell.startswith("t3.carried_in."):
        forward = last.as_printed(CellId(cell.replace(".carried_in.", ".carried_forward."))).value
        if forward is not None and forward in (old, new):
            right = log(_CARRIED_RIGHT / (1 - _CARRIED_RIGHT))
            return right if forward == new else -right
    before = last.entries_as_printed[cell].value if cell in last.entries_as_printed else None
    return _ratio(int(new), int(old), int(before) if before is not None else None)


@lru_cache(maxsize=8192)
def _ratio(new: int, old: int, before: int | None) -> float:
    return log(weight(new, before) / weight(old, before))


Exchange = tuple[CellId, CellId, tuple[tuple[int, int], ...]]


@lru_cache(maxsize=64)
def _neighbours_by_line(form: Form, printed: frozenset[CellId]) -> Mapping[int, tuple[Exchange, ...]]:
    """Return the neighbours in tables 3 and 4 that change some line when exchanged, by the first of these lines.

    With each pair stands what every line gains for each one that the second number is above the first.
    """
    through = lines_through(form, printed)
    found: dict[int, list[Exchange]] = {}
    for table in form.tables:
        for one, other in _pairs(table) if table.id in {"t3", "t4"} else ():
            effect = Counter(dict(through.get(one, ())))
            effect.subtract(dict(through.get(other, ())))
            felt = tuple(sorted((place, by) for place, by in effect.items() if by))
            if felt:
                found.setdefault(felt[0][0], []).append((one, other, felt))
    return {place: tuple(pairs) for place, pairs in found.items()}


def _pairs(table: Table) -> Iterator[tuple[CellId, CellId]]:
    typed = [cell for cell in table.cells if not cell.computed]
    for row in table.rows:
        yield from pairwise(cell.id for cell in typed if cell.row is row)
    for column in table.columns:
        yield from pairwise(cell.id for cell in typed if cell.column is column)

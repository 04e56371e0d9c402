"""Find and replace over the cover, the texts and the tables of a report.

Full-width and half-width, upper and lower case are the same. In texts any part of a word is found; a number in a cell
is found as a whole, for 1 is looked for in 1 and not in 2,147. Words are those that everybody reads: numbers that
follow a table are found like others, but only the table can change them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from core import edits
from core.cells import CellId, Entry, parse
from core.form.layout import Form
from core.report import Report
from core.steps import Step, steps


class Scope(Enum):
    """Where to look."""

    ALL = "文字和表格"
    TEXTS = "只在文字里"
    TABLES = "只在表格里"


@dataclass(frozen=True, slots=True)
class Hit:
    """Found words: in a text (`place` is its key), on the cover (unit, title) or in a cell (its identifier).

    `start` and `length` count characters of what stands there. `fixed` ones follow from something else: computed cells,
    numbers in a text that follow a table.
    """

    place: str
    start: int
    length: int
    fixed: bool = False

    @property
    def end(self) -> int:
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Replaced:
    """A report after replacing, how many places were changed, and how many were found that may not be."""

    report: Report
    done: int
    passed: int


def folded(words: str) -> str:
    """Return words of the same length in which width and case make no difference."""
    return "".join(map(_fold, words.translate(_HALF)))


def find(report: Report, wanted: str, scope: Scope = Scope.ALL) -> tuple[Hit, ...]:
    """Return all places of the wanted words in the order of the steps; none for nothing."""
    key = folded(wanted)
    if not key.strip():
        return ()
    return tuple(hit for step in steps(report.form) for hit in _in_step(report, step, key, scope))


def replaced(report: Report, hits: Sequence[Hit], words: str) -> Replaced:
    """Put words in the place of what was found, where it may be changed."""
    texts = [hit for hit in hits if not hit.fixed and hit.place not in report.form.cells]
    cells = [hit for hit in hits if not hit.fixed and hit.place in report.form.cells]
    after = report
    for hit in (*texts[::-1], *cells):  # texts from the end on and before the cells, so that places stay where they are
        after = _replaced(after, hit, words)
    free = len(texts) + len(cells)
    return Replaced(after, free, len(hits) - free)


def index_from(report: Report, hits: Sequence[Hit], place: str, start: int = 0) -> int:
    """Return which hit is the first at or behind a place; behind the last one it is the first."""
    order = {each: number for number, each in enumerate(_places(report.form))}
    now = (order.get(place, 0), start)
    return next((i for i, hit in enumerate(hits) if (order[hit.place], hit.start) >= now), 0)


def words_of(report: Report, place: str) -> str:
    """Return what stands in a place, as it is searched."""
    if place == "unit":
        return report.unit
    if place == "title":
        return report.title
    return _shown(report.entry(CellId(place))) if place in report.form.cells else report.text(place)


def _in_step(report: Report, step: Step, key: str, scope: Scope) -> Iterator[Hit]:
    if scope is not Scope.TABLES:
        for place in (*_head(step), *step.texts):
            yield from _in_words(report, place, key)
    if step.table and scope is not Scope.TEXTS:
        for cell in report.form.table(step.table).cells:
            yield from _in_cell(report.entry(cell.id), cell.id, key, fixed=cell.computed)


def _in_words(report: Report, place: str, key: str) -> Iterator[Hit]:
    words = folded(words_of(report, place))
    resolved = report.resolved(place)
    at = words.find(key)
    while at >= 0:
        end = at + len(key)
        yield Hit(place, at, len(key), bool(resolved.touched(at, end)))
        at = words.find(key, end)


def _in_cell(entry: Entry, cell: CellId, key: str, *, fixed: bool) -> Iterator[Hit]:
    words = _shown(entry)
    if entry.value is not None:
        if _NUMBER.fullmatch(key.strip()) and parse(key).value == entry.value:
            yield Hit(cell, 0, len(words), fixed)
    elif words and (at := folded(words).find(key)) >= 0:
        yield Hit(cell, at, len(key), fixed)


def _replaced(report: Report, hit: Hit, words: str) -> Report:
    if hit.place in report.form.cells:
        now = words_of(report, hit.place)
        return edits.set_cell(report, CellId(hit.place), now[: hit.start] + words + now[hit.end :])
    if hit.place in {"unit", "title"}:
        now = words_of(report, hit.place)
        put = edits.set_unit if hit.place == "unit" else edits.set_title
        return put(report, now[: hit.start] + words + now[hit.end :])
    return edits.reword(report, hit.place, hit.start, hit.end, words)


def _shown(entry: Entry) -> str:
    return entry.raw if entry.value is None else f"{entry.value:f}"


def _head(step: Step) -> tuple[str, ...]:
    return ("unit", "title") if "title" in step.places else ()


def _places(form: Form) -> Iterator[str]:
    for step in steps(form):
        yield from (*_head(step), *step.texts)
        if step.table:
            yield from (cell.id for cell in form.table(step.table).cells)


def _fold(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


_NUMBER = re.compile(r"-?[\d,.]+")
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}

"""What a paste would change, to be looked at before it is done, and what has to be asked first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from core import edits
from core.cells import COUNTERS, CellId, State, parse
from core.form.layout import Row
from core.pasting import Paste
from core.report import Report
from core.sentences.numbers import value_of

_NUMERAL = re.compile(rf"[零〇一二两三四五六七八九十百千万]{{1,15}}(?=[{COUNTERS}]?$)")


class Marks(Enum):
    """What “/”, “—” and 无 are to mean."""

    AS_WRITTEN = "照原样"
    ZERO = "填 0"
    EMPTY = "留空"


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in a cell and what would stand there."""

    cell: CellId
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A pasted sum that is not the computed one; `computed` is empty where that lacks terms."""

    cell: CellId
    pasted: str
    computed: str


@dataclass(frozen=True)
class Preview:
    """A paste before it is done: the lines it changes, the sums it disagrees with, how many cells stay as they are.

    `marks` hold “/”, “—” or 无, `numerals` numbers in Chinese words with what they mean.
    """

    lines: tuple[tuple[Row, tuple[Change, ...]], ...]
    conflicts: tuple[Conflict, ...]
    same: int
    marks: tuple[CellId, ...]
    numerals: Mapping[CellId, str]

    @property
    def changed(self) -> int:
        """How many cells would change."""
        return sum(len(changes) for _, changes in self.lines)

    @property
    def wants_a_look(self) -> bool:
        """Whether more than one line changes, or something has to be asked."""
        return len(self.lines) > 1 or bool(self.marks or self.numerals)


def preview(report: Report, paste: Paste) -> Preview:
    """Look at what a paste would do to a report."""
    after = edits.set_cells(report, paste.raws)
    cells = report.form.cells
    lines: dict[Row, list[Change]] = {}
    for cell in paste.raws:
        before, now = report.entry(cell).raw, after.entry(cell).raw
        if before != now:
            lines.setdefault(cells[cell].row, []).append(Change(cell, before, now))
    conflicts = tuple(
        Conflict(cell, raw.strip(), after.entry(cell).raw)
        for cell, raw in paste.locked.items()
        if parse(raw, cells[cell].kind).value != after.value(cell)
    )
    states = {cell: parse(raw, cells[cell].kind).state for cell, raw in paste.raws.items()}
    return Preview(
        lines=tuple((row, tuple(changes)) for row, changes in lines.items()),
        conflicts=conflicts,
        same=len(paste.raws) - sum(map(len, lines.values())),
        marks=tuple(cell for cell, state in states.items() if state is State.NOT_APPLICABLE),
        numerals={c: n for c, raw in paste.raws.items() if states[c] is State.TEXT and (n := number_in_words(raw))},
    )


def settled(paste: Paste, seen: Preview, marks: Marks, *, numerals: bool) -> Paste:
    """Return a paste as the clerk answered what was asked: marks as 0, empty or as written, numerals as numbers."""
    raws = dict(paste.raws)
    if marks is not Marks.AS_WRITTEN:
        raws.update(dict.fromkeys(seen.marks, "0" if marks is Marks.ZERO else ""))
    if numerals:
        raws.update(seen.numerals)
    return replace(paste, raws=raws)


def number_in_words(words: str) -> str:
    """Return the figures of a number in Chinese words (一十二, 十二件), nothing where words are none."""
    found = _NUMERAL.match(words.strip())
    value = value_of(found[0]) if found else None
    return "" if value is None else f"{value:f}"

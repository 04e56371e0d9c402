"""The lines of the list of doubts: one doubt each, or the many about one row of a table together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from core.cells import CellId, CellKind
from core.doubts import Doubt, cell_at, cells_of, in_groups, place_name, row_of
from core.form.layout import TEXTS
from core.report import Report

BLANK = "空"
MOST_VALUES = 7


class Kind(Enum):
    """What a doubt is about, and so how it can be answered."""

    CELL = "cell"
    ROW = "row"  # several cells
    FIELD = "field"  # unit or year, which have fields of their own
    TEXT = "text"
    OTHER = "other"  # a table or the file: nothing to type


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `numbers` are the doubts it stands for, counted from 0; `parts` the lines that it holds together."""

    where: str
    kind: Kind
    numbers: tuple[int, ...]
    cells: tuple[CellId, ...]
    place: str
    raw: str
    reason: str
    is_count: bool = False  # whether 0 is a whole answer, not the beginning of an amount
    parts: tuple["Line", ...] = field(default=())


def lines_of(report: Report, doubts: Sequence[Doubt]) -> tuple[Line, ...]:
    """Return the lines for the doubts of a reading, in their order."""
    numbered = [_Numbered(number, doubt) for number, doubt in enumerate(doubts)]
    return tuple(
        _group(report, group) if len(group) > 1 else _single(report, *group) for group in in_groups(report, numbered)
    )


def words_in(report: Report, line: Line) -> str:
    """Return what the report holds where a line's doubt is, as the file prints it."""
    if line.kind not in {Kind.CELL, Kind.ROW}:
        return {Kind.FIELD: "在上面改", Kind.TEXT: "进入后核对"}.get(line.kind, "进入后核对")
    raws = [report.as_printed(cell).raw.strip() for cell in line.cells]
    if line.kind is Kind.CELL:
        return raws[0]
    if len(set(raws)) == 1:
        return f"{len(raws)} 格都是 {raws[0]}" if raws[0] else f"{len(raws)} 格都空"
    shown = " ".join(raw or BLANK for raw in raws[:MOST_VALUES])
    return f"{shown} …" if len(raws) > MOST_VALUES else shown


def leaves(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines that stand for one doubt each."""
    return tuple(leaf for line in lines for leaf in (line.parts or (line,)))


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A doubt that knows its number."""

    number: int
    doubt: Doubt

    @property
    def where(self) -> str:
        return self.doubt.where

    @property
    def raw(self) -> str:
        return self.doubt.raw

    @property
    def reason(self) -> str:
        return self.doubt.reason


def _single(report: Report, one: _Numbered) -> Line:
    cells = cells_of(report, one.where)
    where = cell_at(report, one.where) or one.where
    kind = _kind(where, cells)
    name = place_name(report, one.where)
    return Line(where, kind, (one.number,), cells, name, one.raw, one.reason, _is_count(report, cells))


def _group(report: Report, group: Sequence[_Numbered]) -> Line:
    parts = tuple(_single(report, one) for one in group)
    rows = {row_of(report, one.where) for one in group}
    where = next(iter(rows)) if len(rows) == 1 else group[0].where.split(".")[0]
    named = {cell for part in parts for cell in part.cells}
    cells = tuple(cell for cell in report.form.cells if cell in named)
    reasons = tuple(dict.fromkeys(part.reason for part in parts))
    written = any(part.raw.strip() for part in parts)
    raw = " ".join(part.raw or BLANK for part in parts[:MOST_VALUES]) if written else ""
    reason = f"{len(parts)} 处{'，如' if len(reasons) > 1 else ''}：{reasons[0]}"
    numbers = tuple(part.numbers[0] for part in parts)
    name = place_name(report, where) + (f" {len(rows)} 行" if len(rows) > 1 else "")
    return Line(where, Kind.ROW, numbers, cells, name, raw, reason, _is_count(report, cells), parts)


def _is_count(report: Report, cells: Sequence[CellId]) -> bool:
    return len(cells) > 1 or all(report.form.cells[cell].kind is CellKind.COUNT for cell in cells)


def _kind(where: str, cells: Sequence[CellId]) -> Kind:
    if cells:
        return Kind.CELL if len(cells) == 1 else Kind.ROW
    if where in {"unit", "year"}:
        return Kind.FIELD
    return Kind.TEXT if where in TEXTS else Kind.OTHER

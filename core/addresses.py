"""Going to a place by what a clerk calls it: «三(二)3», «三二3 商业», «公开出版物», «表四», «问题»."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from core.form.layout import Cell, Column, Form, Row, Table
from core.steps import Step, StepKind, steps

MOST = 9
_FIRST, _BEGINS, _HOLDS = 0, 1, 2
_UNNAMED = 9
_MOST_ALONE = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A step, the cell or text in it (none for the step as a whole), and what to call it."""

    step: str
    place: str
    words: str


def places(form: Form, wanted: str, here: str = "") -> tuple[Place, ...]:
    """Return the places that words may mean, the likeliest first.

    Words parted by blanks, commas or points all have to fit: one names a row, another may name a column, else it is the
    column of the cell `here`, whose table comes first among those alike. Of a number that is not printed («三(二)3»)
    the last places are left out.
    """
    asked = [
        _plain(part) for part in re.split(r"[\s,，、·;；]+", unicodedata.normalize("NFKC", wanted)) if _plain(part)
    ]
    while asked:
        found = [*_steps_named(form, asked), *(hit for one in form.tables for hit in _cells_named(one, asked, here))]
        if found:
            found.sort(key=lambda hit: (hit[0], hit[1].place.partition(".")[0] != here.partition(".")[0]))
            return tuple(dict.fromkeys(place for _, place in found))[:MOST]
        shorter = asked[0][:-1] if asked[0][-1].isdigit() else ""
        asked = [shorter, *asked[1:]] if shorter else []
    return ()


def _cells_named(table: Table, asked: list[str], here: str) -> Iterator[tuple[int, Place]]:
    """One cell for each row that is named; of columns named alone, the cells of the first rows."""
    own = {(cell.row.id, cell.column.id): cell for cell in table.cells}
    alone = [column for column in table.columns if _all_name(column, asked)]
    for number, row in enumerate(table.rows):
        weights = [_weight(_names_of(row), part) for part in asked]
        rest = [part for part, weight in zip(asked, weights, strict=True) if weight == _UNNAMED]
        if len(rest) == len(asked) and not (alone and number < _MOST_ALONE):
            continue
        named = [c for c in table.columns if (row.id, c.id) in own and _all_name(c, rest)]
        columns = named if rest else sorted(named, key=lambda column: column.id != here.rpartition(".")[2])
        if columns:
            cell = own[row.id, columns[0].id]
            yield min(*weights, _HOLDS), Place(table.section, cell.id, _called(table, cell, by_column=bool(rest)))


def _all_name(column: Column, parts: list[str]) -> bool:
    return all(_weight((column.label, *column.aliases), part) != _UNNAMED for part in parts)


def _steps_named(form: Form, asked: list[str]) -> Iterator[tuple[int, Place]]:
    for step in steps(form):
        weight = _weight(_names_of_step(form, step), "".join(asked))
        if weight != _UNNAMED:
            place = "" if step.table or not step.texts else step.texts[0]
            yield weight, Place(step.id, place, _heading(form, step))


def _names_of(row: Row) -> tuple[str, ...]:
    return (row.address, row.label, row.name, row.group, *row.aliases)


def _names_of_step(form: Form, step: Step) -> tuple[str, ...]:
    names = [step.title, _heading(form, step)]
    if step.table:
        names.append(form.table(step.table).name)
    return tuple(names)


def _heading(form: Form, step: Step) -> str:
    return step.title if step.kind in {StepKind.COVER, StepKind.FINISH} else form.section(step.id).heading


def _called(table: Table, cell: Cell, *, by_column: bool) -> str:
    row = cell.row
    address = f"{row.address} " if row.address != row.label else ""
    return f"{table.name}　{address}{row.name.split('（')[0]}" + (f" · {cell.column.label}" if by_column else "")


def _weight(names: tuple[str, ...], part: str) -> int:
    """How well words fit: as a whole, as the beginning, as a part of a name, or not at all."""
    plain = [_plain(name) for name in names]
    if part in plain:
        return _FIRST
    if any(name.startswith(part) for name in plain):
        return _BEGINS
    return _HOLDS if any(part in name for name in plain) else _UNNAMED


def _plain(words: str) -> str:
    """Return words as they are compared: width, brackets and punctuation do not count."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words)).lower()

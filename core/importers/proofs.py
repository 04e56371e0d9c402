"""Whether a table without cells, printed on a page, was surely read as it stands there.

What keeps its columns apart is only room: a value may slip to the next line, a number may be torn over two lines or
pages, and still come out as a row of numbers. Such a table is sure only if nothing of it slipped: each row of the form
once and in order, each with all its values on one line, no digits left over, and all its sums right.
"""

import re
from collections.abc import Sequence
from itertools import chain

from core.cells import CellKind, State, parse
from core.form.layout import Form
from core.importers.lines import Line
from core.importers.readings import Reading, is_value
from core.importers.tokens import tokens_of
from core.importers.words import plain

_ALL_VALUES = re.compile(r"(?=.*\d)[\d.,/+\-—–件宗条个份项次]+")


def is_proved(table: str, lines: Sequence[Line], readings: Sequence[Reading], form: Form) -> bool:
    """Return whether the rows of a table are exactly what its lines say, and its sums agree."""
    printed = [row.id for row in form.table(table).rows]
    rows = [tuple(reading.cells.values()) for reading in readings]
    if table == "t4":
        rows = [tuple(chain.from_iterable(rows))]
    return (
        [reading.row for reading in readings] == printed
        and not any(reading.reason for reading in readings)
        and _lines_of_values(table, lines, form) == rows
        and all(_is_readable(text) for row in rows for text in row)
        and all(_adds_up(reading) for reading in readings)
    )


def _lines_of_values(table: str, lines: Sequence[Line], form: Form) -> list[tuple[str, ...]]:
    """Return the values of each line that holds some, also where they are no words of the table."""
    values: dict[int, list[str]] = {}
    for line in lines:
        if _ALL_VALUES.fullmatch(plain(line.only or "")):
            values[line.number] = []
    for token in tokens_of(lines, table, form):
        if is_value(token.text):
            values.setdefault(token.line, []).append(token.text)
    return [tuple(values[number]) for number in sorted(values)]


def _is_readable(text: str) -> bool:
    return any(parse(text, kind).state is not State.TEXT for kind in CellKind)


def _adds_up(reading: Reading) -> bool:
    """Whether the 总计 of a row is the sum of the others; a row without numbers has none."""
    if "total" not in reading.cells:
        return True
    values = {column: parse(text).value for column, text in reading.cells.items()}
    total = values.pop("total")
    others = [value for value in values.values() if value is not None]
    return (total or 0) == sum(others)

"""Whether a table without cells, printed on a page, was surely read as it stands there.

What keeps its columns apart is only room: a value may slip to the next line, a number may be torn over two lines or
pages, and still come out as a row of numbers. Such a table is sure only if nothing of it slipped: each row of the form
once and in order, each with all its values on one line, no digits left over, and all its sums right.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import chain

from core.cells import CellKind, State, parse
from core.form.layout import Form
from core.importers.recogniser.lines import Line
from core.importers.recogniser.readings import Reading, is_value
from core.importers.recogniser.tokens import tokens_of
from core.importers.recogniser.words import plain

_OUTSIDE = frozenset({"new_requests", "carried_in", "total_handled", "carried_forward"})  # no results of the year
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


def agrees(table: str, readings: Sequence[Reading], form: Form) -> bool:
    """Return whether a table copied from a page is whole: each row once, no blank cell, and all sums right both ways.

    Copied line by line, the values of a page may come in another order than the labels, and a blank cell leaves no
    trace; only the sums tell that nothing changed its place.
    """
    printed = [row.id for row in form.table(table).rows]
    return (
        sorted(reading.row for reading in readings if reading.cells) == sorted(printed)
        and all(text and _is_readable(text) for reading in readings for text in reading.cells.values())
        and all(_adds_up(reading) for reading in readings)
        and (table != "t3" or _columns_agree(readings))
    )


def _columns_agree(readings: Sequence[Reading]) -> bool:
    """Whether new and carried in requests are the handled and carried forward ones, and the results their 总计."""
    rows = {reading.row: reading.cells for reading in readings}

    def of(row: str, column: str) -> Decimal:
        return parse(rows[row][column]).value or Decimal()

    results = [row for row in rows if row not in _OUTSIDE]
    return all(
        of("new_requests", column) + of("carried_in", column)
        == of("total_handled", column) + of("carried_forward", column)
        and of("total_handled", column) == sum(of(row, column) for row in results)
        for column in rows["total_handled"]
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

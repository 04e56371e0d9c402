"""What the readers of workbooks share: from words at places to the grid that a person sees, and numbers as written."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from math import isfinite
from pathlib import Path

from core.form.own_sheets import CHECK_ROW
from core.importers.limits import MOST_CELLS, MOST_GRID_COLUMNS, too_big
from core.importers.workbook.collection import Rows, is_collection, laid_out

Place = tuple[int, int]
"""Row and column of a cell, counted from 1."""

_SIGNIFICANT = 15  # digits that a double keeps
_MOST_DAYS = 2_958_465  # 9999-12-31
_DAY = 86_400  # seconds


def rectangle(
    cells: Mapping[Place, str], listed: Collection[int], merges: Iterable[tuple[Place, Place]], path: Path
) -> Rows:
    """Return the grid of a sheet, without the blank rows and columns around it; UserError if it is too large.

    `cells` are those that hold words, `listed` the rows that the sheet shows, `merges` the first and last place of each
    merged cell. Rows that the file does not list are left out.
    """
    if not cells:
        return ()
    covered = {place for place, first in _covered(merges).items() if first in cells and place not in cells}
    places = (*cells, *covered)
    top, left = min(row for row, _ in cells), min(column for _, column in cells)
    bottom, right = max(row for row, _ in places), max(column for _, column in places)
    lines = sorted(row for row in {*listed, *(row for row, _ in covered)} if top <= row <= bottom + 1)
    if len(lines) * (right - left + 1) > MOST_CELLS or right - left >= MOST_GRID_COLUMNS:
        raise too_big(path)
    columns = range(left, right + 1)
    shown: dict[Place, str | None] = {**cells, **dict.fromkeys(covered)}
    return tuple(tuple([shown.get((row, column), "") for column in columns]) for row in lines)


def reported(sheets: Sequence[tuple[str, Rows]], path: Path) -> list[tuple[str, Rows]]:
    """Leave out what our own workbooks hold besides the report: it says again what stands in the tables.

    That is the row that judges the columns of table 3, and the sheet for collection; where that one stands alone, the
    tables are made of it. UserError where it holds several reports.
    """
    filled = [(name, rows) for name, rows in sheets if rows]
    others = [(name, rows) for name, rows in filled if not is_collection(rows)]
    if filled and not others:
        return laid_out(filled[0][1], path)
    kept = [(name, tuple(row for row in rows if not _judges(row))) for name, rows in others]
    return [(name, rows) for name, rows in kept if rows]


def _judges(row: Sequence[str | None]) -> bool:
    return row[0] == CHECK_ROW


def _covered(merges: Iterable[tuple[Place, Place]]) -> dict[Place, Place]:
    """Return the places that merged cells cover, each with the place of the words."""
    covered: dict[Place, Place] = {}
    for first, last in merges:
        rows, columns = range(first[0], last[0] + 1), range(first[1], last[1] + 1)
        if len(rows) * len(columns) + len(covered) > MOST_CELLS:
            continue  # a merge of whole columns says nothing about a table
        covered |= {(row, column): first for row in rows for column in columns if (row, column) != first}
    return covered


def written_number(stored: str) -> str:
    """Return a stored number as a person would write it: 3 for 3.0, 0.3 for 0.30000000000000004."""
    if len(stored) < _SIGNIFICANT and stored.isdecimal() and stored.isascii() and stored[0] != "0":
        return stored
    try:
        value = Decimal(stored)
    except InvalidOperation:
        return stored
    if not value.is_finite() or value.adjusted() > 30:
        return stored
    digits = len(value.as_tuple().digits)
    if digits > _SIGNIFICANT:
        value = Decimal(f"{value:.{_SIGNIFICANT}g}")
    if value == value.to_integral_value():
        return f"{value.to_integral_value():f}"
    return f"{value.normalize():f}"


def written_date(stored: str, *, from_1904: bool = False) -> str:
    """Return a number that its cell shows as a date or a time, as words: it counts days, and is no number to take."""
    try:
        days = float(stored)
    except ValueError:
        return stored
    if not isfinite(days) or not 0 <= days <= _MOST_DAYS:
        return stored
    whole, seconds = divmod(round(days * _DAY), _DAY)
    clock = f"{seconds // 3600}:{seconds // 60 % 60:02}" + (f":{seconds % 60:02}" if seconds % 60 else "")
    if whole == 0:
        return clock
    day = _day(whole, from_1904=from_1904)
    return f"{day} {clock}" if seconds else day


def _day(count: int, *, from_1904: bool) -> str:
    """Return the day of a count; Excel's own count has a 29 February 1900 that never was."""
    if not from_1904 and count == 60:
        return "1900年2月29日"
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 31 if count < 60 else 30)  # noqa: DTZ001  no zone in a cell
    try:
        day = start + timedelta(days=count)
    except OverflowError:
        return str(count)
    return f"{day.year}年{day.month}月{day.day}日"


def shows_date(code: str) -> bool:
    """Whether a number format ("yyyy/m/d;@", '0"件"') shows its number as a date or a time."""
    marks: list[str] = []
    signs = iter(code)
    for sign in signs:
        if sign == '"':
            _skip(signs, '"')
        elif sign == "[":
            marks += _elapsed(_skip(signs, "]"))
        elif sign in "\\_*":
            next(signs, None)
        else:
            marks.append(sign)
    bare = "".join(marks).lower()
    return bare != "general" and any(sign in bare for sign in "ymdhs") and not any(sign in bare for sign in "0#?")


def _skip(signs: Iterable[str], end: str) -> str:
    skipped: list[str] = []
    for sign in signs:
        if sign == end:
            break
        skipped.append(sign)
    return "".join(skipped)


def _elapsed(bracketed: str) -> str:
    """Return hours, minutes or seconds in brackets; colours, conditions and languages stand there too."""
    return bracketed if bracketed and set(bracketed.lower()) <= set("hms") and len(set(bracketed)) == 1 else ""

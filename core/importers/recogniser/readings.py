"""What was read of one row of a table, before it is judged."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from core.cells import NOT_APPLICABLE, CellKind, State, parse
from core.importers.recogniser.words import han, plain

_LONGEST_MARK = max(map(len, NOT_APPLICABLE))
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"[-+]?\d(?:[\d.,/ ]*\d)?[a-zA-Z%]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """The raw words of one row by column; `reason` is a doubt about the whole row, `raw` what stands there."""

    cells: Mapping[str, str]
    table: str = ""
    row: str = ""
    at: int | None = None  # the number of its line
    reason: str = ""
    raw: str = ""

    def named(self, table: str, row: str, at: int) -> "Reading":
        """Return the reading with the row it belongs to."""
        return Reading(self.cells, table, row, at, self.reason, self.raw)

    def doubted(self, reason: str) -> "Reading":
        """Return the reading with a doubt about the row."""
        return replace(self, reason=reason, raw=" ".join(filter(None, self.cells.values())))

    @property
    def written(self) -> int:
        """How many cells hold something."""
        return sum(bool(text) for text in self.cells.values())


@lru_cache(maxsize=8192)
def is_value(text: str) -> bool:
    """Whether a text is a number, a mark for none, or digits that are no number; an ordinal ("1.") is none."""
    bare = plain(text)
    if _DIGIT.search(bare) is None:
        return len(bare) <= _LONGEST_MARK and parse(text).state is State.NOT_APPLICABLE
    if any(parse(text, kind).state is State.NUMBER for kind in CellKind):
        return True
    return not han(bare) and _DIGITS.fullmatch(bare) is not None


def fit(tail: list[str], wanted: int) -> list[str] | None:
    """Return the values of a row from the cells behind its label; None where blanks leave a choice.

    Blanks around as many cells as are wanted are no values; where others lie between, the sums must prove it.
    """
    if len(tail) == wanted:
        return tail
    inner = _inner(tail)
    if len(inner) == wanted:
        return inner if all(inner) or _sums_prove(inner) else None
    return None if inner else [""] * wanted if len(tail) >= wanted else None


def ending_in_total(tail: list[str], wanted: int) -> list[str] | None:
    """Return the cells up to the last one written if that is their sum: likely the row, but blanks leave a choice."""
    inner = _inner(tail)
    if not inner or len(tail) < wanted or len(inner) > wanted:
        return None
    last = max(place for place, text in enumerate(tail) if text)
    values = tail[last + 1 - wanted : last + 1] if last + 1 >= wanted else []
    return values if len(values) == wanted and _sums_prove(values) else None


def drop_subtotal(tail: list[str], wanted: int, place: int | None = None) -> list[str] | None:
    """Return the values without an extra 小计 beside the unit kinds (domain.md E.2).

    `place` is where the heads put it; without heads both places are tried and the sums must prove one.
    """
    values = tail if len(tail) == wanted + 1 else _inner(tail)
    if wanted != 7 or len(values) != 8 or (place is None and any(parse(v).state is State.TEXT for v in values)):
        return None
    if place is not None and (values is tail or all(values)):
        return [text for at, text in enumerate(values) if at != place]
    n, *middle, total = [parse(text).value or Decimal() for text in values]
    kept: list[list[str]] = []
    for at in (1, 6) if place is None else (place,):
        others = [amount for index, amount in enumerate(middle, start=1) if index != at]
        if middle[at - 1] == sum(others) and total == n + middle[at - 1]:
            kept.append([text for index, text in enumerate(values) if index != at])
    return kept[0] if kept and all(each == kept[0] for each in kept) else None


def _inner(tail: list[str]) -> list[str]:
    """Return the cells between the first and the last that is written."""
    written = [place for place, text in enumerate(tail) if text]
    return tail[written[0] : written[-1] + 1] if written else []


def _sums_prove(values: list[str]) -> bool:
    """Whether values with blanks between them are whole rows of a table whose last column is their sum."""
    size = {7: 7, 5: 5, 15: 5}.get(len(values))
    if size is None:
        return False
    amounts = [parse(text).value for text in values]
    rows = [amounts[start : start + size] for start in range(0, len(amounts), size)]
    return all(row[-1] is not None and row[-1] == sum(filter(None, row[:-1])) for row in rows)


def adds_up(cells: Mapping[str, str]) -> bool:
    """Whether the 总计 of a row is the sum of what else stands in it; true where there is no number to compare."""
    values = {column: parse(text).value for column, text in cells.items()}
    total = values.pop("total", None)
    return total is None or total == sum(value for value in values.values() if value is not None)

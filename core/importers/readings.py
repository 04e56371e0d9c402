"""What was read of one row of a table, before it is judged."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from core.cells import State, parse
from core.importers.words import han, plain

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
        return replace(self, table=table, row=row, at=at)

    def doubted(self, reason: str) -> "Reading":
        """Return the reading with a doubt about the row."""
        return replace(self, reason=reason, raw=" ".join(filter(None, self.cells.values())))

    @property
    def written(self) -> int:
        """How many cells hold something."""
        return sum(bool(text) for text in self.cells.values())


def is_value(text: str) -> bool:
    """Whether a text is a number, a mark for none, or digits that are no number; an ordinal ("1.") is none."""
    if parse(text).state in {State.NUMBER, State.NOT_APPLICABLE}:
        return True
    bare = plain(text)
    return not han(bare) and _DIGITS.fullmatch(bare) is not None


def fit(tail: list[str], wanted: int) -> list[str] | None:
    """Return the values of a row from the cells behind its label; None where blanks leave a choice."""
    if len(tail) == wanted:
        return tail
    first = next((place for place, text in enumerate(tail) if text), len(tail))
    last = next((place for place in range(len(tail), 0, -1) if tail[place - 1]), 0)
    inner = tail[first:last]
    if len(inner) == wanted:
        return inner
    return None if inner else [""] * wanted if len(tail) >= wanted else None


def drop_subtotal(tail: list[str], wanted: int) -> list[str] | None:
    """Return the values without an extra 小计 beside the unit kinds, where the sums prove it (domain.md E.2)."""
    values = [text for text in tail if text]
    if wanted != 7 or len(values) != 8:
        return None
    amounts = [parse(text).value for text in values]
    if any(amount is None for amount in amounts):
        return None
    n, *middle, total = [amount or Decimal() for amount in amounts]
    found = [
        [values[0], *kept, values[7]]
        for subtotal, others, kept in (
            (middle[0], middle[1:], values[2:7]),
            (middle[5], middle[:5], values[1:6]),
        )
        if subtotal == sum(others) and total == n + subtotal
    ]
    return found[0] if found and all(each == found[0] for each in found) else None


def adds_up(cells: Mapping[str, str]) -> bool:
    """Whether the 总计 of a row is the sum of what else stands in it; true where there is no number to compare."""
    values = {column: parse(text).value for column, text in cells.items()}
    total = values.pop("total", None)
    return total is None or total == sum(value for value in values.values() if value is not None)

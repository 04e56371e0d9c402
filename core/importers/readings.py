"""What was read of one row of a table, before it is judged."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.cells import State, parse


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
    """Return the values without an extra 小计 behind the first, where the sums prove that it is one (domain.md E.2)."""
    values = [text for text in tail if text]
    if wanted != 7 or len(values) != 8:
        return None
    numbers = [parse(text) for text in values]
    if any(entry.state is not State.NUMBER for entry in numbers):
        return None
    amounts = [entry.value or 0 for entry in numbers]
    if amounts[1] == sum(amounts[2:7]) and amounts[7] == amounts[0] + amounts[1]:
        return [values[0], *values[2:]]
    return None

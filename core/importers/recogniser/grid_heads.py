"""The heads of a grid's tables: which columns they name, in which places, and in which order."""

from dataclasses import dataclass, field

from core.form.layout import Form
from core.importers.limits import MOST_HEAD_LINES
from core.importers.recogniser.grid_t4 import stacks
from core.importers.recogniser.heads import T4_COLUMNS, subtotal_place, t2_order, t3_order
from core.importers.recogniser.labels import SUBTOTALS, ends_with_head, find_head
from core.importers.recogniser.lines import Line


@dataclass
class HeadMemory:
    """Remembers the head rows seen last, table by table; `named` are the columns that any of them names."""

    form: Form
    named: dict[str, set[str]] = field(init=False)
    _maps: dict[tuple[str, int], dict[str, int]] = field(default_factory=dict)  # (table, width) -> column -> place
    _extras: dict[tuple[str, int], frozenset[int]] = field(default_factory=dict)  # columns that the form has not
    _seen: dict[str, list[Line]] = field(default_factory=dict)  # the head rows of each table

    def __post_init__(self) -> None:
        self.named = {table.id: set() for table in self.form.tables}

    def learn(self, table: str, width: int, area: list[Line]) -> None:
        """Take the head rows that stand above a row of values, which has `width` cells."""
        if not area:
            return
        self._seen[table] = [*self._seen.get(table, []), *area][:MOST_HEAD_LINES] if table == "t3" else area
        columns = stacks([line for line in area if len(line.cells) == width], width)
        found: dict[str, int] = {}
        for place, words in enumerate(columns):
            column = ends_with_head(words, table, self.form) if not words.endswith(SUBTOTALS) else None
            if column is not None and column not in found:
                found[column] = place
        self.note(table, area)
        self.named[table] |= set(found)
        if found:
            self._maps[table, width] = found
            self._extras[table, width] = frozenset(
                place for place, words in enumerate(columns) if words and place > max(found.values())
            )

    def note(self, table: str, area: list[Line]) -> None:
        """Note which columns head rows name."""
        for line in area:
            self.named[table] |= {column for cell in line.words if (column := find_head(cell, table, self.form))}

    def places(self, table: str, line: Line) -> dict[str, int]:
        """Return where the columns stand in rows as wide as this one."""
        return self._maps.get((table, len(line.cells)), {})

    def knows(self, table: str, line: Line) -> bool:
        """Whether heads as wide as this row were seen."""
        return (table, len(line.cells)) in self._maps

    def is_as_wide(self, table: str, line: Line) -> bool:
        """Whether a row is as wide as some heads of its table."""
        return len(line.cells) in {width for name, width in self._maps if name == table}

    def beyond(self, table: str, line: Line) -> frozenset[int]:
        """Return the columns that have a head of their own which the form has not."""
        return self._extras.get((table, len(line.cells)), frozenset())

    def subtotal(self, table: str) -> int | None:
        """Return where a column of subtotals stands among those of table 3, if there is one."""
        return subtotal_place([line.words for line in self._seen.get(table, [])]) if table == "t3" else None

    def order(self, table: str, row: str) -> tuple[str, ...]:
        """Return the columns in the order of the heads above."""
        rows = [line.words for line in self._seen.get(table, [])]
        if table == "t3":
            return t3_order(rows)
        if table == "t4":
            return T4_COLUMNS
        return t2_order([word for words in rows for word in words], row, self.form)

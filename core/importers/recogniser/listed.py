"""Tables that an office turned into a list: one number a line, named by its row and its column together.

"规章本年制发件数 | 3", "行政复议 | 结果维持 | 1", or table 4 with its outcomes down the side. Each cell is named by
words, never by its place; a row counts only if all its cells were named.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from core.form import F2021
from core.form.layout import Form
from core.importers.recogniser.labels import find_head
from core.importers.recogniser.lines import Line
from core.importers.recogniser.readings import Reading, fit, is_value
from core.importers.recogniser.words import key

Cell = tuple[str, str, str]  # table, row, column
T4_LABELS = {key(row.label): row.id for row in F2021.table("t4").rows}
_LAWSUITS = key("行政诉讼")
_UNIT = "单位"
_T4_COLUMNS = frozenset(column.id for column in F2021.table("t4").columns)


@dataclass
class ListReader:
    """Gathers named cells line by line; `readings` gives the rows when all lines are read."""

    form: Form = F2021
    _found: dict[Cell, str] = field(default_factory=dict)
    _at: dict[tuple[str, str], int] = field(default_factory=dict)  # where each row was named first
    _row: tuple[str, str, int | None] = ("", "", None)  # table, row and grid of the line before
    _side: tuple[tuple[str, ...], int | None] = ((), None)  # groups of table 4 side by side, and their grid
    _again: bool = False  # a cell was named twice

    def feed(self, line: Line) -> bool:
        """Take a line; return whether it is one of a list."""
        words = line.words
        labels = [word for word in words if not is_value(word)]
        if not labels or (len(labels) < len(words) and list(words[: len(labels)]) != labels):
            return False
        values = words[len(labels) :]
        few = len(values) <= 1 and len(labels) <= 3 and len(line.cells) > len(labels)
        cell = self._named(line, labels) if few else None
        if cell is not None:
            self._take(cell, "".join(values), line)
        elif not values:
            self._note_groups(line, labels)
        return cell is not None or (bool(values) and self._outcome_row(line, labels))

    def readings(self) -> list[Reading]:
        """Return the rows that the list tells; one with cells missing has a doubt and no values."""
        return [self._reading(table, row, at) for (table, row), at in self._at.items()]

    def _reading(self, table: str, row: str, at: int) -> Reading:
        cells = {column: text for (t, r, column), text in self._found.items() if (t, r) == (table, row)}
        wanted = {cell.column.id for cell in self.form.cells.values() if (cell.table, cell.row.id) == (table, row)}
        reading = Reading(cells)
        if set(cells) != wanted or self._again:
            reading = Reading({}, reason="逐项列出的数字不全或有重复，没有填入", raw=" ".join(cells.values()))
        return reading.named(table, row, at)

    def _take(self, cell: Cell, text: str, line: Line) -> None:
        self._again = self._again or cell in self._found
        self._found[cell] = text
        self._at.setdefault(cell[:2], line.number)

    def _named(self, line: Line, labels: list[str]) -> Cell | None:
        """Return the cell that the labels of a line name together, or the last one in the row of the line before."""
        words = "".join(map(key, dict.fromkeys(labels)))
        named = _names(self.form).get(words.replace(_UNIT, ""))
        if named is None and len(labels) == 1 and line.grid is not None and line.grid == self._row[2]:
            column = find_head(labels[0], self._row[0], self.form)
            named = (*self._row[:2], column) if column else None
        if named is not None:
            self._row = (*named[:2], line.grid)
        return named

    def _note_groups(self, line: Line, labels: list[str]) -> None:
        groups = tuple(T4_LABELS[key(label)] for label in dict.fromkeys(labels) if key(label) in T4_LABELS)
        outcomes = any(find_head(label, "t4") for label in labels)
        if outcomes:
            self._side = ((), None)
        elif len(groups) == len(T4_LABELS) or (groups and self._side[1] != line.grid):
            self._side = (groups, line.grid)
        elif groups:
            self._side = (tuple(dict.fromkeys((*self._side[0], *groups))), line.grid)

    def _outcome_row(self, line: Line, labels: list[str]) -> bool:
        groups, grid = self._side
        if grid is None:
            return False
        column = find_head(labels[0], "t4") if len(labels) == 1 else None
        if column not in _T4_COLUMNS or grid is None or grid != line.grid or len(groups) != len(T4_LABELS):
            return False
        place = line.cells.index(next(cell for cell in line.cells if cell and cell.strip()))
        values = fit([cell.strip() for cell in line.cells[place + 1 :] if cell is not None], len(groups))
        for group, text in zip(groups, values or (), strict=False):
            self._take(("t4", group, column), text, line)
        return values is not None


@lru_cache(maxsize=4)
def _names(form: Form) -> dict[str, Cell]:
    """Return every cell of tables 2 and 4 by its row and column words run together."""
    names: dict[str, Cell] = {}
    for cell in form.cells.values():
        if cell.table == "t3":
            continue
        rows = (cell.row.label, *cell.row.aliases)
        columns = (cell.column.label, *cell.column.aliases)
        for name in (key(row) + key(column) for row in rows for column in columns):
            names[name] = (cell.table, cell.row.id, cell.column.id)
            if cell.table == "t4":
                names[_LAWSUITS + name] = names[name]
    return {name.replace(_UNIT, ""): cell for name, cell in names.items()}

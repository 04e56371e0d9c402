"""Reads tables whose cells the file keeps apart: by column heads where the grid is whole, else by label and last cells.

The first way (level 1 of domain.md E.6) takes each value from the grid column under its head, so blanks stay in their
places. The second (level 2) takes the cells behind the row label in the order of the heads.
"""

from dataclasses import dataclass, field

from core.form import F2021
from core.form.layout import Form
from core.importers.limits import MOST_COMPARED, MOST_ROW_CHARACTERS, MOST_STRANGERS
from core.importers.recogniser.by_position import Place, by_position
from core.importers.recogniser.grid_heads import HeadMemory
from core.importers.recogniser.grid_rows import by_heads, last_label, miscounted, numbers_in
from core.importers.recogniser.grid_t4 import T4_CELLS, T4_GROUPS, outcomes_in, t4_by_heads, t4_cells, t4_group
from core.importers.recogniser.heads import T4_COLUMNS, t4_is_usual
from core.importers.recogniser.labels import (
    OTHER_ALL,
    RowMatch,
    columns_of,
    find_bare_row,
    find_row,
    is_group,
    is_label,
    is_piece,
    labels_of,
    resembling_row,
)
from core.importers.recogniser.lines import Line
from core.importers.recogniser.listed import ListReader
from core.importers.recogniser.readings import Reading, adds_up, drop_subtotal, ending_in_total, fit, is_value
from core.importers.recogniser.words import han


@dataclass
class GridReader:
    """Goes through grid rows in order and remembers the heads seen last."""

    form: Form = F2021
    readings: list[Reading] = field(default_factory=list)
    used: set[int] = field(default_factory=set)  # lines that belong to a table
    strangers: list[tuple[Line, str]] = field(default_factory=list)  # rows with numbers but without a known label
    heads: HeadMemory = field(init=False)
    _area: list[Line] = field(default_factory=list)  # head rows since the last row of values
    _table: str = ""
    _compared: int = 0
    _blank: tuple[Line, list[Line]] | None = None  # blanks where values of table 4 may stand, and the heads above
    _list: ListReader = field(init=False)

    def __post_init__(self) -> None:
        self.heads = HeadMemory(self.form)
        self._list = ListReader(self.form)

    def feed(self, line: Line) -> None:
        """Take the next row of a grid."""
        if self._list.feed(line):
            self.used.add(line.number)
            return
        label = self._label(line)
        kind = self._t4_kind(line) if label is None else ""
        if label is not None:
            self._data_row(line, *label)
        elif kind == "group":
            self._t4_group(line)
        elif kind == "row":
            self._t4_row(line)
        elif self._is_head(line):
            self.used.add(line.number)
            self._area.append(line)
        elif self._table and len(numbers_in(line)) >= (3 if self._table in {"t3", "t4"} else 1) and line.only is None:
            if len(self.strangers) <= MOST_STRANGERS:
                self.strangers.append((line, self._table))
            self.used.add(line.number)
        elif self._table and line.words and all(map(is_value, line.words)):
            self._overflow(line)

    def _overflow(self, line: Line) -> None:
        """Doubt the row above one or two numbers without a label: a page break may have torn them from it."""
        count = len(self.readings)
        for place in range(max(0, count - len(T4_GROUPS)), count):  # table 4 gives each group a reading of its own
            reading = self.readings[place]
            if reading.at == line.number - 1 and reading.table == self._table and not reading.reason:
                self.readings[place] = reading.doubted("下面一行还有没有名称的数字，可能是这一行的，请核对")
                self.used.add(line.number)

    def finish(self) -> None:
        """Take what only the end of the file decides: a row of blanks as values, and cells listed one by one."""
        if self._blank is not None and not any(reading.table == "t4" for reading in self.readings):
            self._t4_values(*self._blank)
        self._name_by_position()
        listed = self._list.readings()
        self.readings += listed
        for reading in listed:
            self.heads.named[reading.table] |= {column.id for column in self.form.table(reading.table).columns}

    def _name_by_position(self) -> None:
        """Give the rows of table 3 that have lost their labels the names that their order tells."""
        nameless = [line for line, table in self.strangers if table == "t3"]
        if not nameless:
            return
        order = self.heads.order("t3", "granted")
        places = [
            Place(reading.row, tuple(reading.cells.values()), reading.at or 0)
            for reading in self.readings
            if reading.table == "t3"
        ]
        for line in nameless:
            tail = [cell.strip() for cell in line.cells[last_label(line) + 1 :] if cell is not None]
            values = fit(tail, len(order))
            if values is None:
                return
            places.append(Place("", tuple(values), line.number))
        named = by_position(sorted(places, key=lambda place: place.line), order, self.form)
        if named:
            self.readings += named
            self.strangers = [(line, table) for line, table in self.strangers if table != "t3"]

    # ---------------------------------------------------------------- rows with a label

    def _label(self, line: Line) -> tuple[str, str, int, bool] | None:
        """Return table, row, place of the label and whether it is sure, for a row of values."""
        last = last_label(line)
        for place in range(last, -1, -1):
            text = line.cells[place]
            if not text or not text.strip():
                continue
            match = find_row(text, form=self.form)
            if match is None and numbers_in(line, place + 1):
                match = find_bare_row(text, form=self.form)
            if match is None and not is_group(text, "t3", self.form):
                match = self._resembling(line, place)
            if match is None:
                continue
            if match.row == OTHER_ALL and self._is_group_only(line, place, last):
                continue
            return match.table, match.row, place, match.surely
        return None

    def _is_group_only(self, line: Line, place: int, last: int) -> bool:
        """Whether （六）其他处理 stands for its sub-rows and not for a row of its own."""
        below = any(text and text.strip() for text in line.cells[place + 1 : last + 1] if not is_value(text or ""))
        return below or (bool(labels_of(self.form).stray) and not numbers_in(line, place + 1))

    def _resembling(self, line: Line, place: int) -> RowMatch | None:
        numbers, text = len(numbers_in(line, place + 1)), line.cells[place] or ""
        if not numbers or self._compared > MOST_COMPARED or len(text) > MOST_ROW_CHARACTERS:
            return None
        self._compared += 1
        if numbers >= 6:
            return resembling_row(text, ("t3",), self.form)
        t2 = labels_of(self.form).t2
        return resembling_row(text, (t2,), self.form) if numbers and self._table == t2 else None

    def _data_row(self, line: Line, table: str, row: str, place: int, surely: bool) -> None:  # noqa: FBT001 - unpacked
        self._learn(table, line)
        self._table = table
        self.used.add(line.number)
        columns = columns_of(row, self.form)
        places = self.heads.places(table, line)
        reading = by_heads(line, columns, places, self.heads.beyond(table, line), place) or self._by_order(
            line, table, row, place
        )
        if not surely:
            reading = reading.doubted("这一行的名称与格式里的不完全一样，请核对是不是这一行")
        self.readings.append(reading.named(table, row, line.number))

    def _by_order(self, line: Line, table: str, row: str, place: int) -> Reading:
        columns = columns_of(row, self.form)
        tail = [cell.strip() for cell in line.cells[place + 1 :] if cell is not None]
        order = self.heads.order(table, row)
        if len(columns) == 1 and len(set(filter(None, tail))) <= 1:  # a merged value may stand in each of its places
            return Reading({columns[0]: next(filter(None, tail), "")})
        subtotal = self.heads.subtotal(table)
        values = fit(tail, len(columns)) if subtotal is None else None
        values = values or drop_subtotal(tail, len(columns), subtotal)
        if values is None and subtotal is None and (ending := ending_in_total(tail, len(columns))):
            return Reading(dict(zip(order, ending, strict=True))).doubted("空格比列多，按总计在最后一列填入，请核对")
        if values is None:
            return Reading({}, reason=miscounted(len(columns), tail), raw=" ".join(filter(None, tail)))
        reading = Reading(dict(zip(order, values, strict=True)))
        short = line.cells[-1] is None and self.heads.is_as_wide(table, line)
        unproved = short and any(values) and not reading.cells.get("total")
        if not all(values) and (unproved or not adds_up(reading.cells)):
            return reading.doubted("有空格，各列之和又不能证明，可能有数字错位，请核对")
        return reading

    # ---------------------------------------------------------------- heads

    def _learn(self, table: str, line: Line) -> None:
        area, self._area = self._area, []
        self.heads.learn(table, len(line.cells), area)

    def _is_head(self, line: Line) -> bool:
        texts = line.words
        if not texts or numbers_in(line):
            return False
        return any(is_label(text, self.form) for text in texts) or self._torn_heads(line)

    def _torn_heads(self, line: Line) -> bool:
        """Whether a row below heads goes on with them: pieces of labels only."""
        return bool(self._area) and len(line.words) > 1 and all(is_piece(text, "t3", self.form) for text in line.words)

    # ---------------------------------------------------------------- table 4

    def _t4_kind(self, line: Line) -> str:
        """Tell whether a row holds values of table 4: of all groups ("row"), of one ("group"), or none ("")."""
        group = t4_group(line)
        if group is not None:
            known = self.heads.knows("t4", line) or outcomes_in(self._area) == len(T4_COLUMNS)
            room = len(line.cells) - group[1] > len(T4_COLUMNS)
            return "group" if len(numbers_in(line)) >= 3 or (known and room) else ""
        if self._is_head(line):
            return ""
        outcomes = outcomes_in(self._area)
        wide = len(line.cells) >= outcomes
        if any(han(text) for text in line.words if not is_value(text)):
            remarks = all(han(text) <= 6 for text in line.words)
            return "row" if outcomes >= len(T4_CELLS) and wide and remarks else ""
        counted = (outcomes >= 5 and (bool(numbers_in(line)) or wide)) or len(numbers_in(line)) == len(T4_CELLS)
        return "row" if counted else ""

    def _t4_row(self, line: Line) -> None:
        self.used.add(line.number)
        if not line.words:  # blanks above the values, or all there is
            self._blank = self._blank or (line, list(self._area))
            return
        self._blank = None
        area, self._area = self._area, []
        self._t4_values(line, area)

    def _t4_values(self, line: Line, area: list[Line]) -> None:
        self._table = "t4"
        self.heads.note("t4", area)
        values, reason = t4_by_heads(line, area), ""
        if values is None:
            cells = t4_cells(area)
            tail = [cell.strip() for cell in line.cells if cell is not None]
            fitted = fit(tail, len(cells)) if t4_is_usual([word for head in area for word in head.words]) else None
            values = dict(zip(cells, fitted or [""] * len(cells), strict=True))
            reason = "" if fitted else miscounted(len(cells), tail)
        raw = " ".join(line.words)
        for name in dict.fromkeys(group for group, _ in values):
            named = {} if reason else {column: values[name, column] for column in T4_COLUMNS}
            self.readings.append(Reading(named, reason=reason, raw=raw).named("t4", name, line.number))

    def _t4_group(self, line: Line) -> None:
        found = t4_group(line)
        if found is None:
            return
        self.used.add(line.number)
        self._table = "t4"
        self._learn("t4", line)
        places = self.heads.places("t4", line)
        reading = by_heads(line, T4_COLUMNS, places, self.heads.beyond("t4", line), found[1]) or self._by_order(
            line, "t4", found[0], found[1]
        )
        self.readings.append(reading.named("t4", found[0], line.number))

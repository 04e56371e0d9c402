"""Reads tables whose cells the file keeps apart: by column heads where the grid is whole, else by label and last cells.

The first way (level 1 of domain.md E.6) takes each value from the grid column under its head, so blanks stay in their
places. The second (level 2) takes the cells behind the row label in the order of the heads.
"""

from dataclasses import dataclass, field

from core.form import F2021
from core.form.layout import Form
from core.importers.limits import MOST_COMPARED, MOST_HEAD_LINES, MOST_ROW_CHARACTERS, MOST_STRANGERS
from core.importers.recogniser.by_position import Place, by_position
from core.importers.recogniser.grid_t4 import T4_CELLS, T4_GROUPS, outcomes_in, stacks, t4_cells, t4_group, t4_places
from core.importers.recogniser.heads import T4_COLUMNS, subtotal_place, t2_order, t3_order, t4_is_usual
from core.importers.recogniser.labels import (
    OTHER_ALL,
    SUBTOTALS,
    RowMatch,
    columns_of,
    ends_with_head,
    find_bare_row,
    find_head,
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
    heads: dict[str, set[str]] = field(init=False)
    _area: list[Line] = field(default_factory=list)  # head rows since the last row of values
    _maps: dict[tuple[str, int], dict[str, int]] = field(default_factory=dict)  # (table, width) -> column -> place
    _extras: dict[tuple[str, int], frozenset[int]] = field(default_factory=dict)  # columns that the form has not
    _seen: dict[str, list[Line]] = field(default_factory=dict)  # the head rows of each table
    _table: str = ""
    _compared: int = 0
    _blank: tuple[Line, list[Line]] | None = None  # blanks where values of table 4 may stand, and the heads above
    _list: ListReader = field(init=False)

    def __post_init__(self) -> None:
        self.heads = {table.id: set() for table in self.form.tables}
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
        elif self._table and len(_numbers(line)) >= (3 if self._table in {"t3", "t4"} else 1) and line.only is None:
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
            self.heads[reading.table] |= {column.id for column in self.form.table(reading.table).columns}

    def _name_by_position(self) -> None:
        """Give the rows of table 3 that have lost their labels the names that their order tells."""
        nameless = [line for line, table in self.strangers if table == "t3"]
        if not nameless:
            return
        order = self._order("t3", "granted")
        places = [
            Place(reading.row, tuple(reading.cells.values()), reading.at or 0)
            for reading in self.readings
            if reading.table == "t3"
        ]
        for line in nameless:
            tail = [cell.strip() for cell in line.cells[_last_label(line) + 1 :] if cell is not None]
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
        last = _last_label(line)
        for place in range(last, -1, -1):
            text = line.cells[place]
            if not text or not text.strip():
                continue
            match = find_row(text, form=self.form)
            if match is None and _numbers(line, place + 1):
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
        return below or (bool(labels_of(self.form).stray) and not _numbers(line, place + 1))

    def _resembling(self, line: Line, place: int) -> RowMatch | None:
        numbers, text = len(_numbers(line, place + 1)), line.cells[place] or ""
        if not numbers or self._compared > MOST_COMPARED or len(text) > MOST_ROW_CHARACTERS:
            return None
        self._compared += 1
        if numbers >= 6:
            return resembling_row(text, ("t3",), self.form)
        t2 = labels_of(self.form).t2
        return resembling_row(text, (t2,), self.form) if numbers and self._table == t2 else None

    def _data_row(self, line: Line, table: str, row: str, place: int, surely: bool) -> None:  # noqa: FBT001 - unpacked
        self._learn_heads(table, len(line.cells))
        self._table = table
        self.used.add(line.number)
        columns = columns_of(row, self.form)
        places = self._maps.get((table, len(line.cells)), {})
        reading = _by_heads(line, columns, places, self._extra(table, line), place) or self._by_order(
            line, table, row, place
        )
        if not surely:
            reading = reading.doubted("这一行的名称与格式里的不完全一样，请核对是不是这一行")
        self.readings.append(reading.named(table, row, line.number))

    def _by_order(self, line: Line, table: str, row: str, place: int) -> Reading:
        columns = columns_of(row, self.form)
        tail = [cell.strip() for cell in line.cells[place + 1 :] if cell is not None]
        order = self._order(table, row)
        if len(columns) == 1 and len(set(filter(None, tail))) <= 1:  # a merged value may stand in each of its places
            return Reading({columns[0]: next(filter(None, tail), "")})
        subtotal = subtotal_place([line.words for line in self._seen.get(table, [])]) if table == "t3" else None
        values = fit(tail, len(columns)) if subtotal is None else None
        values = values or drop_subtotal(tail, len(columns), subtotal)
        if values is None and subtotal is None and (ending := ending_in_total(tail, len(columns))):
            return Reading(dict(zip(order, ending, strict=True))).doubted("空格比列多，按总计在最后一列填入，请核对")
        if values is None:
            return Reading({}, reason=_miscounted(len(columns), tail), raw=" ".join(filter(None, tail)))
        reading = Reading(dict(zip(order, values, strict=True)))
        short = line.cells[-1] is None and len(line.cells) in {width for name, width in self._maps if name == table}
        unproved = short and any(values) and not reading.cells.get("total")
        if not all(values) and (unproved or not adds_up(reading.cells)):
            return reading.doubted("有空格，各列之和又不能证明，可能有数字错位，请核对")
        return reading

    def _order(self, table: str, row: str) -> tuple[str, ...]:
        """Return the columns in the order of the heads above."""
        rows = [line.words for line in self._seen.get(table, [])]
        if table == "t3":
            return t3_order(rows)
        if table == "t4":
            return T4_COLUMNS
        return t2_order([word for words in rows for word in words], row, self.form)

    # ---------------------------------------------------------------- heads

    def _learn_heads(self, table: str, width: int) -> None:
        area, self._area = self._area, []
        if not area:
            return
        self._seen[table] = [*self._seen.get(table, []), *area][:MOST_HEAD_LINES] if table == "t3" else area
        columns = stacks([line for line in area if len(line.cells) == width], width)
        found: dict[str, int] = {}
        for place, words in enumerate(columns):
            column = ends_with_head(words, table, self.form) if not words.endswith(SUBTOTALS) else None
            if column is not None and column not in found:
                found[column] = place
        for line in area:
            self.heads[table] |= {column for cell in line.words if (column := find_head(cell, table, self.form))}
        self.heads[table] |= set(found)
        if found:
            self._maps[table, width] = found
            self._extras[table, width] = frozenset(
                place for place, words in enumerate(columns) if words and place > max(found.values())
            )

    def _extra(self, table: str, line: Line) -> frozenset[int]:
        return self._extras.get((table, len(line.cells)), frozenset())

    def _is_head(self, line: Line) -> bool:
        texts = line.words
        if not texts or _numbers(line):
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
            known = ("t4", len(line.cells)) in self._maps or outcomes_in(self._area) == len(T4_COLUMNS)
            room = len(line.cells) - group[1] > len(T4_COLUMNS)
            return "group" if len(_numbers(line)) >= 3 or (known and room) else ""
        if self._is_head(line):
            return ""
        outcomes = outcomes_in(self._area)
        wide = len(line.cells) >= outcomes
        if any(han(text) for text in line.words if not is_value(text)):
            remarks = all(han(text) <= 6 for text in line.words)
            return "row" if outcomes >= len(T4_CELLS) and wide and remarks else ""
        counted = (outcomes >= 5 and (bool(_numbers(line)) or wide)) or len(_numbers(line)) == len(T4_CELLS)
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
        for head in area:
            self.heads["t4"] |= {column for cell in head.words if (column := find_head(cell, "t4"))}
        values, reason = _t4_by_heads(line, area), ""
        if values is None:
            cells = t4_cells(area)
            tail = [cell.strip() for cell in line.cells if cell is not None]
            fitted = fit(tail, len(cells)) if t4_is_usual([word for head in area for word in head.words]) else None
            values = dict(zip(cells, fitted or [""] * len(cells), strict=True))
            reason = "" if fitted else _miscounted(len(cells), tail)
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
        self._learn_heads("t4", len(line.cells))
        places = self._maps.get(("t4", len(line.cells)), {})
        reading = _by_heads(line, T4_COLUMNS, places, self._extra("t4", line), found[1]) or self._by_order(
            line, "t4", found[0], found[1]
        )
        self.readings.append(reading.named("t4", found[0], line.number))


def _t4_by_heads(line: Line, area: list[Line]) -> dict[tuple[str, str], str] | None:
    """Return the values of table 4 under their heads; None where some stand beside them."""
    places = t4_places([head for head in area if len(head.cells) == len(line.cells)], len(line.cells))
    if places is None or any(
        is_value(text or "") and place not in places.values() for place, text in enumerate(line.cells)
    ):
        return None
    return {cell: _at(line, place) for cell, place in places.items()}


# ---------------------------------------------------------------- one row


def _by_heads(
    line: Line, columns: tuple[str, ...], places: dict[str, int], extra: frozenset[int], label: int
) -> Reading | None:
    """Return the values under their heads; None where the row does not stand as its heads do.

    Remarks in words beside the table, and columns that have a head of their own (`extra`), are no values of it.
    """
    if not all(column in places for column in columns) or label >= min(places[column] for column in columns):
        return None
    taken = {places[column] for column in columns}
    strays = [
        place
        for place, text in enumerate(line.cells)
        if text and text.strip() and label < place and place not in taken and place not in extra
    ]
    inner = [place for place in strays if min(taken) < place < max(taken)]
    if len(inner) > 1 or any(is_value(line.cells[place] or "") for place in strays if place not in inner):
        return None
    if line.cells[max(taken)] is None and all(cell is None for cell in line.cells[max(taken) :]):
        return None  # a row shorter than its heads
    covered = [column for column in columns if line.cells[places[column]] is None]
    reading = Reading({column: _at(line, places[column]) for column in columns})
    return reading.doubted("这一行有合并的单元格，不知道数字属于哪一列") if covered else reading


def _at(line: Line, place: int) -> str:
    return (line.cells[place] or "").strip()


def _last_label(line: Line) -> int:
    """Return the last place before the first value."""
    for place, text in enumerate(line.cells):
        if text and text.strip() and is_value(text):
            return place - 1
    return len(line.cells) - 1


def _numbers(line: Line, start: int = 0) -> list[str]:
    return [text for text in line.cells[start:] if text and text.strip() and is_value(text)]


def _miscounted(wanted: int, tail: list[str]) -> str:
    return f"应有 {wanted} 个数，这里读到 {sum(map(bool, tail))} 个，对不上列，没有填入"

"""Reads tables that lost their cells: flat text in which only labels tell where a row begins (domain.md E.6, level 3).

Such text comes from web pages (one cell a line), from the clipboard (columns kept by blanks) and from PDF files
(labels torn over lines). A row counts only if exactly as many values follow its label as the form has columns; blank
lines stand for blank cells only where the lines keep one steady distance. Everything else is doubted, never filled in.
"""

from dataclasses import dataclass, field

from core.form import F2021
from core.form.layout import Form
from core.importers.recogniser.blanks import steady_step, step_within, usual_step, with_blanks, with_short_blanks
from core.importers.recogniser.by_position import Place, by_position
from core.importers.recogniser.flat_rows import Found, rows_in
from core.importers.recogniser.grid_t4 import T4_CELLS, T4_GROUPS
from core.importers.recogniser.heads import T4_COLUMNS, subtotal_place, t2_order, t3_order, t4_is_usual
from core.importers.recogniser.labels import labels_of
from core.importers.recogniser.lines import Line
from core.importers.recogniser.readings import Reading, adds_up, drop_subtotal, is_value
from core.importers.recogniser.tokens import Token, tokens_of
from core.importers.recogniser.words import is_sentence, key

_UNLABELLED = "数字前没有行的名称，按顺序填入，请核对"


@dataclass
class StreamReader:
    """The rows of one table read from flat lines."""

    table: str
    lines: tuple[Line, ...]
    form: Form = F2021
    used: set[int] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    all_heads_torn: bool = False
    readings: list[Reading] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # what is no value, in order
    order: tuple[str, ...] = ()  # of the columns of table 3, as the heads tell it
    torn: bool = False  # a row label came in pieces: what a page prints in cells was copied line by line
    whole: bool = False  # every row of the form is there, each with as many values as it has columns
    subtotal: int | None = None  # which value of a row is an extra 小计
    orders: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of the columns of table 2, by row
    usual: int | None = None  # distance of most lines, told once: there may be very many rows

    def read(self) -> None:
        """Fill `readings`, and `used` with the lines that belong to the table."""
        tokens = list(tokens_of(self.lines, self.table, self.form))
        self.used = {token.line for token in tokens if token.ours}
        self._note_heads(tokens)
        self.order = t3_order([[w] for w in self.words]) if self.table == "t3" else ()
        self.subtotal = subtotal_place([self.words])
        if self.table == "t4":
            self._read_t4(tokens)
            return
        rows = rows_in(tokens, self.table, self.form)
        if not rows:
            self.used.clear()
            return
        self.whole = self._is_whole(rows)
        self.torn = any(found.torn and found.values for found in rows)
        self.usual = usual_step(self.lines)
        step = steady_step(rows)
        for place, found in enumerate(rows):
            after = rows[place + 1] if place + 1 < len(rows) else None
            self._reading(found, after, step)
        if self.table == "t3" and any(not reading.cells for reading in self.readings):
            self._name_by_position(rows)

    def _is_whole(self, rows: list[Found]) -> bool:
        """Whether labels and values come out so even that a sum that is off is the paper's own."""
        printed = [row.id for row in self.form.table(self.table).rows]
        return [found.row for found in rows] == printed and all(
            len(found.values) == len(self._columns(found.row)) for found in rows
        )

    def _name_by_position(self, rows: list[Found]) -> None:
        """Where more than one row's values follow a label, take those without one by their order."""
        width = len(self.order)
        places: list[Place] = []
        for found in rows:
            texts = tuple(token.text for token in found.values)
            if len(texts) % width or found.odd or self.subtotal is not None:
                return
            chunks = [texts[start : start + width] for start in range(0, len(texts), width)]
            places += [Place("" if at else found.row, chunk, found.line) for at, chunk in enumerate(chunks)]
        unlabelled = by_position(places, self.order, self.form)
        if not unlabelled:
            return
        kept = {reading.row: reading for reading in self.readings if reading.cells}
        named = {place.row: Reading(dict(zip(self.order, place.values, strict=True))) for place in places if place.row}
        self.readings = [kept.get(f.row) or named[f.row].named("t3", f.row, f.line) for f in rows] + unlabelled

    def _note_heads(self, tokens: list[Token]) -> None:
        self.words = [token.text for token in tokens if not is_value(token.text)]
        words = self.words + [text for line in self.lines if (text := line.only) and not is_sentence(text)]
        table = labels_of(self.form).heads[self.table]
        joined = key("".join(words))
        self.heads |= {column for name, column in table.items() if name in joined}
        loose = set("".join(words))
        self.all_heads_torn = all(set(name) <= loose for name in table if len(name) > 2)

    # ---------------------------------------------------------------- tables 2 and 3

    def _reading(self, found: Found, after: Found | None, step: int | None) -> None:
        columns = self._columns(found.row)
        texts = [token.text for token in found.values]
        subtotal = self.subtotal if self.table == "t3" else None
        width = len(columns) + (subtotal is not None)
        reading: Reading
        if len(texts) == len(columns) == width:
            reading = Reading(dict(zip(columns, texts, strict=True)))
        elif (less := drop_subtotal(texts, len(columns), subtotal)) is not None:
            reading = Reading(dict(zip(columns, less, strict=True)))
        elif after is not None and len(texts) == 2 * len(columns) > 2 and not after.values:
            reading = Reading(dict(zip(columns, texts, strict=False)))
            found.odd.append(_UNLABELLED)
            after.values, found.values = found.values[len(columns) :], found.values[: len(columns)]
            after.odd.append(_UNLABELLED)
        elif (filled := self._with_blanks(found, after, step, width)) is not None:
            kept = [text for place, text in enumerate(filled) if place != subtotal]
            reading = Reading(dict(zip(columns, kept, strict=True)))
        else:
            self.torn = self.torn or len(texts) > width  # values of another row stand behind this label
            reason = f"应有 {width} 个数，这里读到 {len(texts)} 个，对不上列，没有填入"
            reading = Reading({}, reason=reason, raw=" ".join(texts))
        if not reading.reason and not self.whole and not adds_up(reading.cells):
            reading = reading.doubted("各列之和与总计不符，可能有数字错位或丢失，请核对")
        if found.odd and not reading.reason:
            odd = found.odd[0]
            reading = reading.doubted(odd if odd == _UNLABELLED else f"这一行里有认不出的“{odd}”，请核对")
        self.readings.append(reading.named(self.table, found.row, found.line))

    def _columns(self, row: str) -> tuple[str, ...]:
        if not self.order and row not in self.orders:
            self.orders[row] = t2_order(self.words, row, self.form, torn=True)
        return self.order or self.orders[row]

    def _with_blanks(self, found: Found, after: Found | None, step: int | None, width: int) -> list[str] | None:
        return with_blanks(found, after, step, width, self.lines) or with_short_blanks(
            found, after, self.usual, width, self.lines
        )

    # ---------------------------------------------------------------- table 4

    def _read_t4(self, tokens: list[Token]) -> None:
        values = [token for token in tokens if is_value(token.text)]
        words = [token for token in tokens if not is_value(token.text)]
        if not values or not (self.heads or len(values) == len(T4_CELLS)):
            if len(self.heads) < 3:
                self.used.clear()
            elif words:
                self._t4_readings({}, "表四里没有读到数字，没有填入", "", words[0].line)
            return
        texts = [token.text for token in values]
        torn = any(values[0].line < word.line < values[-1].line for word in words)
        if len(texts) != len(T4_CELLS):
            last_word = max((word.line for word in words), default=-1)
            found = Found("t4", last_word, values)
            steps = (step_within(found), usual_step(self.lines))  # where no two values meet, only the heads tell it
            filled = (with_blanks(found, None, step, len(T4_CELLS), self.lines) for step in steps)
            texts = next((row for row in filled if row), [])
        if not texts:
            reason = f"应有 {len(T4_CELLS)} 个数，这里读到 {len(values)} 个，对不上列，没有填入"
            self._t4_readings({}, reason, " ".join(token.text for token in values), values[0].line)
            return
        torn = torn or not t4_is_usual(self.words)
        reason = "表四的数字与列名拆开了，按顺序填入，请核对" if torn else ""
        self._t4_readings(dict(zip(T4_CELLS, texts, strict=True)), reason, " ".join(texts), values[0].line)

    def _t4_readings(self, values: dict[tuple[str, str], str], reason: str, raw: str, line: int) -> None:
        for group in T4_GROUPS:
            cells = {column: values[group, column] for column in T4_COLUMNS if (group, column) in values}
            self.readings.append(Reading(cells, reason=reason, raw=raw).named("t4", group, line))

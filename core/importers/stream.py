"""Reads tables that lost their cells: flat text in which only labels tell where a row begins (domain.md E.6, level 3).

Such text comes from web pages (one cell a line), from the clipboard (columns kept by blanks) and from PDF files
(labels torn over lines). A row counts only if exactly as many values follow its label as the form has columns; blank
lines stand for blank cells only where the lines keep one steady distance. Everything else is doubted, never filled in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.cells import State, parse
from core.importers.grids import T4_CELLS, T4_GROUPS, columns_of
from core.importers.heads import T2_DOCUMENTS, T4_COLUMNS, t2_order, t3_order, t4_is_usual
from core.importers.labels import (
    OTHER_ALL,
    begun_row,
    find_bare_row,
    find_head,
    find_row,
    is_group,
    is_piece,
    labels_of,
    may_begin_row,
)
from core.importers.lines import Line
from core.importers.readings import Reading, adds_up, drop_subtotal
from core.importers.words import han, is_sentence, key, ordinal, plain

_WIDE = re.compile(r"\s{2,}|\t|\|")
_UNLABELLED = "数字前没有行的名称，按顺序填入，请核对"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line; `line` is its place among the lines, `alone` whether it is all that its line holds."""

    text: str
    line: int
    alone: bool


@dataclass
class Found:
    """A row label and the values behind it."""

    row: str
    line: int
    values: list[Token] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)  # words that are neither value nor label


@dataclass
class StreamReader:
    """The rows of one table read from flat lines."""

    table: str
    lines: tuple[Line, ...]
    used: set[int] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    all_heads_torn: bool = False
    readings: list[Reading] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # what is no value, in order

    def read(self) -> None:
        """Fill `readings`, and `used` with the lines that belong to the table."""
        tokens = list(self._tokens())
        self._note_heads(tokens)
        if self.table == "t4":
            self._read_t4(tokens)
            return
        rows = _rows(tokens, self.table)
        if not rows:
            self.used.clear()
            return
        step = _steady_step(rows)
        for place, found in enumerate(rows):
            after = rows[place + 1] if place + 1 < len(rows) else None
            self._reading(found, after, step)

    def _tokens(self) -> Iterator[Token]:
        for line in self.lines:
            text = line.cells[0] or ""
            if not text.strip() or (is_sentence(text) and not is_piece(text, self.table) and not _is_row_line(text)):
                continue
            pieces = [piece for wide in _WIDE.split(text.strip()) for piece in _narrow(wide, self.table)]
            mine = [piece for piece in pieces if _is_value(piece) or self._known(piece)]
            if not mine or (len(mine) < len(pieces) and not any(map(self._known, mine))):
                continue
            self.used.add(line.number)
            for piece in pieces:
                yield Token(piece, line.number, alone=len(pieces) == 1)

    def _known(self, piece: str) -> bool:
        return is_piece(piece, self.table) or find_bare_row(piece, (self.table,)) is not None

    def _note_heads(self, tokens: list[Token]) -> None:
        self.words = [token.text for token in tokens if not _is_value(token.text)]
        words = self.words + [text for line in self.lines if (text := line.only) and not is_sentence(text)]
        table = labels_of().heads[self.table]
        joined = key("".join(words))
        self.heads |= {column for name, column in table.items() if name in joined}
        loose = set("".join(words))
        self.all_heads_torn = all(set(name) <= loose for name in table if len(name) > 2)

    # ---------------------------------------------------------------- tables 2 and 3

    def _reading(self, found: Found, after: Found | None, step: int | None) -> None:
        columns = self._columns(found.row)
        texts = [token.text for token in found.values]
        reading: Reading
        if len(texts) == len(columns):
            reading = Reading(dict(zip(columns, texts, strict=True)))
        elif (less := drop_subtotal(texts, len(columns))) is not None:
            reading = Reading(dict(zip(columns, less, strict=True)))
        elif after is not None and len(texts) == 2 * len(columns) and not after.values:
            reading = Reading(dict(zip(columns, texts, strict=False)))
            after.values, found.values = found.values[len(columns) :], found.values[: len(columns)]
            after.odd.append(_UNLABELLED)
        elif (filled := _with_blanks(found, after, step, len(columns), self.lines)) is not None:
            reading = Reading(dict(zip(columns, filled, strict=True)))
        else:
            reason = f"应有 {len(columns)} 个数，这里读到 {len(texts)} 个，对不上列，没有填入"
            reading = Reading({}, reason=reason, raw=" ".join(texts))
        if not reading.reason and not adds_up(reading.cells):
            reading = reading.doubted("各列之和与总计不符，可能有数字错位或丢失，请核对")
        if found.odd and not reading.reason:
            odd = found.odd[0]
            reading = reading.doubted(odd if odd == _UNLABELLED else f"这一行里有认不出的“{odd}”，请核对")
        self.readings.append(reading.named(self.table, found.row, found.line))

    def _columns(self, row: str) -> tuple[str, ...]:
        columns = columns_of(row)
        if self.table == "t3":
            return t3_order([[word] for word in self.words])
        return t2_order(self.words, torn=True) if columns == T2_DOCUMENTS else columns

    # ---------------------------------------------------------------- table 4

    def _read_t4(self, tokens: list[Token]) -> None:
        values = [token for token in tokens if _is_value(token.text)]
        words = [token for token in tokens if not _is_value(token.text)]
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
            step = _t4_step(found)
            texts = _with_blanks(found, None, step, len(T4_CELLS), self.lines) or []
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


# ---------------------------------------------------------------- tokens to rows


def _rows(tokens: list[Token], table: str) -> list[Found]:
    """Return the row labels in their order, each with the values up to the next one."""
    rows: list[Found] = []
    begun = ""  # pieces that begin more than one label
    rest = ""  # what is still to come of the last label
    for place, token in enumerate(tokens):
        words = key(token.text)
        if _is_value(token.text):
            if rows:
                rows[-1].values.append(token)
            begun = ""
            continue
        row = _named_row(tokens, place, table, rows)
        if row is not None:
            rows.append(Found(row, token.line))
            begun, rest = "", ""
        elif not words:
            continue
        elif rest.startswith(words):
            rest = rest[len(words) :]
        elif not is_group(token.text, table) and (whole := begun_row(begun + words, table) or begun_row(words, table)):
            rows.append(Found(whole[0], token.line))
            begun, rest = "", whole[1]
        elif not find_head(token.text, table):
            begun = next((some for some in (begun + words, words) if may_begin_row(some, table)), "")
    return rows


def _named_row(tokens: list[Token], place: int, table: str, rows: list[Found]) -> str | None:
    """Return the row that a whole label names; one that may be a column head counts only behind the row above it."""
    text = tokens[place].text
    match = find_row(text, (table,))
    followed = place + 1 < len(tokens) and _is_value(tokens[place + 1].text)
    if match is not None:
        is_group_label = match.row == OTHER_ALL and (not followed or (rows and not rows[-1].values))
        return None if is_group_label else match.row
    bare = find_bare_row(text, (table,))
    if bare is None or not followed or not rows:
        return None
    before = {"other_misc": "other_unpaid_fee", "total_handled": "other_misc"}.get(bare.row)
    marked = place > 0 and ordinal(tokens[place - 1].text + "x") == labels_of().ordinals[bare.row][-1:]
    return bare.row if before == rows[-1].row or marked else None


def _narrow(text: str, table: str) -> list[str]:
    """Split what single blanks keep apart where that is a row of values; leave labels and two-number cells whole."""
    pieces = text.split()
    first = next((place for place, piece in enumerate(pieces) if _is_value(piece)), len(pieces))
    values = sum(map(_is_value, pieces))
    label = " ".join(pieces[:first])
    if len(pieces) > 1 and (values >= 3 or (values and find_bare_row(label, (table,)))):
        return [*([label] if label else []), *pieces[first:]]
    if not values and len(pieces) > 1 and all(find_head(piece, table) or is_group(piece, table) for piece in pieces):
        return pieces
    return [text] if text.strip() else []


def _is_row_line(text: str) -> bool:
    """Whether a long line is a row label with its values behind it."""
    return sum(_is_value(piece) for piece in text.split()) >= 3


def _is_value(text: str) -> bool:
    bare = plain(text)
    if parse(text).state in {State.NUMBER, State.NOT_APPLICABLE}:
        return True
    return not han(bare) and re.fullmatch(r"[-+]?\d[\d.,/ ]*", bare) is not None


# ---------------------------------------------------------------- blank lines


def _steady_step(rows: list[Found]) -> int | None:
    """Return how many lines on the next cell stands where no blank cell lies between: the least distance."""
    gaps = [
        value.line - before
        for found in rows
        for before, value in zip([found.line, *(t.line for t in found.values)], found.values, strict=False)
    ]
    alone = all(token.alone for found in rows for token in found.values)
    return min(gaps) if gaps and alone and min(gaps) > 0 else None


def _t4_step(found: Found) -> int | None:
    gaps = [b.line - a.line for a, b in zip(found.values, found.values[1:], strict=False)]
    return min(gaps) if gaps and all(token.alone for token in found.values) and min(gaps) > 0 else None


def _with_blanks(
    found: Found, after: Found | None, step: int | None, wanted: int, lines: tuple[Line, ...]
) -> list[str] | None:
    """Return the values with blanks where blank lines stand for them; None unless they come out even."""
    if step is None or len(found.values) > wanted or (step == 1 and not found.values):
        return None
    filled: list[str] = []
    at = found.line
    for token in found.values:
        blanks, odd = divmod(token.line - at - step, step)
        if odd or blanks < 0:
            return None
        filled += [""] * blanks + [token.text]
        at = token.line
    if len(filled) < wanted:
        following = _next_written(lines, at) if after is None else _next_written(lines, at, after.line)
        if following is None:
            return None
        blanks, odd = divmod(following - at - step, step)
        if odd and after is not None:
            return None
        filled += [""] * blanks
    return filled if len(filled) == wanted else None


def _next_written(lines: tuple[Line, ...], at: int, most: int | None = None) -> int | None:
    """Return the next line with words behind a line; the line behind the last one if none has."""
    for line in lines:
        if line.number > at and line.words:
            return line.number
    return None if most is not None else (lines[-1].number + 1 if lines else None)

"""Finds the rows in flat text: labels, whole or torn, and the values up to the next one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.form import F2021
from core.form.layout import Form
from core.importers.recogniser.labels import (
    begun_row,
    columns_of,
    find_bare_row,
    find_head,
    find_row,
    is_group,
    is_piece,
    labels_of,
    may_begin_row,
)
from core.importers.recogniser.readings import is_value
from core.importers.recogniser.tokens import Token
from core.importers.recogniser.words import CHINESE, key, ordinal, plain

_ONLY_ORDINAL = re.compile(rf"[(]?(?:[{CHINESE}]|\d)[)、.,]?")
_BARE_ORDINAL = re.compile(r"\W")


@dataclass
class Found:
    """A row label and the values behind it."""

    row: str
    line: int
    values: list[Token] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)  # words that are neither value nor label
    torn: bool = False  # its label came in pieces


@dataclass
class _Search:
    """How far the labels are read."""

    table: str
    form: Form
    rows: list[Found] = field(default_factory=list)
    begun: str = ""  # pieces that begin more than one label
    rest: str = ""  # what is still to come of the last label
    lead: Token | None = None  # the words last seen

    def open(self, row: str, token: Token, rest: str = "") -> None:
        self.rows.append(Found(row, token.line, torn=bool(rest or self.begun)))
        self.begun, self.rest = "", rest

    def value(self, token: Token) -> None:
        self.begun = ""
        if not self.rows:
            return
        found = self.rows[-1]
        found.values.append(token)
        lead = self.lead
        if lead and lead.line == token.line != found.line and _begins_another(lead.text, found.row, self):
            found.odd.append(lead.text)
            self.lead = None

    def words(self, token: Token) -> None:
        """Take words that are no whole label: a piece of one, a head, or something odd."""
        words = key(token.text)
        if _is_odd(token.text, self.table, self.form):
            if self.rows and len(self.rows[-1].values) < len(columns_of(self.rows[-1].row, self.form)):
                self.rows[-1].odd.append(token.text)
        elif words and self.rest.startswith(words):
            self.rest = self.rest[len(words) :]
        elif words and not is_group(token.text, self.table, self.form):
            self._piece(words, token)

    def _piece(self, words: str, token: Token) -> None:
        whole = begun_row(self.begun + words, self.table, self.form) or begun_row(words, self.table, self.form)
        if whole is not None:
            self.open(whole[0], token, whole[1])
        elif not find_head(token.text, self.table, self.form):
            tries = (self.begun + words, words)
            self.begun = next((some for some in tries if may_begin_row(some, self.table, self.form)), "")


def rows_in(tokens: Sequence[Token], table: str, form: Form = F2021) -> list[Found]:
    """Return the rows of a table in the order of their labels."""
    search = _Search(table, form)
    for place, token in enumerate(tokens):
        if is_value(token.text):
            search.value(token)
        elif (row := _named_row(tokens, place, search)) is not None:
            search.open(row, token)
        else:
            search.words(token)
        if not is_value(token.text):
            search.lead = token
    return search.rows


def _begins_another(text: str, row: str, search: _Search) -> bool:
    """Whether the words before values carry the ordinal of another row: a label wrapped below its values."""
    bare = plain(text)
    counted = _BARE_ORDINAL.sub("", bare) if _ONLY_ORDINAL.fullmatch(bare) else ordinal(text)
    labels = labels_of(search.form)
    is_group_piece = any(key(text) and group.startswith(key(text)) for group in labels.groups[search.table])
    return bool(counted) and counted != labels.ordinals[row] and not is_group_piece


def _is_odd(text: str, table: str, form: Form) -> bool:
    """Whether a text is neither part of a label nor one: words where a value belongs, or noise."""
    if not key(text) or is_piece(text, table, form):
        return False
    return find_bare_row(text, (table,), form) is None and not may_begin_row(key(text), table, form)


def _named_row(tokens: Sequence[Token], place: int, search: _Search) -> str | None:
    """Return the row that a whole label names; one that may be a column head counts only behind the row above it."""
    text, table, rows, labels = tokens[place].text, search.table, search.rows, labels_of(search.form)
    match = find_row(text, (table,), search.form)
    followed = place + 1 < len(tokens) and is_value(tokens[place + 1].text)
    if match is not None:
        is_group_label = match.row == labels.stray and (not followed or (rows and not rows[-1].values))
        return None if is_group_label else match.row
    bare = find_bare_row(text, (table,), search.form)
    if bare is None or not followed or not rows:
        return None
    marked = place > 0 and ordinal(tokens[place - 1].text + "x") == labels.ordinals[bare.row][-1:]
    return bare.row if labels.above.get(bare.row) == rows[-1].row or marked else None

"""The printed words of the form, looked up in what a file says (domain.md B, E.5).

All labels come from the form description. Ordinals, punctuation, white space and width do not count; where two labels
then read alike ("其他", "总计": a column and a row), the ordinal tells them apart, else the caller must.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.form import F2021
from core.form.layout import Form, Role, Row, Table
from core.importers.recogniser.words import CHINESE, key, ordinal, plain

_KEPT = 4096  # answers kept for words that come again; every file has the same labels
SHORTEST_PIECE = 4  # a torn label must keep so many characters to name its row
_LIKENESS = 0.86
OTHER_ALL = "other_all"  # （六）其他处理 as one row without sub-rows (domain.md C.2)
SUBTOTALS = ("小计", "法人或其他组织小计", "法人小计")


@dataclass(frozen=True, slots=True)
class RowMatch:
    """A row label that was found; `surely` is false where the words only resemble it."""

    table: str
    row: str
    surely: bool = True


@dataclass(frozen=True)
class Labels:
    """All labels of a form by their keys."""

    rows: dict[str, RowMatch]
    doubled: frozenset[str]  # keys that are also a column head
    heads: dict[str, dict[str, str]]  # table -> key -> column
    groups: dict[str, frozenset[str]]  # table -> keys of group labels, captions and notes
    everything: dict[str, str]  # table -> all labels one after the other, to look up torn pieces
    ordinals: dict[str, str]  # row -> its ordinal
    columns: dict[str, tuple[str, ...]]  # row of table 2 or 3 -> its columns, left to right
    t2: str  # the identifier of table 2, which is not the same in every form
    above: dict[str, str]  # row of table 3 -> the row above it
    stray: str  # a row that papers print though the form has it not: （六）其他处理 undivided; else nothing

    @property
    def listed(self) -> tuple[str, str]:
        """The tables whose rows have labels."""
        return self.t2, "t3"


@lru_cache(maxsize=4)
def labels_of(form: Form) -> Labels:
    """Return the labels of a form, ready for look-up."""
    rows: dict[str, RowMatch] = {}
    ordinals: dict[str, str] = {}
    for table in form.tables:
        for row in table.rows if table.id != "t4" else ():
            ordinals[row.id] = ordinal(row.label)
            for words in (row.label, *row.aliases):
                rows[key(words)] = RowMatch(table.id, row.id)
    heads = {table.id: _heads(table) for table in form.tables}
    columns = {words for table in heads.values() for words in table}
    groups = {table.id: _groups(table) for table in form.tables}
    everything = {table.id: _everything(table) for table in form.tables}
    stray = "" if OTHER_ALL in ordinals else OTHER_ALL
    if stray:
        rows[key("其他处理")] = RowMatch("t3", stray)
        ordinals[stray] = "六"
    across = {row.id: tuple(c.column.id for c in t.cells if c.row is row) for t in form.tables for row in t.rows}
    across.setdefault(OTHER_ALL, across["granted"])
    t2 = form.section("s2").table
    order = [row.id for row in form.table("t3").rows]
    above = dict(zip(order[1:], order, strict=False))
    return Labels(rows, frozenset(columns & set(rows)), heads, groups, everything, ordinals, across, t2, above, stray)


def columns_of(row: str, form: Form = F2021) -> tuple[str, ...]:
    """Return the columns of a row of a form, left to right."""
    return labels_of(form).columns[row]


def _heads(table: Table) -> dict[str, str]:
    return {key(words): column.id for column in table.columns for words in (column.label, *column.aliases)}


def _groups(table: Table) -> frozenset[str]:
    words = {key(label.text) for label in table.labels if label.role in {Role.GROUP, Role.CAPTION, Role.HEAD}}
    return frozenset(words - set(_heads(table)))


def _everything(table: Table) -> str:
    """Return all labels, in full and as their keys, each with a bar after it."""
    texts = [label.text for label in table.labels] + [
        words for row in table.rows for words in (row.label, *row.aliases)
    ]
    texts += [words for column in table.columns for words in (column.label, *column.aliases)]
    return "|".join(dict.fromkeys(words for text in texts for words in (plain(text), key(text)))) + "|"


@lru_cache(maxsize=_KEPT)
def find_row(text: str, tables: tuple[str, ...] = (), form: Form = F2021) -> RowMatch | None:
    """Return the row that a label names, None for a label that may as well be a column head.

    Only the given `tables` are searched; without any, all that have row labels.
    """
    labels = labels_of(form)
    tables = tables or labels.listed
    label = _without_groups(text, tables, form)
    match = labels.rows.get(key(label))
    if match is None or match.table not in tables:
        return None
    if key(label) in labels.doubled and ordinal(label) != labels.ordinals[match.row]:
        return None
    return match


@lru_cache(maxsize=_KEPT)
def find_bare_row(text: str, tables: tuple[str, ...] = (), form: Form = F2021) -> RowMatch | None:
    """Return the row that a label names where it can be no column head."""
    labels = labels_of(form)
    tables = tables or labels.listed
    match = labels.rows.get(key(_without_groups(text, tables, form)))
    return match if match and match.table in tables else None


@lru_cache(maxsize=_KEPT)
def resembling_row(text: str, tables: tuple[str, ...] = (), form: Form = F2021) -> RowMatch | None:
    """Return the one row whose label a torn or mistyped label can only mean; never surely."""
    labels = labels_of(form)
    tables = tables or labels.listed
    words = key(_without_groups(text, tables, form))
    if len(words) < SHORTEST_PIECE:
        return None
    rows = {name: match for name, match in labels.rows.items() if match.table in tables}
    begun = {match.row: match for name, match in rows.items() if name.startswith(words)}
    near = {rows[name].row: rows[name] for name in difflib.get_close_matches(words, rows, n=2, cutoff=_LIKENESS)}
    for found in (begun, near):
        if len(found) == 1:
            (match,) = found.values()
            return RowMatch(match.table, match.row, surely=False)
    return None


@lru_cache(maxsize=_KEPT)
def begun_row(words: str, table: str, form: Form = F2021) -> tuple[str, str] | None:
    """Return the only row that a piece of a label begins, and what of the label is still to come."""
    if len(words) < SHORTEST_PIECE:
        return None
    begun = {match.row: name[len(words) :] for name, match in _torn(table, form) if name.startswith(words)}
    return next(iter(begun.items())) if len(begun) == 1 else None


@lru_cache(maxsize=_KEPT)
def may_begin_row(words: str, table: str, form: Form = F2021) -> bool:
    """Whether some row label begins with these words."""
    return any(name.startswith(words) for name, _ in _torn(table, form))


def _torn(table: str, form: Form) -> Iterator[tuple[str, RowMatch]]:
    """Yield the row labels of a table that may come in pieces."""
    for name, match in labels_of(form).rows.items():
        if match.table == table and match.row != labels_of(form).stray:
            yield name, match


def find_head(text: str, table: str, form: Form = F2021) -> str | None:
    """Return the column that a head names."""
    return labels_of(form).heads[table].get(key(text))


@lru_cache(maxsize=_KEPT)
def is_label(text: str, form: Form = F2021) -> bool:
    """Whether a text names a column, a group or a caption of any table."""
    labels = labels_of(form)
    return any(
        key(text) in words for table in form.tables for words in (labels.heads[table.id], labels.groups[table.id])
    )


@lru_cache(maxsize=_KEPT)
def ends_with_head(words: str, table: str, form: Form = F2021) -> str | None:
    """Return the column named last in the heads that stand one above the other in a grid column."""
    found = [(len(name), column) for name, column in labels_of(form).heads[table].items() if words.endswith(name)]
    return max(found)[1] if found else None


def is_group(text: str, table: str, form: Form = F2021) -> bool:
    """Whether a text is a group label, a caption, or a head over several columns."""
    return key(text) in labels_of(form).groups[table]


@lru_cache(maxsize=_KEPT)
def is_piece(text: str, table: str, form: Form = F2021) -> bool:
    """Whether a text is part of some label of a table, as torn labels are."""
    everything = labels_of(form).everything[table]
    return plain(text) in everything or (bool(key(text)) and key(text) in everything)


def row_named(row: str, form: Form = F2021) -> Row | None:
    """Return a row of the form by its identifier."""
    return next((found for table in form.tables for found in table.rows if found.id == row), None)


@lru_cache(maxsize=_KEPT)
def _without_groups(text: str, tables: tuple[str, ...], form: Form) -> str:
    """Return a label without the labels of groups printed before it ("（三）不予公开1.属于国家秘密")."""
    rows = labels_of(form).rows
    if key(text) in rows:
        return text
    groups = tuple(group for table in tables for group in labels_of(form).groups[table])
    for line in (plain(text), *map(plain, text.split("\n"))):
        rest = _strip_groups(line, groups)
        if rest != line and key(rest) in rows:
            return rest
    return text


def _strip_groups(text: str, groups: tuple[str, ...]) -> str:
    rest = text
    for _ in range(3):
        for group in groups:
            head = rest.find(group) if group else -1
            if 0 <= head <= 4 and not key(rest[:head]).strip(CHINESE):
                rest = rest[head + len(group) :]
    return rest

"""The printed words of the form, looked up in what a file says (domain.md B, E.5).

All labels come from the form description. Ordinals, punctuation, white space and width do not count; where two labels
then read alike ("其他", "总计": a column and a row), the ordinal tells them apart, else the caller must.
"""

import difflib
from dataclasses import dataclass
from functools import lru_cache

from core.form import F2021
from core.form.layout import Form, Role, Row, Table
from core.importers.words import CHINESE, key, ordinal, plain

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


@lru_cache(maxsize=4)
def labels_of(form: Form = F2021) -> Labels:
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
    rows[key("其他处理")] = RowMatch("t3", OTHER_ALL)
    ordinals[OTHER_ALL] = "六"
    return Labels(rows, frozenset(columns & set(rows)), heads, groups, everything, ordinals)


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


def find_row(text: str, tables: tuple[str, ...] = ("t2", "t3")) -> RowMatch | None:
    """Return the row that a label names, None for a label that may as well be a column head."""
    label = _without_groups(text, tables)
    match = labels_of().rows.get(key(label))
    if match is None or match.table not in tables:
        return None
    if key(label) in labels_of().doubled and ordinal(label) != labels_of().ordinals[match.row]:
        return None
    return match


def find_bare_row(text: str, tables: tuple[str, ...] = ("t2", "t3")) -> RowMatch | None:
    """Return the row that a label names where it can be no column head."""
    match = labels_of().rows.get(key(_without_groups(text, tables)))
    return match if match and match.table in tables else None


def resembling_row(text: str, tables: tuple[str, ...] = ("t2", "t3")) -> RowMatch | None:
    """Return the one row whose label a torn or mistyped label can only mean; never surely."""
    words = key(_without_groups(text, tables))
    if len(words) < SHORTEST_PIECE:
        return None
    rows = {name: match for name, match in labels_of().rows.items() if match.table in tables}
    begun = {match.row: match for name, match in rows.items() if name.startswith(words)}
    near = {rows[name].row: rows[name] for name in difflib.get_close_matches(words, rows, n=2, cutoff=_LIKENESS)}
    for found in (begun, near):
        if len(found) == 1:
            (match,) = found.values()
            return RowMatch(match.table, match.row, surely=False)
    return None


def begun_row(words: str, table: str) -> tuple[str, str] | None:
    """Return the only row that a piece of a label begins, and what of the label is still to come."""
    if len(words) < SHORTEST_PIECE:
        return None
    begun = {
        match.row: name[len(words) :]
        for name, match in labels_of().rows.items()
        if match.table == table and match.row != OTHER_ALL and name.startswith(words)
    }
    return next(iter(begun.items())) if len(begun) == 1 else None


def may_begin_row(words: str, table: str) -> bool:
    """Whether some row label begins with these words."""
    return any(
        match.table == table and match.row != OTHER_ALL and name.startswith(words)
        for name, match in labels_of().rows.items()
    )


def find_head(text: str, table: str) -> str | None:
    """Return the column that a head names."""
    return labels_of().heads[table].get(key(text))


def ends_with_head(words: str, table: str) -> str | None:
    """Return the column named last in the heads that stand one above the other in a grid column."""
    found = [(len(name), column) for name, column in labels_of().heads[table].items() if words.endswith(name)]
    return max(found)[1] if found else None


def is_group(text: str, table: str) -> bool:
    """Whether a text is a group label, a caption, or a head over several columns."""
    return key(text) in labels_of().groups[table]


def is_piece(text: str, table: str) -> bool:
    """Whether a text is part of some label of a table, as torn labels are."""
    return plain(text) in labels_of().everything[table] or (
        bool(key(text)) and key(text) in labels_of().everything[table]
    )


def row_named(row: str) -> Row | None:
    """Return a row of the form by its identifier."""
    return next((found for table in F2021.tables for found in table.rows if found.id == row), None)


def _without_groups(text: str, tables: tuple[str, ...]) -> str:
    """Return a label without the labels of groups printed before it ("（三）不予公开1.属于国家秘密")."""
    if key(text) in labels_of().rows:
        return text
    for line in (plain(text), *map(plain, text.split("\n"))):
        rest = _strip_groups(line, tables)
        if rest != line and key(rest) in labels_of().rows:
            return rest
    return text


def _strip_groups(text: str, tables: tuple[str, ...]) -> str:
    groups = [label for table in tables for label in labels_of().groups[table]]
    rest = text
    for _ in range(3):
        for group in groups:
            head = rest.find(group) if group else -1
            if 0 <= head <= 4 and not key(rest[:head]).strip(CHINESE):
                rest = rest[head + len(group) :]
    return rest

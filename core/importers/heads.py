"""The order of a table's columns, from its heads read line by line.

Flat text loses the places of the heads but not their order: the row with the unit kinds gives theirs, the row above it
tells where 自然人 and 总计 stand beside 法人或其他组织.
"""

from collections.abc import Sequence

from core.form import F2021
from core.importers.labels import find_head
from core.importers.words import key

_T2, _T3, _T4 = (F2021.table(name) for name in ("t2", "t3", "t4"))
T2_DOCUMENTS = tuple(column.id for column in _T2.columns[:3])
T3_COLUMNS = tuple(column.id for column in _T3.columns)
T4_COLUMNS = tuple(column.id for column in _T4.columns)
_ORGANISATIONS = T3_COLUMNS[1:6]
_OVER = key("法人或其他组织")
_T4_WORDS = (key("行政复议"), key("行政诉讼"), key("未经复议直接起诉"), key("复议后起诉"))


def t2_order(words: Sequence[str]) -> tuple[str, ...]:
    """Return the three columns of the documents' block in the order of their heads."""
    return _complete(_first_of_each(words, "t2", T2_DOCUMENTS), T2_DOCUMENTS)


def t3_order(words: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of table 3 left to right; the form's own order where heads are missing."""
    organisations = _complete(_first_of_each(words, "t3", _ORGANISATIONS), _ORGANISATIONS)
    outer: list[str] = []
    for word in words:
        column = "over" if key(word) == _OVER else find_head(word, "t3")
        if column in _ORGANISATIONS and "over" not in outer:
            column = "over"  # no head above the unit kinds: they stand in one row with the others
        if column in {"natural", "total", "over"} and column not in outer:
            outer.append(column)
    if set(outer) - {"total"} != {"natural", "over"}:
        return T3_COLUMNS
    if "total" not in outer:
        outer.append("total")
    return tuple(column for name in outer for column in (organisations if name == "over" else (name,)))


def t4_is_usual(words: Sequence[str]) -> bool:
    """Whether the heads of table 4 come in the form's order, as far as they are whole."""
    outcomes = [column for word in words if (column := find_head(word, "t4"))]
    groups = [key(word) for word in words if key(word) in _T4_WORDS]
    in_order = [word for word in _T4_WORDS if word in groups]
    usual = len(outcomes) % 5 != 0 or tuple(outcomes) == T4_COLUMNS * (len(outcomes) // 5)
    return usual and list(dict.fromkeys(groups)) == in_order


def _first_of_each(words: Sequence[str], table: str, wanted: Sequence[str]) -> list[str]:
    found = [find_head(word, table) for word in words]
    return list(dict.fromkeys(column for column in found if column in wanted))


def _complete(found: list[str], usual: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns as found if all are there, else as usual."""
    return tuple(found) if len(found) == len(usual) else usual

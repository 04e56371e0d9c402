"""The order of a table's columns, from its heads read line by line.

Flat text loses the places of the heads but not their order.
"""

from collections.abc import Sequence

from core.form import F2021
from core.importers.labels import SUBTOTALS, find_head
from core.importers.words import key

_T2, _T3, _T4 = (F2021.table(name) for name in ("t2", "t3", "t4"))
T2_DOCUMENTS = tuple(column.id for column in _T2.columns[:3])
T3_COLUMNS = tuple(column.id for column in _T3.columns)
T4_COLUMNS = tuple(column.id for column in _T4.columns)
_T2_WHOLE = frozenset(key(column.label) for column in _T2.columns)
_ORGANISATIONS = T3_COLUMNS[1:6]
_T4_WORDS = (key("行政复议"), key("行政诉讼"), key("未经复议直接起诉"), key("复议后起诉"))


def t2_order(words: Sequence[str], *, torn: bool = False) -> tuple[str, ...]:
    """Return the three columns of the documents' block in the order of their heads.

    Where heads may be `torn`, only whole ones count: pieces of a wrapped head come in any order.
    """
    whole = [word for word in words if not torn or key(word) in _T2_WHOLE]
    return _complete(_first_of_each(whole, "t2", T2_DOCUMENTS), T2_DOCUMENTS)


def t3_order(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the columns of table 3 left to right from its rows of heads; the form's own order where heads are torn.

    总计 stands first only if one row of heads prints it before 自然人: a row above proves nothing.
    """
    words = [word for row in rows for word in row]
    organisations = _complete(_first_of_each(words, "t3", _ORGANISATIONS), _ORGANISATIONS)
    outer = [_first_of_each(row, "t3", ("natural", "total")) for row in rows]
    if ["total", "natural"] in outer:
        return ("total", "natural", *organisations)
    return ("natural", *organisations, "total")


def subtotal_place(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which value of a row is an extra 小计 of the organisations, told by the heads beside it."""
    for row in rows:
        for place, word in enumerate(row):
            if key(word) not in map(key, SUBTOTALS):
                continue
            if place and find_head(row[place - 1], "t3") == _ORGANISATIONS[-1]:
                return len(_ORGANISATIONS) + 1
            if place + 1 < len(row) and find_head(row[place + 1], "t3") == _ORGANISATIONS[0]:
                return 1
    return None


def t4_is_usual(words: Sequence[str]) -> bool:
    """Whether the heads of table 4 come in the form's order, as far as they are whole."""
    outcomes = [column for word in words if (column := find_head(word, "t4"))]
    groups = [key(word) for word in words if key(word) in _T4_WORDS]
    in_order = [word for word in _T4_WORDS if word in groups]
    usual = len(outcomes) % 5 != 0 or tuple(outcomes) == T4_COLUMNS * (len(outcomes) // 5)
    return usual and list(dict.fromkeys(groups)) == in_order


def _first_of_each(words: Sequence[str], table: str, wanted: Sequence[str]) -> list[str]:
    found = [column for word in words if (column := find_head(word, table)) is not None]
    return list(dict.fromkeys(column for column in found if column in wanted))


def _complete(found: list[str], usual: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns as found if all are there, else as usual."""
    return tuple(found) if len(found) == len(usual) else usual

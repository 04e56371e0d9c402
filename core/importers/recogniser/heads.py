"""The order of a table's columns, from its heads read line by line.

Flat text loses the places of the heads but not their order.
"""

from collections.abc import Sequence

from core.form import F2021
from core.form.layout import Form
from core.importers.recogniser.labels import SUBTOTALS, columns_of, find_head, labels_of
from core.importers.recogniser.words import key

T3_COLUMNS = tuple(column.id for column in F2021.table("t3").columns)  # the same in every form
T4_COLUMNS = tuple(column.id for column in F2021.table("t4").columns)
_ORGANISATIONS = T3_COLUMNS[1:6]
_T4_WORDS = (key("行政复议"), key("行政诉讼"), key("未经复议直接起诉"), key("复议后起诉"))


def t2_order(words: Sequence[str], row: str, form: Form = F2021, *, torn: bool = False) -> tuple[str, ...]:
    """Return the columns of a row of table 2 in the order of their heads.

    Where heads may be `torn`, only whole ones count: pieces of a wrapped head come in any order.
    """
    usual, table = columns_of(row, form), labels_of(form).t2
    labels = {key(column.label) for column in form.table(table).columns}
    whole = [word for word in words if not torn or key(word) in labels]
    return _complete(_first_of_each(whole, table, usual, form), usual)


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


def _first_of_each(words: Sequence[str], table: str, wanted: Sequence[str], form: Form = F2021) -> list[str]:
    found = [column for word in words if (column := find_head(word, table, form)) is not None]
    return list(dict.fromkeys(column for column in found if column in wanted))


def _complete(found: list[str], usual: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns as found if all are there, else as usual."""
    return tuple(found) if len(found) == len(usual) else usual

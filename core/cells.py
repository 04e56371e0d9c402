"""Cells and what is written in them.

A cell of the form has an identifier ("t3.new_requests.natural"). What stands in it is an `Entry`: a number, nothing,
a mark for "not applicable", or words that are no number. An entry follows from the words alone (`parse`), so only the
words are ever stored, and nothing that a clerk wrote is lost. A blank is never 0 (domain.md B).
"""

import re
import unicodedata
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple, NewType

CellId = NewType("CellId", str)

NOT_APPLICABLE = frozenset({"-", "--", "—", "——", "–", "―", "/", "\\", "无", "不涉及", "N/A", "n/a", "NA", "不适用"})
COUNTERS = "件宗条个份项次"
MOST_DIGITS = 15

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_NUMBER = re.compile(rf"(?P<sign>-?)(?P<digits>\d{{1,{MOST_DIGITS}}}(?:\.\d{{1,{MOST_DIGITS}}})?)(?P<unit>[^\d.,]*)")
_INVISIBLE = re.compile(r"[\s\u200b\u200e\u200f\u2060\ufeff]+")
_MINUS = str.maketrans({"−": "-", "﹣": "-", "－": "-", "–": "-"})


class CellKind(Enum):
    """What a cell of the form takes."""

    COUNT = "count"  # a whole number, 0 or more
    MONEY_WAN = "money_wan"  # an amount in 万元, 0 or more, decimals allowed
    CHANGE = "change"  # a whole number more or less than before: "+1", "-2", "减4" (format F2019 only)
    MONEY = "money"  # an amount in the unit written with it, which is often none (format F2019 only)


class State(Enum):
    """What stands in a cell."""

    NUMBER = "number"
    EMPTY = "empty"
    NOT_APPLICABLE = "not_applicable"
    TEXT = "text"


class Entry(NamedTuple):
    """What stands in one cell: the words as written and the number they mean, if they mean one.

    `tidied` tells that the number was read out of words not written plainly ("１２", "1,234", "12件", "02").
    """

    raw: str
    state: State
    value: Decimal | None = None
    tidied: bool = False


EMPTY = Entry("", State.EMPTY)


@lru_cache(maxsize=4096)
def parse(raw: str, kind: CellKind = CellKind.COUNT) -> Entry:
    """Return what `raw` means in a cell of this kind; words that are no number are kept as typed (domain.md E.1)."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", raw)).translate(_MINUS)
    if not plain:
        return EMPTY
    if plain in NOT_APPLICABLE:
        return Entry(raw, State.NOT_APPLICABLE)
    value = _number(plain, kind) if not _two_numbers(raw) else None
    if value is None:
        return Entry(raw, State.TEXT)
    return Entry(raw, State.NUMBER, value, raw not in _plainly(value, kind))


def number(value: int | Decimal) -> Entry:
    """Return the entry of a plainly written number."""
    exact = Decimal(value)
    return Entry(f"{exact:f}", State.NUMBER, exact)


def tidy(raw: str, kind: CellKind = CellKind.COUNT) -> str:
    """Return what a hand meant that typed full-width digits, separators or blanks; other words stay as they are.

    A counter ("12件") is kept, so that rule C08 can show what was made of it.
    """
    entry = parse(raw, kind)
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", raw)).translate(_MINUS).replace(",", "")
    if entry.value is not None and re.fullmatch(r"-?[\d.]+", plain):
        return f"{entry.value:f}"
    return raw.strip()


def added_up(raw: str) -> str:
    """Return the sum of figures typed after + or =, as spreadsheets do and hands on a number pad expect ("+12+5").

    Other words come back as they are.
    """
    plain = unicodedata.normalize("NFKC", raw).strip()
    if not re.fullmatch(_ADDED, plain):
        return raw
    return f"{sum(map(Decimal, re.findall(_TERM, plain.lstrip('='))), Decimal()):f}"


def _plainly(value: Decimal, kind: CellKind) -> tuple[str, ...]:
    """The ways to write a number that leave nothing to look at."""
    return (f"{value:f}", f"+{value:f}") if kind is CellKind.CHANGE else (f"{value:f}",)


def _two_numbers(raw: str) -> bool:
    """Digits on both sides of a blank: two cells run together ("4 4 -"), never one number."""
    return re.search(r"\d\s+\d", raw) is not None


def _number(plain: str, kind: CellKind) -> Decimal | None:
    if kind is CellKind.CHANGE:
        plain = _signed(plain)
    if _THOUSANDS.fullmatch(plain.rstrip(COUNTERS).lstrip("-")):
        plain = plain.replace(",", "")
    match = _NUMBER.fullmatch(plain)
    if match is None or match["unit"] not in _UNITS[kind]:
        return None
    value = Decimal(match["sign"] + match["digits"])
    if not value:
        value = abs(value)  # "-0" is 0
    if kind in _WHOLE and value == value.to_integral_value():
        return value.to_integral_value()  # a spreadsheet writes 12.0 for 12
    return value


def _signed(plain: str) -> str:
    """Put a sign for the words that tell which way a number changed."""
    word = re.match(_CHANGE, plain)
    if word is None:
        return plain
    return ("-" if word[0][0] in "减下" else "") + plain[word.end() :]


_FIGURES = rf"\d{{1,{MOST_DIGITS}}}(?:\.\d{{1,{MOST_DIGITS}}})?"
_TERM = rf"[+-]?{_FIGURES}"
_ADDED = rf"[=+]{_FIGURES}(?:[+-]{_FIGURES}){{0,20}}"
_WHOLE = frozenset({CellKind.COUNT, CellKind.CHANGE})
_CHANGE = r"(?:增加|增|减少|减|下降|\+)(?=\d)"
_COUNT_UNITS = frozenset({"", *COUNTERS})
_WAN = frozenset({"", "万元", "万"})
_UNITS = {
    CellKind.COUNT: _COUNT_UNITS,
    CellKind.CHANGE: _COUNT_UNITS,
    CellKind.MONEY_WAN: _WAN,
    CellKind.MONEY: _WAN | {"元", "亿元", "亿"},
}

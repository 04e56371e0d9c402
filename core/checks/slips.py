"""How hands err: what they type instead of the right number, and how often (domain.md D.2, A05 to A07).

The shares are a judgement, not a count: what matters is their order, and that a slip which could have given many
numbers weighs less for each of them.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

_TRANSPOSED, _DOUBLED, _TIMES_TEN, _TENTH, _NEGATIVE = 0.25, 0.15, 0.15, 0.06, 0.10
_UNDOUBLED, _DROPPED, _INSERTED, _REPLACED, _NEXT_KEY = 0.05, 0.05, 0.04, 0.06, 0.08
_FORGOTTEN, _SURPLUS, _ANYTHING = 0.03, 0.03, 0.02
_MISCOUNTED = 0.15  # small numbers are counted by hand
MOVED, EXCHANGED = 0.10, 0.03
"""A number written into the next row or column, and two neighbours exchanged."""

_NOTHING = 0.55  # the share of cells in which nothing happened
_STAYS_NOTHING = 0.85  # of those in which nothing happened last year
_YEARLY = 0.6  # how far numbers go from year to year, as a logarithm
_NEXT_KEYS = (
    "147",
    "258",
    "369",
    "123",
    "456",
    "789",
    "01",
    "02",
    "12",
    "23",
    "34",
    "45",
    "56",
    "67",
    "78",
    "89",
    "90",
)
_NEIGHBOURS = frozenset(
    (one, other) for keys in _NEXT_KEYS for i, one in enumerate(keys) for other in keys[max(i - 1, 0) : i + 2]
)


@dataclass(frozen=True, slots=True)
class Slip:
    """What a hand did: how likely it is that it gave just this number, and what it is called."""

    likelihood: float
    name: str = ""


@lru_cache(maxsize=8192)
def slip(right: int, written: int) -> Slip:
    """Return how `written` may have come about where `right` was meant."""
    if written < 0 and -written == right:
        return Slip(_NEGATIVE, "多了负号")
    if written < 0:
        return _anything(right)
    if not right:
        return Slip(_SURPLUS / (1 + written))
    if not written:
        return Slip(_FORGOTTEN)
    meant, typed = str(right), str(written)
    compare = _BY_LENGTH.get(len(typed) - len(meant))
    return compare(meant, typed) if compare else _anything(right)


def _anything(right: int) -> Slip:
    return Slip(_ANYTHING / (10 + 2 * right))


def weight(value: int, before: int | None) -> float:
    """Return how likely a cell is to hold a number, by itself or after what it held last year; relative only."""
    if value < 0:
        return 1e-6
    if before is None or before < 0:
        return _NOTHING if not value else (1 - _NOTHING) / (2 + value)
    if not before:
        return _STAYS_NOTHING if not value else (1 - _STAYS_NOTHING) / (2 + value)
    if not value:
        return (1 - _STAYS_NOTHING) / (1 + before) + 0.002
    near = exp(-abs(log((1 + value) / (1 + before))) / _YEARLY)
    return (near + 0.01) / (1 + value)


def _same_length(meant: str, typed: str) -> Slip:
    apart = [i for i, (one, other) in enumerate(zip(meant, typed, strict=True)) if one != other]
    if len(meant) == 1:
        return Slip(_MISCOUNTED / 9)
    if len(apart) == 1:
        i = apart[0]
        near = (meant[i], typed[i]) in _NEIGHBOURS
        return Slip((_NEXT_KEY / 3 if near else _REPLACED / 9) / len(meant), "按错一个数字")
    if len(apart) == 2 and apart[1] == apart[0] + 1:
        i, j = apart
        if (meant[i], meant[j]) == (typed[j], typed[i]):
            return Slip(_TRANSPOSED / (len(meant) - 1), "数字颠倒")
    return _anything(int(meant))


def _one_more(meant: str, typed: str) -> Slip:
    if typed == meant + "0":
        return Slip(_TIMES_TEN, "多写一个 0")
    for i in range(len(typed)):
        if typed[:i] + typed[i + 1 :] == meant:
            doubled = typed[i] in (typed[i - 1 : i] or "-", typed[i + 1 : i + 2])
            if doubled:
                return Slip(_DOUBLED / len(meant), "多打一个相同的数字")
            return Slip(_INSERTED / 10 / len(typed), "多打一个数字")
    return _anything(int(meant))


def _one_less(meant: str, typed: str) -> Slip:
    if meant == typed + "0":
        return Slip(_TENTH, "少写一个 0")
    for i in range(len(meant)):
        if meant[:i] + meant[i + 1 :] == typed:
            doubled = meant[i] in (meant[i - 1 : i] or "-", meant[i + 1 : i + 2])
            return Slip((_UNDOUBLED if doubled else _DROPPED) / len(meant), "少打一个数字")
    return _anything(int(meant))


_BY_LENGTH = {0: _same_length, 1: _one_more, -1: _one_less}

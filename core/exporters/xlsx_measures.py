"""How much room words take in a cell: spreadsheets do not fit the height of merged cells, so it is reckoned here."""

import math
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

TALLEST = 400.0
"""Points of a row; Excel allows 409."""

_PIXELS = 7  # of one character of column width, by the standard font of the workbook
_OPENING, _CLOSING = "（《“‘【〔", "）》”’】〕，。、；：？！％"
_LOOSE = re.compile(r"[!-~]+|.", re.DOTALL)
_STRICT = re.compile(rf"[{_OPENING}]*(?:[!-~]+(?:[{_CLOSING}][!-~]+)*|.)[{_CLOSING}]*", re.DOTALL)


@lru_cache(maxsize=4096)
def lines_needed(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes in a column of `width` characters, type of `size` points.

    Spreadsheets differ in whether they keep a closing mark from beginning a line; the way that takes more is counted.
    """
    room = max((width * _PIXELS - 6) * 0.75 / size, 1.0)  # in em
    return sum(max(_wrapped(way.findall(line), room) for way in (_LOOSE, _STRICT)) for line in text.split("\n"))


def _wrapped(parts: Sequence[str], room: float) -> int:
    """Return how many lines of `room` em are filled by parts that stay whole, if they are not longer than a line."""
    lines, used = 1, 0.0
    for part in parts:
        ems = _ems(part)
        if used + ems > room:
            if used and ems <= room:
                lines, used = lines + 1, 0.0
            more = max(math.ceil((used + ems) / room) - 1, 0)
            lines, used = lines + more, used - more * room
        used += ems
    return lines


@lru_cache(maxsize=8192)
def _ems(part: str) -> float:
    return sum(map(_ems_of, part))


def _ems_of(char: str) -> float:
    """Return the width of a character; Latin letters as wide as in the faces that stand in for Chinese ones."""
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    return 0.65 if char.isupper() else 0.53

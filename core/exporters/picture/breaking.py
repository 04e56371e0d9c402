"""Where short sentences of a picture may end a line: behind a mark, or before a number; never inside a word."""

import re
from collections.abc import Callable
from itertools import combinations, pairwise

_MARKS = "，、：；。"
_PLACES = re.compile(rf"(?<=[{_MARKS}])(?!$)|(?<=[^\d.{_MARKS}（])(?=\d)")
_MOST = 16  # places that are tried


def phrased(words: str, lines: int, wide: Callable[[str], float], room: float) -> tuple[str, ...] | None:
    """Return the words on so many lines, none wider than `room`, broken behind marks if they can be, and evenly.

    None where they cannot be broken so; `wide` measures words in the unit of `room`.
    """
    places = [place.start() for place in _PLACES.finditer(words)]
    if len(places) > _MOST:
        return None
    tries = (_cut(words, cuts) for cuts in combinations(places, lines - 1))
    fitting = [(_cost(parts, wide), parts) for parts in tries if all(wide(part) <= room for part in parts)]
    return min(fitting)[1] if fitting else None


def _cut(words: str, cuts: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(words[start:end] for start, end in pairwise((0, *cuts, len(words))))


def _cost(parts: tuple[str, ...], wide: Callable[[str], float]) -> tuple[int, float]:
    return sum(part[-1] not in _MARKS for part in parts[:-1]), max(map(wide, parts))

"""Characters that are struck through: what tracked changes delete is still printed, and a person reads past it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter

from core.importers.pdf.characters import Letter
from core.importers.pdf.rules import Line

_BOTTOM = itemgetter(3)
_LOW, _HIGH = 0.15, 0.55  # where the stroke runs above the line that letters stand on, in parts of their size
_OVER = 2.0  # points by which it may be longer or shorter than the words
_BELOW = 0.12  # a letter reaches so far below the line it stands on, in parts of its size
_REACH = 20.0  # points; no letters of a text are larger


def with_struck_blank(letters: Sequence[Letter], across: Sequence[Line]) -> tuple[list[Letter], list[Line]]:
    """Return the characters, those struck through as blank places, and the lines that strike none.

    A ruling line is longer than the words it meets.
    """
    begins, ends = {letter[0] // _OVER for letter in letters}, {letter[2] // _OVER for letter in letters}
    possible = {line for line in across if _is_among(begins, line[1]) and _is_among(ends, line[2])}
    if not possible:
        return list(letters), list(across)
    order = sorted(letters, key=_BOTTOM)
    bottoms = list(map(_BOTTOM, order))
    struck: set[int] = set()
    others: list[Line] = []
    for y, begin, end in across:
        if (y, begin, end) not in possible:
            others.append((y, begin, end))
            continue
        near = range(bisect_left(bottoms, y + 1), bisect_right(bottoms, y + _REACH))
        hit = [at for at in near if begin < order[at][2] and order[at][0] < end and _meets(order[at], y, begin, end)]
        if hit and _as_long(hit, order, begin, end):
            struck.update(hit)
        else:
            others.append((y, begin, end))
    if not struck:
        return list(letters), others
    gone = {id(order[at]) for at in struck}
    return [letter._replace(sign="") if id(letter) in gone else letter for letter in letters], others


def _is_among(places: AbstractSet[float], at: float) -> bool:
    """Whether a letter may begin or end near a place; told without looking at each letter."""
    return any(at // _OVER + step in places for step in (-1, 0, 1))


def _as_long(hit: Sequence[int], order: Sequence[Letter], begin: float, end: float) -> bool:
    """Whether a line begins and ends with the characters it meets."""
    left, right = min(order[at].left for at in hit), max(order[at].right for at in hit)
    return abs(left - begin) <= _OVER and abs(right - end) <= _OVER


def _meets(letter: Letter, y: float, begin: float, end: float) -> bool:
    size = letter.bottom - letter.top
    above = (letter.bottom - _BELOW * size) - y
    return _LOW * size <= above <= _HIGH * size and begin < (letter.left + letter.right) / 2 < end

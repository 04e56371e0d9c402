"""How high on a page stands what is not as it was before an edit: only that has to be drawn anew."""

from collections.abc import Sequence
from itertools import takewhile

from core.exporters.marks import Bookmark, Frame, Mark, Shape, Stamp, Text

Stretch = tuple[float, float]
"""From so many points above the lower edge of the page to so many."""

_LINE = 1.0  # points that the ink of a border may reach beyond it
_BELOW, _ABOVE = 1.0, 2.0  # of the size: no letter reaches further from its line


def changed(before: Sequence[Mark], after: Sequence[Mark]) -> tuple[Stretch, ...] | None:
    """Return the stretches of a page outside of which its ink is the same, from below; None where that is not told.

    Marks are compared in the order in which they are drawn. Where some came or went, all between the first and the last
    that differ counts as changed.
    """
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    marks = [*old, *new]
    if len(old) == len(new):
        marks = [mark for pair in zip(old, new, strict=True) if pair[0] != pair[1] for mark in pair]
    reaches = [_reach(mark) for mark in marks if not isinstance(mark, Bookmark)]
    known = [reach for reach in reaches if reach is not None]
    return _joined(known) if known and len(known) == len(reaches) else None


def _joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Make one of stretches that meet."""
    apart: list[Stretch] = []
    for lower, upper in sorted(stretches):
        if apart and lower <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(apart[-1][1], upper))
        else:
            apart.append((lower, upper))
    return tuple(apart)


def _alike(one: Sequence[Mark], other: Sequence[Mark]) -> int:
    """Return how many marks from the first on are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _reach(mark: Text | Frame | Shape | Stamp) -> Stretch | None:
    if isinstance(mark, Text):
        return mark.y - _BELOW * mark.size, mark.y + _ABOVE * mark.size
    if isinstance(mark, Frame):
        return mark.y - _LINE, mark.y + mark.height + _LINE
    return None

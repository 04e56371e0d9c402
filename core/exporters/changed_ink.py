"""How high on a page stands what is not as it was before an edit: only that has to be drawn anew."""

from collections.abc import Sequence
from itertools import takewhile

from core.exporters.marks import Bookmark, Frame, Mark, Shape, Stamp, Text

Stretch = tuple[float, float]
"""From so many points above the lower edge of the page to so many."""

_LINE = 1.0  # points that the ink of a border may reach beyond it
_BELOW, _ABOVE = 1.0, 2.0  # of the size: no letter reaches further from its line


def changed(before: Sequence[Mark], after: Sequence[Mark]) -> Stretch | None:
    """Return the stretch of a page outside of which its ink is the same; None where that cannot be told.

    Marks are compared in the order in which they are drawn: what lies between two that changed counts as changed.
    """
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    marks = (*before[start : len(before) - end], *after[start : len(after) - end])
    reaches = [_reach(mark) for mark in marks if not isinstance(mark, Bookmark)]
    known = [reach for reach in reaches if reach is not None]
    if not known or len(known) < len(reaches):
        return None
    return min(lower for lower, _ in known), max(upper for _, upper in known)


def _alike(one: Sequence[Mark], other: Sequence[Mark]) -> int:
    """Return how many marks from the first on are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _reach(mark: Text | Frame | Shape | Stamp) -> Stretch | None:
    if isinstance(mark, Text):
        return mark.y - _BELOW * mark.size, mark.y + _ABOVE * mark.size
    if isinstance(mark, Frame):
        return mark.y - _LINE, mark.y + mark.height + _LINE
    return None

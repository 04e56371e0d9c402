"""Where a table that one page does not hold may be parted: between groups of rows, and beside words that stay whole."""

from collections.abc import Sequence
from typing import NamedTuple

from core.form.layout import Role

_LEAST = 0.25  # of the page; a place between groups that leaves more of it empty is not worth it


class Words(NamedTuple):
    """A label beside the rows from `first` up to `last`, which is no longer one of them.

    `height` is what its words need, in points; one that `spans` groups is repeated on the next page rather than kept
    on one.
    """

    role: Role
    first: int
    last: int
    height: float
    spans: bool


def best(labels: Sequence[Words], heights: Sequence[float], begin: int, end: int) -> int:
    """Return the row before which to part a table, `end` at most, on the page that begins with row `begin`.

    Best is a place between groups, then one where no words are cut and no head is left alone, else any.
    """
    least = _LEAST * sum(heights[begin:end])
    for row in range(end, begin, -1):
        if _is_between(labels, row) and _is_possible(labels, heights, begin, row) and sum(heights[begin:row]) >= least:
            return row
    return next((row for row in range(end, begin, -1) if _is_possible(labels, heights, begin, row)), end)


def _is_between(labels: Sequence[Words], row: int) -> bool:
    parts = {label.first for label in labels if label.role is Role.CAPTION}
    if parts and row not in parts:
        return False
    return not any(label.role is Role.GROUP and not label.spans and label.first < row < label.last for label in labels)


def _is_possible(labels: Sequence[Words], heights: Sequence[float], begin: int, row: int) -> bool:
    """Tell whether the words of a group that goes on fit on both pages, and no head is torn from what it heads."""
    for label in labels:
        if label.role in (Role.CAPTION, Role.HEAD) and row == label.last:
            return False
        if label.role is Role.GROUP and label.first < row < label.last:
            above, below = sum(heights[max(label.first, begin) : row]), sum(heights[row : label.last])
            if min(above, below) < label.height:
                return False
    return True

"""How wide the columns of a table are drawn in the room there is."""

from collections.abc import Sequence
from math import sqrt

from core.importers.extract import Grid
from ui.source.spans import Span

LOOKED_AT = 5000
"""Cells that are looked at; the columns of a sheet of 60,000 cells are told by its beginning."""


def column_widths(grid: Grid, spans: Sequence[Sequence[Span]], room: int, em: int) -> list[int]:
    """Return the widths in pixels: as wide as the words need, else cut, wide ones most; never under two characters.

    `em` is the width of a Chinese character. Where even the least widths do not fit in `room`, the table is wider.
    """
    if not grid.rows or not grid.rows[0]:
        return []
    wanted = _wanted(grid, spans, em)
    least = 2 * em
    if sum(wanted) <= room:
        return wanted
    if least * len(wanted) > room:
        return [min(width, 8 * em) for width in wanted]  # it must be scrolled anyway
    low, high = 0.0, float(room)
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_shared(wanted, least, middle)) <= room else (low, middle)
    return _shared(wanted, least, low)


def _shared(wanted: list[int], least: int, share: float) -> list[int]:
    """Return widths cut by one measure: a label four times as long as a number's heading gets twice its width."""
    return [min(width, max(least, int(share * sqrt(width)))) for width in wanted]


def _wanted(grid: Grid, spans: Sequence[Sequence[Span]], em: int) -> list[int]:
    wanted = [2 * em] * len(grid.rows[0])
    for row in range(min(len(grid.rows), max(LOOKED_AT // len(wanted), 1))):
        for column, words in enumerate(grid.rows[row]):
            if words and spans[row][column].columns == 1:
                wanted[column] = max(wanted[column], _width(words, em))
    return wanted


def _width(words: str, em: int) -> int:
    longest = max((line[:80] for line in words.split("\n")), key=len)
    return sum(em if character > "\u2e7f" else em * 5 // 8 for character in longest) + em * 3 // 4

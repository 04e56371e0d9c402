"""Heights of very many rows of which only those in view are ever measured.

All others are estimated. A place is therefore kept as a row and a distance into it, never as a distance from the top,
which shifts with each row that is measured.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """Heights in pixels of all rows, from the top."""

    def __init__(self, estimates: Iterable[int]) -> None:
        self._heights = list(estimates)
        self._measured: set[int] = set()
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def is_measured(self, row: int) -> bool:
        return row in self._measured

    def measure(self, row: int, height: int) -> None:
        """Take in the true height of a row."""
        self._measured.add(row)
        if self._heights[row] != height:
            self._heights[row] = height
            self._tops = None

    def of(self, row: int) -> int:
        """Return the height of a row, as far as it is known."""
        return self._heights[row]

    def top(self, row: int) -> int:
        """Return where a row begins; that of the row after the last is the whole height."""
        return self._all_tops()[row]

    def at(self, y: int) -> tuple[int, int]:
        """Return the row at a distance from the top, and the distance into that row."""
        if not self._heights:
            return 0, 0
        tops = self._all_tops()
        row = min(max(bisect_right(tops, y) - 1, 0), len(self._heights) - 1)
        return row, max(y - tops[row], 0)

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops

"""Where the pages lie in the preview: below each other in one column, all of one size, in logical pixels."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize

from ui.theme import STEP

GAP = 3 * STEP
"""Pixels around and between the pages."""

FIT_WIDTH, FIT_PAGE = 0, -1
PERCENTS = (50, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
"""Sizes of the preview; 100 % is the size of the paper, as far as the screen tells its own."""

Zoom = int
ZOOMS: tuple[Zoom, ...] = (FIT_WIDTH, FIT_PAGE, *PERCENTS)
"""What a preview can be shown at."""


@dataclass(frozen=True, slots=True)
class Column:
    """Pages of `paper` points, `count` of them, in a `view`, at `scale` pixels a point."""

    paper: tuple[float, float]
    count: int
    view: QSize
    scale: float

    @property
    def page_size(self) -> tuple[float, float]:
        return self.paper[0] * self.scale, self.paper[1] * self.scale

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of it all, with the gaps around."""
        wide, high = self.page_size
        return round(wide) + 2 * GAP, ceil(self.count * (high + GAP)) + GAP if self.count else 0

    def rect(self, page: int) -> QRectF:
        """Return where a page lies."""
        wide, high = self.page_size
        return QRectF(max((self.view.width() - wide) / 2, GAP), GAP + page * (high + GAP), wide, high)

    def seen(self, top: float) -> list[int]:
        """Return the pages in view below a height, the one that fills most of it first."""
        view = QRectF(0, top, max(self.size[0], self.view.width()), self.view.height())
        shown = {page: self.rect(page).intersected(view).height() for page in range(self.count)}
        return sorted((page for page in shown if shown[page] > 0), key=lambda page: -shown[page])

    def place(self, point: QPointF) -> tuple[int, float, float] | None:
        """Return the page at a point, and the place on it in points from its lower left corner, as PDF counts."""
        for page in range(self.count):
            rect = self.rect(page)
            if rect.contains(point):
                at = (point - rect.topLeft()) * (1 / self.scale)
                return page, at.x(), self.paper[1] - at.y()
        return None

    def rect_of(self, page: int, x: float, y: float, width: float, height: float) -> QRectF:
        """Return where a place on a page lies; measures in points from the lower left corner of the page."""
        rect = self.rect(page)
        top = self.paper[1] - y - height
        return QRectF(
            rect.left() + x * self.scale, rect.top() + top * self.scale, width * self.scale, height * self.scale
        )


def scale_for(zoom: Zoom, paper: tuple[float, float], view: QSize, dots: float) -> float:
    """Return how many pixels a point takes; `dots` are the pixels of an inch on this screen."""
    across = max(view.width() - 2 * GAP, 40) / paper[0]
    if zoom == FIT_WIDTH:
        return across
    if zoom == FIT_PAGE:
        return min(across, max(view.height() - 2 * GAP, 40) / paper[1])
    return zoom / 100 * dots / 72


def next_percent(now: float, turn: int) -> int:
    """Return the next larger size after a turn of the wheel away from the hand, else the next smaller one.

    `now` is the present size in per cent, which a preview that fits its view may have between two of ours.
    """
    larger = [percent for percent in PERCENTS if percent > now + 0.5]
    smaller = [percent for percent in PERCENTS if percent < now - 0.5]
    if turn > 0:
        return larger[0] if larger else PERCENTS[-1]
    return smaller[-1] if smaller else PERCENTS[0]

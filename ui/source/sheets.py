"""Where pages lie below each other in a view: all in one column, as wide as the view at 100 %."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF

from core.importers.extract import Box
from ui.theme import STEP

GAP = 3 * STEP
Size = tuple[float, float]


class Sheets:
    """Pages of `sizes` (points) in a view `width` pixels wide, enlarged by `zoom`; coordinates are logical pixels."""

    def __init__(self, sizes: Sequence[Size], width: int, zoom: float) -> None:
        self._sizes = sizes
        self.page_width = max(round((width - 2 * GAP) * zoom), 60)
        self._left = max((width - self.page_width) // 2, GAP)
        heights = (round(self.page_width * high / wide) + GAP for wide, high in sizes)
        self._tops = [GAP, *accumulate(heights, initial=GAP)][1:]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of it all, margins included."""
        return self._left + self.page_width + GAP, self._tops[-1] if self._tops else 0

    def rect(self, page: int) -> QRectF:
        """Return where a page lies."""
        top = self._tops[page]
        return QRectF(self._left, top, self.page_width, self._tops[page + 1] - top - GAP)

    def seen(self, top: int, bottom: int) -> list[int]:
        """Return the pages between two heights, the one that fills most of it first."""

        def shown(page: int) -> int:
            return min(self._tops[page + 1] - GAP, bottom) - max(self._tops[page], top)

        found = (page for page in range(len(self._sizes)) if shown(page) > 0)
        return sorted(found, key=shown, reverse=True)

    def rect_of(self, box: Box) -> QRectF:
        """Return where a place on a page lies; empty if there is no such page."""
        if box.page >= len(self._sizes):
            return QRectF()
        page = self.rect(box.page)
        scale = page.width() / self._sizes[box.page][0]
        return QRectF(
            page.left() + box.left * scale,
            page.top() + box.top * scale,
            (box.right - box.left) * scale,
            (box.bottom - box.top) * scale,
        )

    def place(self, point: QPointF) -> tuple[int, float, float] | None:
        """Return the page at a point, and the place on it in points from its upper left corner."""
        for page, (wide, _) in enumerate(self._sizes):
            rect = self.rect(page)
            if rect.contains(point):
                scale = wide / rect.width()
                return page, (point.x() - rect.left()) * scale, (point.y() - rect.top()) * scale
        return None

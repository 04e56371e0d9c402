"""The small square at the corner of a selection: dragged, it fills the cells it is drawn over with what is selected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from core.cells import CellId
from core.filling import stretched

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

SIZE = 6
BEYOND = 2  # pixels of the square that lie outside its cell: it must not cover the figures
REACH = 2
"""Pixels around the square in which the mouse still takes hold of it."""


class FillHandle:
    """Knows where the square is and what a drag of it would fill."""

    def __init__(self, view: "MatrixView") -> None:
        self._view = view
        self.source: tuple[CellId, ...] = ()  # the selection, where it is a rectangle
        self.target: tuple[CellId, ...] = ()  # what a drag under way would fill
        self.held = False

    def follow(self) -> None:
        """Stand at the corner of what is selected now; a selection with gaps has none."""
        chosen, before = self._view.chosen(), self.spot()
        fills = self._view.grid.is_rectangle(chosen) and not self._view.source.session.is_frozen
        self.source = chosen if fills else ()
        for spot in (before, self.spot()):
            self._view.viewport().update(spot.adjusted(-1, -1, 1, 1))

    def spot(self) -> QRect:
        """Where the square stands in the viewport; empty where there is none."""
        if not self.source:
            return QRect()
        corner = self._view.visualRect(self._view.source.index_of(self.source[-1])).bottomRight()
        return QRect(corner + QPoint(BEYOND - SIZE + 1, BEYOND - SIZE + 1), corner + QPoint(BEYOND, BEYOND))

    def is_under(self, position: QPoint) -> bool:
        spot = self.spot()
        return not spot.isEmpty() and spot.adjusted(-REACH, -REACH, REACH, REACH).contains(position)

    def drag_to(self, cell: CellId) -> None:
        """Show what would be filled if the square were let go over a cell."""
        target = stretched(self._view.grid, self.source, cell)
        if target != self.target:
            self.target = target
            self._view.viewport().update()

    def let_go(self) -> tuple[CellId, ...]:
        """End a drag and return the cells to fill."""
        target, self.target, self.held = self.target, (), False
        self._view.viewport().update()
        return target

    def paint(self, painter: QPainter) -> None:
        """Paint the square, and around the cells that a drag would fill a frame."""
        colours = self._view.delegate.colours
        if self.target:
            painter.setPen(QPen(colours.accent, 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._view.rect_of(self.target).adjusted(0, 0, -2, -2))
        spot = self.spot()
        if not spot.isEmpty():
            painter.fillRect(spot.adjusted(-1, -1, 1, 1), colours.paper)
            painter.fillRect(spot, colours.accent)

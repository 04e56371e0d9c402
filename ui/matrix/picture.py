"""The table as printed, without what comes and goes, kept as a picture: a key repaints only the cells it changed.

Heads and values are parts of the one picture, so that their lines meet. It is drawn in the pixels of the screen.
"""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from core.cells import CellId
from core.form.layout import Label
from ui import theme
from ui.matrix.delegate import CellDelegate
from ui.matrix.faces import Face
from ui.matrix.geometry import Geometry
from ui.matrix.labels import Brush
from ui.matrix.lines import hairline, outer_lines
from ui.matrix.model import TableModel


class Picture:
    """Draws what changed since it was last asked for, and everything after `forget`."""

    def __init__(self, model: TableModel, delegate: CellDelegate, owner: QWidget) -> None:
        self._model, self._delegate, self._owner = model, delegate, owner
        self._pixmap = QPixmap()
        self._lit: dict[Label, QPixmap] = {}
        self._drawn_for: tuple[Geometry, float] | None = None
        self._faces: dict[CellId, Face] = {}  # as drawn
        self._is_stale = False

    def forget(self) -> None:
        """Draw everything afresh next time: colours, font or what all cells show have changed."""
        self._drawn_for = None

    def touch(self) -> None:
        """Draw those cells afresh next time that show something else than before."""
        self._is_stale = True

    def paint(self, painter: QPainter, geometry: Geometry, origin: QPoint) -> None:
        """Draw the table, its corner at `origin`."""
        ratio = self._owner.devicePixelRatioF()
        if self._drawn_for != (geometry, ratio):
            self._draw_all(geometry, ratio)
        elif self._is_stale:
            known, face_of = self._faces, self._model.face_of
            self._draw_cells([cell for cell in known if known[cell] is not face_of(cell)], geometry)
        self._is_stale = False
        painter.drawPixmap(origin, self._pixmap)

    def lit(self, label: Label, geometry: Geometry) -> QPixmap:
        """Return a label as it is while it names the current cell."""
        if label not in self._lit:
            ratio, rect = self._owner.devicePixelRatioF(), geometry.rect(label.span)
            drawn = _blank(rect.size(), ratio)
            painter = QPainter(drawn)
            brush = Brush(painter, geometry, self._owner.font(), theme.colours(self._owner.palette()))
            rect.moveTo(0, 0)
            brush.paint(label, rect)
            brush.paint_hot(label, rect, rect)
            painter.end()
            self._lit[label] = drawn
        return self._lit[label]

    def _draw_all(self, geometry: Geometry, ratio: float) -> None:
        self._drawn_for = (geometry, ratio)
        self._lit.clear()
        self._pixmap = _blank(QSize(geometry.width + 1, geometry.height + 1), ratio)
        palette = self._owner.palette()
        self._pixmap.fill(palette.color(QPalette.ColorRole.Window))
        self._draw_cells((cell.id for cell in self._model.table.cells), geometry)
        painter, colours = QPainter(self._pixmap), theme.colours(palette)
        brush = Brush(painter, geometry, self._owner.font(), colours)
        for label in self._model.table.labels:
            brush.paint(label, geometry.rect(label.span))
        for line in outer_lines(geometry, hairline(ratio)):
            painter.fillRect(line, colours.grid)
        painter.end()

    def _draw_cells(self, cells: Iterable[CellId], geometry: Geometry) -> None:
        painter, spans = QPainter(self._pixmap), self._model.table.spans
        for cell in cells:
            self._faces[cell] = face = self._model.face_of(cell)
            self._delegate.paint_face(painter, geometry.rect(spans[cell]), face)
        painter.end()


def _blank(size: QSize, ratio: float) -> QPixmap:
    """Return an empty picture in the pixels of the screen."""
    drawn = QPixmap(QSize(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio)))
    drawn.setDevicePixelRatio(ratio)
    return drawn

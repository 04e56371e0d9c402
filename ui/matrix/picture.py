"""The table as printed, without what comes and goes, kept as a picture: a key repaints only the cells it changed.

Heads and values are parts of the one picture, so that their lines meet. It is drawn in the pixels of the screen.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize
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

MOST_KEPT = 2


@dataclass
class Drawn:
    """A picture for one geometry and one screen, with the faces that its cells had and the labels drawn lit."""

    pixmap: QPixmap
    version: int = -1
    faces: dict[CellId, Face] = field(default_factory=dict)
    lit: dict[Label, QPixmap] = field(default_factory=dict)


class Picture:
    """Draws what changed since it was last asked for, and everything after `forget`.

    Two are kept, for the table with and without a scroll bar beside it.
    """

    def __init__(self, model: TableModel, delegate: CellDelegate, owner: QWidget) -> None:
        self._model, self._delegate, self._owner = model, delegate, owner
        self._kept: dict[tuple[Geometry, float], Drawn] = {}
        self._last: tuple[Geometry, float, Drawn] | None = None

    def forget(self) -> None:
        """Draw everything afresh next time: colours, font or what all cells show have changed."""
        self._kept.clear()
        self._last = None

    def paint(self, painter: QPainter, geometry: Geometry, origin: QPoint, part: QRect) -> None:
        """Draw the table, its corner at `origin`, and the ground around it as far as it lies in `part`."""
        drawn, face_of = self._drawn(geometry), self._model.face_of
        if drawn.version != self._model.version:
            changed = [cell for cell, face in drawn.faces.items() if face is not face_of(cell)]
            self._draw_cells(drawn, changed, geometry)
        ground = self._owner.palette().color(QPalette.ColorRole.Window)
        for beyond in _beyond(part, origin + QPoint(geometry.width + 1, geometry.height + 1)):
            painter.fillRect(beyond, ground)
        painter.drawPixmap(origin, drawn.pixmap)

    def lit(self, label: Label, geometry: Geometry) -> QPixmap:
        """Return a label as it is while it names the current cell."""
        known = self._drawn(geometry).lit
        if label not in known:
            ratio, rect = self._owner.devicePixelRatioF(), geometry.rect(label.span)
            pixmap = _blank(rect.size(), ratio)
            painter = QPainter(pixmap)
            brush = Brush(painter, geometry, self._owner.font(), theme.colours(self._owner.palette()))
            rect.moveTo(0, 0)
            brush.paint(label, rect)
            brush.paint_hot(label, rect, rect)
            painter.end()
            known[label] = pixmap
        return known[label]

    def _drawn(self, geometry: Geometry) -> Drawn:
        """The picture for a geometry on the screen that the table is on."""
        ratio = self._owner.devicePixelRatioF()
        if self._last is not None and self._last[0] is geometry and self._last[1] == ratio:
            return self._last[2]
        key = (geometry, ratio)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._draw_all(geometry, ratio)
        self._last = (geometry, ratio, self._kept[key])
        return self._kept[key]

    def _draw_all(self, geometry: Geometry, ratio: float) -> Drawn:
        drawn = Drawn(_blank(QSize(geometry.width + 1, geometry.height + 1), ratio))
        palette = self._owner.palette()
        drawn.pixmap.fill(palette.color(QPalette.ColorRole.Window))
        self._draw_cells(drawn, (cell.id for cell in self._model.table.cells), geometry)
        painter, colours = QPainter(drawn.pixmap), theme.colours(palette)
        brush = Brush(painter, geometry, self._owner.font(), colours)
        for label in self._model.table.labels:
            brush.paint(label, geometry.rect(label.span))
        for line in outer_lines(geometry, hairline(ratio)):
            painter.fillRect(line, colours.grid)
        painter.end()
        return drawn

    def _draw_cells(self, drawn: Drawn, cells: Iterable[CellId], geometry: Geometry) -> None:
        painter, spans = QPainter(drawn.pixmap), self._model.table.spans
        drawn.version = self._model.version
        for cell in cells:
            drawn.faces[cell] = face = self._model.face_of(cell)
            self._delegate.paint_face(painter, geometry.rect(spans[cell]), face)
        painter.end()


def _beyond(part: QRect, end: QPoint) -> Iterable[QRect]:
    """What of a part lies on the right of a place, and what below it."""
    right = part.adjusted(max(0, end.x() - part.left()), 0, 0, 0)
    below = part.adjusted(0, max(0, end.y() - part.top()), 0, 0)
    return (beyond for beyond in (right, below) if not beyond.isEmpty())


def _blank(size: QSize, ratio: float) -> QPixmap:
    """Return an empty picture in the pixels of the screen."""
    pixmap = QPixmap(QSize(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap

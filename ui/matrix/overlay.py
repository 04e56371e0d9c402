"""What comes and goes over the picture of a table: cross-hair, selection, trace lines, frames, the lock."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.cells import CellId
from ui.matrix.lines import frame
from ui.matrix.traces import Trace
from ui.theme import Colours

BAND = 20
"""Of 255: how much of the accent lies over the row and the column of the current cell."""
DOT = 2.5
Place = Callable[[CellId], QRect]


def paint_bands(painter: QPainter, row: QRect, column: QRect, current: QRect, colours: Colours) -> None:
    """Tint the row and the column of the current cell, the cell itself left white."""
    tint = QColor(colours.accent)
    tint.setAlpha(BAND)
    for part in (
        QRect(row.left(), row.top(), current.left() - row.left(), row.height()),
        QRect(current.right() + 1, row.top(), row.right() - current.right(), row.height()),
        QRect(column.left(), column.top(), column.width(), current.top() - column.top()),
        QRect(column.left(), current.bottom() + 1, column.width(), column.bottom() - current.bottom()),
    ):
        if not part.isEmpty():
            painter.fillRect(part, tint)


def paint_flash(painter: QPainter, rect: QRect, colours: Colours) -> None:
    """Light a cell up."""
    tint = QColor(colours.flash)
    tint.setAlpha(140)
    painter.fillRect(rect, tint)


def paint_copied(painter: QPainter, rect: QRect, colours: Colours) -> None:
    """Draw a dashed frame around what was copied."""
    painter.setPen(QPen(colours.accent, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -2, -2))


def paint_current(painter: QPainter, rect: QRect, colours: Colours, lock: int | None) -> None:
    """Frame the current cell, with a lock so far from its left edge where it is not typed into."""
    thick = round(2 * (ratio := painter.device().devicePixelRatioF())) / ratio
    for bar in frame(rect.adjusted(-1, -1, 0, 0), thick):
        painter.fillRect(bar, colours.accent)
    if lock is not None:
        _paint_lock(painter, rect.adjusted(lock, 0, 0, 0), colours.muted)


def _paint_lock(painter: QPainter, rect: QRect, colour: QColor) -> None:
    body = QRect(rect.left(), rect.bottom() - 7, 7, 5)
    painter.fillRect(body, colour)
    painter.setPen(QPen(colour, 1))
    painter.drawArc(body.left() + 1, body.top() - 3, 4, 6, 0, 180 * 16)


def paint_traces(painter: QPainter, traces: Iterable[Trace], place: Place, current: CellId, colours: Colours) -> None:
    """Tie cells together by a thin line with a dot in each: filled on the left side, open on the right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for trace in traces:
        colour = colours.error if trace.is_off else colours.accent
        left, right = ([_anchor(place(cell)) for cell in side] for side in (trace.left, trace.right))
        painter.setPen(QPen(colour, 1))
        painter.drawPolyline([QPointF(point) + QPointF(0.5, 0.5) for point in _ordered([*left, *right])])
        painter.setBrush(colour)
        for point in left:
            painter.drawEllipse(_dot(point))
        painter.setBrush(colours.paper)
        for cell, point in zip(trace.right, right, strict=True):
            if cell != current:
                painter.drawEllipse(_dot(point))
    painter.restore()


def _anchor(rect: QRect) -> QPoint:
    """Where the dot of a cell is: at the lower left, where neither figures nor marks stand."""
    return QPoint(rect.left() + 2, rect.bottom() - 3)


def _ordered(points: list[QPoint]) -> list[QPoint]:
    return sorted(points, key=lambda point: (point.y(), point.x()))


def _dot(point: QPoint) -> QRectF:
    return QRectF(point.x() + 0.5 - DOT, point.y() + 0.5 - DOT, 2 * DOT, 2 * DOT)

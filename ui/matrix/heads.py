"""The merged heads of a table, painted as printed: each pane draws its part, and they stay in view while scrolling."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QHeaderView, QWidget

from core.form.layout import Label, Role, Span
from ui import theme
from ui.matrix.geometry import WRAP, Geometry, alignment, inside, label_text

Sheet = Callable[[], "Drawing"]


class Drawing:
    """What the panes need to draw labels: where they stand, and which of them name the current cell."""

    def __init__(self, labels: Iterable[Label], geometry: Geometry, current: Span | None) -> None:
        self.labels = tuple(labels)
        self.geometry = geometry
        self.current = current

    def is_hot(self, label: Label) -> bool:
        """Whether a label names the row or column of the current cell."""
        if self.current is None or label.role is Role.CAPTION:
            return False
        if label.span.row < self.geometry.top:
            return label.span.column >= self.geometry.left and _overlap(
                label.span.column, label.span.columns, self.current.column, self.current.columns
            )
        if label.role is Role.HEAD:
            return False
        return _overlap(label.span.row, label.span.rows, self.current.row, self.current.rows)


def _overlap(start: int, size: int, other_start: int, other_size: int) -> bool:
    return start < other_start + other_size and other_start < start + size


def paint_labels(painter: QPainter, drawing: Drawing, origin: QPoint, dirty: QRegion, pane: QWidget) -> None:
    """Paint the labels that show in a pane. `origin` is where the grid's corner lies in it."""
    colours = theme.colours(pane.palette())
    plain, heavy, small = pane.font(), theme.bold(pane.font()), theme.small(pane.font())
    for label in drawing.labels:
        rect = drawing.geometry.rect(label.span).translated(origin)
        if not dirty.intersects(rect):
            continue
        hot = drawing.is_hot(label)
        painter.fillRect(rect, colours.crosshair if hot else colours.paper)
        painter.setPen(colours.grid)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if hot:
            _underline(painter, label, rect, colours.accent)
        painter.setFont(heavy if label.role is Role.CAPTION else small if label in drawing.geometry.tight else plain)
        painter.setPen(colours.accent if hot else colours.ink)
        flags = int(alignment(label)) | (0 if label.upright else int(WRAP))
        room = inside(rect, label)
        words = label_text(label, room.width(), painter.fontMetrics())
        painter.drawText(_readable(room, pane.rect(), painter, flags, words), flags, words)


def _underline(painter: QPainter, label: Label, rect: QRect, colour: QColor) -> None:
    """Draw a bar on the side of a label that faces the values: it shows where colours do not."""
    if label.role is Role.ROW:
        painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), colour)
    elif label.role is Role.HEAD and label.span.columns == 1:
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, colour)


def _readable(rect: QRect, view: QRect, painter: QPainter, flags: int, words: str) -> QRect:
    """Move the words of a tall label into the part of it that is in view."""
    if view.contains(rect):
        return rect
    needed = painter.boundingRect(rect, flags, words).height()
    seen = rect.intersected(view)
    return seen if seen.height() >= needed and seen.width() >= rect.width() else rect


class Head(QHeaderView):
    """A row or column head without sections to drag: it draws the labels of the table and tells which is pressed."""

    label_pressed = Signal(object, bool)  # Label, whether Shift is held

    def __init__(self, orientation: Qt.Orientation, sheet: Sheet, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._sheet = sheet
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMouseTracking(True)

    def extent(self) -> int:
        """Its own width (row head) or height (column head)."""
        geometry = self._sheet().geometry
        return geometry.label_width if self.orientation() is Qt.Orientation.Vertical else geometry.head_height

    def origin(self) -> QPoint:
        """Where the corner of the printed grid lies, counted in this pane."""
        geometry = self._sheet().geometry
        if self.orientation() is Qt.Orientation.Vertical:
            return QPoint(0, -geometry.head_height - self.offset())
        return QPoint(-geometry.label_width - self.offset(), 0)

    def label_at(self, position: QPoint) -> Label | None:
        drawing, place = self._sheet(), position - self.origin()
        return next((label for label in drawing.labels if drawing.geometry.rect(label.span).contains(place)), None)

    def sizeHint(self) -> QSize:
        extent = self.extent()
        return QSize(extent, 0) if self.orientation() is Qt.Orientation.Vertical else QSize(0, extent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        label = self.label_at(event.position().toPoint())
        if label is not None and event.button() is Qt.MouseButton.LeftButton:
            self.label_pressed.emit(label, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        drawing = self._sheet()
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        paint_labels(painter, drawing, self.origin(), event.region(), self.viewport())
        paint_outer_lines(painter, self, drawing.geometry, self.origin())
        painter.end()


class Corner(QWidget):
    """The pane above the row heads: the label in the corner of the printed table."""

    pressed = Signal()

    def __init__(self, sheet: Sheet, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = sheet

    def mousePressEvent(self, _: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing = self._sheet()
        painter.fillRect(event.rect(), theme.colours(self.palette()).paper)
        paint_labels(painter, drawing, QPoint(0, 0), event.region(), self)
        paint_outer_lines(painter, self, drawing.geometry, QPoint(0, 0))
        painter.end()


def paint_outer_lines(painter: QPainter, pane: QWidget, geometry: Geometry, origin: QPoint) -> None:
    """Draw the left and upper edge of the table, which no cell draws."""
    painter.setPen(theme.colours(pane.palette()).grid)
    painter.drawLine(origin, origin + QPoint(geometry.width - 1, 0))
    painter.drawLine(origin, origin + QPoint(0, geometry.height - 1))

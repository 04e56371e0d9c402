"""The merged heads of a table as printed: each pane shows its part of the picture and stays while the rest scrolls."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from core.form.layout import Label
from ui import theme
from ui.matrix.labels import Brush, Drawing
from ui.matrix.picture import Picture

Sheet = Callable[[], Drawing]


def paint_pane(painter: QPainter, drawing: Drawing, picture: Picture, origin: QPoint, pane: QWidget) -> None:
    """Paint the part of the table that shows in a pane. `origin` is where the table's corner lies in it."""
    geometry, view = drawing.geometry, pane.rect()
    picture.paint(painter, geometry, origin, view)
    for label in drawing.hot:
        rect = geometry.rect(label.span).translated(origin)
        if view.intersects(rect):
            painter.drawPixmap(rect.topLeft(), picture.lit(label, geometry))
    for label in drawing.tall:
        rect = geometry.rect(label.span).translated(origin)
        if view.intersects(rect) and not view.contains(rect):
            brush = Brush(painter, geometry, pane.font(), theme.colours(pane.palette()))
            (brush.paint_hot if label in drawing.hot else brush.paint_part)(label, rect, view)


class Head(QHeaderView):
    """A row or column head without sections to drag: it shows the labels of the table and tells which is pressed."""

    label_pressed = Signal(object, object)  # Label, the modifiers that are held
    label_dragged = Signal(object)  # the Label under the mouse while its button is held

    def __init__(self, orientation: Qt.Orientation, sheet: Sheet, picture: Picture, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._sheet, self._picture = sheet, picture
        self._last: Label | None = None
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

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
            self._last = label
            self.label_pressed.emit(label, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        label = self.label_at(event.position().toPoint())
        if label is not None and label != self._last and event.buttons() & Qt.MouseButton.LeftButton:
            self._last = label
            self.label_dragged.emit(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_pane(painter, self._sheet(), self._picture, self.origin(), self.viewport())
        painter.end()


class Corner(QWidget):
    """The pane above the row heads: the label in the corner of the printed table."""

    pressed = Signal()

    def __init__(self, sheet: Sheet, picture: Picture, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet, self._picture = sheet, picture

    def mousePressEvent(self, _: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pane(painter, self._sheet(), self._picture, QPoint(0, 0), self)
        painter.end()

"""A table as printed, on the screen: its picture fitted to the width there is, heads that stay, the wheel that zooms.

It knows nothing of a current cell but which labels are lit; that is added by `ui.matrix.sheet`.
"""

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from core.cells import CellId
from core.form.layout import Span
from ui.matrix.delegate import CellDelegate, Keys
from ui.matrix.geometry import Geometry, Snap, measure
from ui.matrix.heads import Corner, Head
from ui.matrix.labels import Drawing
from ui.matrix.last_year import LastYear
from ui.matrix.lines import step_of
from ui.matrix.model import TableModel
from ui.matrix.picture import Picture

NOTCH = 120
MOST_KNOWN = 8
USUAL_WIDTH = 860
NARROWEST_VIEW = 200


class Paper(QTableView):
    """Shows one table. objectName: matrixT2, matrixT3, matrixT4."""

    zoom_turned = Signal(int)  # 1: larger, -1: smaller

    def __init__(self, model: TableModel, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = model
        self.lit: Span | None = None  # whose labels are lit
        self.geometry_: Geometry = measure(model.table, USUAL_WIDTH, self.font())
        self.delegate = CellDelegate(keys, self)
        self._picture = Picture(model, self.delegate, self)
        self._drawing: Drawing | None = None
        self._turned = 0  # by the wheel, in eighths of a degree, less than a notch
        self._known: dict[tuple[int, str, Snap, int], Geometry] = {}
        self._digits = 0  # of the longest number that is shown
        self._last_year = LastYear.HIDDEN
        self._ratio = 0.0  # of the screen that it is laid out for
        self.setObjectName(f"matrix{model.table.id.upper()}")
        self.setAccessibleName(model.session.report.form.section(model.table.section).title)
        self._dress()
        self._furnish()

    def _dress(self) -> None:
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)

    def _furnish(self) -> None:
        """Put model, delegate, heads and corner in their places."""
        self.setModel(self.source)
        self.setItemDelegate(self.delegate)
        self.heads = (
            Head(Qt.Orientation.Vertical, self.drawing, self._picture, self),
            Head(Qt.Orientation.Horizontal, self.drawing, self._picture, self),
        )
        self.setVerticalHeader(self.heads[0])
        self.setHorizontalHeader(self.heads[1])
        self.corner = Corner(self.drawing, self._picture, self)
        for cell in self.source.table.cells:
            place = self.source.place(cell.id)
            if place.columns > 1 or place.rows > 1:
                self.setSpan(place.row, place.column, place.rows, place.columns)
        self._lay_out()

    def repaint_all(self) -> None:
        """Draw every cell afresh: what all of them show has changed."""
        self._picture.forget()
        self.corner.update()
        self._update_panes()

    def needed_width(self) -> int:
        """How wide the table must be that it does not scroll sideways: its labels have given way by then."""
        return self._measured(NARROWEST_VIEW).width + self.verticalScrollBar().sizeHint().width()

    def show_last_year(self, where: LastYear) -> None:
        """Show last year's values there, or hide them; the lines grow where they stand below."""
        self._last_year = where
        self._lay_out()
        self.repaint_all()

    def light(self, span: Span) -> None:
        """Light the labels that name a cell; a head whose labels stay as they are is left alone."""
        before = self.drawing().hot
        self.lit, self._drawing = span, None
        now, top = self.drawing().hot, self.geometry_.top
        self.viewport().update()
        for head, of_rows in zip(self.heads, (True, False), strict=True):
            old, new = ([label for label in hot if (label.span.row >= top) is of_rows] for hot in (before, now))
            if old != new:
                head.viewport().update()

    def _update_panes(self) -> None:
        """Paint all that scrolls; whole, for a picture is copied fastest into one rectangle."""
        for pane in (self.viewport(), *(head.viewport() for head in self.heads)):
            pane.update()

    # ------------------------------------------------------------ layout and drawing

    def drawing(self) -> Drawing:
        """What the heads draw."""
        if self._drawing is None:
            self._drawing = Drawing(self.source.table.labels, self.geometry_, self.lit)
        return self._drawing

    def _lay_out(self) -> None:
        """Fit columns and rows to the width there is, and the columns to the longest number."""
        width = max(self.width(), NARROWEST_VIEW)
        self._digits = self._digits_now()
        self._ratio = self.devicePixelRatioF()
        geometry, before = self._measured(width), self.delegate.line_below
        self.delegate.place_last_year(self._last_year, geometry.xs[-1] - geometry.xs[-2])
        if self.delegate.line_below != before:
            geometry = self._measured(width)
        if geometry.height > self.height():
            geometry = self._measured(width - self.verticalScrollBar().sizeHint().width())
        if geometry is not self.geometry_:
            self._take(geometry)
        scrolls = geometry.width > self.width() and self.horizontalScrollBar().sizeHint().height()
        self.setMaximumHeight(geometry.height + int(scrolls))
        self._place_corner()

    def _take(self, geometry: Geometry) -> None:
        """Give lines, columns and heads their sizes."""
        self.geometry_, self._drawing = geometry, None
        for i in range(self.source.rowCount()):
            self.setRowHeight(i, geometry.ys[geometry.top + i + 1] - geometry.ys[geometry.top + i])
        for i in range(self.source.columnCount()):
            self.setColumnWidth(i, geometry.xs[geometry.left + i + 1] - geometry.xs[geometry.left + i])
        self.verticalHeader().setVisible(geometry.left > 0)
        self.horizontalHeader().setVisible(geometry.top > 0)
        if geometry.left:
            self.verticalHeader().setFixedWidth(geometry.label_width)
        if geometry.top:
            self.horizontalHeader().setFixedHeight(geometry.head_height)
        self.updateGeometries()

    def _measured(self, width: int) -> Geometry:
        """Lay the table out for a width; the few widths that come again with a scroll bar are remembered."""
        snap = Snap(step_of(self._ratio), self.delegate.line_below)
        key = (width, self.font().key(), snap, self._digits)
        if key not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = measure(self.source.table, width, self.font(), snap, self._digits)
        return self._known[key]

    def _digits_now(self) -> int:
        return self.source.digits(with_last=self._last_year is not LastYear.HIDDEN)

    def _place_corner(self) -> None:
        geometry = self.geometry_
        self.corner.setVisible(geometry.left > 0 and geometry.top > 0)
        self.corner.setGeometry(0, 0, geometry.label_width, geometry.head_height)
        self.corner.raise_()

    def _paint_frames(self, painter: QPainter, part: QRect) -> None:
        """Paint what comes and goes over a part of the picture; a bare sheet of paper has nothing."""

    def _place_of(self, cell: CellId) -> QRect:
        return self.geometry_.rect(self.source.table.spans[cell]).translated(self._origin())

    def _rect_of(self, cells: Iterable[CellId]) -> QRect:
        rect, origin = QRect(), self._origin()
        for cell in cells:
            rect = rect.united(self.geometry_.rect(self.source.table.spans[cell]))
        return rect.translated(origin)

    def _origin(self) -> QPoint:
        """Where the corner of the printed grid lies, counted in the viewport."""
        geometry = self.geometry_
        return QPoint(
            -geometry.label_width - self.horizontalHeader().offset(),
            -geometry.head_height - self.verticalHeader().offset(),
        )

    # ------------------------------------------------------------ Qt

    def sizeHint(self) -> QSize:
        return QSize(USUAL_WIDTH, self.geometry_.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, min(self.geometry_.height, self.geometry_.head_height + 6 * self.rowHeight(0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture: not the view's own way, which asks for every cell in sight."""
        if self._ratio != self.devicePixelRatioF():  # moved to another screen
            QTimer.singleShot(0, self, self._lay_out)
        painter = QPainter(self.viewport())
        self._picture.paint(painter, self.geometry_, self._origin(), event.rect())
        self._paint_frames(painter, event.rect())
        painter.end()

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        super().dataChanged(first, last, list(roles))
        self.viewport().update()
        if self._digits != self._digits_now():
            self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel makes the table larger or smaller, a step a notch."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            notches, self._turned = int(self._turned / NOTCH), int(math.fmod(self._turned, NOTCH))
            for _ in range(abs(notches)):
                self.zoom_turned.emit(1 if notches > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Repaint: what stays in view of a tall label moves in it, and pixels of the screen may be cut in two."""
        super().scrollContentsBy(across, down)
        self._update_panes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.delegate.restyle(self.palette(), self.font())
            self._lay_out()
            self.repaint_all()

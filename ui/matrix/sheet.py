"""The printed sheet of a table on the screen: sizes, heads that stay, labels among the values, frames and flash.

It knows which cell is current and draws it; going there, selecting and typing are added by `ui.matrix.view`.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from core.cells import CellId
from core.form.lattice import lattice
from core.form.layout import Label
from ui.matrix.delegate import CellDelegate, Keys
from ui.matrix.geometry import Geometry, measure
from ui.matrix.heads import Corner, Drawing, Head, paint_labels, paint_outer_lines
from ui.matrix.model import TableModel

FLASH_MS = 700
USUAL_WIDTH = 860
NARROWEST_VIEW = 200


class Sheet(QTableView):
    """Draws one table as printed, fitted to its width. objectName: matrixT2, matrixT3, matrixT4."""

    def __init__(self, model: TableModel, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = model
        self.grid = lattice(model.table)
        self.current: CellId = self.grid.rows[0][0]
        self.framed: tuple[CellId, ...] = ()  # what was copied, in a dashed frame
        self._flashing: CellId | None = None
        self.geometry_: Geometry = measure(model.table, USUAL_WIDTH, self.font())
        self.delegate = CellDelegate(model.face, keys, self)
        self._inner_labels = tuple(  # those that stand among the values: captions and heads inside the table
            label for label in model.table.labels if label.span.row >= model.top and _reaches(label, model.left)
        )
        self.setObjectName(f"matrix{model.table.id.upper()}")
        self.setAccessibleName(model.session.report.form.section(model.table.section).title)
        self._dress()
        self._furnish()

    def _dress(self) -> None:
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)  # the paper ends where the table ends
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)

    def _furnish(self) -> None:
        """Put model, delegate, heads and corner in their places."""
        self.setModel(self.source)
        self.setItemDelegate(self.delegate)
        self.heads = (
            Head(Qt.Orientation.Vertical, self.drawing, self),
            Head(Qt.Orientation.Horizontal, self.drawing, self),
        )
        self.setVerticalHeader(self.heads[0])
        self.setHorizontalHeader(self.heads[1])
        self.corner = Corner(self.drawing, self)
        for cell in self.source.table.cells:
            place = self.source.place(cell.id)
            if place.columns > 1 or place.rows > 1:
                self.setSpan(place.row, place.column, place.rows, place.columns)
        self._lay_out()

    def lines_in_view(self) -> int:
        """How many lines of the table show at once."""
        return max(self.viewport().height() // max(self.rowHeight(0), 1) - 1, 1)

    def is_open(self, cell: CellId) -> bool:
        """Whether a cell takes typing."""
        return not self.source.session.report.form.cells[cell].computed

    def flash(self, cell: CellId) -> None:
        """Light a cell up for a moment, for eyes that were elsewhere."""
        self._flashing = cell
        self.viewport().update()
        QTimer.singleShot(FLASH_MS, self, self._end_flash)

    def _end_flash(self) -> None:
        self._flashing = None
        self.viewport().update()

    def frame(self, cells: tuple[CellId, ...]) -> None:
        """Show which cells were copied; none takes the frame away."""
        if cells != self.framed:
            self.framed = cells
            self.viewport().update()

    def _show_current(self, cell: CellId) -> None:
        """Draw another cell as the current one."""
        before, old, self.current = self.drawing(), self.current, cell
        self._repaint_around(old)
        self._repaint_around(cell)
        self._repaint_heads(before)

    def _repaint_heads(self, before: Drawing) -> None:
        """Repaint the labels that begin or cease to name the current cell."""
        now = self.drawing()
        changed = [now.geometry.rect(label.span) for label in now.labels if now.is_hot(label) != before.is_hot(label)]
        for head in self.heads:
            for rect in changed:
                head.viewport().update(rect.translated(head.origin()))

    def _repaint_around(self, cell: CellId) -> None:
        self.viewport().update(self.visualRect(self.source.index_of(cell)).adjusted(-2, -2, 2, 2))

    # ------------------------------------------------------------ layout and drawing

    def drawing(self) -> Drawing:
        """What the heads draw."""
        return Drawing(self.source.table.labels, self.geometry_, self.source.table.spans[self.current])

    def _lay_out(self) -> None:
        """Fit columns and rows to the width there is."""
        table, width = self.source.table, max(self.width(), NARROWEST_VIEW)
        geometry = measure(table, width, self.font())
        if geometry.height > self.height():
            geometry = measure(table, width - self.verticalScrollBar().sizeHint().width(), self.font())
        self.geometry_ = geometry
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
        scrolls = geometry.width > self.width() and self.horizontalScrollBar().sizeHint().height()
        self.setMaximumHeight(geometry.height + int(scrolls))
        self._place_corner()

    def _place_corner(self) -> None:
        geometry = self.geometry_
        self.corner.setVisible(geometry.left > 0 and geometry.top > 0)
        self.corner.setGeometry(0, 0, geometry.label_width, geometry.head_height)
        self.corner.raise_()

    def _paint_frames(self, painter: QPainter) -> None:
        colours = self.delegate.colours
        if self._flashing is not None:
            tint = QColor(colours.flash)
            tint.setAlpha(140)
            painter.fillRect(self._rect_of((self._flashing,)), tint)
        if self.framed:
            painter.setPen(QPen(colours.accent, 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._rect_of(self.framed).adjusted(0, 0, -2, -2))
        painter.setPen(QPen(colours.accent, 2))
        painter.drawRect(self._rect_of((self.current,)).adjusted(0, 0, -1, -1))
        if not self.is_open(self.current):
            self._paint_lock(painter, self._rect_of((self.current,)))

    def _paint_lock(self, painter: QPainter, rect: QRect) -> None:
        body = QRect(rect.left() + 4, rect.bottom() - 7, 7, 5)
        painter.fillRect(body, self.delegate.colours.muted)
        painter.setPen(QPen(self.delegate.colours.muted, 1))
        painter.drawArc(body.left() + 1, body.top() - 3, 4, 6, 0, 180 * 16)

    def _rect_of(self, cells: Iterable[CellId]) -> QRect:
        rect = QRect()
        for cell in cells:
            rect = rect.united(self.visualRect(self.source.index_of(cell)))
        return rect

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
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        drawing, origin = self.drawing(), self._origin()
        if self._inner_labels:
            drawing.labels = self._inner_labels
            paint_labels(painter, drawing, origin, event.region(), self.viewport())
        paint_outer_lines(painter, self, self.geometry_, origin)
        self._paint_frames(painter)
        painter.end()

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
            self.viewport().update()


def _reaches(label: Label, left: int) -> bool:
    return label.span.column + label.span.columns > left

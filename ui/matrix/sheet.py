"""The printed sheet of a table on the screen: sizes, heads that stay, and over its picture what comes and goes.

It knows which cell is current and draws it; going there, selecting and typing are added by `ui.matrix.view`.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from core.cells import CellId
from core.form.lattice import lattice
from ui.matrix import overlay, paths
from ui.matrix.delegate import CellDelegate, Keys
from ui.matrix.equations import equations_for
from ui.matrix.geometry import Geometry, Snap, measure
from ui.matrix.heads import Corner, Head
from ui.matrix.labels import Drawing
from ui.matrix.last_year import LastYear
from ui.matrix.lines import step_of
from ui.matrix.model import TableModel
from ui.matrix.picture import Picture
from ui.matrix.traces import Trace, traces_for

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
        self.traces_shown = True
        self.delegate = CellDelegate(keys, self)
        self._picture = Picture(model, self.delegate, self)
        self._equations = {cell.id: equations_for(model.table, cell.id) for cell in model.table.cells}
        self._drawing: Drawing | None = None
        self._selected: tuple[CellId, ...] = ()
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

    def repaint_all(self) -> None:
        """Draw every cell afresh: what all of them show has changed."""
        self._picture.forget()
        for pane in (self.viewport(), self.corner, *(head.viewport() for head in self.heads)):
            pane.update()

    def show_last_year(self, where: LastYear) -> None:
        """Show last year's values there, or hide them; the lines grow where they stand below."""
        self.delegate.last_year = where
        self._lay_out()
        self.repaint_all()

    def show_traces(self, *, shown: bool) -> None:
        """Show or hide the lines between cells that are summed or weighed against each other."""
        self.traces_shown = shown
        self.viewport().update()

    @property
    def traces(self) -> tuple[Trace, ...]:
        """What lines tie together now."""
        if not self.traces_shown:
            return ()
        return traces_for(self.source.session.report, self._equations[self.current], self.current)

    def _show_current(self, cell: CellId) -> None:
        """Draw another cell as the current one."""
        self.current, self._drawing = cell, None
        for pane in (self.viewport(), *(head.viewport() for head in self.heads)):
            pane.update()  # whole: a picture is copied fastest into one rectangle

    def _repaint_around(self, cell: CellId) -> None:
        self.viewport().update(self.visualRect(self.source.index_of(cell)).adjusted(-2, -2, 2, 2))

    # ------------------------------------------------------------ layout and drawing

    def drawing(self) -> Drawing:
        """What the heads draw."""
        if self._drawing is None:
            table = self.source.table
            self._drawing = Drawing(table.labels, self.geometry_, table.spans[self.current])
        return self._drawing

    def _lay_out(self) -> None:
        """Fit columns and rows to the width there is."""
        table, width = self.source.table, max(self.width(), NARROWEST_VIEW)
        snap = Snap(step_of(self.devicePixelRatioF()), self.delegate.line_below)
        geometry = measure(table, width, self.font(), snap)
        if geometry.height > self.height():
            geometry = measure(table, width - self.verticalScrollBar().sizeHint().width(), self.font(), snap)
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
        scrolls = geometry.width > self.width() and self.horizontalScrollBar().sizeHint().height()
        self.setMaximumHeight(geometry.height + int(scrolls))
        self._place_corner()

    def _place_corner(self) -> None:
        geometry = self.geometry_
        self.corner.setVisible(geometry.left > 0 and geometry.top > 0)
        self.corner.setGeometry(0, 0, geometry.label_width, geometry.head_height)
        self.corner.raise_()

    def _paint_frames(self, painter: QPainter) -> None:
        """Paint what comes and goes."""
        colours, current = self.delegate.colours, self._rect_of((self.current,))
        if not self.delegate.is_stark:
            row, column = (
                self._rect_of((band[0], band[-1]))
                for band in (paths.line_of(self.grid, self.current), paths.column_of(self.grid, self.current))
            )
            overlay.paint_bands(painter, row, column, current, colours)
        if len(self._selected) > 1:
            for cell in self._selected:
                if cell != self.current:
                    face = self.source.face_of(cell)
                    self.delegate.paint_face(painter, self._rect_of((cell,)), face, selected=True)
        overlay.paint_traces(painter, self.traces, self._place_of, self.current, colours)
        if self._flashing is not None:
            overlay.paint_flash(painter, self._rect_of((self._flashing,)), colours)
        if self.framed:
            overlay.paint_copied(painter, self._rect_of(self.framed), colours)
        overlay.paint_current(painter, current, colours, is_locked=not self.is_open(self.current))

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
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        self._picture.paint(painter, self.geometry_, self._origin())
        self._paint_frames(painter)
        painter.end()

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        super().dataChanged(first, last, list(roles))
        cell = self.source.cell(first)
        if first == last and cell is not None:
            self._picture.touch((cell.id,))
        else:
            self._picture.forget()
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        places = (self.source.cell(index) for index in self.selectedIndexes())
        self._selected = tuple(cell.id for cell in places if cell is not None)
        self.viewport().update()

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Repaint: what stays in view of a tall label moves in it, and pixels of the screen may be cut in two."""
        super().scrollContentsBy(across, down)
        for pane in (self.viewport(), *(head.viewport() for head in self.heads)):
            pane.update()

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

"""The view of a table: the printed grid with heads that stay, one current cell, one selection.

The current cell is the one that is typed into; a selection stretches from it to `end`, as in the spreadsheets that the
clerks know. Keys stand in `ui.matrix.keys`.
"""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from core.cells import CellId
from core.form.lattice import lattice
from core.form.layout import Label, Role, Span
from ui import theme
from ui.matrix.delegate import CellDelegate, CellEdit
from ui.matrix.geometry import Geometry, measure
from ui.matrix.heads import Corner, Drawing, Head, paint_labels, paint_outer_lines
from ui.matrix.model import TableModel

FLASH_MS = 700
USUAL_WIDTH = 860
NARROWEST_VIEW = 200
Flag = QItemSelectionModel.SelectionFlag


class Keys(Protocol):
    """What is asked for every key: without an open editor, and with one. True where the key is used up."""

    def press(self, event: QKeyEvent) -> bool: ...

    def press_in_editor(self, editor: CellEdit, event: QKeyEvent) -> bool: ...


class MatrixView(QTableView):
    """Shows one table and holds current cell and selection. objectName: matrixT2, matrixT3, matrixT4."""

    cell_entered = Signal(str)  # the cell that is now current
    selection_moved = Signal()
    locked_touched = Signal()  # somebody tried to type into a computed cell
    menu_wanted = Signal(QPoint)

    def __init__(self, model: TableModel, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = model
        self.grid = lattice(model.table)
        self.current: CellId = self.grid.rows[0][0]
        self.end: CellId = self.current
        self.framed: tuple[CellId, ...] = ()  # what was copied, in a dashed frame
        self._flashing: CellId | None = None
        self.geometry_: Geometry = measure(model.table, USUAL_WIDTH, self.font())
        self.delegate = CellDelegate(model.face, keys.press_in_editor, self)
        self._keys = keys
        self._inner_labels = tuple(  # those that stand among the values: captions and heads inside the table
            label for label in model.table.labels if label.span.row >= model.top and _reaches(label, model.left)
        )
        self.setObjectName(f"matrix{model.table.id.upper()}")
        self.setAccessibleName(model.session.report.form.section(model.table.section).title)
        self._dress()
        self._furnish()
        model.session.cells_changed.connect(self._follow)
        model.session.replaced.connect(self._start_afresh)

    def _dress(self) -> None:
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)

    def _furnish(self) -> None:
        """Put model, delegate, heads and corner in their places."""
        self.setModel(self.source)
        self.setItemDelegate(self.delegate)
        self.heads = (
            Head(Qt.Orientation.Vertical, self.drawing, self._select_label, self),
            Head(Qt.Orientation.Horizontal, self.drawing, self._select_label, self),
        )
        self.setVerticalHeader(self.heads[0])
        self.setHorizontalHeader(self.heads[1])
        self.corner = Corner(self.drawing, self.select_all, self)
        for cell in self.source.table.cells:
            place = self.source.place(cell.id)
            if place.columns > 1 or place.rows > 1:
                self.setSpan(place.row, place.column, place.rows, place.columns)
        self._lay_out()
        self.selectionModel().setCurrentIndex(self.source.index_of(self.current), Flag.ClearAndSelect)

    # ------------------------------------------------------------ current cell and selection

    def go(self, cell: CellId) -> None:
        """Make a cell the current and only selected one."""
        self._move_to(cell)
        self.end = cell
        # said outright: the view's own setCurrentIndex would ask which modifiers are held
        index = self.source.index_of(cell)
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        self.scrollTo(index)
        self._tell_selection()

    def extend(self, cell: CellId) -> None:
        """Stretch the selection from the current cell to another."""
        self.end = cell
        self.choose(self.grid.between(self.current, cell))
        self.scrollTo(self.source.index_of(cell))

    def choose(self, cells: Iterable[CellId], *, add: bool = False) -> None:
        """Select exactly these cells, or these as well; the current one stays."""
        chosen = QItemSelection()
        for cell in cells:
            index = self.source.index_of(cell)
            chosen.select(index, index)
        self.selectionModel().select(chosen, Flag.Select if add else Flag.ClearAndSelect)
        self._tell_selection()

    def enter(self, cell: CellId) -> None:
        """Make a cell of the selection the current one and keep the selection."""
        self._move_to(cell)
        self.selectionModel().setCurrentIndex(self.source.index_of(cell), Flag.NoUpdate)
        self.scrollTo(self.source.index_of(cell))
        self._tell_selection()

    def select_all(self) -> None:
        self.choose(self.grid.places)

    def chosen(self) -> tuple[CellId, ...]:
        """The selected cells, in the order of the form; at least the current one."""
        chosen = {cell.id for index in self.selectedIndexes() if (cell := self.source.cell(index)) is not None}
        if len(chosen) < 2:
            return (*chosen,) or (self.current,)
        return tuple(cell for cell in self.grid.places if cell in chosen)

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

    def _move_to(self, cell: CellId) -> None:
        if cell == self.current:
            return
        before, old, self.current = self.drawing(), self.current, cell
        self._repaint_around(old)
        self._repaint_around(cell)
        self._repaint_heads(before)
        self.cell_entered.emit(cell)

    def _repaint_heads(self, before: Drawing) -> None:
        """Repaint the labels that begin or cease to name the current cell."""
        now = self.drawing()
        changed = [now.geometry.rect(label.span) for label in now.labels if now.is_hot(label) != before.is_hot(label)]
        for head in self.heads:
            for rect in changed:
                head.viewport().update(rect.translated(head.origin()))

    def _repaint_around(self, cell: CellId) -> None:
        self.viewport().update(self.visualRect(self.source.index_of(cell)).adjusted(-2, -2, 2, 2))

    def _tell_selection(self) -> None:
        self.selection_moved.emit()

    def _select_label(self, label: Label, stretch: bool) -> None:  # noqa: FBT001 - handed to the heads as a callable
        """Select the cells that a label names."""
        span, top = label.span, self.source.top
        if label.role is Role.CAPTION:
            return
        by_column = span.row < top
        cells = [cell for cell in self.grid.places if _names(span, self._printed(cell), by_column=by_column)]
        if not cells:
            return
        if stretch:
            self.choose(self.grid.between(self.current, cells[-1]), add=True)
            return
        self.go(cells[0])
        self.end = cells[-1]
        self.choose(cells)

    def _printed(self, cell: CellId) -> Span:
        return self.source.table.spans[cell]

    # ------------------------------------------------------------ what the session tells

    def _follow(self, changed: frozenset[CellId]) -> None:
        """Go to what undo, redo or an edit made elsewhere has changed."""
        if self.source.own_edit:
            return
        typed = [cell for cell in self.grid.places if cell in changed and self.is_open(cell)]
        if typed and len(typed) < len(self.grid.places) // 2:
            self.go(typed[0])
            self.choose(typed)

    def _start_afresh(self) -> None:
        self.frame(())
        self.go(self.grid.rows[0][0])

    # ------------------------------------------------------------ typing

    def open_editor(self, *, typing: bool, text: str | None = None) -> CellEdit | None:
        """Open the editor of the current cell, its caret at the end; `text` stands in it instead of the value."""
        if not self.is_open(self.current):
            self.locked_touched.emit()
            return None
        self.delegate.typing = typing
        self.edit(self.source.index_of(self.current))
        editor = self.editor()
        if editor is not None:
            if text is not None:
                editor.setText(text)
            editor.end(False)  # noqa: FBT003 - Qt's own signature
        return editor

    def type_over(self, event: QKeyEvent) -> None:
        """Open the editor of the current cell and let a typed key replace what stands there."""
        self.delegate.typing = True
        self.edit(self.source.index_of(self.current), QAbstractItemView.EditTrigger.AnyKeyPressed, event)

    def editor(self) -> CellEdit | None:
        """The editor that is open, if one is."""
        return self.delegate.editor if self.state() is QAbstractItemView.State.EditingState else None

    def leave(self, editor: CellEdit, *, keep: bool) -> None:
        """Close an editor and keep, or drop, what stands in it."""
        if keep:
            self.commitData(editor)
        self.closeEditor(editor, CellDelegate.EndEditHint.NoHint)

    def leave_table(self, *, forward: bool) -> None:
        """Hand the focus to the next (or previous) field of the window: Tab alone stays in the table."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    # ------------------------------------------------------------ layout and drawing

    def drawing(self) -> Drawing:
        """What the heads draw."""
        return Drawing(self.source.table.labels, self.geometry_, self._printed(self.current))

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
            tint = theme.mixed(colours.flash, colours.paper, 0)
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Not the view's own: that one paints the whole table afresh each time an editor closes."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self.is_open(self.current))
        self._repaint_around(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._repaint_around(self.current)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.delegate.restyle(self.palette(), self.font())
            self._lay_out()
            self.viewport().update()

    def cell_at(self, position: QPoint) -> CellId | None:
        cell = self.source.cell(self.indexAt(position))
        return None if cell is None else cell.id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._keys.press(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if cell is None:
            return
        if event.button() is Qt.MouseButton.RightButton:
            if cell not in self.chosen():
                self.go(cell)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.extend(cell)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            kept = self.chosen()
            self._move_to(cell)
            self.end = cell
            self.selectionModel().setCurrentIndex(self.source.index_of(cell), Flag.NoUpdate)
            self.choose((*kept, cell))
        else:
            self.go(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and cell is not None and cell != self.end:
            self.extend(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.cell_at(event.position().toPoint()) == self.current:
            self.open_editor(typing=False)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.delegate.typing = True
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        below = self.viewport().mapToGlobal(self._rect_of((self.current,)).bottomLeft())
        self.menu_wanted.emit(event.globalPos() if at_mouse else below)


def _names(label: Span, cell: Span, *, by_column: bool) -> bool:
    if by_column:
        return label.column <= cell.column < label.column + label.columns
    return label.row <= cell.row < label.row + label.rows


def _reaches(label: Label, left: int) -> bool:
    return label.span.column + label.span.columns > left

"""The view of a table: one current cell, one selection, the mouse, and the editor of a cell.

The current cell is the one that is typed into; a selection stretches from it to `end`, as in the spreadsheets that the
clerks know. Keys stand in `ui.matrix.keys`.
"""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from core.cells import CellId
from ui.matrix.composing import Composing
from ui.matrix.delegate import CellDelegate, CellEdit
from ui.matrix.handle import FillHandle
from ui.matrix.head_picks import HeadPicks
from ui.matrix.model import TableModel
from ui.matrix.mouse import Mouse
from ui.matrix.sheet import Sheet

Flag = QItemSelectionModel.SelectionFlag


class Keys(Protocol):
    """What is asked for every key: without an open editor, and with one. True where the key is used up."""

    def press(self, event: QKeyEvent) -> bool: ...

    def press_in_editor(self, editor: CellEdit, event: QKeyEvent) -> bool: ...


class MatrixView(Sheet):
    """Shows one table and holds current cell and selection."""

    cell_entered = Signal(str)  # the cell that is now current
    selection_moved = Signal()
    locked_touched = Signal()  # somebody tried to type into a computed cell
    menu_wanted = Signal(QPoint)
    drawn_out = Signal(tuple, tuple)  # the cells selected, the cells that the fill handle was drawn over
    draw_down_wanted = Signal(tuple)  # the cells selected: a double click on the fill handle
    typed = Signal(str)  # what was typed into the current cell and kept

    def __init__(self, model: TableModel, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(model, keys.press_in_editor, parent)
        self.end: CellId = self.current
        self._keys = keys
        self.handle = FillHandle(self)
        self.painted_over: list[Callable[[QPainter], None]] = [
            self.handle.paint
        ]  # what is drawn over the table, in order
        self._mouse = Mouse(self)
        self._composing = Composing(self)
        self.viewport().setMouseTracking(True)
        self.selectionModel().setCurrentIndex(model.index_of(self.current), Flag.ClearAndSelect)
        self.handle.follow()
        self.delegate.commitData.connect(lambda editor: self.typed.emit(editor.text()))  # left by the mouse
        self._picks = HeadPicks(self)
        self.corner.pressed.connect(self.select_all)
        model.session.cells_changed.connect(self._follow)
        model.session.final_changed.connect(self._lock)
        model.session.replaced.connect(self._start_afresh)

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

    def _move_to(self, cell: CellId) -> None:
        self._composing.settle()
        if cell != self.current:
            self._show_current(cell)
            self.cell_entered.emit(cell)

    def _tell_selection(self) -> None:
        self.handle.follow()
        self.selection_moved.emit()

    # ------------------------------------------------------------ what the session tells

    def _follow(self, changed: frozenset[CellId]) -> None:
        """Go to what undo, redo or an edit made elsewhere has changed."""
        if self.source.own_edit:
            return
        typed = [cell for cell in self.grid.places if cell in changed and self.is_stop(cell)]
        if typed and len(typed) < len(self.grid.places) // 2:
            self.go(typed[0])
            self.choose(typed)

    def _lock(self) -> None:
        """Show that a final report takes no typing, or that it takes some again."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self.is_open(self.current))
        self.handle.follow()
        self.viewport().update()

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
            self.typed.emit(editor.text())
        self.closeEditor(editor, CellDelegate.EndEditHint.NoHint)

    def ask_for_menu(self) -> None:
        """Ask for the menu below the current cell."""
        self.menu_wanted.emit(self.viewport().mapToGlobal(self.rect_of((self.current,)).bottomLeft()))

    def leave_table(self, *, forward: bool) -> None:
        """Hand the focus to the next (or previous) field of the window: Tab alone stays in the table."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def columns_in_view(self) -> int:
        """How many columns of the table show at once, less one."""
        wide = max(self.columnWidth(i) for i in range(self.source.columnCount()))
        return max(self.viewport().width() // max(wide, 1) - 1, 1)

    def rect_of(self, cells: Iterable[CellId]) -> QRect:
        """The rectangle in the viewport around cells."""
        rect = QRect()
        for cell in cells:
            rect = rect.united(self.visualRect(self.source.index_of(cell)))
        return rect

    # ------------------------------------------------------------ Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for paint in self.painted_over:
            paint(painter)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Not the view's own: that one paints the whole table afresh each time an editor closes."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self.is_open(self.current))
        self._repaint_around(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._repaint_around(self.current)

    def cell_at(self, position: QPoint) -> CellId | None:
        cell = self.source.cell(self.indexAt(position))
        return None if cell is None else cell.id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._keys.press(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.delegate.typing = True
        self._composing.take(event, super().inputMethodEvent)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Tell the input method as well where it is written now: its candidates stand there."""
        super().currentChanged(current, previous)
        self.updateMicroFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            self.ask_for_menu()

"""What the mouse does in a table: click, drag, with Shift and Ctrl, double click, and the fill handle."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from core.cells import CellId
from ui.matrix import paths

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

Button, Mod = Qt.MouseButton, Qt.KeyboardModifier
SCROLL_MS = 60
"""Milliseconds for one more cell while a drag is held beyond the edge."""


class Mouse(QObject):
    """Turns presses, drags and double clicks into selections of a view. A right click keeps what is selected.

    A drag that is held beyond the edge goes on by itself, cell by cell, and the view scrolls along.
    """

    def __init__(self, view: "MatrixView") -> None:
        super().__init__(view)
        self._view = view
        self._dragging = False
        self._place = QPoint()
        self._beyond = QTimer(self)
        self._beyond.setInterval(SCROLL_MS)
        self._beyond.timeout.connect(self._drag_on)

    def press(self, event: QMouseEvent) -> None:
        """Begin a selection, go on with one, or take hold of the fill handle."""
        view, place = self._view, event.position().toPoint()
        if event.button() is Button.LeftButton and view.handle.is_under(place):
            view.handle.held = True
            return
        cell = view.cell_at(place)
        if cell is None or event.button() not in {Button.LeftButton, Button.RightButton}:
            return
        if event.button() is Button.RightButton:
            if cell not in view.chosen():
                view.go(cell)
            return
        self._dragging = True
        if event.modifiers() & Mod.ShiftModifier:
            view.extend(cell)
        elif event.modifiers() & Mod.ControlModifier:
            self._toggle(cell)
        else:
            view.go(cell)

    def move(self, event: QMouseEvent) -> None:
        """Stretch the selection or the filling to where the mouse is; without a button, show what it would do."""
        view, place = self._view, event.position().toPoint()
        if not event.buttons() & Button.LeftButton:
            shape = Qt.CursorShape.CrossCursor if view.handle.is_under(place) else Qt.CursorShape.ArrowCursor
            if view.viewport().cursor().shape() is not shape:
                view.viewport().setCursor(shape)
            return
        self._place = place
        if view.viewport().rect().contains(place) or not (self._dragging or view.handle.held):
            self._beyond.stop()
        elif not self._beyond.isActive():
            self._beyond.start()
        self._drag_to(self._nearest(place))

    def _drag_to(self, cell: CellId | None) -> None:
        if cell is None:
            return
        if self._view.handle.held:
            self._view.handle.drag_to(cell)
        elif self._dragging and cell != self._view.end:
            self._view.extend(cell)

    def _drag_on(self) -> None:
        """Take one cell more, in the direction of the mouse."""
        view, place, inside = self._view, self._place, self._view.viewport().rect()
        cell = self._nearest(place)
        if cell is None:
            return
        down = (place.y() > inside.bottom()) - (place.y() < inside.top())
        right = (place.x() > inside.right()) - (place.x() < inside.left())
        for by in ((down, 0), (0, right)):
            cell = paths.beside(view.grid, cell, *by) if any(by) else cell
        view.scrollTo(view.source.index_of(cell))
        self._drag_to(cell)

    def release(self) -> None:
        """End a drag; the cells that the fill handle was drawn over are filled."""
        self._beyond.stop()
        self._dragging = False
        handle = self._view.handle
        if handle.held:
            source, target = handle.source, handle.let_go()
            if target:
                self._view.drawn_out.emit(source, target)

    def double_click(self, event: QMouseEvent) -> None:
        """Edit the cell; on the fill handle, fill down."""
        view, place = self._view, event.position().toPoint()
        if event.button() is not Button.LeftButton:
            return
        if view.handle.is_under(place):
            view.handle.held = False
            view.draw_down_wanted.emit(view.handle.source)
        elif view.cell_at(place) == view.current:
            view.open_editor(typing=False)

    def _nearest(self, place: QPoint) -> CellId | None:
        """The cell under the mouse, or at the edge of the table that a drag has passed; beyond it the view scrolls."""
        view = self._view
        inside = view.viewport().rect()
        right = min(inside.right(), view.horizontalHeader().length() - view.horizontalHeader().offset() - 1)
        bottom = min(inside.bottom(), view.verticalHeader().length() - view.verticalHeader().offset() - 1)
        return view.cell_at(QPoint(min(max(place.x(), 0), right), min(max(place.y(), 0), bottom)))

    def _toggle(self, cell: CellId) -> None:
        """Add a cell to the selection, or take it out."""
        view = self._view
        kept = view.chosen()
        rest = tuple(other for other in kept if other != cell) or kept
        current = cell if cell not in kept else rest[0]
        view.enter(current)
        view.end = current
        view.choose(rest if cell in kept else (*kept, cell))

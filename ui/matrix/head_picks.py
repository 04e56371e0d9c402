"""Selecting by the heads of a table: a click, a drag over several, Shift from the last one, Ctrl for one more."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from core.cells import CellId
from core.form.layout import Label, Role, Span

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

Mod = Qt.KeyboardModifier
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}


class HeadPicks(QObject):
    """Watches both heads of a view and turns presses on their labels into selections of lines or columns."""

    def __init__(self, view: "MatrixView") -> None:
        super().__init__(view)
        self._view = view
        self._panes = {head.viewport(): head for head in view.heads}
        for pane in self._panes:
            pane.installEventFilter(self)
        self._first: Label | None = None  # where a drag, or a stretch with Shift, begins
        self._kept: tuple[CellId, ...] = ()  # what Ctrl adds to

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the left button's presses and drags; everything else is the head's own."""
        if not isinstance(event, QMouseEvent) or not isinstance(watched, QWidget) or watched not in self._panes:
            return False
        label = self._panes[watched].label_at(event.position().toPoint())
        if event.type() is QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            if label is not None:
                self.drag(label)
            return True
        if event.type() not in _PRESSES or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if label is not None:
            self.press(label, event.modifiers())
        return True

    def press(self, label: Label, held: Qt.KeyboardModifier) -> None:
        """Select the cells that a label names."""
        cells = self._named(label, label)
        if not cells:
            return
        if held & Mod.ShiftModifier:
            self._stretch(label)
            return
        self._first = label
        self._kept = self._view.chosen() if held & Mod.ControlModifier else ()
        self._select(cells)

    def drag(self, label: Label) -> None:
        """Select from the label that was pressed to another."""
        if self._first is not None and self._named(label, label):
            self._stretch(label)

    def _stretch(self, label: Label) -> None:
        first = self._first
        if first is None or self._down(first) is not self._down(label):
            first = self._first = self._of_current(label)
        self._select(self._named(first, label))

    def _select(self, cells: tuple[CellId, ...]) -> None:
        view = self._view
        view.go(cells[0])
        view.end = cells[-1]
        view.choose((*self._kept, *cells))

    def _named(self, first: Label, last: Label) -> tuple[CellId, ...]:
        """The cells of the lines (or columns) from one label to another."""
        if Role.CAPTION in {first.role, last.role} or first not in self._view.source.table.labels:
            return ()
        spans = self._view.source.table.spans
        return tuple(
            cell
            for cell in self._view.grid.places
            if _between(first.span, last.span, spans[cell], by_column=self._down(last))
        )

    def _down(self, label: Label) -> bool:
        """Whether a label names columns."""
        return label.span.row < self._view.source.top

    def _of_current(self, like: Label) -> Label:
        """The label, of the same kind as another, that names the current cell."""
        view = self._view
        at = view.source.table.spans[view.current]
        labels = (label for label in view.source.table.labels if label.role is like.role)
        named = (label for label in labels if _between(label.span, label.span, at, by_column=self._down(like)))
        return next((label for label in named if self._down(label) is self._down(like)), like)


def _between(first: Span, last: Span, cell: Span, *, by_column: bool) -> bool:
    if by_column:
        left = min(first.column, last.column)
        right = max(first.column + first.columns, last.column + last.columns)
        return left <= cell.column < right
    top, bottom = min(first.row, last.row), max(first.row + first.rows, last.row + last.rows)
    return top <= cell.row < bottom

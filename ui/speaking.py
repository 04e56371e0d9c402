"""What a screen reader is told beyond Qt's own words: the line or cell in which the keyboard arrives.

Qt names a list or a table that gets the keyboard, and its current line only when that changes: whoever listens would
not know where in the table they are.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QTableView, QWidget
from shiboken6 import isValid


class Speaking(QObject):
    """Listens to the keyboard's way through the program; idle where nobody reads the screen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if QAccessible.isActive() and isinstance(now, QAbstractItemView):
            QTimer.singleShot(0, now, lambda: speak_current(now))  # after Qt named the whole


def speak_current(view: QAbstractItemView) -> None:
    """Tell whoever listens which line or cell of a view is the current one."""
    child = child_of_current(view) if isValid(view) and view.hasFocus() else None
    if child is not None:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(child)
        QAccessible.updateAccessibility(event)


def child_of_current(view: QAbstractItemView) -> int | None:
    """Return the number of the current line or cell in Qt's accessibility tree, None where that is not known.

    A table counts its heads along: the corner is 0, then line by line, each with its head first.
    """
    index = view.currentIndex()
    if not index.isValid():
        return None
    if isinstance(view, QListView):
        return index.row()
    if isinstance(view, QTableView):
        return (index.row() + 1) * (index.model().columnCount() + 1) + index.column() + 1
    return None

"""Dragging something from outside onto a window, as the system tells it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_COPY, _LEFT, _NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def file_data(paths: Sequence[Path]) -> QMimeData:
    """Return what a file manager gives along with files."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def hover(window: QWidget, data: QMimeData, at: QPoint | None = None) -> bool:
    """Drag something over a window; tell whether it would be taken."""
    point = at or window.rect().center()
    enter = QDragEnterEvent(point, _COPY, data, _LEFT, _NO_KEY)
    QApplication.sendEvent(window.windowHandle(), enter)
    move = QDragMoveEvent(point, _COPY, data, _LEFT, _NO_KEY)
    QApplication.sendEvent(window.windowHandle(), move)
    return move.isAccepted()


def leave(window: QWidget) -> None:
    """Drag it out of the window again."""
    QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())


def drop(window: QWidget, data: QMimeData, at: QPoint | None = None) -> None:
    """Drag something onto a window and let it go there."""
    hover(window, data, at)
    point = QPointF(at or window.rect().center())
    QApplication.sendEvent(window.windowHandle(), QDropEvent(point, _COPY, data, _LEFT, _NO_KEY))

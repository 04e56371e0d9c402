"""The whole window takes what is dragged onto it, and says while it is dragged what will become of it.

The zone lies over everything only while something hovers: fields that would take a file for words do not see it.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui import formats, theme
from ui.incoming import Incoming, incoming
from ui.theme import STEP


class DropZone(QWidget):
    """Lies over a window while a file, or words where `takes_words` allows, hovers over it (objectName `dropZone`)."""

    dropped = Signal(object)  # Incoming

    def __init__(self, window: QWidget, takes_words: Callable[[], bool]) -> None:
        super().__init__(window)
        self.setObjectName("dropZone")
        self._window, self._takes_words = window, takes_words
        self._words = ("", "")
        self.setAcceptDrops(True)
        self.hide()
        window.winId()  # the system's own window comes into being: drags are told to it first
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def words(self) -> str:
        """Return what is said while something hovers."""
        return "".join(self._words) if self.isVisible() else ""

    def _takes(self, brought: Incoming, *, from_outside: bool) -> bool:
        return bool(brought.files) or (from_outside and brought.is_something and self._takes_words())

    # ------------------------------------------------------------ Qt

    def eventFilter(self, _handle: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            brought = incoming(event.mimeData())
            if self._takes(brought, from_outside=event.source() is None):
                self._words = words_for(brought)
                self.setGeometry(self._window.rect())
                self.raise_()
                self.show()
                self.update()
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _as_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _as_copy(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        _as_copy(event)
        self.dropped.emit(incoming(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = theme.colours(self.palette())
        veil = QColor(shades.paper)
        veil.setAlpha(232)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(shades.accent, 2, Qt.PenStyle.DashLine))
        painter.drawRect(self.rect().adjusted(3 * STEP, 3 * STEP, -3 * STEP, -3 * STEP))
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        room = self.rect().adjusted(10 * STEP, 0, -10 * STEP, 0)
        middle = room.center().y()
        painter.setFont(theme.large(self.font()))
        upper = QRect(room.left(), 0, room.width(), middle)
        painter.drawText(upper, centre | Qt.AlignmentFlag.AlignBottom, self._words[0])
        painter.setFont(self.font())
        painter.setPen(shades.ink)
        lower = QRect(room.left(), middle + 3 * STEP, room.width(), room.bottom() - middle)
        painter.drawText(lower, centre | Qt.AlignmentFlag.AlignTop, self._words[1])
        painter.end()


def words_for(brought: Incoming) -> tuple[str, str]:
    """Return what is said of something that hovers: what will be done, and what to know about it."""
    if len(brought.files) > 1:
        return f"一次只能读一份，这里有 {len(brought.files)} 个文件", "请只拖一个文件。"
    if not brought.files:
        return "放开鼠标，读这段文字", "读到的内容先给您核对，不会直接填入。"
    file = brought.files[0]
    if file.suffix.lower() == formats.OWN:
        return f"放开鼠标，打开“{file.name}”", "年报项目"
    if formats.is_known(file):
        return f"放开鼠标，读“{file.name}”", "读到的内容先给您核对，不会直接填入。"
    return f"放开鼠标，试着读“{file.name}”", f"不常见的文件类型。能读的是{formats.NAMES}。"


def _as_copy(event: QDropEvent) -> None:
    """Take what is dragged as a copy: the file stays where it is, whatever its window proposes."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()

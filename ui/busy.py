"""The mark at the foot of the window that something is being done: nothing for 0.2 s, then words and 取消 (or Esc)."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.background import Task
from ui.controls import button, plain

PATIENCE_MS = 200


class BusyMark(QWidget):
    """Shows one task under way (objectName `busy`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busy")
        self._task: Task | None = None
        self._words = plain()
        self._words.setWordWrap(False)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(96)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        for part in (self._words, bar, button("取消（Esc）", "busyCancel", self._call_off)):
            row.addWidget(part)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._call_off)
        self._escape.setEnabled(False)  # Esc means other things while nothing is under way
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show_up)
        self.hide()

    @Slot(str, object)
    def watch(self, words: str, task: Task) -> None:
        """Show that a task is under way, or how far the one that was shown already is."""
        self._words.setText(words)
        if task is not self._task:
            self._task = task
            self._patience.start()

    @Slot()
    def rest(self) -> None:
        """Nothing is under way any more."""
        self._task = None
        self._patience.stop()
        self._escape.setEnabled(False)
        self.hide()

    def _show_up(self) -> None:
        self._escape.setEnabled(True)
        self.show()

    def _call_off(self) -> None:
        if self._task is not None:
            self._task.call_off()
        self.rest()

"""Calls of a second start, taken while the window is there: it comes forward, and the file is opened in it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from core import running


class Calls(QObject):
    """Answers for the user's own folder `place`, unless another program does already.

    `open_now` tells which file is open; a call for that one only brings the window forward.
    """

    wanted = Signal(object)  # Path of a file to open

    def __init__(self, place: Path, window: QWidget, open_now: Callable[[], Path | None]) -> None:
        super().__init__(window)
        self._place, self._window, self._open_now = place, window, open_now
        self._lock = running.take(place)
        if self._lock is not None:
            watcher = QFileSystemWatcher([str(running.calls_of(place))], self)
            watcher.directoryChanged.connect(self.look)

    def look(self) -> None:
        """Answer what was called. While a question is open nobody is answered: the other start then helps itself."""
        if self._lock is None or QApplication.activeModalWidget() is not None:
            return
        for file in running.answer(self._place):
            bring_forward(self._window)
            if file and Path(file) != self._open_now():
                self.wanted.emit(Path(file))

    def close(self) -> None:
        """Answer no more."""
        if self._lock is not None:
            running.give_up(self._place, self._lock)
            self._lock = None


def bring_forward(window: QWidget) -> None:
    """Show a window before all others, also out of the task bar."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()

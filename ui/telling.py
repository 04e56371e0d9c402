"""What the window says: at its foot what was done, above the page what went wrong, and what is being done meanwhile."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ui.busy import BusyMark
from ui.faults import as_user_error
from ui.main_window import MainWindow
from ui.messages import Notice
from ui.session import Session
from ui.words import FROZEN

FOOT_MS = 8000
"""Milliseconds that a message stays at the foot of the window."""


class Telling(QObject):
    """One place for all words of one window, so that none is said beside a report that it does not speak of."""

    def __init__(self, window: MainWindow, session: Session, log_file: Path | None = None) -> None:
        super().__init__(window)
        self._foot, self._log_file = window.said, log_file
        self.notice = Notice()
        self.busy = BusyMark()
        self._travel = ""
        self._hush = QTimer(self, singleShot=True, interval=FOOT_MS)
        self._hush.timeout.connect(self._foot.clear)
        session.refused.connect(lambda: self.say(FROZEN))
        session.history_changed.connect(self._forget_travel)
        session.travelled.connect(self._say_travel)
        session.unguarded.connect(self.show_error)
        session.replaced.connect(self.notice.hide)  # it spoke of the document before
        session.final_changed.connect(lambda: self.notice.setHidden(session.is_frozen or self.notice.isHidden()))

    def say(self, words: str) -> None:
        """Say at the foot of the window what happened."""
        self._foot.setText(words)
        self._foot.setToolTip(words)
        self._hush.start()

    def show_error(self, error: Exception) -> None:
        """Say above the page what went wrong."""
        self.notice.show_error(as_user_error(error, self._log_file))

    def hear(self, *working: Any) -> None:
        """Listen to what works in the background: `said` (str), `busy` (str, Task) and `idle`."""
        for source in working:
            source.said.connect(self.say)
            source.busy.connect(self.busy.watch)
            source.idle.connect(self.busy.rest)

    def _say_travel(self, words: str) -> None:
        self._travel = words
        self.say(words)

    def _forget_travel(self) -> None:
        """Words about an undone step are false beside the next step."""
        if self._travel and self._foot.text() == self._travel:
            self._foot.clear()

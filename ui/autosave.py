"""Saving without being asked: two seconds after the last edit, once the project has a file.

If it fails it stops, says so, and begins again after the next save by hand that goes well.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import UserError
from ui.session import Session

PAUSE_MS = 2000


class Autosave(QObject):
    """Watches a session and saves it."""

    failed = Signal(object)  # UserError

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.is_stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.save_now)
        session.history_changed.connect(self._wait)
        session.replaced.connect(self._begin)
        session.saved_changed.connect(self._saved)

    def save_now(self) -> None:
        """Save if there is a file and something to save."""
        self._timer.stop()
        if self._session.path is None or self._session.is_saved or self.is_stopped:
            return
        try:
            self._session.save()
        except UserError as error:
            self.is_stopped = True
            self.failed.emit(error)

    def _wait(self) -> None:
        if self._session.path is not None and not self._session.is_saved and not self.is_stopped:
            self._timer.start()

    def _begin(self) -> None:
        self._timer.stop()
        self.is_stopped = False

    def _saved(self) -> None:
        if self._session.is_saved:
            self.is_stopped = False
            self._timer.stop()

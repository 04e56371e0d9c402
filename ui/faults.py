"""What nobody caught: it goes to the log, and the clerk reads one general sentence with the log's place.

`UserError` brings its own words. Anything else is a fault of ours; the recovery copy has the work.
"""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from core.errors import UserError

log = logging.getLogger(__name__)


def as_user_error(error: BaseException, log_file: Path | None) -> UserError:
    """Return an error in words for the clerk."""
    if isinstance(error, UserError):
        return error
    place = f"详细情况记在“{log_file}”，" if log_file else ""
    return UserError(
        "程序里出了一处错，刚才这一步可能没有做成；已填的内容没有丢。", f"{place}请先保存，再把它转给维护人员。"
    )


class Faults(QObject):
    """Catches what nobody else caught, on any thread, and tells it on the window's."""

    caught = Signal(object)  # UserError

    def __init__(self, log_file: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log_file = log_file

    def install(self) -> None:
        """Put this in the place of Python's own printing of uncaught exceptions."""
        sys.excepthook = self.take
        threading.excepthook = lambda said: self.take(said.exc_type, said.exc_value, said.exc_traceback)

    def take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log an exception and tell it to the clerk."""
        if error is None or issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        if not isinstance(error, UserError):
            log.critical("uncaught", exc_info=(kind, error, trace))
        self.caught.emit(as_user_error(error, self.log_file))

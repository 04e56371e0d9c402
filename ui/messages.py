"""What went wrong, said in the window itself: a strip above the page, no box in the way (look.md).

`UserError` brings its own words. Anything else is a fault of ours: it goes to the log, and the clerk reads one general
sentence with the log's place; the recovery copy has the work.
"""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from core.errors import UserError
from ui import theme
from ui.controls import button, plain

log = logging.getLogger(__name__)


def as_user_error(error: BaseException, log_file: Path | None) -> UserError:
    """Return an error in words for the clerk."""
    if isinstance(error, UserError):
        return error
    place = f"详细情况记在“{log_file}”，" if log_file else ""
    return UserError(
        "程序里出了一处错，刚才这一步可能没有做成；已填的内容没有丢。", f"{place}请先保存，再把它转给维护人员。"
    )


class Notice(QFrame):
    """The strip: what happened, what to do, at most one button for it, and 知道了 (objectName `notice`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAutoFillBackground(True)
        self._words = plain()
        self._words.setObjectName("noticeWords")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._remedy = button("", "noticeRemedy", self._act)
        self._close = button("知道了", "noticeClose", self.hide)
        self._action: Callable[[], object] | None = None
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self.hide, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self._remedy)
        row.addWidget(self._close)
        self.hide()

    def show_error(self, error: UserError, remedy: str = "", action: Callable[[], object] | None = None) -> None:
        """Say what went wrong; `remedy` is the word on a button that does `action`."""
        self._show(f"▲ {error.message}{error.hint}", theme.colours(self.palette()).error.name())
        self._offer(remedy, action)

    def show_words(self, words: str, remedy: str = "", action: Callable[[], object] | None = None) -> None:
        """Say something that is no error."""
        self._show(words, theme.colours(self.palette()).accent.name())
        self._offer(remedy, action)

    def words(self) -> str:
        return self._words.text() if self.isVisible() else ""

    def _show(self, words: str, colour: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setStyleSheet(
            f"#notice {{ border: 1px solid {colour}; border-radius: 3px; }} #noticeWords {{ color: {colour}; }}"
        )
        self.show()

    def _offer(self, remedy: str, action: Callable[[], object] | None) -> None:
        self._action = action
        self._remedy.setText(remedy)
        self._remedy.setVisible(action is not None)

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()


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

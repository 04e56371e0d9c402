"""The words in the title and at the top right: which report this is, how it stands, whether it is safe."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication

from core.summary import standing_word
from ui import PROGRAM
from ui.autosave import Autosave
from ui.main_window import MainWindow
from ui.session import Session
from ui.words import clock, headline

LONGEST_UNIT = 24
"""Characters of a unit's name at the top right; more of them would push the menus out of the window."""


class TitleLine(QObject):
    """Keeps the standing (draft or ready) as of the last findings, which may follow the words that were typed."""

    def __init__(self, window: MainWindow, session: Session, autosave: Autosave) -> None:
        super().__init__(window)
        self._window, self._session, self._autosave = window, session, autosave
        self._standing = ""
        for judged in (session.findings_changed, session.replaced):
            judged.connect(self._judge)

    def tell(self, *, has_report: bool) -> None:
        """Say what is open; nothing but the program's name where nothing is."""
        window, head = self._window, self._window.head
        head.setVisible(has_report)
        if not has_report:
            window.setWindowTitle(PROGRAM)
            return
        report = self._session.report
        words = f"{headline(replace(report, unit=_short(report.unit)))} · {self._standing} · {self._saved_words()}"
        if words != head.text():
            head.setText(words)
            bar = window.menuBar()
            QApplication.sendEvent(bar, QResizeEvent(bar.size(), bar.size()))  # it measures its corner at no other time
        name = self._session.path.name if self._session.path else "未保存"
        window.setWindowTitle(f"{headline(report)} · {name} — {PROGRAM}")

    def _judge(self) -> None:
        standing = standing_word(self._session.report, self._session.verdict)
        if standing != self._standing:
            self._standing = standing
            if not self._window.head.isHidden():
                self.tell(has_report=True)

    def _saved_words(self) -> str:
        session = self._session
        if session.path is None:
            return "还没有保存到文件"
        if not session.is_saved:
            return "有未保存的修改（自动保存停了）" if self._autosave.is_stopped else "有未保存的修改"
        return f"已保存 {clock(session.saved_at)}" if session.saved_at else "已保存"


def _short(unit: str) -> str:
    """Return a unit's name with its middle left out where it is too long; the title of the window has all of it."""
    return unit if len(unit) <= LONGEST_UNIT else f"{unit[: LONGEST_UNIT - 9]}…{unit[-8:]}"

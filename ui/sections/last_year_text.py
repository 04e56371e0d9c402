"""Last year's words beside this year's, with the sentences that changed shaded."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from core import prose
from ui import theme
from ui.controls import note, plain
from ui.sections.paragraphs import cursor_over, indent
from ui.session import Session
from ui.theme import STEP

COMPARE_MS = 200
"""Milliseconds after typing until the two texts are compared again."""


class LastYearText(QWidget):
    """Last year's text `key`, to read and to copy. It is compared only while it is in view."""

    def __init__(self, session: Session, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._key = session, key
        self._view = QTextEdit()
        self._view.setReadOnly(True)
        self._view.setTabChangesFocus(True)
        self._view.setObjectName(f"last_{key}")
        self._view.document().setDocumentMargin(3 * STEP)
        self._title = plain()
        self._told = note("")
        self._told.setObjectName("changedSentences")
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._title)
        column.addWidget(self._view, 1)
        column.addWidget(self._told)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COMPARE_MS)
        self._timer.timeout.connect(self._compare)

    def refresh(self) -> None:
        """Show last year's words; the comparison follows once typing pauses."""
        if not self.isVisible():
            return
        last = self._session.report.last_year
        words = last.text(self._key) if last else ""
        self._title.setText(f"上年（{last.year} 年度）" if last and last.year is not None else "上年")
        self._view.setAccessibleName(self._title.text())
        if self._view.toPlainText() != words:
            self._view.setPlainText(words)
            indent(self._view)
        self._timer.start()

    def _compare(self) -> None:
        words = self._view.toPlainText()
        if not words.strip():
            self._view.setExtraSelections([])
            self._told.setText("上年这一部分没有文字。")
            return
        now = self._session.report.text(self._key)
        changed = prose.changed_sentences(words, now)
        self._view.setExtraSelections([self._shade(stretch) for stretch in changed])
        every = len(prose.sentences(words))
        told = (
            f"上年共 {every} 句，有底色的 {len(changed)} 句今年已改。"
            if changed
            else self._words_of_unchanged(words, now)
        )
        self._told.setText(told)

    def _words_of_unchanged(self, then: str, now: str) -> str:
        """Tell a copy of last year's text from one that only has more in it."""
        if then.strip() == now.strip():
            is_stale = self._key in self._session.report.stale
            return "与上年一字不差，请改写。" if is_stale else "与上年一字不差，没有改写。"
        added = len(prose.changed_sentences(now, then))
        return f"上年的话都还在，今年新写 {added} 句。" if added else "与上年的话相同，只有分段不同。"

    def _shade(self, stretch: prose.Stretch) -> QTextEdit.ExtraSelection:
        shades = theme.colours(self.palette())
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor_over(self._view, stretch.start, stretch.length)  # type: ignore[attr-defined]  # not in Qt's stubs
        selection.format.setBackground(theme.mixed(shades.last_year, shades.paper, 0.78))  # type: ignore[attr-defined]  # not in Qt's stubs
        return selection

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._compare()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._compare()

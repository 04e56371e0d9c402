"""Last year's words beside this year's: what changed is shaded on both sides, and a paragraph can be taken over."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from core import comparing, prose
from core.comparing import Comparison, Paragraph
from core.taking_over import take_paragraph
from ui import theme
from ui.controls import button, note, plain
from ui.sections.markings import Mark, Markings
from ui.sections.paragraph_gutter import ParagraphGutter, words_about
from ui.sections.paragraphs import cursor_over, indent
from ui.sections.prose_field import ProseField
from ui.session import Session
from ui.theme import STEP

COMPARE_MS = 200
"""Milliseconds after typing until the two texts are compared again."""


_READABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class LastYearText(QWidget):
    """Last year's text of a field, to read, to copy and to take paragraphs from (`btnTakeParagraph`).

    It is compared only while it is in view.
    """

    said = Signal(str)

    def __init__(self, session: Session, field: ProseField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._field, self._key = session, field, field.key
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._words = ""
        self._view = QTextEdit()
        self._view.setReadOnly(True)
        self._view.setTextInteractionFlags(_READABLE)
        self._view.setTabChangesFocus(True)
        self._view.setObjectName(f"last_{self._key}")
        self._view.document().setDocumentMargin(3 * STEP)
        self._marks = Markings(self._view)
        self._gutter = ParagraphGutter(self._view)
        self._title = plain()
        self._told = note("")
        self._told.setObjectName("changedSentences")
        self._take = button("用上年这一段(&Z)", "btnTakeParagraph", self._take_here)
        self._lay_out()
        self._view.cursorPositionChanged.connect(self._offer)
        field.cursorPositionChanged.connect(self._follow)
        self._gutter.taken.connect(self._take_line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COMPARE_MS)
        self._timer.timeout.connect(self._compare)

    def refresh(self) -> None:
        """Show last year's words; the comparison follows once typing pauses."""
        if not self.isVisible():
            return
        last = self._session.report.last_year
        words, shown = (last.text(self._key) if last else ""), self._words
        self._title.setText(f"上年（{last.year} 年度）" if last and last.year is not None else "上年")
        self._view.setAccessibleName(self._title.text())
        if shown != words:
            self._words = words
            self._view.setPlainText(words)
            indent(self._view)
        self._timer.start()

    # ------------------------------------------------------------ comparing

    def _compare(self) -> None:
        then, now = self._words, self._session.report.text(self._key)
        is_there = bool(then.strip())
        found = comparing.compare(then, now)
        self._paragraphs = comparing.paragraphs(then, now)
        self._gutter.show_paragraphs(self._paragraphs)
        self._shade(found if is_there else comparing.compare("", ""))
        self._follow()
        self._offer()
        if not is_there:
            self._told.setText("上年这一部分没有文字。")
            return
        every, changed = len(prose.sentences(then)), len(found.then.sentences)
        told = f"上年共 {every} 句，有底色的 {changed} 句今年已改。" if changed else self._words_of_unchanged(then, now)
        self._told.setText(told)

    def _words_of_unchanged(self, then: str, now: str) -> str:
        """Tell a copy of last year's text from one that only has more in it."""
        if then.strip() == now.strip():
            is_stale = self._key in self._session.report.stale
            return "与上年一字不差，请改写。" if is_stale else "与上年一字不差，没有改写。"
        added = len(comparing.compare(then, now).now.sentences)
        return f"上年的话都还在，今年新写 {added} 句。" if added else "与上年的话相同，只有分段不同。"

    def _shade(self, found: Comparison) -> None:
        """Shade changed sentences of last year's palely, the words that differ more deeply, here and in this year's."""
        shades = theme.colours(self.palette())
        pale, deep = (theme.mixed(shades.last_year, shades.paper, share) for share in (0.86, 0.66))
        changed, other = _ground(pale), _ground(deep)
        here = [Mark(each, changed) for each in found.then.sentences]
        self._marks.lay("changes", [*here, *(Mark(each, other) for each in found.then.words)])
        self._field.marks.lay("changes", [Mark(each, other) for each in found.now.words])

    # ------------------------------------------------------------ taking over

    def _here(self) -> Paragraph | None:
        line = self._view.textCursor().blockNumber()
        return next((each for each in self._paragraphs if each.line == line), None)

    def _follow(self) -> None:
        """Go along with the clerk: to the counterpart of the paragraph that is being written."""
        if not self.isVisible() or self._view.hasFocus():
            return
        line = self._field.textCursor().blockNumber()
        twin = next((each for each in self._paragraphs if each.twin == line), None)
        if twin is not None and twin is not self._here():
            self._view.setTextCursor(cursor_over(self._view, twin.place.start, 0))
            self._level()

    def _level(self) -> None:
        """Bring the chosen paragraph to the height of the one that is being written, as far as the text reaches."""
        start = QTextCursor(self._field.textCursor().block())
        beside = self._view.viewport().mapFromGlobal(self._field.viewport().mapToGlobal(QPoint(0, 0))).y()
        apart = self._view.cursorRect().top() - self._field.cursorRect(start).top() - beside
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + apart)
        self._view.ensureCursorVisible()

    def _offer(self) -> None:
        here = self._here()
        self._gutter.show_current(here)
        self._take.setEnabled(here is not None and not here.is_same)
        self._take.setToolTip(words_about(here))

    def _take_here(self) -> None:
        here = self._here()
        if here is not None:
            self._take_line(here.line)

    def _take_line(self, line: int) -> None:
        """Put a paragraph of last year's into this year's text, as one step, and go there."""
        last = self._session.report.last_year
        words = last.text(self._key).split("\n")[line] if last else ""
        if not self._session.edit("用上年的一段", take_paragraph, self._key, line):
            return
        self._field.setFocus()
        self._field.setTextCursor(cursor_over(self._field, max(self._field.toPlainText().find(words), 0), 0))
        self._field.ensureCursorVisible()
        self.said.emit("已用上年的这一段，标为待更新。")

    # ------------------------------------------------------------ Qt

    def _lay_out(self) -> None:
        texts = QHBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._gutter)
        texts.addWidget(self._view, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._title)
        column.addLayout(texts, 1)
        column.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._compare()
        QTimer.singleShot(0, self, self._level)  # the sizes are known only when the page has been laid out

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._field.marks.lay("changes", [])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._compare()


def _ground(colour: QColor) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(colour)
    return look

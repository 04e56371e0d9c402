"""The editor of one text of the report: plain paragraphs, indented as in print, whose undo is the document's."""

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from core import edits, prose
from core.finding import Finding
from core.rewording import start_of
from ui import theme
from ui.sections.edit_menu import edit_menu, undone_by_key
from ui.sections.markings import Markings
from ui.sections.paragraphs import cursor_over, indent
from ui.sections.typing_runs import TypingRuns
from ui.sections.word_marks import Place, places_of, selections, words_at
from ui.session import Session

PAUSE_MS = 1200
"""Milliseconds without typing after which what follows is a step of undo of its own."""

MARGIN = 12
_K = Qt.Key
CARET_KEYS = frozenset({_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_Home, _K.Key_End})


class ProseField(QTextEdit):
    """The words of the text `key` (objectName `text_<key>`).

    Typing merges into one step of undo until a word or phrase ends, a pause is made, the caret is moved or the focus
    leaves.
    While an input method composes, the document is left alone.
    """

    entered = Signal()

    def __init__(self, session: Session, key: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._session, self._label = key, session, label
        self._composing = self._showing = False
        self._marked: tuple[Place, ...] = ()
        self.marks = Markings(self)
        self._runs = TypingRuns(self._seal)
        self.setObjectName(f"text_{key}")
        self.setAccessibleName(label)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(MARGIN)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(session.seal)
        indent(self)
        self.show_words()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark_findings()
        self.textChanged.connect(self._take)
        session.texts_changed.connect(self._on_texts_changed)
        session.findings_changed.connect(self._mark_findings)
        session.replaced.connect(self._on_replaced)

    def show_words(self) -> None:
        """Show what the report holds. Only the part that differs is replaced, so that caret and view stay."""
        shown, wanted = self.toPlainText(), self._session.report.text(self.key)
        if self._composing or shown == wanted:
            return
        part, words = prose.replaced_part(shown, wanted)
        self._showing = True
        cursor = cursor_over(self, part.start, part.length)
        cursor.insertText(words)
        if self.hasFocus():
            self.setTextCursor(cursor)
        self._showing = False

    def select_words(self, finding: Finding) -> bool:
        """Take the focus, select exactly the words a finding speaks of, and tell whether they still stand there."""
        self.setFocus()
        start = start_of(self.toPlainText(), finding)
        if start is None:
            none = self.textCursor()
            none.clearSelection()
            self.setTextCursor(none)  # what another finding spoke of must not look like this one's words
            return False
        self.setTextCursor(cursor_over(self, start, len(finding.excerpt or "")))
        self.ensureCursorVisible()
        return True

    def select_all(self) -> None:
        self.selectAll()

    def _take(self) -> None:
        """Give the report what was typed."""
        if self._showing:
            return
        words = self.toPlainText()
        ends = self._runs.take(self._session.report.text(self.key), words)
        self._session.edit_merging(f"text:{self.key}", f"修改{self._label}", edits.set_text, self.key, words)
        if ends:
            self._seal()
        else:
            self._pause.start()

    def _seal(self) -> None:
        self._pause.stop()
        self._session.seal()

    def _on_texts_changed(self, keys: frozenset[str]) -> None:
        if self.key in keys:
            self.show_words()

    def _mark_findings(self) -> None:
        """Underline what the findings speak of."""
        session = self._session
        marked = places_of(session.report, session.verdict, self.key)
        if marked != self._marked:
            self._marked = marked
            self.marks.lay("findings", selections(self, marked, theme.colours(self.palette())))

    def _on_replaced(self) -> None:
        self.show_words()
        self._mark_findings()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, but leave files to the window, which knows how to read them."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = prose.tidy_pasted(source.text())
        if words and self.canInsertFromMimeData(source):
            self._seal()
            self.textCursor().insertText(words)
            self.ensureCursorVisible()
            self._seal()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if undone_by_key(self._session, event):
            return
        super().keyPressEvent(event)
        if event.key() in CARET_KEYS:
            self._seal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._seal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._seal()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._marked = ()
            self._mark_findings()
        elif event.type() == QEvent.Type.FontChange:
            self._showing = True
            indent(self)
            self._showing = False

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            words = words_at(self.cursorForPosition(event.pos()), self._marked)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        has_selection = self.textCursor().hasSelection()
        edit_menu(self, self._session, self, has_selection=has_selection).popup(event.globalPos())

"""The editor of one text of the report: plain paragraphs, indented as in print, whose undo is the document's."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QToolTip, QWidget

from core import edits, prose, references
from core.finding import Finding
from core.rewording import start_of
from ui import theme
from ui.frozen import Frozen
from ui.sections import live_clipboard
from ui.sections.edit_menu import is_access_key, undone_by_key
from ui.sections.field_menu import field_menu
from ui.sections.live_words import LiveWords
from ui.sections.markings import Markings
from ui.sections.paragraphs import broke_empty_line, cursor_over, indent
from ui.sections.reference_marks import reference_marks, words_about
from ui.sections.typing_runs import TypingRuns
from ui.sections.word_marks import Place, places_of, underlines, words_at
from ui.session import Session

PAUSE_MS = 1200
"""Milliseconds without typing after which what follows is a step of undo of its own."""

MARGIN = 12
INSERT_NUMBER = QKeySequence("Ctrl+K")
_K = Qt.Key
CARET_KEYS = frozenset({_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_Home, _K.Key_End})


class ProseField(QTextEdit):
    """The words of the text `key` (objectName `text_<key>`).

    Typing merges into one step of undo until a word or phrase ends, a pause is made, the caret is moved or the focus
    leaves.
    While an input method composes, the document is left alone. Numbers that follow the tables are shown as their
    values; words typed inside one make it plain text, Backspace and Delete take it whole.
    """

    entered = Signal()
    number_asked = Signal()  # the clerk wants to choose a number of the tables (Ctrl+K)
    cell_asked = Signal(str)  # the clerk wants to see the cell that a number comes from

    def __init__(self, session: Session, key: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._session, self._label = key, session, label
        self._composing = self._showing = False
        self._marked: tuple[Place, ...] = ()
        self._live = LiveWords(self)
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
        self.document().contentsChange.connect(self._live.note)
        self.textChanged.connect(self._take)
        Frozen(self, session)
        session.texts_changed.connect(self._on_texts_changed)
        session.findings_changed.connect(self._mark_findings)
        session.replaced.connect(self._on_replaced)

    def show_words(self) -> None:
        """Show what the report holds. Only the parts that differ are replaced, so that caret and view stay."""
        wanted = self._session.report.resolved(self.key)
        if self._composing or (self._live.shown == wanted and self.toPlainText() == wanted.text):
            return
        self._showing = True
        self._live.show(wanted)
        self._showing = False
        self._mark_references()

    def selection(self) -> tuple[int, int]:
        """Return where the selection begins and ends, as Python counts characters."""
        return self._live.selection()

    def insert(self, raw: str, label: str) -> None:
        """Put words, which may hold references, in the place of the selection, as one step of undo."""
        start, end = self._live.selection()
        rest = len(self._live.shown.text) - end
        self._seal()
        whole = references.rewritten(self._live.shown, start, end, raw)
        self.setFocus()
        if not self._session.edit(label, edits.set_text, self.key, whole):
            return
        blank = self._live.first_blank(start, len(self._live.shown.text) - rest)
        self.setTextCursor(cursor_over(self, blank.start, blank.length))
        self.ensureCursorVisible()

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

    def menu_at(self, point: QPoint) -> QMenu:
        """Return the context menu for a point of the field."""
        return field_menu(self, self._session, self._live, point)

    def _take(self) -> None:
        """Give the report what was typed."""
        if self._showing or self._composing:  # composing over a selection first takes it away: one step with the words
            return
        if self._session.is_frozen and self.toPlainText() == self._live.shown.text:
            return  # told of margins or colours, not of words
        words, before = self.toPlainText(), self._live.shown
        raw = self._live.stored(words)
        ends = self._runs.take(self._session.report.text(self.key), words)
        self._live.shown = self._session.report.read(raw)
        self._session.edit_merging(f"text:{self.key}", f"修改{self._label}", edits.set_text, self.key, raw)
        self.show_words()  # a name in braces has become a number, or something came while words were composed
        if before.references or self._live.shown.references:
            self._mark_references()
        if ends or len(self._live.shown.references) > len(before.references):
            self._seal()
        else:
            self._pause.start()

    def _took_whole(self, event: QKeyEvent) -> bool:
        """Take away the number beside the caret whole, if the key asks for it, and tell whether it did."""
        back, forth = event.key() == _K.Key_Backspace, event.key() == _K.Key_Delete
        if event.modifiers() or not (back or forth) or self.textCursor().hasSelection():
            return False
        taken = self._live.beside(before=back)
        if taken:
            cursor_over(self, taken.start, taken.length).removeSelectedText()
        return taken is not None

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
            self.marks.lay("findings", underlines(marked, theme.colours(self.palette())))

    def _mark_references(self) -> None:
        self.marks.lay("references", reference_marks(self, self._live.shown))

    def _on_replaced(self) -> None:
        self.show_words()
        self._mark_findings()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, but leave files to the window, which knows how to read them."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give plain words to everybody, and to the texts of this report those that go on following the table."""
        start, end = self._live.selection()
        data = super().createMimeDataFromSelection()
        live_clipboard.add_words(data, self._session, references.part(self._live.shown, start, end))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._session.is_frozen:
            self._session.refuse()
            return
        words = prose.tidy_pasted(source.text())
        raw = live_clipboard.words_of(source, self._session)
        if raw and self._live.is_settled:
            self.insert(raw, f"粘贴到{self._label}")
        elif words and self.canInsertFromMimeData(source):
            self._seal()
            self.textCursor().insertText(words)
            self.ensureCursorVisible()
            self._seal()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self.marks.attend(composing=self._composing)
        if not self._composing:
            self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if undone_by_key(self._session, event) or is_access_key(event):
            return
        if self._took_whole(event) or broke_empty_line(self, event):
            return
        if QKeySequence(event.keyCombination()) == INSERT_NUMBER:  # on some systems Qt's own key that cuts the line
            self.number_asked.emit()
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
            self._mark_references()
        elif event.type() == QEvent.Type.FontChange:
            self._showing = True
            indent(self)
            self._showing = False

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            under = self._live.under(event.pos())
            said = words_at(self.cursorForPosition(event.pos()), self._marked), words_about(under)
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, said)), self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_at(event.pos()).popup(event.globalPos())

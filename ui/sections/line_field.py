"""One line of the cover whose undo is the document's."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from core.finding import Finding
from core.rewording import start_of
from ui.frozen import Frozen
from ui.sections.edit_menu import edit_menu, is_access_key, undone_by_key
from ui.session import Session


class LineField(QLineEdit):
    """Tells by `textEdited` what was typed; `entered` and `left` that the clerk came or went."""

    entered = Signal()
    left = Signal()

    def __init__(self, session: Session, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setAcceptDrops(False)  # a file that is dropped here is meant for the window
        self._session = session
        Frozen(self, session)

    def show_words(self, words: str) -> None:
        """Show what the report holds; the caret stays, and so do blanks that are just being typed."""
        if self.text().strip() != words:
            caret = self.cursorPosition()
            self.setText(words)
            if self.hasFocus():
                self.setCursorPosition(min(caret, len(words)))

    def select_words(self, finding: Finding) -> None:
        """Take the focus and select the words a finding speaks of, or everything if they do not stand here."""
        self.setFocus()
        words = finding.excerpt or ""
        start = start_of(self.text(), finding)
        start = self.text().find(words) if start is None and words else start  # the line may be cut from a longer one
        if start is None or start < 0:
            self.selectAll()
        else:
            self.setSelection(start, len(words))

    def select_all(self) -> None:
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (undone_by_key(self._session, event) or is_access_key(event)):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._session.seal()
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        edit_menu(self, self._session, self, has_selection=self.hasSelectedText()).popup(event.globalPos())

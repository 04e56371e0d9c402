"""The texts of a report one below the other, to be read (objectName `reviewTexts`)."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from core.doubts import place_name
from core.form.layout import TEXTS
from core.report import Report
from ui import theme

MISSING = "（没有读到）"


class TextsView(QTextEdit):
    """Shows every text under its heading and tells in which one the reader is."""

    entered = Signal(str)  # key of the text in which the caret is now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewTexts")
        self.setAccessibleName("读到的文字")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(3 * theme.STEP)
        self._keys: list[str] = []  # by number of the document's block
        self._current = ""
        self.cursorPositionChanged.connect(self._tell)

    def show_texts(self, report: Report) -> None:
        """Show the texts of a report; of those that are optional, only what was read."""
        with QSignalBlocker(self):
            self.clear()
            self._keys, self._current = [], ""
            cursor = self.textCursor()
            for key in TEXTS:
                text = report.text(key)
                if text or key not in {"s2", "s3", "s4", "signature"}:
                    self._add(cursor, key, place_name(report, key), text)
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_text(self, key: str) -> None:
        """Bring a text into view and select its heading, without telling."""
        if key in self._keys:
            with QSignalBlocker(self):
                cursor = QTextCursor(self.document().findBlockByNumber(self._keys.index(key)))
                self.moveCursor(QTextCursor.MoveOperation.End)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
                self.ensureCursorVisible()
            self._current = key

    def _add(self, cursor: QTextCursor, key: str, heading: str, text: str) -> None:
        colours = theme.colours(self.palette())
        head, body, faint = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        head.setFontWeight(700)
        faint.setForeground(colours.muted)
        paragraphs = [(heading, head), *((line, body) for line in text.split("\n") if text)]
        for words, shape in paragraphs if text else [(heading, head), (MISSING, faint)]:
            if self._keys:
                cursor.insertBlock()
            spaced = QTextBlockFormat()
            spaced.setTopMargin(2 * theme.STEP if shape is head else 0)
            cursor.setBlockFormat(spaced)
            cursor.insertText(words, shape)
            self._keys.append(key)

    def _tell(self) -> None:
        number = self.textCursor().blockNumber()
        key = self._keys[number] if number < len(self._keys) else ""
        if key and key != self._current:
            self._current = key
            self.entered.emit(key)

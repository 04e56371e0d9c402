"""The word lists beside the work, as a text to edit: what is saved counts at once.

objectNames: wordListsWindow, wordListsText, wordFaults, wordState, btnSaveWords, btnBuiltInWords, btnCloseWords; and
unsaved, btnSaveAndClose, btnDropWords.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QFontMetrics, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.checks import word_file, wordlists
from core.errors import UserError
from ui import theme
from ui.controls import button, inked, note, plain
from ui.session import Session
from ui.theme import STEP

SIZE = (640, 560)
"""Pixels; small enough for a screen of 1366 x 768 at 125 %."""

MOST_FAULTS = 100
_SHOWN_FAULTS = 4
_PAUSE_MS = 250
_LINE = Qt.ItemDataRole.UserRole
_WHAT = (
    "检查会议、口号、错别字、误留的英文和总体情况的字数时，用这里的词。"
    "一行一条，按例子写；只对本机的这个用户有效，所有单位的年报共用。"
)


class WordListsWindow(QDialog):
    """Not modal. What is not saved keeps it open once, and it says so."""

    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wordListsWindow")
        self.setWindowTitle("编辑词表")
        self.resize(*SIZE)
        self._session = session
        self._text = QPlainTextEdit()
        self._text.setObjectName("wordListsText")
        self._text.setAccessibleName("词表")
        self._text.setTabChangesFocus(True)
        self._state = note("")
        self._state.setObjectName("wordState")
        self._faults = QListWidget()
        self._faults.setObjectName("wordFaults")
        self._faults.setAccessibleName("看不懂的行")
        self._faults.itemActivated.connect(self._go_to)
        self._faults.itemClicked.connect(self._go_to)
        self._save = button("保存(&S)", "btnSaveWords", self.save)
        self._unsaved = self._unsaved_strip()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._judge)
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save)
        self._text.textChanged.connect(self._soon.start)
        self._text.textChanged.connect(self._unsaved.hide)
        self._text.document().modificationChanged.connect(self._tell_state)

    @property
    def is_saved(self) -> bool:
        """Whether the file holds what stands here."""
        return not self._text.document().isModified()

    def open_file(self) -> None:
        """Show the lists as they are now; what was typed and not saved stays."""
        if self.is_saved:
            self._text.setPlainText(word_file.opened())
            self._text.document().setModified(False)
            self._judge()
        self.show()
        self.activateWindow()
        self._text.setFocus()

    def save(self) -> bool:
        """Write the lists and judge the report by them; tell what went wrong, and whether it was done."""
        try:
            word_file.save(self._text.toPlainText())
        except UserError as error:
            self._say(f"▲ {error.message}{error.hint}", is_wrong=True)
            return False
        self._text.document().setModified(False)
        self._unsaved.hide()
        self._judge()
        self._session.judge_again()
        self._text.setFocus()  # so that Ctrl+Z takes back a word, not nothing
        left_out = self._faults.count()
        self.said.emit(f"词表已保存，{left_out} 行看不懂，没有采用。" if left_out else "词表已保存，已按新词表审核。")
        return True

    def may_leave(self) -> bool:
        """Whether the window can go: what is not saved is pointed at once, the second time it may be lost."""
        if self.is_saved or self._unsaved.isVisible():
            return True
        self.show()
        self.activateWindow()
        self._unsaved.show()
        self._save.setFocus()
        return False

    # ------------------------------------------------------------ inside

    def _put_back(self) -> None:
        """Put the built-in lists into the text, as one step of its undo; they count when they are saved."""
        cursor = QTextCursor(self._text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(wordlists.as_text())
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._text.setFocus()

    def _judge(self) -> None:
        """List the lines that say nothing."""
        faults = wordlists.faults(self._text.toPlainText())
        self._faults.clear()
        for number, words in faults[:MOST_FAULTS]:
            item = QListWidgetItem(f"▲ 第 {number} 行：{words}", self._faults)
            item.setData(_LINE, number)
            item.setForeground(theme.colours(self.palette()).error)
        self._faults.setVisible(bool(faults))
        rows = min(self._faults.count(), _SHOWN_FAULTS)
        self._faults.setFixedHeight(rows * self._faults.sizeHintForRow(0) + 2 * STEP if rows else 0)
        self._tell_state()

    def _tell_state(self) -> None:
        count = self._faults.count()
        saved = "已保存" if self.is_saved else "还没有保存"
        self._say(f"{saved}；{count} 行看不懂，不会采用，点一下就到。" if count else f"{saved}。", is_wrong=bool(count))

    def _say(self, words: str, *, is_wrong: bool) -> None:
        shades = theme.colours(self.palette())
        self._state.setText(words)
        inked(self._state, shades.error if is_wrong else shades.muted)

    def _go_to(self, item: QListWidgetItem) -> None:
        block = self._text.document().findBlockByNumber(int(item.data(_LINE)) - 1)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._text.setFocus()

    def _save_and_close(self) -> None:
        if self.save():
            self.close()

    def _drop(self) -> None:
        """Take the lists as the file has them, and go."""
        self._text.document().setModified(False)
        self._unsaved.hide()
        self.close()

    def _unsaved_strip(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("unsaved")
        strip.setFrameShape(QFrame.Shape.StyledPanel)
        row = QHBoxLayout(strip)
        row.addWidget(plain("● 词表的修改还没有保存。"), 1)
        row.addWidget(button("保存并关闭", "btnSaveAndClose", self._save_and_close))
        row.addWidget(button("不保存", "btnDropWords", self._drop))
        strip.hide()
        return strip

    def _lay_out(self) -> None:
        self._text.setMinimumWidth(QFontMetrics(QFont(self.font())).height() * 20)
        buttons = QHBoxLayout()
        buttons.addWidget(self._state, 1)
        buttons.addWidget(button("恢复内置词表(&R)", "btnBuiltInWords", self._put_back))
        buttons.addWidget(self._save)
        buttons.addWidget(button("关闭(&C)", "btnCloseWords", self.close))
        column = QVBoxLayout(self)
        column.setSpacing(2 * STEP)
        column.addWidget(note(_WHAT))
        column.addWidget(self._text, 1)
        column.addWidget(self._faults)
        column.addWidget(self._unsaved)
        column.addLayout(buttons)
        made: list[QPushButton] = list(self.findChildren(QPushButton))
        for each in made:
            each.setAutoDefault(False)  # Enter makes a new line

    # ------------------------------------------------------------ Qt

    def reject(self) -> None:
        """Escape asks as the closing button does."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_leave():
            self._text.document().setModified(False)
            self._unsaved.hide()
            event.accept()
        else:
            event.ignore()

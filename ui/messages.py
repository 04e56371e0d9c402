"""What went wrong, said in the window itself: a strip above the page, no box in the way (look.md)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from core.errors import UserError
from ui import theme
from ui.controls import button, plain


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
        for one in (self._remedy, self._close):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the table
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

"""What is the file that was just dropped? Asked in a strip above the page, where the open report stays in view."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui import theme
from ui.controls import button, plain
from ui.filing import Intent

_ANSWERS = (
    ("intentAttach", "上年年报，附上对照", Intent.ATTACH),
    ("intentAdopt", "本年年报，打开检查", Intent.ADOPT),
    ("intentDraft", "上年年报，另起新草稿", Intent.DRAFT),
)


class IntentBar(QFrame):
    """Asks once (objectNames: intentBar, intentWords, intentAttach, intentAdopt, intentDraft, intentCancel)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intentBar")
        self.setAutoFillBackground(True)
        self._answer: Callable[[Intent], object] | None = None
        self._words = plain()
        self._words.setObjectName("intentWords")
        self._buttons = [button(words, name, partial(self._tell, intent)) for name, words, intent in _ANSWERS]
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self.hide, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._words, 1)
        for one in self._buttons:
            row.addWidget(one)
        row.addWidget(button("取消", "intentCancel", self.hide))
        for one in self.findChildren(QPushButton):
            one.setAutoDefault(True)  # Enter answers as in a box; else only the space bar would
        self.hide()

    def ask(self, name: str, answer: Callable[[Intent], object]) -> None:
        """Ask what `name` is; `answer` is called with the reply, or never."""
        self._answer = answer
        self._words.setText(f"“{name}”是哪一份？")
        self.setAccessibleName(self._words.text())
        accent = theme.colours(self.palette()).accent.name()
        self.setStyleSheet(f"#intentBar {{ border: 1px solid {accent}; border-radius: 3px; }}")
        self.show()
        self._buttons[0].setFocus()

    def _tell(self, intent: Intent) -> None:
        answer, self._answer = self._answer, None
        self.hide()
        if answer is not None:
            answer(intent)

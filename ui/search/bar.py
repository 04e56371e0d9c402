"""The bar at the foot of the page in which words are looked for and replaced. It knows nothing of the report."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from core.searching import Scope
from ui.controls import button
from ui.theme import STEP

LETTERS_WIDE, LETTERS_SAID = 12, 9
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchBar(QFrame):
    """Find and replace in one line (objectName `searchBar`).

    Its parts are `searchWanted`, `searchBy`, `searchTold`, `searchScope`, `btnFindNext`, `btnFindPrevious`,
    `btnReplace`, `btnReplaceAll`, `btnSearchClose`.
    """

    changed = Signal()  # what is looked for, or where
    next_asked = Signal()
    previous_asked = Signal()
    replace_asked = Signal()
    replace_all_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchBar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.wanted = self._line("searchWanted", "查找内容")
        self.by = self._line("searchBy", "替换为")
        self._told = QLabel()
        self._told.setObjectName("searchTold")
        self._told.setMinimumWidth(LETTERS_SAID * self.fontMetrics().horizontalAdvance("年"))
        self._scope = QComboBox()
        self._scope.setObjectName("searchScope")
        self._scope.setAccessibleName("查找范围")
        self._scope.addItems([scope.value for scope in Scope])
        self._replacing = QWidget()
        self._lay_out()
        self.wanted.textChanged.connect(self.changed)
        self._scope.currentIndexChanged.connect(self.changed)
        self.hide()

    @property
    def scope(self) -> Scope:
        """Where to look."""
        return tuple(Scope)[self._scope.currentIndex()]

    @property
    def has_focus(self) -> bool:
        """Whether the clerk is in the bar."""
        focus = self.window().focusWidget()
        return self.isVisible() and focus is not None and self.isAncestorOf(focus)

    def open(self, words: str, *, replacing: bool) -> None:
        """Show the bar with words to look for; without any, those looked for last are offered again."""
        self._replacing.setVisible(replacing)
        if words:
            self.wanted.setText(words)
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()

    def tell(self, words: str) -> None:
        """Say how many places there are, or what was done."""
        self._told.setText(words)

    def _line(self, name: str, label: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(label)
        made.setMinimumWidth(LETTERS_WIDE * self.fontMetrics().horizontalAdvance("年"))
        made.installEventFilter(self)
        return made

    def _lay_out(self) -> None:
        inner = QHBoxLayout(self._replacing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(STEP)
        inner.addWidget(QLabel("替换为"))
        inner.addWidget(self.by)
        inner.addWidget(button("替换(&R)", "btnReplace", self.replace_asked.emit))
        inner.addWidget(button("全部替换(&Z)", "btnReplaceAll", self.replace_all_asked.emit))
        close = QToolButton()
        close.setObjectName("btnSearchClose")
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip("收起（Esc）")
        close.setAccessibleName("收起查找")
        close.clicked.connect(self.left)
        before = button("上一处", "btnFindPrevious", self.previous_asked.emit)
        after = button("下一处", "btnFindNext", self.next_asked.emit)
        before.setToolTip("Shift+F3")
        after.setToolTip("F3，或在查找框里按回车")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, STEP, STEP, STEP)
        row.setSpacing(STEP)
        for part in (QLabel("查找"), self.wanted, before, after, self._told, self._replacing, self._scope):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(close)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._did(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _did(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and watched is self.by:
            self.replace_asked.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous_asked.emit()
        elif event.key() in _ENTER:
            self.next_asked.emit()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

"""The sums that do not come out in a file that was read, folded away under one line, to be read only."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QToolButton, QVBoxLayout, QWidget

from core.finding import Finding
from ui.theme import STEP

_MOST_LINES = 6


class OwnErrors(QWidget):
    """Hidden where the file is right (objectNames: btnOwnErrors, ownErrors)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = QToolButton()
        self._fold.setObjectName("btnOwnErrors")
        self._fold.setCheckable(True)
        self._fold.setAutoRaise(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._list = QListWidget()
        self._list.setObjectName("ownErrors")
        self._list.setWordWrap(True)
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._fold)
        column.addWidget(self._list)
        self._fold.toggled.connect(self._open)
        self._open(shown=False)

    def show_errors(self, whose: str, errors: Sequence[Finding]) -> None:
        """List what is wrong in the report of `whose` year."""
        self.setVisible(bool(errors))
        self._fold.setText(f"● 这份{whose}年报自己有 {len(errors)} 处勾稽不平，原样读入，没有改动")
        self._list.setAccessibleName(self._fold.text())
        self._list.clear()
        self._list.addItems([error.message for error in errors])
        lines = min(max(len(errors), 2), _MOST_LINES)
        self._list.setFixedHeight(lines * (self.fontMetrics().lineSpacing() + STEP) + 2 * self._list.frameWidth())

    def fold(self) -> None:
        """Put the list away."""
        self._fold.setChecked(False)

    def _open(self, shown: bool) -> None:  # noqa: FBT001  a slot of Qt's toggled
        self._list.setVisible(shown)
        self._fold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)

"""What is told of a file that was read under one line, folded away: sums that do not come out, values without a place.

A line that is about a cell leads to it: by a click or Enter.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from core.cells import CellId
from ui.theme import STEP

_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Told:
    """One line: what to say, and the cell it is about."""

    words: str
    cell: CellId | None


class FoldedList(QWidget):
    """Hidden where there is nothing to tell. `fold_name` and `list_name` are the objectNames of button and list.

    The review page has two: btnOwnErrors with ownErrors, btnLeftovers with leftovers.
    """

    cell_chosen = Signal(str)

    def __init__(self, fold_name: str, list_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = QToolButton()
        self._fold.setObjectName(fold_name)
        self._fold.setCheckable(True)
        self._fold.setAutoRaise(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._list = QListWidget()
        self._list.setObjectName(list_name)
        self._list.setWordWrap(True)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._fold)
        column.addWidget(self._list)
        self._fold.toggled.connect(self._open)
        self._open(shown=False)

    def tell(self, above: str, told: Sequence[Told]) -> None:
        """List lines under the words of the fold."""
        self.setVisible(bool(told))
        self._fold.setText(above)
        self._list.setAccessibleName(above)
        self._list.clear()
        for one in told:
            item = QListWidgetItem(one.words, self._list)
            item.setData(Qt.ItemDataRole.UserRole, one.cell)
        lines = min(max(len(told), 2), _MOST_LINES)
        self._list.setFixedHeight(lines * (self.fontMetrics().lineSpacing() + STEP) + 2 * self._list.frameWidth())

    def fold(self) -> None:
        """Put the list away."""
        self._fold.setChecked(False)

    def _choose(self, item: QListWidgetItem) -> None:
        if cell := item.data(Qt.ItemDataRole.UserRole):
            self.cell_chosen.emit(cell)

    def _open(self, shown: bool) -> None:  # noqa: FBT001  a slot of Qt's toggled
        self._list.setVisible(shown)
        self._fold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)

"""Where last year's values show in a table, and the button that chooses it."""

from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class LastYear(Enum):
    """Where last year's value and the change since then stand in a cell."""

    HIDDEN = "不显示"
    BESIDE = "在今年的数旁边(&B)"
    BELOW = "在今年的数下面(&U)"


class LastYearButton(QToolButton):
    """上年值: a click shows or hides, its arrow says where (objectName: lastYear)."""

    chosen = Signal(object)  # LastYear

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lastYear")
        self.setText("上年值(&L)")
        self.setCheckable(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._where = LastYear.BESIDE
        menu, group = QMenu(self), QActionGroup(self)
        for where in (LastYear.BESIDE, LastYear.BELOW):
            action = menu.addAction(where.value)
            action.setCheckable(True)
            action.setChecked(where is self._where)
            action.setActionGroup(group)
            action.triggered.connect(partial(self._choose, where))
        self.setMenu(menu)
        self.toggled.connect(self._tell)
        self.tell_at_hand(at_hand=False)

    @property
    def where(self) -> LastYear:
        """Where last year's values show now."""
        return self._where if self.isChecked() else LastYear.HIDDEN

    def show_at(self, where: LastYear) -> None:
        """Show last year's values there, or hide them."""
        before = self.where
        if where is not LastYear.HIDDEN:
            self._where = where
            self.menu().actions()[(LastYear.BESIDE, LastYear.BELOW).index(where)].setChecked(True)
        self.setChecked(where is not LastYear.HIDDEN)
        if before is not where and before is not LastYear.HIDDEN and self.isChecked():
            self._tell()

    def tell_at_hand(self, *, at_hand: bool) -> None:
        """Say whether there is a last year; without one nothing can be shown."""
        self.setEnabled(at_hand)
        self.setToolTip("在格内用小字显示上年的数和增减" if at_hand else "还没有上年报告")
        if not at_hand:
            self.setChecked(False)

    def _choose(self, where: LastYear, *_: object) -> None:
        self.show_at(where)

    def _tell(self, *_: object) -> None:
        self.chosen.emit(self.where)

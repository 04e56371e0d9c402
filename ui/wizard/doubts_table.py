"""The doubts of a reading, one a line, each answered with one key (objectName `reviewDoubts`)."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.doubts import Doubt, as_read, place_name
from core.report import Report

_HEADS = ("位置", "原文", "为什么拿不准", "采用", "")
_PLACE, _RAW, _WHY, _VALUE, _DONE = range(5)
_WHERE = Qt.ItemDataRole.UserRole


class DoubtsTable(QTableWidget):
    """Enter takes what was read, typing changes it, Delete leaves the cell empty; each moves on to the next line."""

    gone_through = Signal()  # the last line was settled

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADS), parent)
        self.setObjectName("reviewDoubts")
        self.setAccessibleName("拿不准的地方")
        self.setHorizontalHeaderLabels(_HEADS)
        self.verticalHeader().hide()
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._changed)

    def show_doubts(self, report: Report, doubts: Sequence[Doubt]) -> None:
        """List doubts; the value of a cell can be changed, words about a text can only be read."""
        with QSignalBlocker(self):
            self.setRowCount(len(doubts))
            for line, doubt in enumerate(doubts):
                self._fill(line, report, doubt)
        self.resizeRowsToContents()
        if doubts:
            self.setCurrentCell(0, _VALUE)

    def answers(self) -> dict[str, str]:
        """Return the words to use, by place, of those lines whose value can be changed."""
        return {
            self._at(line, _PLACE).data(_WHERE): self._at(line, _VALUE).text()
            for line in range(self.rowCount())
            if self._is_cell(line)
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentRow()
        if line < 0 or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._settle(line)
        elif event.key() == Qt.Key.Key_Delete and self._is_cell(line):
            self._at(line, _VALUE).setText("")
            self._settle(line)
        else:
            self.setCurrentCell(line, _VALUE)
            super().keyPressEvent(event)

    def _fill(self, line: int, report: Report, doubt: Doubt) -> None:
        value = as_read(report, doubt.where)
        shown = (place_name(report, doubt.where), doubt.raw, doubt.reason, value or "", "")
        for column, words in enumerate(shown):
            item = QTableWidgetItem(words)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            editable = column == _VALUE and value is not None
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
            item.setToolTip(words)
            self.setItem(line, column, item)
        self._at(line, _PLACE).setData(_WHERE, doubt.where)

    def _at(self, line: int, column: int) -> QTableWidgetItem:
        item = self.item(line, column)
        if item is None:
            raise IndexError(line, column)  # every place is filled by `show_doubts`
        return item

    def _is_cell(self, line: int) -> bool:
        return bool(self._at(line, _VALUE).flags() & Qt.ItemFlag.ItemIsEditable)

    def _changed(self, item: QTableWidgetItem) -> None:
        if item.column() == _VALUE:
            self._settle(item.row())

    def _settle(self, line: int) -> None:
        with QSignalBlocker(self):
            self._at(line, _DONE).setText("✓")
        if line + 1 < self.rowCount():
            self.setCurrentCell(line + 1, _VALUE)
        else:
            self.gone_through.emit()

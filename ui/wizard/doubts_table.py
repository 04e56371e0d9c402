"""The doubts of a reading, one a line, each answered with one key (objectName `reviewDoubts`)."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.doubts import Doubt, as_read, cell_at, place_name
from core.report import Report
from ui import theme

_HEADS = ("位置", "原文", "为什么拿不准", "采用", "")
_PLACE, _RAW, _WHY, _VALUE, _DONE = range(5)
_WHERE = Qt.ItemDataRole.UserRole

_ABOVE = frozenset({"unit", "year"})
"""Places that have a field of their own above the list."""

CELL_KEYS = "回车采用读到的内容，直接打字改为别的，Delete 留空。没有处理的，按“采用”一栏所示进入报告。"
ABOVE_KEYS = "这一处请在上面的框里改；回车表示看过。"
OTHER_KEYS = "这一处不是一个格子，不能在这里打字；回车表示看过，进入报告后再核对。"


class DoubtsTable(QTableWidget):
    """Enter takes what was read, typing changes it, Delete leaves the cell empty; each moves on to the next line.

    A line that is about no single cell can only be ticked off: what is typed there is refused, and said so.
    """

    gone_through = Signal()  # the last line was settled
    keys_told = Signal(str, bool)  # what the keys do in the present line, and whether one was just refused
    settled = Signal()  # one line was

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
        self.currentCellChanged.connect(lambda *_: self._tell_keys())

    def show_doubts(self, report: Report, doubts: Sequence[Doubt]) -> None:
        """List doubts; the value of a cell can be changed, words about a text can only be read."""
        with QSignalBlocker(self):
            self.setRowCount(len(doubts))
            for line, doubt in enumerate(doubts):
                self._fill(line, report, doubt)
        self.resizeRowsToContents()
        if doubts:
            self.setCurrentCell(0, _VALUE)
            self._tell_keys()

    def answers(self) -> dict[str, str]:
        """Return the words to use, by cell, of those lines whose value can be changed; of two, what was answered."""
        lines = sorted(filter(self._is_cell, range(self.rowCount())), key=self._is_settled)
        return {self._at(line, _PLACE).data(_WHERE): self._at(line, _VALUE).text() for line in lines}

    def left(self) -> int:
        """Count the lines nobody looked at."""
        return sum(not self._is_settled(line) for line in range(self.rowCount()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentRow()
        if line < 0 or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._settle(line)
        elif event.key() == Qt.Key.Key_Delete and self._is_cell(line):
            self._at(line, _VALUE).setText("")
            self._settle(line)
        elif not self._is_cell(line) and _types(event):
            self._tell_keys(refused=True)
        else:
            self.setCurrentCell(line, _VALUE)
            super().keyPressEvent(event)

    def _fill(self, line: int, report: Report, doubt: Doubt) -> None:
        value = as_read(report, doubt.where)
        elsewhere = "在上面改" if doubt.where in _ABOVE else "进入后核对"
        shown = (place_name(report, doubt.where), doubt.raw, doubt.reason, elsewhere if value is None else value, "")
        for column, words in enumerate(shown):
            item = QTableWidgetItem(words)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            editable = column == _VALUE and value is not None
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
            item.setToolTip(words)
            self.setItem(line, column, item)
            if column == _VALUE and not editable:
                item.setForeground(theme.colours(self.palette()).muted)
        self._at(line, _PLACE).setData(_WHERE, cell_at(report, doubt.where) or doubt.where)

    def _at(self, line: int, column: int) -> QTableWidgetItem:
        item = self.item(line, column)
        if item is None:
            raise IndexError(line, column)  # every place is filled by `show_doubts`
        return item

    def _is_cell(self, line: int) -> bool:
        return bool(self._at(line, _VALUE).flags() & Qt.ItemFlag.ItemIsEditable)

    def _is_settled(self, line: int) -> bool:
        return bool(self._at(line, _DONE).text())

    def _tell_keys(self, *, refused: bool = False) -> None:
        line = self.currentRow()
        if line < 0:
            return
        where = self._at(line, _PLACE).data(_WHERE)
        words = CELL_KEYS if self._is_cell(line) else ABOVE_KEYS if where in _ABOVE else OTHER_KEYS
        self.keys_told.emit(words, refused)

    def _changed(self, item: QTableWidgetItem) -> None:
        if item.column() == _VALUE:
            self._settle(item.row())

    def _settle(self, line: int) -> None:
        with QSignalBlocker(self):
            self._at(line, _DONE).setText("✓")
        self.settled.emit()
        if line + 1 < self.rowCount():
            self.setCurrentCell(line + 1, _VALUE)
        else:
            self.gone_through.emit()


def _types(event: QKeyEvent) -> bool:
    """Whether a key writes something."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bool(event.text().strip()) and event.text().isprintable() and not held

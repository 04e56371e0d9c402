"""The list of doubts: one line each, answered with one key (objectName `reviewDoubts`).

Enter takes what was read, 0 and Delete settle at once, typing opens the value; each moves on to the next open line.
Many doubts about one row stand under one line, which settles them together; → unfolds it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui import theme
from ui.wizard.review.doubt_lines import Kind, Line
from ui.wizard.review.value_editing import EDITOR, ValueEditing

HEADS = ("位置", "原文", "为什么拿不准", "采用", "")
PLACE, RAW, WHY, VALUE, DONE = range(5)
WIDTHS = {PLACE: (190, 0.27), RAW: (90, 0.13), VALUE: (110, 0.19), DONE: (24, 0.1)}
"""Pixels that a column takes, and the share of the list that it takes at most; the reason has the rest."""

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class DoubtsList(QTreeWidget):
    """Shows lines and turns keys into answers; what they change is decided elsewhere."""

    entered = Signal(object)  # Line that is now current
    taken = Signal(object)  # Line, as it was read
    given = Signal(object, str)  # Line, the words to put there
    elsewhere_wanted = Signal(object)  # Line that is corrected in another place
    refused = Signal(object)  # Line in which what was typed means nothing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[Line, QTreeWidgetItem] = {}
        self._lines: list[Line] = []
        self._done: frozenset[int] = frozenset()
        self.setObjectName("reviewDoubts")
        self.setAccessibleName("拿不准的地方")
        self.setHeaderLabels(HEADS)
        self.setUniformRowHeights(True)
        self.setIndentation(3 * theme.STEP)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(ValueEditing(PLACE, self.given.emit, self))
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(self._enter)
        self.itemDoubleClicked.connect(lambda *_: self.change())

    # ------------------------------------------------------------ lines

    def show_lines(self, lines: Sequence[Line], words: Sequence[str]) -> None:
        """List lines with the words that stand there now; the lines a row holds together follow their words."""
        with QSignalBlocker(self):
            self.clear()
            self._items, self._lines, self._done = {}, [], frozenset()
            for line in lines:
                self._add(self.invisibleRootItem(), line)
            self.setRootIsDecorated(any(line.parts for line in lines))
            if self._lines:
                self.setCurrentItem(self._items[self._lines[0]])
        self.show_words(words, frozenset())

    def show_words(self, words: Sequence[str], done: frozenset[int]) -> None:
        """Show what stands in the places of all lines, groups and their parts in the order listed, and what is done."""
        self._done = done
        for line, value in zip(self._lines, words, strict=True):
            item = self._items[line]
            item.setText(VALUE, value)
            item.setText(DONE, "✓" if self._is_done(line) else "")

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, each group before its parts."""
        return tuple(self._lines)

    def current_line(self) -> Line | None:
        item = self.currentItem()
        line: Line | None = None if item is None else item.data(PLACE, Qt.ItemDataRole.UserRole)
        return line

    def select(self, where: str) -> None:
        """Make the line about a place the current one, without telling; other places leave the list as it is."""
        known = [line for line in self._lines if line.where == where]
        if known:
            with QSignalBlocker(self):
                self.setCurrentItem(self._items[known[-1]])
            self.viewport().update()

    def go_on(self) -> bool:
        """Go to the next line that is not settled, from the end back to the beginning; tell whether there is one."""
        return self._step(1, open_only=True)

    def step(self, sign: int) -> bool:
        """Go to the next (or previous) line that is not settled, or where all are, to the next one."""
        current = self.current_line()
        only_here = current is not None and not self._is_done(current)
        return self._step(sign, open_only=True) or only_here or self._step(sign, open_only=False)

    def change(self) -> None:
        """Open the value of the current line, or say where else it is corrected."""
        line, item = self.current_line(), self.currentItem()
        if line is None or item is None:
            return
        if line.kind is Kind.CELL:
            self.editItem(item, VALUE)
        else:
            self.elsewhere_wanted.emit(line)

    def _add(self, parent: QTreeWidgetItem, line: Line) -> None:
        item = QTreeWidgetItem(parent)
        shown = (line.place, line.raw, line.reason)
        for column, words in enumerate(shown):
            item.setText(column, " ".join(words.split()))
            item.setToolTip(column, words)
        item.setData(PLACE, Qt.ItemDataRole.UserRole, line)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if line.kind is Kind.CELL else flags)
        if line.kind is not Kind.CELL:
            item.setForeground(VALUE, theme.colours(self.palette()).muted)
        self._items[line] = item
        self._lines.append(line)
        for part in line.parts:
            self._add(item, part)

    def _is_done(self, line: Line) -> bool:
        return self._done.issuperset(line.numbers)

    def _stops(self) -> list[Line]:
        """The lines to go through: a group that is unfolded gives way to its parts."""
        return [
            line
            for line in self._lines
            if not (line.parts and self._items[line].isExpanded())
            and ((parent := self._items[line].parent()) is None or parent.isExpanded())
        ]

    def _step(self, sign: int, *, open_only: bool) -> bool:
        stops, current = self._stops(), self.current_line()
        if current in stops:
            at = stops.index(current)
            around = stops[at + 1 :] + stops[:at] if sign > 0 else stops[:at][::-1] + stops[at + 1 :][::-1]
        else:
            order = self._lines if sign > 0 else self._lines[::-1]
            at = order.index(current) if current is not None else -1
            around = [line for line in (*order[at + 1 :], *order[: at + 1]) if line in stops]
        target = next((line for line in around if not (open_only and self._is_done(line))), None)
        if target is None:
            return False
        self.setCurrentItem(self._items[target])
        return True

    def _enter(self) -> None:
        line = self.current_line()
        if line is not None:
            self.entered.emit(line)

    def _type(self, line: Line, text: str) -> QLineEdit | None:
        """Let what is typed replace the value: 0 is a whole answer where things are counted."""
        if text in {"0", "０"} and line.cells and line.is_count:
            self.given.emit(line, "0")
            return None
        if line.kind is not Kind.CELL:
            self.refused.emit(line)
            return None
        self.change()
        editor: QLineEdit | None = self.findChild(QLineEdit, EDITOR)
        if editor is not None:
            editor.setText(text)
        return editor

    # ------------------------------------------------------------ Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, (width, share) in WIDTHS.items():
            self.setColumnWidth(column, min(width, round(share * self.viewport().width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current_line()
        held = event.modifiers() & (CONTROL | ALT)
        if line is None or held or self.state() is QAbstractItemView.State.EditingState:
            event.ignore()
            return
        key, cells = event.key(), line.kind in {Kind.CELL, Kind.ROW}
        if key in ENTER:
            self.taken.emit(line)
        elif key == Qt.Key.Key_Delete and cells:
            self.given.emit(line, "")
        elif key == Qt.Key.Key_F2:
            self.change()
        elif key == Qt.Key.Key_Backspace or (event.text().strip() and event.text().isprintable()):
            self._type(line, "" if key == Qt.Key.Key_Backspace else event.text())
        else:
            super().keyPressEvent(event)
            if key == Qt.Key.Key_Escape:
                event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take words that an input method wrote; what it is still composing goes on in the value."""
        line = self.current_line()
        if line is None or self.state() is QAbstractItemView.State.EditingState:
            super().inputMethodEvent(event)
        elif event.commitString():
            self._type(line, event.commitString())
        elif event.preeditString() and (editor := self._type(line, "")) is not None:
            QApplication.sendEvent(editor, event)

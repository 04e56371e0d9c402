"""A paste to be looked at before it is done: what changes, line by line, and what has to be asked (粘贴预览)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.cells import CellId
from core.form.layout import Row
from core.pasting import Paste
from core.previewing import Change, Conflict, Marks, Preview, preview, settled
from core.report import Report
from ui import theme
from ui.controls import Floating, button, plain
from ui.matrix.faces import short_name
from ui.session import Session

MOST_LINES = 6
"""Lines that show without scrolling: the table below must stay in view."""


class PastePreview(Floating):
    """Lies over the table while a paste waits to be taken or left, not over what it changes; nothing is blocked.

    objectNames: pastePreview, pasteWords, pasteLines, pasteMarks, pasteNumerals, takePaste, leavePaste. `taken` carries
    the paste as it was settled.
    """

    taken = Signal(object)  # Paste
    left = Signal()
    cell_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget, room: Callable[[], QRect]) -> None:
        super().__init__(parent, "pastePreview")
        self._session, self._room = session, room
        self._spared = QRect()
        self._paste: Paste | None = None
        self._seen: Preview | None = None
        self._words = plain()
        self._words.setObjectName("pasteWords")
        self._lines = self._make_lines()
        self._marks, self._numerals = QComboBox(self), QCheckBox(self)
        self._marks.setObjectName("pasteMarks")
        self._marks.setAccessibleName("“/”“—”和“无”按什么填")
        self._marks_words = plain()
        self._marks_words.setWordWrap(False)
        self._numerals.setObjectName("pasteNumerals")
        self._take = button("采用(&A)", "takePaste", self._agree)
        self._leave = button("不采用(&N)", "leavePaste", self.leave)
        for choice in (self._take, self._leave):
            choice.setAutoDefault(True)  # Enter answers, not only the space bar
        self._lay_out()
        for mark in Marks:
            self._marks.addItem(mark.value, mark)
        self._marks.currentIndexChanged.connect(self._settle)
        self._numerals.toggled.connect(self._settle)
        for changed in (session.cells_changed, session.replaced):
            changed.connect(self._forget)
        self.hide()

    def _make_lines(self) -> QTreeWidget:
        lines = QTreeWidget(self)
        lines.setObjectName("pasteLines")
        lines.setAccessibleName("粘贴后有变的行")
        lines.setHeaderLabels(["行", "现在 → 粘贴后"])
        lines.setRootIsDecorated(False)
        lines.setUniformRowHeights(True)
        lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        lines.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        lines.itemClicked.connect(lambda item: self.cell_wanted.emit(item.data(0, Qt.ItemDataRole.UserRole)))
        return lines

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        for part in (self._marks_words, self._marks, self._numerals):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self._take)
        foot.addWidget(self._leave)
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * theme.STEP, theme.STEP, 2 * theme.STEP, theme.STEP)
        box.setSpacing(theme.STEP)
        box.addWidget(self._words)
        box.addWidget(self._lines)
        box.addLayout(foot)

    # ------------------------------------------------------------ what is shown

    def show_paste(self, paste: Paste, spared: QRect) -> None:
        """Show what a paste would do, the hand on 采用; it does not lie over what is `spared` where there is room."""
        self._paste, self._spared = paste, spared
        self._seen = preview(self._session.report, paste)
        self._marks_words.setText(f"{len(self._seen.marks)} 格写的是“/”“—”或“无”：")
        for part in (self._marks_words, self._marks):
            part.setVisible(bool(self._seen.marks))
        self._numerals.setText("、".join(_numeral_words(paste, self._seen)))
        self._numerals.setVisible(bool(self._seen.numerals))
        self._marks.setCurrentIndex(0)
        self._numerals.setChecked(bool(self._seen.numerals))
        self._settle()
        self.show()
        self.raise_()
        self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, *_: object) -> None:
        """Show the lines as they would be with the answers given."""
        paste = self._settled()
        if paste is None or self._seen is None:
            return
        report = self._session.report
        seen = self._seen if paste == self._paste else preview(report, paste)
        self._words.setText(_sentence(paste, seen))
        self.setAccessibleName(self._words.text())
        self._lines.clear()
        self._lines.addTopLevelItems([_conflict(report, conflict) for conflict in seen.conflicts])
        self._lines.addTopLevelItems([_line(report, row, changes) for row, changes in seen.lines])
        count = min(self._lines.topLevelItemCount(), MOST_LINES)
        height = self._lines.sizeHintForRow(0) * count + self._lines.header().sizeHint().height()
        self._lines.setFixedHeight(height + 2 * self._lines.frameWidth())
        self._lines.setVisible(count > 0)
        self.stand()

    def stand(self) -> None:
        """Stand at the foot of the room there is, or at its head where the foot is spared."""
        room = self._room()
        size = QSize(room.width(), min(self.sizeHint().height(), room.height()))
        head, foot = QRect(room.topLeft(), size), QRect(room.bottomLeft() - QPoint(0, size.height() - 1), size)
        self.setGeometry(head if foot.intersects(self._spared) and not head.intersects(self._spared) else foot)

    def _settled(self) -> Paste | None:
        if self._paste is None or self._seen is None:
            return None
        answer = self._marks.currentData() or Marks.AS_WRITTEN
        return settled(self._paste, self._seen, Marks(answer), numerals=self._numerals.isChecked())

    # ------------------------------------------------------------ answers

    def _agree(self) -> None:
        paste = self._settled()
        self._close(lambda: None)
        if paste is not None:
            self.taken.emit(paste)

    def leave(self) -> None:
        """Put the preview away; nothing was pasted."""
        self._close(self.left.emit)

    def _forget(self, *_: object) -> None:
        """Put the preview away when the table changed under it: it would say what is no longer so."""
        if self._paste is not None:
            self.leave()

    def _close(self, then: Callable[[], object]) -> None:
        self._paste = self._seen = None
        self.hide()
        then()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does."""
        is_key = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]  # a key event
            event.accept()
            return True
        return super().event(event)


# ---------------------------------------------------------------- words


def _sentence(paste: Paste, seen: Preview) -> str:
    parts = [f"粘贴预览：{len(seen.lines)} 行 {seen.changed} 格有变" if seen.lines else "粘贴预览：没有一格有变"]
    if paste.by_headings:
        parts.append("已按表头对齐")
    if seen.same:
        parts.append(f"{seen.same} 格不变")
    if seen.conflicts:
        parts.append(f"与计算值不符的 {len(seen.conflicts)} 格，不覆盖")
    if paste.clipped:
        parts.append(f"{paste.clipped} 个数超出表格，不贴入")
    return "，".join(parts)


def _line(report: Report, row: Row, changes: tuple[Change, ...]) -> QTreeWidgetItem:
    cells = report.form.cells
    told = (f"{cells[one.cell].column.label} {one.before or '空'} → {one.after or '空'}" for one in changes)
    address = f"{row.address} " if row.address != row.label else ""
    return _item(f"{address}{row.name.split('（')[0]}", "　".join(told), changes[0].cell)


def _conflict(report: Report, conflict: Conflict) -> QTreeWidgetItem:
    computed = f"计算是 {conflict.computed}" if conflict.computed else "还没有填全，算不出"
    words = f"● 贴入的是 {conflict.pasted}，{computed}，不覆盖"
    return _item(short_name(report.form.cells[conflict.cell]), words, conflict.cell)


def _item(head: str, words: str, cell: CellId) -> QTreeWidgetItem:
    item = QTreeWidgetItem([head, words])
    item.setToolTip(1, words)
    item.setData(0, Qt.ItemDataRole.UserRole, cell)
    return item


def _numeral_words(paste: Paste, seen: Preview) -> tuple[str, ...]:
    words = dict.fromkeys(f"“{paste.raws[cell].strip()}”按 {figures} 填" for cell, figures in seen.numerals.items())
    return (*words,)[:3]

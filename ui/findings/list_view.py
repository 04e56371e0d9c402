"""The list of findings: a click goes there, the arrow of a group opens it, the button 改 puts it right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QWidget

from core.checks.register import Verdict
from core.report import Report
from ui import theme
from ui.findings.delegate import WRAPPED, FindingDelegate
from ui.findings.model import ROW, SIZE, FindingsModel
from ui.findings.rows import Row
from ui.theme import STEP

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FindingsList(QListView):
    """Keeps the chosen line and the view by the place a line speaks of, whatever is mended elsewhere."""

    chosen = Signal(object)  # Finding: go there
    mend_asked = Signal(object)  # Finding
    mend_all_asked = Signal(tuple)  # Findings of a group
    fold_asked = Signal(str)  # key of a group
    current_told = Signal(object)  # Row, or None
    menu_asked = Signal(object, QPoint)  # Row, and where on the screen its menu is wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingsList")
        self.setAccessibleName("检查出的问题")
        self.lines = FindingsModel(self)
        self.setModel(self.lines)
        self._delegate = FindingDelegate(self)
        self.setItemDelegate(self._delegate)
        self.lines.measure = self._delegate.measure
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.empty_words = ""

    @property
    def row(self) -> Row | None:
        """The line that is chosen."""
        row: Row | None = self.currentIndex().data(ROW)
        return row

    def take(self, report: Report, verdict: Verdict) -> None:
        """Show what the checks said; the same place stays chosen and in view."""
        top, offset = self._top()
        key = self.row.key if self.row else ""
        self.lines.take(report, verdict)
        self._choose(self.lines.row_of_key(key))
        number = self.lines.row_of_key(top)
        if top and number >= 0:
            self.scrollTo(self.lines.index(number), QListView.ScrollHint.PositionAtTop)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + offset)
        self.current_told.emit(self.row)

    def go_to(self, number: int) -> None:
        """Choose a line and go to its place."""
        self._choose(number)
        self.scrollTo(self.currentIndex())
        if self.row:
            self.chosen.emit(self.row.finding)

    def _choose(self, number: int) -> None:
        index = self.lines.index(number) if number >= 0 else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def _top(self) -> tuple[str, int]:
        """The uppermost line in view, and by how much it is scrolled past."""
        index = self.indexAt(self.viewport().rect().topLeft()) if self.verticalScrollBar().value() else QModelIndex()
        row: Row | None = index.data(ROW)
        return (row.key, -self.visualRect(index).top()) if row else ("", 0)

    def _ask_to_mend(self, row: Row) -> None:
        if row.is_group:
            self.mend_all_asked.emit(row.findings)
        else:
            self.mend_asked.emit(row.finding)

    def _fold(self, row: Row, *, is_open: bool) -> None:
        if row.is_group and row.is_open is not is_open:
            self.fold_asked.emit(row.key)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]  # as Qt calls it
        super().currentChanged(current, previous)
        self.current_told.emit(self.row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first line where none is chosen: Qt would make it the current one without showing so."""
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason  # the click chooses
        if not by_mouse and not self.currentIndex().isValid() and self.lines.rows:
            self._choose(0)
        super().focusInEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row: Row | None = index.data(ROW)
        if event.button() is not Qt.MouseButton.LeftButton or row is None:
            return
        line = self._delegate.line_rect(self.visualRect(index))
        if self._delegate.fold_rect(line, row).contains(event.position().toPoint()):
            self.fold_asked.emit(row.key)
        elif self._delegate.mend_rect(line, row).contains(event.position().toPoint()):
            self._ask_to_mend(row)
        else:
            self.chosen.emit(row.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row
        if row and event.key() in _ENTER:
            self.chosen.emit(row.finding)
        elif row and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._fold(row, is_open=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row: Row | None = index.data(ROW)
        if row is not None:
            line = self.visualRect(index)
            place = line.bottomLeft() + QPoint(7 * STEP, 0) if by_key else event.pos()
            self.menu_asked.emit(row, self.viewport().mapToGlobal(place))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.lines.rows:
            painter = QPainter(self.viewport())
            painter.setPen(theme.colours(self.palette()).muted)
            room = self.viewport().rect().adjusted(3 * STEP, 3 * STEP, -3 * STEP, -3 * STEP)
            painter.drawText(room, WRAPPED, self.empty_words)
            painter.end()

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Repaint a line that keeps its size, no more: the view itself would lay out and paint the whole list."""
        if first == last and roles and SIZE not in roles and not QAccessible.isActive():
            self.update(first)
        else:
            super().dataChanged(first, last, list(roles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._delegate.fit()
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._delegate.fit()
            self.scheduleDelayedItemsLayout()

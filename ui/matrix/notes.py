"""Notes at cells (批注): a mark in the corner of the cell, and a bubble beside it in which the note is written."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPolygon
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from core import edits
from core.cells import CellId
from ui import theme
from ui.controls import Floating, button, caption, plain
from ui.frozen import Frozen
from ui.matrix.faces import short_name
from ui.matrix.view import MatrixView

CORNER = 6
WIDTH, HEIGHT = 260, 132
LONGEST = 500
HINT = "按 Esc 收起，自动保存"
FROZEN = "已定稿，批注不能修改；按 Esc 收起"


class NoteMarks(QObject):
    """Draws a small triangle in the upper right corner of every cell that has a note."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        self._session = view.source.session
        self._known = self._session.report.notes
        view.painted_over.append(self.paint)
        self._session.findings_changed.connect(self._look)
        self._session.replaced.connect(self._look)

    def paint(self, painter: QPainter) -> None:
        """Paint the marks of the cells in view."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._view.delegate.colours.accent)
        for cell in self._session.report.notes:
            if cell in self._view.grid.places:
                corner = self._view.rect_of((cell,)).topRight() - QPoint(1, 0)
                painter.drawPolygon(QPolygon([corner, corner - QPoint(CORNER, 0), corner + QPoint(0, CORNER)]))

    def _look(self, *_: object) -> None:
        if self._session.report.notes != self._known:
            self._known = self._session.report.notes
            self._view.viewport().update()


class NoteBubble(Floating):
    """The note of the current cell, to be written (Shift+F2). objectNames: noteBubble, noteText, deleteNote.

    What is written is kept whenever the bubble goes away; a note is one step of undo.
    """

    said = Signal(str)

    def __init__(self, view: MatrixView, page: QWidget) -> None:
        super().__init__(page, "noteBubble")
        self._page = page
        self._view = view
        self._cell: CellId | None = None
        self._title = plain()
        self._text = _NoteText(self)
        Frozen(self._text, view.source.session)
        self._text.left.connect(self.put_away)
        self._delete = button("删除批注(&B)", "deleteNote", self._remove)
        self._delete.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click on it must not count as leaving the text
        self._lay_out()
        view.cell_entered.connect(self.put_away)
        view.source.session.replaced.connect(self._forget)
        view.verticalScrollBar().valueChanged.connect(self._place)
        self.hide()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * theme.STEP, theme.STEP, 2 * theme.STEP, theme.STEP)
        box.setSpacing(theme.STEP)
        foot = QHBoxLayout()
        self._hint = caption(HINT)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._delete)
        box.addWidget(self._title)
        box.addWidget(self._text, 1)
        box.addLayout(foot)

    def open(self) -> None:
        """Show the note of the current cell, the caret at its end."""
        report, cell = self._view.source.session.report, self._view.current
        self._cell = cell
        words = report.notes.get(cell, "")
        self._title.setText(f"批注：{short_name(report.form.cells[cell])}")
        self._text.setPlainText(words)
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)
        self._text.setAccessibleName(f"批注，{short_name(report.form.cells[cell])}")
        is_frozen = self._view.source.session.is_frozen
        self._delete.setVisible(bool(words) and not is_frozen)
        self._hint.setText(FROZEN if is_frozen else HINT)
        self._place()
        self.show()
        self.raise_()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self, *_: object) -> None:
        """Keep what is written and give the keyboard back to the table."""
        if self._cell is None:
            return
        cell, words = self._cell, self._text.toPlainText().strip()[:LONGEST]
        before = self._view.source.session.report.notes.get(cell, "")
        self._close()
        if words != before:
            name = short_name(self._view.source.session.report.form.cells[cell])
            if self._view.source.edit(f"{'批注' if words else '删除批注'} {name}", edits.set_note, cell, words):
                self.said.emit("批注已保存" if words else "批注已删除，可以撤销")

    def _remove(self) -> None:
        self._text.clear()
        self.put_away()

    def _forget(self) -> None:
        if self._cell is not None:
            self._close()

    def _close(self) -> None:
        self._cell = None
        had_keyboard = self.isAncestorOf(self._view.window().focusWidget() or self)
        self.hide()
        if had_keyboard:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, *_: object) -> None:
        """Stand beside the cell: on its right, else on its left; never beyond the table's own page."""
        if self._cell is None:
            return
        room: QRect = self._page.rect()
        rect = self._view.rect_of((self._cell,))
        corner = self._view.viewport().mapTo(self._page, rect.topRight()) + QPoint(theme.STEP, 0)
        width, height = max(WIDTH, self.sizeHint().width()), max(HEIGHT, self.minimumSizeHint().height())
        if corner.x() + width > room.right():
            corner.setX(corner.x() - rect.width() - width - 2 * theme.STEP)
        left = min(max(corner.x(), 0), max(room.right() - width, 0))
        top = min(max(corner.y(), 0), max(room.bottom() - height, 0))
        self.setGeometry(left, top, width, height)


class _NoteText(QPlainTextEdit):
    """The words of a note; tells when the hand leaves them."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("noteText")
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason}:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

"""The numbers of the tables to choose from, beside the text: looked up by a few letters, put in by Enter."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from core import references
from core.form.reference_names import Quantity, matching
from ui.controls import note
from ui.session import Session
from ui.theme import STEP

LETTERS_WIDE, LINES_HIGH = 38, 13
HINT = "回车插入，Esc 收起。插入的数字随表格变化，右键可冻结为文字。"
NOTHING = "没有这样的数字，换几个字试试。"
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_PASSING = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class NumberPicker(QFrame):
    """A small list over the page, no dialog (objectNames `numberPicker`, `numberWanted`, `numbers`).

    `picked` is called with the number that was chosen, `left` when it is put away without one.
    """

    def __init__(self, session: Session, picked: Callable[[Quantity], object], left: Callable[[], object]) -> None:
        super().__init__()
        self._session, self._picked, self._left = session, picked, left
        self.setObjectName("numberPicker")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._wanted = QLineEdit()
        self._wanted.setObjectName("numberWanted")
        self._wanted.setPlaceholderText("输入名称或行号，如：新收、三(三)1")
        self._wanted.setAccessibleName("要插入的表格数字")
        self._wanted.textChanged.connect(self.refresh)
        self._wanted.installEventFilter(self)
        self._list = QTreeWidget()
        self._list.setObjectName("numbers")
        self._list.setAccessibleName("表格数字")
        self._list.setHeaderLabels(["名称", "现值", "位置"])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.currentItemChanged.connect(self._tell)
        self._list.itemClicked.connect(lambda *_: self._pick())
        self._hint = note(HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, STEP)
        column.setSpacing(STEP)
        for part in (self._wanted, self._list, self._hint):
            column.addWidget(part)
        session.cells_changed.connect(self._on_cells_changed)
        session.replaced.connect(self.hide)
        self.hide()

    def open_over(self, page: QWidget, caret: QPoint) -> None:
        """Show the list over a page, below a caret or above it where there is more room."""
        self.setParent(page)
        letter = self.fontMetrics()
        self.resize(LETTERS_WIDE * letter.horizontalAdvance("年"), (LINES_HIGH + 5) * letter.height())
        room_below = page.height() - caret.y()
        top = caret.y() + STEP if room_below > self.height() else caret.y() - 2 * letter.height() - self.height()
        left = min(caret.x(), page.width() - self.width())
        self.move(max(left, 0), max(min(top, page.height() - self.height()), 0))
        self._wanted.clear()
        self.refresh()
        self.show()
        self.raise_()
        self._wanted.setFocus()

    def refresh(self) -> None:
        """List what fits the letters, with the values as they are now; the first is chosen."""
        report = self._session.report
        self._list.clear()
        for each in matching(report.form, self._wanted.text()):
            item = QTreeWidgetItem([each.name, references.shown(each, report.value), each.place])
            item.setData(0, Qt.ItemDataRole.UserRole, each)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(2, each.place)
            self._list.addTopLevelItem(item)
        self._list.setCurrentItem(self._list.topLevelItem(0))
        self._hint.setText(HINT if self._list.topLevelItemCount() else NOTHING)
        for number, share in enumerate((9, 5)):
            self._list.setColumnWidth(number, share * self.fontMetrics().horizontalAdvance("年"))

    def _pick(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.hide()
            self._picked(item.data(0, Qt.ItemDataRole.UserRole))

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        """Tell those who listen to the screen which number is chosen; the caret stays with the letters."""
        self._wanted.setAccessibleDescription(f"{item.text(0)}，现值 {item.text(1)}" if item else NOTHING)

    def _close(self) -> None:
        self.hide()
        self._left()

    def _on_cells_changed(self, _cells: frozenset[str]) -> None:
        if self.isVisible():
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._list.keyPressEvent(event)
            elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._pick()
            elif event.key() == Qt.Key.Key_Escape:
                self._close()
            else:
                return super().eventFilter(watched, event)
            return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in _PASSING:
            self.hide()  # the clerk went on elsewhere
        return super().eventFilter(watched, event)

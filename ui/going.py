"""Going to a place by name (F5, Ctrl+G): a field over the page, and below it the places that its words may mean."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QVBoxLayout, QWidget

from core.addresses import Place, places
from ui import theme
from ui.controls import Floating, caption
from ui.session import Session

WIDTH = 420
HINT = "写编号或几个字，如：三(三)3　出版物　表四　纠正"
NOTHING = "没有找到，换几个字试试"
Go = Callable[[str, str], object]


class Going(QObject):
    """Makes the board when it is first asked for: the first paint need not wait for it. `go` as for `GoTo`."""

    def __init__(self, page: QWidget, session: Session, go: Callable[[], Go]) -> None:
        super().__init__(page)
        self._page, self._session, self._go = page, session, go

    @cached_property
    def board(self) -> "GoTo":
        return GoTo(self._page, self._session, self._go)

    def open(self) -> None:
        """Ask where to go."""
        self.board.open()


class GoTo(Floating):
    """Lies over a page while it is asked for (objectNames: goTo, goToField, goToList).

    `go` gives what to call with the step and the place that were chosen: the desk is not there at the start. Esc, or a
    click elsewhere, puts it away.
    """

    def __init__(self, page: QWidget, session: Session, go: Callable[[], Go]) -> None:
        super().__init__(page, "goTo")
        self._page, self._session, self._go = page, session, go
        self._found: tuple[Place, ...] = ()
        self._before: QWidget | None = None
        self.field, self.list, self._hint = QLineEdit(), QListWidget(), caption(HINT)
        self._lay_out()
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(lambda *_: self._choose())
        self.list.currentTextChanged.connect(self.field.setAccessibleDescription)  # the keyboard stays in the field
        self.field.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        self.field.setObjectName("goToField")
        self.field.setPlaceholderText("转到…")
        self.field.setAccessibleName("转到哪一格或哪一部分")
        self.list.setObjectName("goToList")
        self.list.setAccessibleName("找到的地方")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows are the field's, and move through the list
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP)
        box.setSpacing(theme.STEP)
        for part in (self.field, self.list, self._hint):
            box.addWidget(part)

    def open(self) -> None:
        """Ask where to go; what was asked last stands there, to be typed over."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._look()
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Leave things as they were."""
        if self.isHidden():
            return
        had_keyboard = self.field.hasFocus()
        self.hide()
        if had_keyboard and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, *_: object) -> None:
        """List what the words may mean."""
        words = self.field.text()
        self._found = places(self._session.report.form, words, self._session.view.cell)
        self.list.clear()
        self.list.addItems([place.words for place in self._found])
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._found))
        self._hint.setText(NOTHING if words.strip() and not self._found else HINT)
        rows = self.list.sizeHintForRow(0) * len(self._found) if self._found else 0
        self.list.setFixedHeight(rows + 2 * self.list.frameWidth())
        self._place()

    def _place(self) -> None:
        width = min(WIDTH, self._page.width())
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._page.width() - width) // 2, 0)

    def _choose(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._found):
            found = self._found[at]
            self.hide()
            self._go()(found.step, found.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the field move through the list, and Esc put everything away before the window takes it."""
        if event.type() is QEvent.Type.FocusOut:
            self.put_away()
        if not isinstance(event, QKeyEvent) or event.type() is QEvent.Type.KeyRelease:
            return False
        if event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            else:
                self.put_away()
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or event.type() is not QEvent.Type.KeyPress:
            return False
        self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
        return True

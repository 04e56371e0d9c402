"""本年未收到申请: one button, a question in a strip where the report speaks against it, and the offer of a sentence."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from core import edits, nil_return
from ui import theme
from ui.controls import button, plain
from ui.session import Session
from ui.theme import STEP


class NilBar(QFrame):
    """The strip; its button stands among the tools of table three while a cell of it is empty.

    objectNames: nilReturn (the button), nilBar, nilWords, nilYes, nilNo. Esc puts the strip away.
    """

    said = Signal(str)
    cell_wanted = Signal(str)  # where the outcome of what was carried in is to be told
    left = Signal()  # the strip is gone: the keyboard belongs to the table again

    def __init__(self, session: Session, room: Callable[[], QRect], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nilBar")
        self._session, self._room = session, room
        self._agreed: Callable[[], None] = self._fill
        self.button = QPushButton("本年未收到申请(&X)", self)  # laid elsewhere, but never a window of its own
        self.button.setObjectName("nilReturn")
        self.button.setToolTip("表三都填 0，上年结转的数不动；可以撤销")
        self.button.clicked.connect(self.begin)
        self._words = plain()
        self._words.setObjectName("nilWords")
        self._yes = button("", "nilYes", self._agree)
        self._no = button("", "nilNo", self._leave)
        for one in (self._yes, self._no):
            one.setAutoDefault(True)  # Enter answers, not only the space bar
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, STEP, 2 * STEP, STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self._words, 1)
        row.addWidget(self._yes)
        row.addWidget(self._no)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self._leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        for changed in (session.replaced, session.cells_changed):
            changed.connect(self._on_changed)
        self._on_changed()

    def begin(self) -> None:
        """Fill the table, or ask first."""
        question = "" if self._session.is_frozen else nil_return.question(self._session.report)
        if question:
            self._ask(f"● {question}", "确实没有，都填 0", "不填", self._fill)
        else:
            self._fill()

    # ------------------------------------------------------------ inside

    def _fill(self) -> None:
        self.hide()
        before = self._session.report
        if not self._session.edit("本年未收到申请", nil_return.nil_return):
            return
        report = self._session.report
        open_one = nil_return.unsettled(report)
        if open_one is not None:
            self.said.emit("表三已填 0；上年结转的没有动，请填它的办理结果。")
            self.cell_wanted.emit(open_one)
        else:
            unknown = "没有附上年报告，上年结转也填了 0，请核对。" if report.last_year is None else ""
            self.said.emit("表三已经都是 0。" if report is before else f"表三已都填 0，可以撤销。{unknown}")
            self.left.emit()
        if words := nil_return.sentence(report):
            self._ask(f"要在“一、总体情况”写上“{words}”吗？", "写上", "不用", self._write)

    def _write(self) -> None:
        self.hide()
        words = nil_return.sentence(self._session.report)
        if words and self._session.edit("写上未收到申请", nil_return.with_sentence, words):
            self.said.emit("已写进“一、总体情况”，可以撤销。")
        self.left.emit()

    def _ask(self, words: str, yes: str, no: str, agreed: Callable[[], None]) -> None:
        self._agreed = agreed
        self._words.setText(words)
        self.setAccessibleName(words)
        self._yes.setText(yes)
        self._yes.setAccessibleDescription(words)
        self._no.setText(no)
        self._dress()
        self.stand()
        self.show()
        self.raise_()
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand(self) -> None:
        """Lie over the head of the page, as high as the words need: no line of the table moves for a question."""
        room = self._room()
        self.setGeometry(
            room.x(), room.y(), room.width(), max(self.heightForWidth(room.width()), self.sizeHint().height())
        )

    def _agree(self) -> None:
        self._agreed()

    def _on_changed(self, *_: object) -> None:
        """Put the strip away, which spoke of what stood before, and the button once the table is filled."""
        self.hide()
        self.button.setVisible(bool(edits.empty_cells(self._session.report, nil_return.TABLE)))

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _dress(self) -> None:
        accent = theme.colours(self.palette()).accent.name()
        ground = self.palette().color(QPalette.ColorRole.Base).name()
        self.setStyleSheet(f"#nilBar {{ background: {ground}; border: 1px solid {accent}; }}")

"""The buttons below a reading: take it in as what it was read for, as the other thing, or not at all.

objectNames: reviewAccept, reviewOther, reviewNote, reviewCancel.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.controls import button, note
from ui.filing import Intent

_ACCEPTS = {Intent.ADOPT: "作为本年报告打开(&G)", Intent.ATTACH: "附上(&G)"}
_AGAIN = "再按一次 Esc 就放弃这次核对，改过的不保留。"


class ReviewFoot(QWidget):
    """`accept` is the default button; a page without doubts gives it the keyboard."""

    accepted = Signal(object)  # Intent
    called_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intent = Intent.DRAFT
        self.accept = button("", "reviewAccept", lambda: self.accepted.emit(self._intent))
        self.accept.setDefault(True)
        self.accept.setMinimumHeight(8 * theme.STEP)
        self.accept.setToolTip("Ctrl+回车")
        self._other = button("", "reviewOther", lambda: self.accepted.emit(self._other_intent()))
        self._note = note("")
        self._note.setObjectName("reviewNote")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.accept, self._other):
            row.addWidget(part)
        row.addWidget(self._note, 1)
        row.addWidget(button("取消（Esc）", "reviewCancel", self.called_off.emit))
        self.setFocusProxy(self.accept)

    def show_intent(self, intent: Intent) -> None:
        """Offer what a report is read for, and what else it may turn out to be."""
        self._intent = intent
        self._other.setVisible(intent is not Intent.ATTACH)
        self._note.clear()

    def name(self, year: int | None) -> None:
        """Name the buttons by the year of the report that was read."""
        draft = f"生成 {year + 1} 年草稿(&G)" if year else "生成本年草稿(&G)"
        is_draft = self._intent is Intent.DRAFT
        self.accept.setText(draft if is_draft else _ACCEPTS[self._intent])
        self._other.setText("它就是本年的年报，直接检查" if is_draft else "它是上年的年报，生成本年草稿")

    def call_off(self, *, is_touched: bool) -> None:
        """Call off; where answers would be lost, only when asked a second time."""
        if is_touched and not self._note.text():
            self._note.setText(_AGAIN)
        else:
            self.called_off.emit()

    def stay(self) -> None:
        """Forget that it was asked to call off: the clerk goes on."""
        self._note.clear()

    def _other_intent(self) -> Intent:
        return Intent.ADOPT if self._intent is Intent.DRAFT else Intent.DRAFT

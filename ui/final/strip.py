"""The strip above the pages of a final report: when it was declared, its check number, and the way back.

objectNames: finalStrip, finalStripWords, finalWithdraw, finalAgain.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from core.exporters.check_number import changed
from ui import theme
from ui.controls import button, plain
from ui.final.case import final_words
from ui.session import Session
from ui.theme import STEP
from ui.words import FROZEN

FLASH_MS = 900


class FinalStrip(QFrame):
    """Shown while a final report lies on the desk."""

    withdraw_asked = Signal()
    again_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finalStrip")
        self._session = session
        self._words = plain()
        self._words.setObjectName("finalStripWords")
        self._again = button("写出文件…", "finalAgain", self.again_asked.emit)
        self._withdraw = button("撤回定稿", "finalWithdraw", self.withdraw_asked.emit)
        self._withdraw.setToolTip("改回草稿，可以继续修改；已经写出的文件不会跟着变")
        for one in (self._again, self._withdraw):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the table
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(FLASH_MS)
        self._calm.timeout.connect(self._dress)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 1, 2 * STEP, 1)  # table three needs every line there is
        row.setSpacing(2 * STEP)
        row.addWidget(self._words, 1)
        row.addWidget(self._again)
        row.addWidget(self._withdraw)
        session.refused.connect(self._flash)
        self.hide()

    def tell(self) -> None:
        """Say how the final report stands; one whose printed words were changed elsewhere is told as such."""
        report = self._session.report
        if (error := changed(report)) is not None:
            self._words.setText(f"▲ {error.message}{error.hint}")
        else:
            self._words.setText(f"✓ 已定稿（{final_words(report)}），不能修改。")
        self._again.setVisible(error is None)
        self.setAccessibleName(self._words.text())
        self._dress()

    def _flash(self) -> None:
        """Draw the eye here for a moment: a key was just refused."""
        if self.isVisible():
            self._dress(loud=True)
            self.setAccessibleDescription(FROZEN)
            self._calm.start()

    def _dress(self, *, loud: bool = False) -> None:
        colours = theme.colours(self.palette())
        edge = colours.error if self._words.text().startswith("▲") else colours.accent
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        ground = f"background: {colours.flash.name()};" if loud else ""
        self.setStyleSheet(
            f"#finalStrip {{ border: 1px solid {edge.name()}; border-radius: 3px; {ground} }}"
            f" #finalStripWords {{ color: {edge.name() if edge is colours.error else colours.ink.name()}; }}"
        )

"""The band above a text of which sentences came from last year: how many are left, and what can be done (待更新)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from core.finding import Severity
from ui import theme
from ui.controls import button, inked, plain
from ui.sections.stale_sentences import StaleSentences
from ui.theme import STEP
from ui.words import MARKS


class StaleBanner(QFrame):
    """Shown while a sentence is 待更新 (objectNames `staleBanner`, `btnNextStale`, `btnConfirmSentence`,
    `btnConfirmText`).

    `keys` are the letters that, with Alt, go on, confirm the sentence at the caret, and confirm all; a blank for none.
    """

    def __init__(self, stale: StaleSentences, *, keys: str = "JOQ") -> None:
        super().__init__()
        self._stale = stale
        self.setObjectName("staleBanner")
        self.setAutoFillBackground(True)
        self._mark = QLabel(MARKS[Severity.WARNING])
        self._words = plain()
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, STEP, STEP, STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        orders = (
            ("下一句", "btnNextStale", stale.go_on, "转到下一个待更新的句子"),
            ("确认这一句", "btnConfirmSentence", stale.confirm_here, "光标所在的这一句照用，转到下一句"),
            ("全部确认沿用", "btnConfirmText", stale.confirm_all, "这一部分剩下的句子全部照用"),
        )
        for (words, name, order, tip), key in zip(orders, keys, strict=True):
            row.addWidget(self._ordering(words, name, order, tip, key.strip()))
        stale.changed.connect(self.refresh)
        self._colour()
        self.refresh()

    def refresh(self) -> None:
        """Show the band where a sentence is 待更新, and how many are."""
        left, figures = len(self._stale.stretches), self._stale.with_figures
        told = f"（{figures} 句有数字）" if figures else ""
        self._words.setText(f"待更新：还有 {left} 句来自上年，没有改过{told}。")
        self.setVisible(left > 0)

    def _ordering(self, words: str, name: str, order: Callable[[], object], tip: str, key: str) -> QPushButton:
        """Return a button. Its key acts at once: one by mnemonic waits a tenth of a second and swallows the next."""
        made = button(f"{words}(&{key})" if key else words, name, order)
        made.setToolTip(f"{tip}（Alt+{key}）" if key else tip)
        made.setShortcut(QKeySequence())
        if key:
            QShortcut(QKeySequence(f"Alt+{key}"), self).activated.connect(order)
        return made

    def _colour(self) -> None:
        shades = theme.colours(self.palette())
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Window, theme.mixed(shades.warning, shades.paper, 0.88))
        self.setPalette(ground)
        inked(self._mark, shades.warning)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

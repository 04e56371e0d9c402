"""The band above a text that came from last year: it says so and lets the clerk confirm it as it stands (待更新)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from core import edits
from core.finding import Severity
from ui import theme
from ui.controls import button, inked, plain
from ui.session import Session
from ui.theme import STEP
from ui.words import MARKS


class StaleBanner(QFrame):
    """Shown while the text `key` is 待更新 (objectNames `staleBanner`, `btnConfirmText`).

    `confirmed` is called once the clerk let the text stand. `mnemonic` tells two bands on one page apart.
    """

    def __init__(
        self,
        session: Session,
        key: str,
        label: str,
        confirmed: Callable[[], object],
        *,
        mnemonic: str = "O",
    ) -> None:
        super().__init__()
        self._session, self._key, self._label, self._confirmed = session, key, label, confirmed
        self.setObjectName("staleBanner")
        self.setAutoFillBackground(True)
        self._mark = QLabel(MARKS[Severity.WARNING])
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, STEP, STEP, STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self._mark)
        row.addWidget(plain("待更新：这段文字来自上年，还没有改过。"), 1)
        row.addWidget(button(f"确认沿用(&{mnemonic})", "btnConfirmText", self._confirm))
        session.texts_changed.connect(self._on_texts_changed)
        session.replaced.connect(self.refresh)
        self._colour()
        self.refresh()

    def refresh(self) -> None:
        """Show the band where the text is 待更新."""
        self.setVisible(self._key in self._session.report.stale)

    def _on_texts_changed(self, keys: frozenset[str]) -> None:
        if self._key in keys:
            self.refresh()

    def _confirm(self) -> None:
        self._session.edit(f"确认沿用{self._label}", edits.confirm_text, self._key)
        self._confirmed()

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

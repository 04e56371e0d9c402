"""By when the open report has to be published, and how many days are left: small words that follow the cover."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from core import deadlines
from ui import theme
from ui.controls import inked
from ui.session import Session


class DueLabel(QLabel):
    """Says the date of article 49 for this kind of unit (objectName `due`); hidden where nothing is to be said."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, today: Callable[[], date] = deadlines.today
    ) -> None:
        super().__init__(parent)
        self.setObjectName("due")
        self.setFont(theme.small(self.font()))
        self._session, self._today = session, today
        for changed in (session.head_changed, session.replaced):
            changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count anew: the report's head changed, or another day began."""
        report, now = self._session.report, self._today()
        self.setText(deadlines.words(report.org_type, report.year, now))
        if not self.text() or self.parentWidget() is not None:  # without a page it would become a window
            self.setVisible(bool(self.text()))
        self._colour()

    def _colour(self) -> None:
        report, shades = self._session.report, theme.colours(self.palette())
        due = deadlines.deadline(report.org_type, report.year, self._today())
        inked(self, shades.warning if due is not None and due.is_close else shades.muted)

    # ------------------------------------------------------------ Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._colour()

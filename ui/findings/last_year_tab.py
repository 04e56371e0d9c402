"""The tab 上年: what stood in the clerk's place last year, and the number that an empty 现行有效 follows to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core import tally
from core.cells import CellId
from core.report import Report
from ui.controls import button
from ui.findings.place_tabs import PlaceView, tell_last_year
from ui.theme import STEP


class LastYearTab(QWidget):
    """Words to read, and below them one button where a number can be taken (objectNames: lastYearTab, takeExpected)."""

    taken = Signal(str, str)  # cell, number

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = PlaceView("lastYearTab", "上年")
        self._take = button("", "takeExpected", self._give)
        self._offered = ("", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * STEP, 0, 3 * STEP, 2 * STEP)
        foot.addWidget(self._take)
        foot.addStretch(1)
        column.addLayout(foot)
        self._take.setToolTip("Ctrl+E")
        self._take.hide()
        self.setFocusProxy(self._view)

    def tell(self, report: Report, place: str) -> None:
        """Show what belongs to a place."""
        tell_last_year(self._view, report, place)
        follows = tally.in_force(report, CellId(place)) if place in report.form.cells else None
        self._offered = (place, f"{follows.expected:f}") if follows else ("", "")
        self._take.setVisible(follows is not None)
        self._take.setText(f"填入 {self._offered[1]}")

    def _give(self) -> None:
        self.taken.emit(*self._offered)

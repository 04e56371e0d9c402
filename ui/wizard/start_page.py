"""The first page: four doors, what was open lately, and drafts that a fall of the program left behind.

The doors are there with the first paint; the rest is furnished right after it.
objectNames: startFromLastYear, startOpen, startNew, startSample, recentList, leftoverOffer.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import PROGRAM, theme
from ui.controls import button, caption, heading

if TYPE_CHECKING:
    from core.settings import Recent
    from core.storage.recovery import Leftover
    from ui.wizard.recent_list import RecentList

_DOORS = (
    ("startFromLastYear", "从上年报告开始(&L)", "读上年年报，带出单位、文字和上年结转"),
    ("startOpen", "打开(&O)…", "继续编制已保存的年报项目"),
    ("startNew", "新建(&N)", "从空白表格开始"),
    ("startSample", "看示例(&S)", "一份填好的年报，一分钟走一遍"),
)
_HINT = (
    "也可以把年报文件拖到窗口里，或复制文件、网页、整篇文字后按 Ctrl+V 粘贴。\n"
    "能读 Word（含 .doc、.wps）、Excel（含 .xls、.et）、PDF、网页和文字文件。全程离线，不上传任何内容。"
)


class StartPage(QWidget):
    """Four doors and what lies behind them; a file dropped or a text pasted here is taken as well."""

    door_chosen = Signal(str)  # objectName of the door
    recent_chosen = Signal(str)  # path
    recent_dropped = Signal(str)  # path
    leftover_wanted = Signal(object)  # Leftover
    leftover_refused = Signal(object)  # Leftover
    leftover_kept = Signal(object)  # Leftover: refused, then thought better of

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self._offers, self._lately = QVBoxLayout(), QVBoxLayout()
        self._recents: RecentList | None = None
        self._doors = [self._door(*door) for door in _DOORS]
        column = QVBoxLayout()
        column.setSpacing(4 * theme.STEP)
        column.addWidget(heading(PROGRAM))
        column.addLayout(self._offers)
        column.addLayout(self._row_of_doors())
        column.addSpacing(2 * theme.STEP)
        column.addLayout(self._lately, 1)
        column.addWidget(caption(_HINT))
        frame = QWidget()
        frame.setMaximumWidth(920)
        frame.setLayout(column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 16)
        outer.addStretch(1)
        outer.addWidget(frame, 20)
        outer.addStretch(1)

    def show_recents(self, recents: "tuple[Recent, ...]", vanished: frozenset[str]) -> None:
        """List what was open lately; the files in `vanished` are said to be gone."""
        shown = self._list()
        shown.show_all(recents, vanished)
        if recents and self._doors[0].hasFocus():  # who comes back goes on with the report of yesterday
            shown.show()  # a list just made is not yet in view, and what is out of view takes no keys
            shown.setFocus()

    def offer(self, leftovers: "tuple[Leftover, ...]") -> None:
        """Offer drafts that were not saved."""
        from ui.controls import emptied
        from ui.wizard.offer import Offer  # the start-up seam: after the first paint

        emptied(self._offers)
        for leftover in leftovers:
            line = Offer(leftover)
            line.wanted.connect(self.leftover_wanted)
            line.refused.connect(self.leftover_refused)
            line.kept.connect(self.leftover_kept)
            self._offers.addWidget(line)
        first = self._offers.itemAt(0)
        waiting = (self._doors[0], self._recents)
        if first is not None and any(part is not None and part.hasFocus() for part in waiting):
            first.widget().setFocus()

    def focus_first(self) -> None:
        """Give the keyboard to the latest report; without one, to the first door."""
        latest = self._recents
        (latest if latest is not None and latest.has_any else self._doors[0]).setFocus()

    def _list(self) -> "RecentList":
        if self._recents is None:
            from ui.wizard.recent_list import RecentList  # the start-up seam: after the first paint

            self._recents = RecentList()
            self._recents.chosen.connect(self.recent_chosen)
            self._recents.dropped.connect(self.recent_dropped)
            self._lately.addWidget(caption("最近的年报"))
            self._lately.addWidget(self._recents)
        return self._recents

    def _row_of_doors(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * theme.STEP)
        grid.setVerticalSpacing(theme.STEP)
        for number, (door, (_, _, words)) in enumerate(zip(self._doors, _DOORS, strict=True)):
            grid.addWidget(door, 0, number)
            grid.addWidget(caption(words), 1, number)
            grid.setColumnStretch(number, 1)
        return grid

    def _door(self, name: str, title: str, words: str) -> QPushButton:
        door = button(title, name, lambda: self.door_chosen.emit(name))
        door.setMinimumHeight(QFontMetrics(self.font()).height() * 3)
        door.setAccessibleDescription(words)
        door.setAutoDefault(True)
        door.setFont(theme.bold(self.font()))
        return door

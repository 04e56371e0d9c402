"""The first page: four doors, what was open lately, and drafts that a fall of the program left behind.

objectNames: startFromLastYear, startOpen, startNew, startSample, recentList, leftoverOffer.
"""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.settings import Recent
from core.storage.recovery import Leftover
from ui import theme
from ui.controls import button, emptied, heading, note, plain
from ui.wizard.recent_list import RecentList
from ui.words import PROGRAM, day, headline

_DOORS = (
    ("startFromLastYear", "从上年报告开始(&L)", "读上年年报，带出单位、文字和上年结转"),
    ("startOpen", "打开(&O)…", "继续编制已保存的年报项目"),
    ("startNew", "新建(&N)", "从空白表格开始"),
    ("startSample", "看示例(&E)", "一份填好的年报，随意试"),
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
        self._offers = QVBoxLayout()
        self._first: QWidget = self
        self.recents = RecentList()
        self.recents.chosen.connect(self.recent_chosen)
        self.recents.dropped.connect(self.recent_dropped)
        column = QVBoxLayout()
        column.setSpacing(4 * theme.STEP)
        column.addWidget(heading(PROGRAM))
        column.addLayout(self._offers)
        column.addLayout(self._doors())
        column.addSpacing(2 * theme.STEP)
        column.addWidget(plain("最近的年报"))
        column.addWidget(self.recents, 1)
        column.addWidget(note("也可以把文件拖到这里，或按 Ctrl+V 粘贴整篇年报文字。全程离线，不上传任何内容。"))
        frame = QWidget()
        frame.setMaximumWidth(920)
        frame.setLayout(column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 16)
        outer.addStretch(1)
        outer.addWidget(frame, 20)
        outer.addStretch(1)

    def show_recents(self, recents: tuple[Recent, ...], vanished: frozenset[str]) -> None:
        """List what was open lately; the files in `vanished` are said to be gone."""
        self.recents.show_all(recents, vanished)

    def offer(self, leftovers: tuple[Leftover, ...]) -> None:
        """Offer drafts that were not saved."""
        emptied(self._offers)
        for leftover in leftovers:
            self._offers.addWidget(_Offer(leftover, self))

    def focus_first(self) -> None:
        self._first.setFocus()

    def _doors(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(3 * theme.STEP)
        for number, (name, title, words) in enumerate(_DOORS):
            grid.addWidget(self._door(name, title, words), 0, number)
            grid.setColumnStretch(number, 1)
        return grid

    def _door(self, name: str, title: str, words: str) -> QWidget:
        door = button(title, name, lambda: self.door_chosen.emit(name))
        door.setMinimumHeight(QFontMetrics(self.font()).height() * 3)
        door.setAccessibleDescription(words)
        door.setFont(theme.bold(self.font()))
        below = note(words)
        below.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        if self._first is self:
            self._first = door
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(door)
        column.addWidget(below)
        return both


class _Offer(QFrame):
    """One draft that was left behind: 恢复, 不要, and 撤回 after 不要."""

    def __init__(self, leftover: Leftover, page: StartPage) -> None:
        super().__init__(page)
        self.setObjectName("leftoverOffer")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._leftover, self._page = leftover, page
        self._words = plain()
        self._take = button("恢复(&R)", "leftoverTake", lambda: page.leftover_wanted.emit(leftover))
        self._refuse = button("不要", "leftoverRefuse", self._refused)
        self._back = button("撤回", "leftoverBack", self._kept)
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        for choice in (self._take, self._refuse, self._back):
            row.addWidget(choice)
        self._say(refused=False)

    def _say(self, *, refused: bool) -> None:
        report = self._leftover.project.report
        when = day(self._leftover.written, datetime.now().astimezone())
        name = f"{headline(report)}，{when}"
        self._words.setText(f"{name} 的草稿不要了，关闭程序时删除。" if refused else f"有一份没有保存的草稿：{name}。")
        self.setAccessibleName(self._words.text())
        self._take.setVisible(not refused)
        self._refuse.setVisible(not refused)
        self._back.setVisible(refused)

    def _refused(self) -> None:
        self._say(refused=True)
        self._page.leftover_refused.emit(self._leftover)

    def _kept(self) -> None:
        self._say(refused=False)
        self._page.leftover_kept.emit(self._leftover)

"""The projects that were open lately: unit, year, state, what is open, by when, where (objectName `recentList`)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from core import deadlines
from core.deadlines import Deadline
from core.report import OrgType
from core.settings import Recent
from ui import theme

_PATH, _GONE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_HEADS = ("单位", "年度", "状态", "待处理", "期限", "位置")
_EMPTY = "还没有打开过年报。从上面任选一种方式开始，保存后会列在这里。"
_VANISHED = "文件已不在原处（按 Delete 从列表中去掉）"


class RecentList(QTreeWidget):
    """Enter or a double click opens; Delete takes a line off the list and leaves the file alone."""

    chosen = Signal(str)  # path
    dropped = Signal(str)  # path

    def __init__(self, parent: QWidget | None = None, today: Callable[[], date] = deadlines.today) -> None:
        super().__init__(parent)
        self._today = today
        self.setObjectName("recentList")
        self.setAccessibleName("最近的年报")
        self.setHeaderLabels(_HEADS)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setStyleSheet(f"QTreeWidget::item {{ padding: {theme.STEP}px; }}")
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.itemActivated.connect(self._open)
        head = self.header()
        head.setSectionsMovable(False)
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(64)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_all(self, recents: tuple[Recent, ...], vanished: frozenset[str]) -> None:
        """List projects, the latest first; the line that was chosen stays chosen, by itself the latest."""
        item = self.currentItem()
        chosen = item.data(0, _PATH) if item else None
        self.clear()
        self.header().setVisible(bool(recents))
        for recent in recents:
            self.addTopLevelItem(self._line(recent, gone=recent.path in vanished))
        if not recents:
            nothing = QTreeWidgetItem([_EMPTY])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addTopLevelItem(nothing)
            nothing.setFirstColumnSpanned(True)
            return
        lines = [recent.path for recent in recents]
        self.setCurrentItem(self.topLevelItem(lines.index(chosen) if chosen in lines else 0))

    @property
    def has_any(self) -> bool:
        """Whether a report is listed, not only the words that there is none."""
        first = self.topLevelItem(0)
        return first is not None and bool(first.data(0, _PATH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None and item.data(0, _PATH):
            self.dropped.emit(item.data(0, _PATH))
            return
        super().keyPressEvent(event)

    def _line(self, recent: Recent, *, gone: bool) -> QTreeWidgetItem:
        state = "找不到" if gone else recent.state
        still = "" if gone else _still_to_do(recent)
        place = f"{recent.path}　{_VANISHED}" if gone else recent.path
        due = None if gone else _due(recent, self._today())
        year = f"{recent.year} 年度" if recent.year else "年度未填"
        item = QTreeWidgetItem([recent.unit or "单位未填", year, state, still, due.words if due else "", place])
        item.setData(0, _PATH, recent.path)
        item.setData(0, _GONE, gone)
        item.setToolTip(_HEADS.index("位置"), str(Path(recent.path)))
        item.setToolTip(0, recent.unit)
        if due is not None and due.is_close:
            item.setForeground(_HEADS.index("期限"), theme.colours(self.palette()).warning)
        if gone:
            for column in range(len(_HEADS)):
                item.setForeground(column, theme.colours(self.palette()).muted)
        return item

    def _open(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _PATH):
            self.chosen.emit(item.data(0, _PATH))

    def _menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is None or not item.data(0, _PATH):
            return
        path = item.data(0, _PATH)
        menu = QMenu(self)
        opening = menu.addAction("打开")
        opening.setEnabled(not item.data(0, _GONE))
        opening.triggered.connect(lambda: self.chosen.emit(path))
        menu.addAction("从列表中去掉").triggered.connect(lambda: self.dropped.emit(path))
        menu.popup(self.viewport().mapToGlobal(place))


def _due(recent: Recent, today: date) -> Deadline | None:
    """Return by when a project has to be published, if a rule names a date for its kind of unit."""
    kind = next((kind for kind in OrgType if kind.value == recent.org_type), None)
    return deadlines.deadline(kind, recent.year or None, today)


def _still_to_do(recent: Recent) -> str:
    """Return what a project still wants: “3 处，未填完”."""
    wanted = [f"{recent.open_findings} 处"] if recent.open_findings else []
    wanted += [] if recent.is_complete else ["未填完"]
    return "，".join(wanted) or "无"

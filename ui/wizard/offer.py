"""One draft that a fall of the program left behind, on the start page: 恢复, 不要, and 撤回 after 不要."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from core.storage.recovery import Leftover
from ui.controls import button, plain
from ui.words import day, headline


class Offer(QFrame):
    """What is refused is deleted only when the program ends (leftoverTake, leftoverRefuse, leftoverBack)."""

    wanted = Signal(object)  # Leftover
    refused = Signal(object)
    kept = Signal(object)

    def __init__(self, leftover: Leftover, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leftoverOffer")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._leftover = leftover
        self._words = plain()
        self._take = button("恢复(&R)", "leftoverTake", lambda: self.wanted.emit(leftover))
        self._refuse = button("不要", "leftoverRefuse", self._on_refused)
        self._back = button("撤回", "leftoverBack", self._on_kept)
        self.setFocusProxy(self._take)
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        for choice in (self._take, self._refuse, self._back):
            row.addWidget(choice)
        self._say(refused=False)

    def _say(self, *, refused: bool) -> None:
        when = day(self._leftover.written, datetime.now().astimezone())
        name = f"{headline(self._leftover.project.report)}，{when}"
        self._words.setText(f"{name} 的草稿不要了，关闭程序时删除。" if refused else f"有一份没有保存的草稿：{name}。")
        self.setAccessibleName(self._words.text())
        self._take.setVisible(not refused)
        self._refuse.setVisible(not refused)
        self._back.setVisible(refused)

    def _on_refused(self) -> None:
        self._say(refused=True)
        self.refused.emit(self._leftover)

    def _on_kept(self) -> None:
        self._say(refused=False)
        self.kept.emit(self._leftover)

"""The pane with the source: a line with its name, below it its pages as pictures or its words and tables."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.importers.extract import Extract, Origin
from ui import background, theme
from ui.controls import note, plain
from ui.faults import as_user_error
from ui.source import pictures
from ui.source.blocks_view import BlocksView
from ui.source.origins import words_of
from ui.source.pages_view import PagesView
from ui.source.sheets import Size
from ui.theme import STEP


class SourcePane(QWidget):
    """Shows where a report was read (objectNames: sourcePane, sourceName, sourceTold, sourceNote, sourceClose).

    `place_chosen` tells the Origin that was clicked. `closable` gives it a button that asks to put it away.
    """

    place_chosen = Signal(object)  # Origin
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("sourcePane")
        self.setAccessibleName("原件")
        self.path: Path | None = None
        self._name, self._extract = "", Extract(())
        self._origin: Origin | None = None
        self._called_off = threading.Event()
        self._title, self._told, self._note = plain(), plain(), note("")
        for label, name in ((self._title, "sourceName"), (self._told, "sourceTold"), (self._note, "sourceNote")):
            label.setObjectName(name)
        self.blocks, self.pages = BlocksView(), PagesView()
        self.blocks.place_chosen.connect(self.place_chosen)
        self.pages.place_chosen.connect(self.place_chosen)
        self.pages.told.connect(self._told.setText)
        self.pages.failed.connect(self._fall_back)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.blocks)
        self._stack.addWidget(self.pages)
        self._lay_out(closable=closable)
        self.setFocusProxy(self._stack)

    def show_reading(self, name: str, extract: Extract, path: Path | None) -> None:
        """Show what was read: its pages where the file has such and is at hand, else its words and tables."""
        self._begin(name, extract, path)
        if path is not None and extract.pages:
            self._show_pages(path)
        else:
            self._show_blocks("")

    def show_pages(self, path: Path) -> None:
        """Show the pages of a scan or a picture; nothing of it was read."""
        self._begin(path.name, Extract(()), path)
        self._show_pages(path)

    def highlight(self, origin: Origin | None) -> None:
        """Mark a place and bring it into view; None marks nothing."""
        self._origin = origin
        for view in (self.blocks, self.pages):
            view.highlight(origin)
            view.setAccessibleDescription(words_of(self._extract, origin) if origin else "")

    def clear(self) -> None:
        """Show nothing, and let go of the file."""
        self._begin("", Extract(()), None)
        self._show_blocks("")

    def view(self) -> BlocksView | PagesView:
        """Return the view that is shown."""
        return self.pages if self._stack.currentWidget() is self.pages else self.blocks

    # ------------------------------------------------------------ inside

    def _begin(self, name: str, extract: Extract, path: Path | None) -> None:
        self._called_off.set()
        self._called_off = threading.Event()
        self.path, self._name, self._extract, self._origin = path, name, extract, None
        self._show_name()
        self.pages.clear()
        self.blocks.show_extract(Extract(()))
        self._told.setText("")
        self._note.hide()

    def _show_pages(self, path: Path) -> None:
        self._stack.setCurrentWidget(self.pages)
        called_off = self._called_off

        def show(sizes: tuple[Size, ...]) -> None:
            if not called_off.is_set():
                self.pages.show_pages(sizes, partial(pictures.picture_of, path), self._extract)
                self.pages.highlight(self._origin)

        def fail(error: Exception) -> None:
            if not called_off.is_set():
                self._fall_back(error)

        background.run(self, lambda: pictures.sizes_of(path, called_off), show, fail)

    def _fall_back(self, error: Exception) -> None:
        """Show the words instead of the pages, and say why."""
        told = as_user_error(error, None)
        below = "下面是读到的文字。" if self._extract.blocks else ""
        self._show_blocks(f"● 页面显示不了：{told.message}{'' if below else told.hint}{below}")

    def _show_blocks(self, words: str) -> None:
        self.pages.clear()
        self._told.setText("")
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._stack.setCurrentWidget(self.blocks)
        self.blocks.show_extract(self._extract)
        self.blocks.highlight(self._origin)

    def _show_name(self) -> None:
        room = max(self.width() - 220, 80)
        words = f"原件：{self._name}" if self._name else "原件"
        self._title.setText(QFontMetrics(self._title.font()).elidedText(words, Qt.TextElideMode.ElideMiddle, room))
        self._title.setToolTip(self._name)

    def _lay_out(self, *, closable: bool) -> None:
        self._title.setWordWrap(False)
        self._told.setWordWrap(False)
        self._told.setFont(theme.small(self._told.font()))
        self._note.setContentsMargins(2 * STEP, 0, 2 * STEP, STEP)
        head = QHBoxLayout()
        head.setContentsMargins(2 * STEP, STEP, STEP, STEP)
        head.setSpacing(STEP)
        head.addWidget(self._title, 1)
        head.addWidget(self._told)
        head.addWidget(self._tool("－", "缩小（Ctrl+滚轮）", "sourceSmaller", lambda: self.view().zoom_by(-1)))
        head.addWidget(self._tool("＋", "放大（Ctrl+滚轮）", "sourceLarger", lambda: self.view().zoom_by(1)))
        if closable:
            head.addWidget(self._tool("✕", "收起原件", "sourceClose", self.close_asked.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addWidget(self._stack, 1)

    def _tool(self, sign: str, words: str, name: str, action: Callable[[], object]) -> QToolButton:
        tool = QToolButton()
        tool.setText(sign)
        tool.setObjectName(name)
        tool.setAutoRaise(True)
        tool.setToolTip(words)
        tool.setAccessibleName(words)
        tool.clicked.connect(lambda *_: action())
        return tool

    # ------------------------------------------------------------ Qt

    def sizeHint(self) -> QSize:
        return QSize(460, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_name()

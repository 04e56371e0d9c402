"""The source beside the pages of the desk: there on demand, left of the page, for typing what could not be read."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from core.importers.extract import Extract
    from ui.source.pane import SourcePane

MOST_SHARE = 0.38
"""Of the window, however wide the pane was when it was last there: a smaller screen must not lose the table."""

LEAST_PAGE = 640
"""Pixels that a page keeps: table 3 with its labels cut a little. Below, the findings make room."""


class Beside(QObject):
    """Brings the pane into a splitter, before the page at `place`, and takes it away.

    `makes_room`, the part after the page, is folded while the source is there and there is no room for both.
    """

    shown_changed = Signal(bool)

    def __init__(self, splitter: QSplitter, place: int, makes_room: QWidget, width: int) -> None:
        super().__init__(splitter)
        self._splitter, self._place, self._makes_room, self._width = splitter, place, makes_room, width
        self._pane: SourcePane | None = None
        self._fill: Callable[[SourcePane], None] | None = None
        self._is_filled = False
        self._made_room = False

    @property
    def pane(self) -> "SourcePane | None":
        """The pane while it is shown."""
        return self._pane if self.is_shown else None

    @property
    def is_shown(self) -> bool:
        return self._pane is not None and not self._pane.isHidden()

    @property
    def is_offered(self) -> bool:
        """Whether there is a source to show."""
        return self._fill is not None

    @property
    def width(self) -> int:
        """The width of the pane, now or when it was last there."""
        if self.is_shown:
            self._width = self._splitter.sizes()[self._place]
        return self._width

    def offer(self, name: str, extract: "Extract", path: Path | None) -> None:
        """Keep at hand the source of what was read."""
        self._offer(lambda pane: pane.show_reading(name, extract, path))

    def offer_pages(self, path: Path) -> None:
        """Keep at hand the pages of a scan or a picture."""
        self._offer(lambda pane: pane.show_pages(path))

    def forget(self) -> None:
        """Take the source away: another report lies on the desk."""
        self.show(shown=False)
        self._fill, self._is_filled = None, False
        if self._pane is not None:
            self._pane.clear()

    def show(self, *, shown: bool) -> None:
        """Show the source or fold it away."""
        if shown == self.is_shown or (shown and self._fill is None):
            return
        if shown:
            self._bring()
        elif self._pane is not None:
            self._width = self.width
            self._pane.hide()
            if self._made_room:
                self._makes_room.show()
            self._made_room = False
        self.shown_changed.emit(shown)

    # ------------------------------------------------------------ inside

    def _offer(self, fill: "Callable[[SourcePane], None]") -> None:
        self.forget()
        self._fill = fill

    def _bring(self) -> None:
        pane = self._pane or self._made()
        splitter, place = self._splitter, self._place
        before = splitter.sizes()
        findings = before[place + 2]
        width = min(self._width, round(sum(before) * MOST_SHARE))
        room = sum(before) - sum(before[:place]) - width - findings
        self._made_room = room < LEAST_PAGE and not self._makes_room.isHidden()
        if self._made_room:
            self._makes_room.hide()
            room += findings
        pane.show()
        splitter.setSizes([*before[:place], width, max(room, 1), findings])
        if self._fill is not None and not self._is_filled:
            self._is_filled = True
            self._fill(pane)

    def _made(self) -> "SourcePane":
        from ui.source.pane import SourcePane  # the start-up seam: the readers come with it

        self._pane = SourcePane(closable=True)
        self._pane.close_asked.connect(lambda: self.show(shown=False))
        self._pane.hide()
        self._splitter.insertWidget(self._place, self._pane)
        self._pane.hide()
        return self._pane

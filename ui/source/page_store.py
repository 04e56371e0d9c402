"""Pictures of pages, fetched one after the other in the background and kept as long as there is room."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from ui import background

MOST_BYTES = 96 * 1024 * 1024
"""What pictures may take: some ten pages of a screen's height at double size."""

Fetch = Callable[[int, int, threading.Event], QImage]
"""Returns the picture of a page (from 0) in a width in pixels; UserError if there is none. Called on other threads."""


class PageStore(QObject):
    """The pictures of one file. What is wanted last is fetched first; `forget` ends the fetching."""

    arrived = Signal(int)  # page
    failed = Signal(object)  # UserError or a fault of ours

    def __init__(self, fetch: Fetch, parent: QObject) -> None:
        super().__init__(parent)
        self._fetch, self._owner = fetch, parent  # a task may outlive this store, not its owner
        self._kept: OrderedDict[int, tuple[int, QPixmap]] = OrderedDict()
        self._wanted: list[int] = []
        self._width = 0
        self._called_off = threading.Event()
        self._is_fetching = False

    def want(self, pages: Sequence[int], width: int) -> None:
        """Say which pages are in view, the most wanted first, and how wide in pixels they shall be."""
        self._wanted, self._width = list(pages), width
        self._fetch_next()

    def picture(self, page: int) -> QPixmap | None:
        """Return the picture of a page, perhaps of another width while the right one is on its way."""
        if page not in self._kept:
            return None
        self._kept.move_to_end(page)
        return self._kept[page][1]

    def forget(self) -> None:
        """Fetch no more and keep nothing."""
        self._called_off.set()
        self._wanted.clear()
        self._kept.clear()

    def kept_pages(self) -> list[int]:
        """Return the pages whose pictures are there."""
        return list(self._kept)

    def kept_bytes(self) -> int:
        """Return how much memory the pictures take."""
        return sum(4 * pixmap.width() * pixmap.height() for _, pixmap in self._kept.values())

    def _fetch_next(self) -> None:
        missing = [page for page in self._wanted if self._kept.get(page, (0,))[0] != self._width]
        if self._is_fetching or not missing or self._called_off.is_set():
            return
        page, width, called_off = missing[0], self._width, self._called_off
        self._is_fetching = True
        background.run(
            self._owner,
            lambda: self._fetch(page, width, called_off),
            lambda image: self._take(page, width, image),
            self._give_up,
        )

    def _take(self, page: int, width: int, image: QImage) -> None:
        self._is_fetching = False
        if self._called_off.is_set():
            return
        self._kept[page] = (width, QPixmap.fromImage(image))
        self._kept.move_to_end(page)
        while self.kept_bytes() > MOST_BYTES and len(self._kept) > 1:
            self._kept.popitem(last=False)
        self.arrived.emit(page)
        self._fetch_next()

    def _give_up(self, error: Exception) -> None:
        self._is_fetching = False
        if not self._called_off.is_set():
            self._wanted.clear()
            self.failed.emit(error)

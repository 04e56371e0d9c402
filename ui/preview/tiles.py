"""The pictures of the preview: pages are cut into tiles, so that a page at 400 % takes no more room than the view."""

from collections import OrderedDict
from collections.abc import Collection
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

SIDE = 1280
"""Dots of a tile: a page as wide as half a screen is one tile."""

MOST_BYTES = 48 * 1024 * 1024
"""What all tiles may take; those in view are kept whatever they take."""


class Look(NamedTuple):
    """How a page looks: which state of its content, and how large in dots of the screen."""

    version: int
    width: int
    height: int


class Tile(NamedTuple):
    """One piece of a page (from 0) that looks so."""

    page: int
    look: Look
    column: int
    row: int

    @property
    def rect(self) -> QRect:
        """Its place on the page, in dots."""
        page = QRect(0, 0, self.look.width, self.look.height)
        return QRect(self.column * SIDE, self.row * SIDE, SIDE, SIDE).intersected(page)


def tiles_in(page: int, look: Look, part: QRectF) -> list[Tile]:
    """Return the tiles of a page that show a part of it; `part` in dots."""
    columns = range(max(int(part.left()) // SIDE, 0), min(ceil(part.right() / SIDE), ceil(look.width / SIDE)))
    rows = range(max(int(part.top()) // SIDE, 0), min(ceil(part.bottom() / SIDE), ceil(look.height / SIDE)))
    return [Tile(page, look, column, row) for row in rows for column in columns]


class Tiles:
    """The tiles that are there. Of each page the last look that was shown whole stays until another one is whole."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Tile, QImage] = OrderedDict()
        self._whole: dict[int, Look] = {}

    def __contains__(self, tile: Tile) -> bool:
        return tile in self._kept

    @property
    def bytes(self) -> int:
        """How much memory they take."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def picture(self, tile: Tile) -> QImage | None:
        """Return the picture of a tile."""
        if tile in self._kept:
            self._kept.move_to_end(tile)
        return self._kept.get(tile)

    def keep(self, tile: Tile, picture: QImage) -> None:
        """Keep a picture that was drawn."""
        self._kept[tile] = picture

    def was_whole(self, page: int, look: Look) -> None:
        """Note that all of a page that is in view was shown with this look: older looks have served."""
        if self._whole.get(page) != look:
            self._whole[page] = look
            for tile in [tile for tile in self._kept if tile.page == page and tile.look != look]:
                del self._kept[tile]

    def older(self, page: int) -> list[Tile]:
        """Return what is there of the look that a page was last shown whole with."""
        look = self._whole.get(page)
        return [tile for tile in self._kept if tile.page == page and tile.look == look]

    def spare(self, needed: Collection[Tile]) -> None:
        """Let go of what was not looked at for long, but of nothing that is needed."""
        taken = self.bytes
        for tile in list(self._kept):
            if taken <= MOST_BYTES:
                return
            if tile not in needed:
                taken -= self._kept.pop(tile).sizeInBytes()

    def forget(self, pages: int = 0) -> None:
        """Let go of all pages from this number on."""
        for tile in [tile for tile in self._kept if tile.page >= pages]:
            del self._kept[tile]
        for page in [page for page in self._whole if page >= pages]:
            del self._whole[page]

"""Only what an edit changed of a page is drawn anew: the rest of its picture is taken from the one before."""

from collections.abc import Collection, Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtGui import QImage

from core.exporters.changed_ink import Stretch, changed
from core.exporters.marks import Mark
from core.exporters.paper import PAGE_HEIGHT
from core.printed_pages import PrintedPages
from ui.preview.tiles import Look, Tile


class _Change(NamedTuple):
    """From which version of a page to which its ink changed, and where; None where that cannot be told."""

    before: int
    now: int
    stretches: tuple[Stretch, ...] | None


class Redrawing:
    """The pictures that were drawn last, and what of their pages has changed since. Only the job under way uses it."""

    def __init__(self) -> None:
        self._pictures: dict[Tile, QImage] = {}
        self._changes: dict[int, _Change] = {}

    def note(self, page: int, versions: tuple[int, int], before: Sequence[Mark], after: Sequence[Mark]) -> None:
        """Take note of an edit that makes one version of a page another one."""
        self._changes[page] = _Change(*versions, changed(before, after))

    def drawn(self, pages: PrintedPages, at: int, tile: Tile) -> QImage:
        """Return a tile, of which the page is that at a place of the file."""
        rect, look = tile.rect, tile.look
        older, rows = self._older(tile)
        image = older.copy() if older else QImage(rect.size(), QImage.Format.Format_RGB32)
        part = (rect.width(), rect.height(), image.bytesPerLine())
        pages.draw(at, (look.width, look.height), (rect.x(), rect.y()), image.bits(), part, rows=rows)
        self._pictures[tile] = image
        return image

    def keep(self, tiles: Collection[Tile]) -> None:
        """Let go of all pictures but these."""
        self._pictures = {tile: self._pictures[tile] for tile in tiles if tile in self._pictures}

    def _older(self, tile: Tile) -> tuple[QImage | None, list[tuple[int, int]] | None]:
        """Return the picture before the last edit, and the rows of dots to be drawn anew; None for a whole one."""
        change = self._changes.get(tile.page)
        if change is None or change.now != tile.look.version or change.stretches is None:
            return None, None
        before = Look(change.before, tile.look.width, tile.look.height)
        older = self._pictures.get(tile._replace(look=before))
        return older, [_rows(each, tile) for each in change.stretches] if older else None


def _rows(stretch: Stretch, tile: Tile) -> tuple[int, int]:
    """Return the rows of a tile that show a stretch of its page."""
    lower, upper = ((PAGE_HEIGHT - each) * tile.look.height / PAGE_HEIGHT - tile.rect.y() for each in stretch)
    top = min(max(int(upper), 0), tile.rect.height())
    return top, min(max(ceil(lower), top), tile.rect.height())

"""One page of the preview on the screen: white paper, its tiles, and older ones where a fresh one is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from ui.preview.tiles import Look, Tile, Tiles


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page (from 0), how it looks, where its upper left corner is in dots of the screen, and pixels a dot."""

    page: int
    look: Look
    corner: QPointF
    dot: float

    @property
    def rect(self) -> QRectF:
        """Its place in pixels."""
        return QRectF(self.corner * self.dot, QSizeF(self.look.width, self.look.height) * self.dot)

    def place(self, tile: Tile) -> QRectF:
        """Return the place of a tile in pixels; one of another look is stretched to this one's size."""
        share = self.look.width / tile.look.width * self.dot
        corner = self.corner * self.dot + QPointF(tile.rect.topLeft()) * share
        return QRectF(corner, tile.rect.size().toSizeF() * share)


def paint_sheet(painter: QPainter, sheet: Sheet, needed: Sequence[Tile], tiles: Tiles, edge: QColor) -> None:
    """Paint a page with the tiles that are there; it stays white paper in a dark window."""
    painter.fillRect(sheet.rect, QColor("white"))
    fresh = [tile for tile in needed if tile in tiles]
    older = tiles.older(sheet.page) if len(fresh) < len(needed) else []
    for tile in (*older, *fresh):
        picture = tiles.picture(tile)
        if picture is not None:
            painter.drawImage(sheet.place(tile), picture)
    painter.setPen(QPen(edge, 0))
    painter.drawRect(sheet.rect)

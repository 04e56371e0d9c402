"""One page as it is painted."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.preview.sheet import Sheet, paint_sheet
from ui.preview.tiles import Look, Tile, Tiles

SHEET = Sheet(0, Look(2, 100, 200), QPointF(10, 20), 0.5)
FRESH, OLD = Tile(0, SHEET.look, 0, 0), Tile(0, Look(1, 50, 100), 0, 0)


def painted(tiles: Tiles) -> QImage:
    canvas = QImage(100, 150, QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.gray)
    painter = QPainter(canvas)
    paint_sheet(painter, SHEET, [FRESH], tiles, QColor("black"))
    painter.end()
    return canvas


def picture(tile: Tile, colour: Qt.GlobalColor) -> QImage:
    made = QImage(tile.rect.size(), QImage.Format.Format_RGB32)
    made.fill(colour)
    return made


def test_a_page_lies_where_its_dots_are() -> None:
    assert SHEET.rect == QRectF(5, 10, 50, 100)
    assert SHEET.place(FRESH) == SHEET.rect
    assert SHEET.place(OLD) == SHEET.rect  # stretched


def test_paper_is_white_before_anything_was_drawn(qtbot: QtBot) -> None:
    assert painted(Tiles()).pixelColor(30, 60) == QColor("white")


def test_an_older_picture_serves_until_the_fresh_one_is_there(qtbot: QtBot) -> None:
    tiles = Tiles()
    tiles.keep(OLD, picture(OLD, Qt.GlobalColor.red))
    tiles.was_whole(0, OLD.look)
    assert painted(tiles).pixelColor(30, 60) == QColor(Qt.GlobalColor.red)
    tiles.keep(FRESH, picture(FRESH, Qt.GlobalColor.blue))
    assert painted(tiles).pixelColor(30, 60) == QColor(Qt.GlobalColor.blue)

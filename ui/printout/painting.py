"""Paint the marks of a composed page, as `core.exporters.ink` prints them: with outlines, no font of the printer's.

The painter's unit is the point, and y counts up from the lower edge of the paper, as in the marks.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import assert_never, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform
from reportlab.pdfbase import pdfmetrics

from core.exporters.hb_font import HbFont
from core.exporters.ink import BOLD, HAIRLINE
from core.exporters.marks import Bookmark, Colour, Frame, Mark, Shape, Stamp, Steps, Text

BLACK: Colour = (0.0, 0.0, 0.0)


def paint(painter: QPainter, page: Iterable[Mark]) -> None:
    """Paint a page; the painter's transformation tells where its lower left corner is and how large a point."""
    for mark in page:
        match mark:
            case Text():
                _text(painter, mark)
            case Frame():
                painter.strokePath(_border(mark), _pen(BLACK, HAIRLINE))
            case Shape():
                _shape(painter, mark)
            case Stamp():
                painter.fillPath(path_of(mark.steps), QColor.fromRgbF(mark.grey, mark.grey, mark.grey))
            case Bookmark():
                pass  # paper has none
            case _:
                assert_never(mark)


def path_of(steps: Steps) -> QPainterPath:
    """Return a path of PDF's as one of Qt's; what it goes round twice in one direction is filled all the same."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for letter, numbers in steps:
        match letter, numbers:
            case "m", (x, y):
                path.moveTo(x, y)
            case "l", (x, y):
                path.lineTo(x, y)
            case "c", (a, b, c, d, x, y):
                path.cubicTo(a, b, c, d, x, y)
            case "re", (x, y, width, height):
                path.addRect(x, y, width, height)
            case "h", ():
                path.closeSubpath()
            case _:
                raise ValueError(f"a path has no step {letter} {numbers}")
    return path


@lru_cache(maxsize=8192)
def _glyph(font: str, char: str) -> QPainterPath:
    """Return the outline of a character in em."""
    return path_of(cast(HbFont, pdfmetrics.getFont(font)).outline(char))


def _border(frame: Frame) -> QPainterPath:
    """Round the corners as the file does, so that cells side by side share one line exactly."""
    left, lower = round(frame.x, 2), round(frame.y, 2)
    right, upper = round(frame.x + frame.width, 2), round(frame.y + frame.height, 2)
    border = QPainterPath()
    border.addRect(QRectF(left, lower, right - left, upper - lower))
    return border


def _text(painter: QPainter, mark: Text) -> None:
    words = QPainterPath()
    words.setFillRule(Qt.FillRule.WindingFill)
    for piece in mark.pieces:
        font = cast(HbFont, pdfmetrics.getFont(piece.font))
        x = mark.x + piece.x
        for char in piece.text:
            words.addPath(QTransform(mark.size, 0, 0, mark.size, x, mark.y).map(_glyph(piece.font, char)))
            x += font.advance(char) * mark.size + piece.spread + mark.track
    colour = mark.colour or BLACK
    painter.fillPath(words, QBrush(QColor.fromRgbF(*colour)))
    if mark.bold:
        painter.strokePath(words, _pen(colour, BOLD * mark.size))


def _shape(painter: QPainter, mark: Shape) -> None:
    path = path_of(mark.steps)
    if mark.fill:
        painter.fillPath(path, QBrush(QColor.fromRgbF(*mark.fill)))
    if mark.line:
        painter.strokePath(path, _pen(mark.line, mark.width))


def _pen(colour: Colour, width: float) -> QPen:
    return QPen(
        QColor.fromRgbF(*colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
    )

"""A drawing of reportlab's as marks of a page, so that charts are printed, shown and written as everything else is."""

from collections.abc import Iterator
from typing import Any

from reportlab.graphics.shapes import Group, Line, Rect, String, UserNode, mmult, transformPoint
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth

from core.exporters.compose import Piece
from core.exporters.marks import Colour, Shape, Text

_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
Matrix = tuple[float, float, float, float, float, float]
ORIGIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def moved(mark: Shape | Text, x: float, y: float, tag: int) -> Shape | Text:
    """Return a mark that stands elsewhere, as a part of another element of the structure."""
    if isinstance(mark, Text):
        return mark._replace(x=mark.x + x, y=mark.y + y, tag=tag)
    steps = tuple((letter, (numbers[0] + x, numbers[1] + y, *numbers[2:])) for letter, numbers in mark.steps)
    return mark._replace(steps=steps, tag=tag)


def marks(node: Any, at: Matrix = ORIGIN) -> Iterator[Shape | Text]:
    """Yield what a drawing shows, in points from its lower left corner: rectangles, lines and words, those below first.

    Raises `TypeError` for what our charts never hold.
    """
    if isinstance(node, UserNode):
        node = node.provideNode()
    match node:
        case Group():
            inside = mmult(at, node.transform)
            for each in node.contents:
                yield from marks(each, inside)
        case Rect():
            yield from _rectangle(node, at)
        case Line():
            yield _line(node, at)
        case String():
            yield from _words(node, at)
        case _:
            raise TypeError(f"a chart holds {type(node).__name__}")


def _rectangle(rectangle: Rect, at: Matrix) -> Iterator[Shape]:
    fill, line = _colour(rectangle.fillColor), _colour(rectangle.strokeColor)
    if fill or line:
        x, y = transformPoint(at, (rectangle.x, rectangle.y))
        steps = (("re", (x, y, rectangle.width, rectangle.height)),)
        yield Shape(steps, fill, line, rectangle.strokeWidth or 0.0)


def _line(line: Line, at: Matrix) -> Shape:
    begin, end = transformPoint(at, (line.x1, line.y1)), transformPoint(at, (line.x2, line.y2))
    return Shape((("m", begin), ("l", end)), None, _colour(line.strokeColor), line.strokeWidth)


def _words(words: String, at: Matrix) -> Iterator[Text]:
    if not words.text:
        return
    x, y = transformPoint(at, (words.x, words.y))
    x -= _ANCHORS[words.textAnchor] * stringWidth(words.text, words.fontName, words.fontSize)
    piece = Piece(0.0, words.text, words.fontName, 0.0)
    yield Text((piece,), x, y, words.fontSize, 0.0, bold=False, colour=_colour(words.fillColor))


def _colour(colour: Color | None) -> Colour | None:
    return None if colour is None else (colour.red, colour.green, colour.blue)

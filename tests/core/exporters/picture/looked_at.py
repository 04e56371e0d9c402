"""What stands on the page of a 图解, for tests."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from reportlab.pdfbase import pdfmetrics

from core.exporters.hb_font import HbFont
from core.exporters.marks import Composed, Text
from core.exporters.picture.proof import Seen


class Said(NamedTuple):
    """Words on the page, with the box that their characters fill in points."""

    words: str
    left: float
    lower: float
    right: float
    upper: float


def said(composed: Composed) -> Iterator[Said]:
    """Yield the words of the first page as they are set."""
    for mark in composed.pages[0]:
        if isinstance(mark, Text):
            end = mark.x
            for piece in mark.pieces:
                font = cast(HbFont, pdfmetrics.getFont(piece.font))
                wide = sum(font.advance(char) * mark.size + piece.spread + mark.track for char in piece.text)
                end = mark.x + piece.x + wide
            words = "".join(piece.text for piece in mark.pieces)
            yield Said(words, mark.x, mark.y - 0.1 * mark.size, end, mark.y + 0.8 * mark.size)


def signs(composed: Composed) -> Iterator[Seen]:
    """Yield the characters of the first page with their places, as one who reads it would find them."""
    for mark in composed.pages[0]:
        if isinstance(mark, Text):
            for piece in mark.pieces:
                font, x = cast(HbFont, pdfmetrics.getFont(piece.font)), mark.x + piece.x
                for char in piece.text:
                    yield Seen(char, x, mark.y)
                    x += font.advance(char) * mark.size + piece.spread + mark.track


def overlaps(composed: Composed) -> list[tuple[str, str]]:
    """Return the words that lie over one another."""
    boxes = list(said(composed))
    return [
        (one.words, other.words)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if one.left < other.right - 0.2
        and other.left < one.right - 0.2
        and one.lower < other.upper - 0.2
        and other.lower < one.upper - 0.2
    ]

"""Words that are seen on a page of PDF but read by no program: their outlines, and no font.

The same outlines are written one behind the other, whatever words they belong to, so that compressing them leaves one.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from reportlab.pdfbase import pdfmetrics

from core.exporters.hb_font import HbFont
from core.exporters.marks import Colour, Text

EM = 1000
"""Outlines are written in thousandths of their size, as whole numbers."""

_BOLD = 30  # of these: the stroke that thickens a regular cut
_BLACK: Colour = (0.0, 0.0, 0.0)


class _Glyph(NamedTuple):
    """A character, where it stands, and how."""

    font: str
    char: str
    x: float
    y: float
    mark: Text


def drawn(marks: Sequence[Text]) -> Iterator[str]:
    """Yield what draws the words: each outline in its place, scaled by the matrix alone."""
    placed = (glyph for mark in marks for glyph in _glyphs(mark))
    for glyph in sorted(placed, key=lambda glyph: glyph[:2]):
        if path := outline(glyph.font, glyph.char):
            yield _written(glyph, path)


@lru_cache(maxsize=4096)
def outline(font: str, char: str) -> str:
    """Return the outline of a character as it stands in the file; "" for what leaves no ink."""
    steps = cast(HbFont, pdfmetrics.getFont(font)).outline(char)
    return " ".join(" ".join((*(f"{round(EM * number)}" for number in numbers), letter)) for letter, numbers in steps)


def _glyphs(mark: Text) -> Iterator[_Glyph]:
    for piece in mark.pieces:
        font, x = cast(HbFont, pdfmetrics.getFont(piece.font)), mark.x + piece.x
        for char in piece.text:
            yield _Glyph(piece.font, char, x, mark.y, mark)
            x += font.advance(char) * mark.size + piece.spread + mark.track


def _written(glyph: _Glyph, path: str) -> str:
    colour = " ".join(f"{part:.3f}" for part in glyph.mark.colour or _BLACK)
    line, painted = (f"{colour} RG {_BOLD} w ", "B") if glyph.mark.bold else ("", "f")
    scale = f"{glyph.mark.size / EM:.5f}"
    return f"q {colour} rg {line}{scale} 0 0 {scale} {glyph.x:.2f} {glyph.y:.2f} cm {path} {painted} Q"

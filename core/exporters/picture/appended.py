"""The 图解 as the last page of a report's PDF.

There its words are outlines: whoever reads the report from the file next year, this program among them, must not take
the picture for a part of the last section. Those who cannot see it hear its words all the same.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import cast

from reportlab.pdfbase import pdfmetrics

from core.exporters.faces import ONE_AT_A_TIME
from core.exporters.hb_font import HbFont
from core.exporters.marks import Bookmark, Composed, Mark, Shape, Steps, Tag, Text
from core.exporters.paper import PAGE_HEIGHT

NAME = "图解"
_BLACK = (0.0, 0.0, 0.0)
_BOLD = 0.03  # of the size: the stroke that thickens a regular cut


def appended(report: Composed, picture: Composed) -> Composed:
    """Return a document with the picture as one page more; may be called from any thread."""
    page, tag = len(report.pages), len(report.tags)
    with ONE_AT_A_TIME:
        marks = [drawn for mark in picture.pages[0] for drawn in _drawn(mark, tag)]
    words = "，".join(
        "".join(piece.text for piece in mark.pieces) for mark in picture.pages[0] if isinstance(mark, Text)
    )
    return replace(
        report,
        pages=(*report.pages, (Bookmark(NAME, PAGE_HEIGHT), *marks)),
        spots=(*report.spots, *(spot._replace(page=page) for spot in picture.spots)),
        notes=tuple(dict.fromkeys((*report.notes, *picture.notes))),
        tags=(*report.tags, Tag("Figure", alt=words)) if report.tags else (),
    )


def _drawn(mark: Mark, tag: int) -> Iterator[Mark]:
    match mark:
        case Text():
            yield from _outlines(mark, tag)
        case Shape():
            yield mark._replace(tag=tag)
        case _:
            yield mark


def _outlines(mark: Text, tag: int) -> Iterator[Shape]:
    colour = mark.colour or _BLACK
    for piece in mark.pieces:
        font, x = cast(HbFont, pdfmetrics.getFont(piece.font)), mark.x + piece.x
        steps: list[tuple[str, tuple[float, ...]]] = []
        for char in piece.text:
            steps += _placed(piece.font, char, mark.size, round(x, 2), round(mark.y, 2))
            x += font.advance(char) * mark.size + piece.spread + mark.track
        if steps:
            yield Shape(tuple(steps), colour, colour if mark.bold else None, _BOLD * mark.size, tag)


@lru_cache(maxsize=4096)
def _placed(name: str, char: str, size: float, x: float, y: float) -> Steps:
    outline = cast(HbFont, pdfmetrics.getFont(name)).outline(char)
    return tuple(
        (letter, tuple(round(size * number + (y if at % 2 else x), 2) for at, number in enumerate(numbers)))
        for letter, numbers in outline
    )

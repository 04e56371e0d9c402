"""A composed page as SVG. Words are outlines, so that the picture looks the same wherever it is opened.

What they say stands in its description, for those who cannot see it and for searches.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import cast
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics

from core.exporters.faces import ONE_AT_A_TIME
from core.exporters.hb_font import HbFont
from core.exporters.marks import Colour, Composed, Frame, Mark, Shape, Stamp, Steps, Text
from core.exporters.paper import PAGE_HEIGHT, PAGE_WIDTH

_EM = 1000  # glyphs are written in thousandths of their size
_BOLD = 30  # thousandths: the stroke that thickens a regular cut
_LETTERS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


def written(composed: Composed) -> bytes:
    """Return the first page as a file; the same page gives the same bytes. May be called from any thread."""
    with ONE_AT_A_TIME:
        return "".join(_lines(composed)).encode("utf-8")


@lru_cache(maxsize=4096)
def outline(font: str, char: str) -> str:
    """Return the outline of a character as it stands in the file; "" for what leaves no ink."""
    return _path(_upright(cast(HbFont, pdfmetrics.getFont(font)).outline(char)), 0)


def _lines(composed: Composed) -> Iterator[str]:
    page = composed.pages[0]
    glyphs = _Glyphs()
    body = [line for mark in page for line in _drawn(mark, glyphs)]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="210mm" '
        f'height="297mm" viewBox="0 0 {PAGE_WIDTH:.2f} {PAGE_HEIGHT:.2f}" role="img" aria-labelledby="title words">\n'
    )
    yield f'<title id="title">{escape(composed.title)}</title>\n'
    yield f'<desc id="words">{escape(_words(page))}</desc>\n'
    yield f"<defs>\n{''.join(glyphs.definitions)}</defs>\n"
    yield f'<rect width="{PAGE_WIDTH:.2f}" height="{PAGE_HEIGHT:.2f}" fill="#ffffff"/>\n'
    yield from body
    yield "</svg>\n"


def _words(page: Sequence[Mark]) -> str:
    said = ("".join(piece.text for piece in mark.pieces) for mark in page if isinstance(mark, Text))
    return "\n".join(said)


class _Glyphs:
    """The outlines that a page needs, each written once."""

    def __init__(self) -> None:
        self.definitions: list[str] = []
        self._names: dict[tuple[str, str], str] = {}

    def name(self, font: str, char: str) -> str:
        """Return the name of an outline in the file; "" for what leaves no ink."""
        key = (font, char)
        if key not in self._names:
            path = outline(font, char)
            self._names[key] = f"g{len(self.definitions)}" if path else ""
            if path:
                self.definitions.append(f'<path id="{self._names[key]}" d="{path}"/>\n')
        return self._names[key]


def _upright(steps: Steps) -> Steps:
    """Return an outline in thousandths, with y counting downwards."""
    return tuple(
        (letter, tuple(number * (-_EM if at % 2 else _EM) for at, number in enumerate(numbers)))
        for letter, numbers in steps
    )


def _drawn(mark: Mark, glyphs: _Glyphs) -> Iterator[str]:
    match mark:
        case Text():
            yield from _text(mark, glyphs)
        case Shape():
            yield from _shape(mark)
        case Stamp():
            grey = (mark.grey, mark.grey, mark.grey)
            yield f'<path d="{_path(_turned(mark.steps), 2)}" fill="{_hex(grey)}"/>\n'
        case Frame():
            raise TypeError("a picture has no table")


def _text(mark: Text, glyphs: _Glyphs) -> Iterator[str]:
    bold = f' stroke="{_hex(mark.colour)}" stroke-width="{_BOLD}"' if mark.bold else ""
    yield f'<g fill="{_hex(mark.colour)}"{bold}>'
    for piece in mark.pieces:
        font, x = cast(HbFont, pdfmetrics.getFont(piece.font)), mark.x + piece.x
        for char in piece.text:
            if name := glyphs.name(piece.font, char):
                place = f"translate({x:.2f} {PAGE_HEIGHT - mark.y:.2f}) scale({mark.size / _EM:.5f})"
                yield f'<use href="#{name}" xlink:href="#{name}" transform="{place}"/>'
            x += font.advance(char) * mark.size + piece.spread + mark.track
    yield "</g>\n"


def _shape(mark: Shape) -> Iterator[str]:
    fill = _hex(mark.fill) if mark.fill else "none"
    line = f' stroke="{_hex(mark.line)}" stroke-width="{mark.width:.2f}"' if mark.line else ""
    for letter, numbers in mark.steps:
        if letter == "re":
            x, y, width, height = numbers
            place = f'x="{x:.2f}" y="{PAGE_HEIGHT - y - height:.2f}" width="{width:.2f}" height="{height:.2f}"'
            yield f'<rect {place} fill="{fill}"{line}/>\n'
    rest = tuple(step for step in mark.steps if step[0] != "re")
    if rest:
        yield f'<path d="{_path(_turned(rest), 2)}" fill="{fill}"{line}/>\n'


def _turned(steps: Steps) -> Steps:
    """Return a path of the page with y counting downwards."""
    return tuple(
        (letter, tuple(PAGE_HEIGHT - number if at % 2 else number for at, number in enumerate(numbers)))
        for letter, numbers in steps
    )


def _path(steps: Steps, places: int) -> str:
    return "".join(
        _LETTERS[letter] + " ".join(f"{number:.{places}f}" for number in numbers) for letter, numbers in steps
    )


def _hex(colour: Colour | None) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour or (0.0, 0.0, 0.0))

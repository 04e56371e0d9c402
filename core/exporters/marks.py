"""What stands on finished pages, for everything that is printed: `core.exporters.paper` sets it, `ink` prints it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.exporters.compose import Piece

ARTIFACT = -1
"""The tag of what is only looks: lines, page numbers, heads that stand again on the next page."""

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1, as sRGB."""

Steps = tuple[tuple[str, tuple[float, ...]], ...]
"""A path as in PDF's content (32000-1, 8.5.2): m, l with a point, c with three, re with x, y, width, height, and h."""


class Tag(NamedTuple):
    """An element of the structure that readers for the blind follow (PDF 32000-1, 14.8.4).

    `kind` is a standard type, or Title; `parent` the number of another tag, ARTIFACT where it stands in the document
    itself. A table's heads have a `scope` (Row, Column), a picture has words instead of it (`alt`).
    """

    kind: str
    parent: int = ARTIFACT
    scope: str = ""
    rows: int = 1
    columns: int = 1
    alt: str = ""


class Text(NamedTuple):
    """Pieces on one baseline; `x` and `y` count in points from the lower left corner of the page.

    Those that are `outlined` are seen, but read by no program: a file holds their outlines and no font for them.
    """

    pieces: tuple[Piece, ...]
    x: float
    y: float
    size: float
    track: float
    bold: bool
    tag: int = ARTIFACT
    colour: Colour | None = None  # black
    outlined: bool = False


class Frame(NamedTuple):
    """The border of a table cell."""

    x: float
    y: float
    width: float
    height: float


class Shape(NamedTuple):
    """A path that is filled, or drawn with a line so many points wide, or both."""

    steps: Steps
    fill: Colour | None = None
    line: Colour | None = None
    width: float = 0.5
    tag: int = ARTIFACT


class Stamp(NamedTuple):
    """A path filled in grey (1 is white) so that no program takes it for text, nor for the lines of a table."""

    steps: Steps
    grey: float


class Bookmark(NamedTuple):
    """A place that readers list beside the pages, by `level` below those that stand before it."""

    text: str
    y: float
    level: int = 0


Mark = Text | Frame | Shape | Stamp | Bookmark


class Spot(NamedTuple):
    """Where something of the report stands on paper, in points from the lower left corner of the page.

    `page` counts from 0; `target` is the identifier of a cell, the key of a text (one of `core.form.layout.TEXTS`), or
    "title".
    """

    page: int
    x: float
    y: float
    width: float
    height: float
    target: str


@dataclass(frozen=True, slots=True)
class Composed:
    """A document that was set, ready to be printed: its pages, where what stands, and what the clerk should know.

    Marks name their element of the structure by its number in `tags`, where a parent stands before its children.
    `day` (ISO 8601) is when the document came into being, "" where that is not settled.
    """

    pages: tuple[tuple[Mark, ...], ...]
    spots: tuple[Spot, ...]
    notes: tuple[str, ...]
    title: str
    author: str
    tags: tuple[Tag, ...] = ()
    day: str = ""


def frozen(pages: Sequence[Sequence[Mark]]) -> tuple[tuple[Mark, ...], ...]:
    """Return pages that nobody adds to any more."""
    return tuple(map(tuple, pages))

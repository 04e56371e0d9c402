"""What stands on finished pages, for everything that is printed: `core.exporters.paper` sets it, `ink` prints it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.exporters.compose import Piece


class Text(NamedTuple):
    """Pieces on one baseline; `x` and `y` count in points from the lower left corner of the page."""

    pieces: tuple[Piece, ...]
    x: float
    y: float
    size: float
    track: float
    bold: bool


class Frame(NamedTuple):
    """The border of a table cell."""

    x: float
    y: float
    width: float
    height: float


class Bookmark(NamedTuple):
    """A place that readers list beside the pages."""

    text: str
    y: float


Mark = Text | Frame | Bookmark


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
    """A document that was set, ready to be printed: its pages, where what stands, and what the clerk should know."""

    pages: tuple[tuple[Mark, ...], ...]
    spots: tuple[Spot, ...]
    notes: tuple[str, ...]
    title: str
    author: str


def frozen(pages: Sequence[Sequence[Mark]]) -> tuple[tuple[Mark, ...], ...]:
    """Return pages that nobody adds to any more."""
    return tuple(map(tuple, pages))

"""The word 草稿 in the upper margin of every page of a report that is not final, as a shape and not as text."""

from functools import lru_cache
from typing import cast

from reportlab.pdfbase import pdfmetrics

from core.exporters.faces import Faces
from core.exporters.fonts import Role
from core.exporters.hb_font import HbFont
from core.exporters.marks import Stamp, Steps

WORD = "草稿"
SIZE = 22.0
GREY = 0.62  # 1 is white
SPACE = 0.25  # em between the characters


def mark(faces: Faces, left: float, right: float, baseline: float, *, outer_right: bool) -> Stamp:
    """Return the mark for a page: at its outer edge, between `left` and `right`; all in points."""
    name = faces.name(Role.HEADING)
    width = SIZE * (len(WORD) + SPACE * (len(WORD) - 1))
    return Stamp(_steps(name, right - width if outer_right else left, baseline), GREY)


@lru_cache(maxsize=8)
def _steps(name: str, x: float, baseline: float) -> Steps:
    font = cast(HbFont, pdfmetrics.getFont(name))
    placed = []
    for at, char in enumerate(WORD):
        left = x + at * SIZE * (1 + SPACE)
        for letter, numbers in font.outline(char):
            moved = ((left, baseline)[i % 2] + SIZE * number for i, number in enumerate(numbers))
            placed.append((letter, tuple(round(number, 2) for number in moved)))
    return tuple(placed)

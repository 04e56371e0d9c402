"""The sheet on which the 图解 is set: words, areas and rules at places measured from its upper left corner."""

from collections.abc import Sequence
from itertools import groupby

from core.exporters.compose import Line, Piece, balanced
from core.exporters.faces import Faces
from core.exporters.fonts import Role
from core.exporters.marks import ARTIFACT, Colour, Mark, Shape, Spot, Tag, Text
from core.exporters.paper import PAGE_HEIGHT, PAGE_WIDTH
from core.exporters.picture.breaking import phrased

MARGIN, TOP, BOTTOM = 42.0, 40.0, 34.0  # points
WIDTH, LOWEST = PAGE_WIDTH - 2 * MARGIN, PAGE_HEIGHT - BOTTOM

LEADING = 1.36
_ASCENT = 0.86  # of the size: where a Chinese face stands in its line


class Sheet:
    """One page in the making. `y` counts in points from its upper edge, `x` from its left one."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.marks: list[Mark] = []
        self._spots: list[Spot] = []
        self._more: list[Spot] = []
        self.tags: list[Tag] = []

    def tag(self, kind: str, alt: str = "") -> int:
        """Enter an element of the structure and return its number."""
        self.tags.append(Tag(kind, alt=alt))
        return len(self.tags) - 1

    def lines(self, words: str, size: float, width: float, role: Role = Role.HEADING) -> tuple[Line, ...]:
        """Return words broken into lines of nearly equal length, no wider than `width`, if possible between words."""
        if not words:
            return ()
        even = tuple(balanced(tuple(self.faces.sorts(words, role, size)), width))
        parts = phrased(words, len(even), lambda part: self.width(part, size, role), width) if len(even) > 1 else None
        return even if parts is None else tuple(self._line(part, size, role) for part in parts)

    def write(
        self,
        lines: Sequence[Line],
        x: float,
        y: float,
        size: float,
        *,
        tag: int = ARTIFACT,
        colour: str = "#1a1a1a",
        role: Role = Role.HEADING,
        centred: float = 0.0,
    ) -> float:
        """Set lines below each other, in the middle of `centred` points where that is given; return where they end.

        A line without ink leaves its room and no mark: nobody is to look for it, or to hear a pause.
        """
        bold = role is Role.TITLE and self.faces.chosen[role].embolden
        for at, line in ((at, line) for at, line in enumerate(lines) if line.pieces):
            left = x + (centred - line.width) / 2 if centred else x
            top = y + at * size * LEADING + size * (LEADING - 1) / 2
            self.marks.append(
                Text(line.pieces, left, PAGE_HEIGHT - top - _ASCENT * size, size, 0.0, bold, tag, rgb(colour))
            )
        return y + len(lines) * size * LEADING

    def put(self, words: str, x: float, y: float, size: float, *, tag: int, colour: str, share: float = 0.0) -> None:
        """Set words on one line; `share` of their width stands left of `x`: 0 none, 0.5 half, 1 all."""
        line = self._line(words, size)
        self.write((line,), x - share * line.width, y, size, tag=tag, colour=colour)

    def width(self, words: str, size: float, role: Role = Role.HEADING) -> float:
        """Return how wide words are on one line."""
        return sum(sort.width for sort in self.faces.sorts(words, role, size))

    def fitted(self, words: str, size: float, room: float) -> float:
        """Return the size in which words fit into so many points: as a rule the one that is wanted."""
        wide = self.width(words, size)
        return size if wide <= room else size * room / wide

    def area(self, x: float, y: float, width: float, height: float, *, fill: str, edge: str = "") -> None:
        """Fill a rectangle whose upper left corner stands at `x` and `y`."""
        steps = (("re", (x, PAGE_HEIGHT - y - height, width, height)),)
        self.marks.append(Shape(steps, rgb(fill), rgb(edge) if edge else None, 0.3))

    def spot(self, box: tuple[float, float, float, float], targets: Sequence[str]) -> None:
        """Note which cell stands in a box (left, upper edge, width, height), and then those that make it up."""
        x, y, width, height = box
        first, *more = (Spot(0, x, PAGE_HEIGHT - y - height, width, height, target) for target in targets)
        self._spots.append(first)
        self._more += more

    def _line(self, words: str, size: float, role: Role = Role.HEADING) -> Line:
        pieces, at = [], 0.0
        for font, run in groupby(self.faces.sorts(words, role, size), key=lambda sort: sort.font):
            some = list(run)
            pieces.append(Piece(at, "".join(sort.char for sort in some), font, 0.0))
            at += sum(sort.width for sort in some)
        return Line(tuple(pieces), at)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What was noted; the cells that make up others stand behind all others, for whoever steps through."""
        return (*self._spots, *self._more)


def rgb(colour: str) -> Colour:
    """Return the parts of a colour written as #rrggbb."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255

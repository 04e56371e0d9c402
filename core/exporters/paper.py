"""A4 paper after GB/T 9704-2012: margins, lines, page numbers, and a cursor that runs down the pages.

Pages are kept as marks (`core.exporters.ink` prints them), for a font can be subset only when all its characters are
known.
"""

from collections.abc import Iterable, Iterator

from core.exporters import draft
from core.exporters.compose import Line, Piece
from core.exporters.faces import Faces
from core.exporters.fonts import Role
from core.exporters.marks import ARTIFACT, Bookmark, Frame, Mark, Spot, Tag, Text

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
TOP, BOTTOM, LEFT, RIGHT = 37 * MM, 35 * MM, 28 * MM, 26 * MM
WIDTH, HEIGHT = PAGE_WIDTH - LEFT - RIGHT, PAGE_HEIGHT - TOP - BOTTOM

BODY = 16.0  # 3号
PITCH = HEIGHT / 22  # 22 lines a page
CELL = WIDTH / 28  # 28 characters a line
TRACK = CELL - BODY  # what each character gives up for that

_NUMBER = 14.0  # 4号
_NUMBER_DROP = 7 * MM  # from the lower edge of the text to the dashes of the page number
_DRAFT = 24 * MM  # from the upper edge of the paper to the foot of the word that marks a draft
_ASCENT = 0.86  # of the size: where a Chinese face stands in its line


class Paper:
    """The pages of one document; `y` is the distance of the cursor from the upper edge of the text, in points."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.y = 0.0
        self.pages: list[list[Mark]] = [[]]
        self.spots: list[Spot] = []
        self.tags: list[Tag] = []
        self._level = -1

    @property
    def room(self) -> float:
        """What is left of the page below the cursor."""
        return HEIGHT - self.y

    def feed(self, height: float) -> None:
        """Begin a new page unless the cursor stands above `height` points of free room, or on a fresh page."""
        if height > self.room + 0.01 and self.y > 0:
            self.turn()

    def turn(self) -> None:
        """Begin the next page."""
        self.pages.append([])
        self.y = 0.0

    def finish(self, number: str = "— {page} —", *, is_draft: bool = False) -> list[list[Mark]]:
        """Number the pages, mark those of a draft, and return them; `number` may name {page} and {pages}."""
        for at, page in enumerate(self.pages, start=1):
            page.extend(self._number(at, number.format(page=at, pages=len(self.pages))))
            if is_draft:
                right = LEFT + WIDTH
                page.append(draft.mark(self.faces, LEFT, right, PAGE_HEIGHT - _DRAFT, outer_right=at % 2 == 1))
        return self.pages

    def tag(self, kind: str, parent: int = ARTIFACT, *, scope: str = "", rows: int = 1, columns: int = 1) -> int:
        """Begin an element of the structure below another one, and return its number, for the marks of it."""
        self.tags.append(Tag(kind, parent, scope, rows, columns))
        return len(self.tags) - 1

    def write(
        self,
        line: Line,
        size: float,
        pitch: float,
        *,
        x: float = 0.0,
        track: float = 0.0,
        bold: bool = False,
        target: str = "",
        tag: int = ARTIFACT,
    ) -> None:
        """Set a line at the cursor and move the cursor down by `pitch`; `target` is what of the report it is."""
        self.feed(pitch)
        if target:
            self._extend(target, pitch)
        self.put(line.pieces, x, self.y + (pitch - size) / 2, size, track=track, bold=bold, tag=tag)
        self.y += pitch

    def put(
        self,
        pieces: Iterable[Piece],
        x: float,
        top: float,
        size: float,
        *,
        track: float = 0.0,
        bold: bool = False,
        tag: int = ARTIFACT,
    ) -> None:
        """Set pieces whose type has its upper edge `top` points below the upper edge of the text."""
        self.pages[-1].append(lettering(pieces, x, top, size, track=track, bold=bold, tag=tag))

    def frame(self, x: float, top: float, width: float, height: float) -> None:
        """Draw the border of a cell."""
        self.pages[-1].append(border(x, top, width, height))

    def add(self, marks: Iterable[Mark]) -> None:
        """Set what was made by `lettering` and `border`."""
        self.pages[-1].extend(marks)

    def spot(self, x: float, top: float, width: float, height: float, target: str) -> None:
        """Note what of the report stands there; measures as of `frame`."""
        self.spots.append(Spot(len(self.pages) - 1, LEFT + x, PAGE_HEIGHT - TOP - top - height, width, height, target))

    def bookmark(self, text: str, level: int = 0) -> int:
        """Enter the place of the cursor in the outline; return its level, which is at most one below the last one's."""
        self._level = min(level, self._level + 1)
        self.pages[-1].append(Bookmark(text, PAGE_HEIGHT - TOP - self.y, self._level))
        return self._level

    def _extend(self, target: str, pitch: float) -> None:
        """Note a line of the text's width at the cursor; the lines of one target below each other are one spot."""
        lower = PAGE_HEIGHT - TOP - self.y - pitch
        last = self.spots[-1] if self.spots else None
        if last and (last.page, last.target) == (len(self.pages) - 1, target) and abs(last.y - lower - pitch) < 1:
            self.spots[-1] = last._replace(y=lower, height=last.height + pitch)
        else:
            self.spot(0.0, self.y, WIDTH, pitch, target)

    def _number(self, page: int, words: str) -> Iterator[Mark]:
        """Set the number of a page one character from the outer edge: right on odd pages, left on even ones.

        Its dashes, not its digits, stand so far below the text as they should (GB/T 9704-2012, 7.5).
        """
        sorts = self.faces.sorts(words, Role.TABLE, _NUMBER)
        top = HEIGHT + _NUMBER_DROP - (_ASCENT - self.faces.top("—", Role.TABLE)) * _NUMBER
        x = WIDTH - sum(sort.width for sort in sorts) - _NUMBER if page % 2 else _NUMBER
        for sort in sorts:
            yield lettering([Piece(0.0, sort.char, sort.font, 0.0)], x, top, _NUMBER)
            x += sort.width


def lettering(
    pieces: Iterable[Piece],
    x: float,
    top: float,
    size: float,
    *,
    track: float = 0.0,
    bold: bool = False,
    tag: int = ARTIFACT,
) -> Text:
    """Return the mark of pieces whose type has its upper edge `top` points below the upper edge of the text."""
    baseline = PAGE_HEIGHT - TOP - top - _ASCENT * size
    return Text(tuple(pieces), LEFT + x, baseline, size, track, bold, tag)


def border(x: float, top: float, width: float, height: float) -> Frame:
    """Return the mark of a cell's border; `x` and `top` count from the upper left corner of the text."""
    return Frame(LEFT + x, PAGE_HEIGHT - TOP - top - height, width, height)

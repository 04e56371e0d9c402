"""How far an RTF file is read, and the text that is put where it belongs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.importers.limits import MOST_CELLS, MOST_DEPTH, MOST_PARAGRAPHS, too_big
from core.importers.rtf.heads import Heads
from core.importers.rtf.story import Look, Story
from core.importers.rtf.tables import Edge, Shape
from core.importers.rtf.tokens import Tokens

_SIGNS = {b"~": "\u00a0", b"_": "-", b"\t": "\t"}


@dataclass
class Group:
    """What to go back to where a group ends, and what to do there."""

    look: Look
    story: Story
    on_end: Callable[[], None] | None = None


@dataclass
class RowShape:
    """The description of a row of a table, read piece by piece."""

    left: int = 0
    edges: list[Edge] = field(default_factory=list)
    covered: bool = False

    def shape(self) -> Shape:
        return Shape(self.left, tuple(self.edges))


@dataclass
class Reading:
    """How far a file is read."""

    path: Path
    tokens: Tokens
    heads: Heads = field(default_factory=Heads)
    look: Look = field(default_factory=Look)
    story: Story = field(default_factory=Story)
    headers: list[Story] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    rows: list[RowShape] = field(
        default_factory=lambda: [RowShape()]
    )  # the last is being described, others are around it
    starred: bool = False  # the next word names a group that old programs skip
    first: bool = False  # the next word is the first of its group
    unicode_next: bool = False  # the group holds the same text twice; the second, in Unicode, counts
    passed: int = 0  # bytes still to pass over behind a Unicode letter
    paragraphs: int = 0
    cells: int = 0


def _encoding(reading: Reading) -> str | None:
    return reading.heads.fonts.get(reading.look.font)


def flush(reading: Reading) -> None:
    """Decode the bytes that wait."""
    reading.story.flush(reading.heads.page)


def put_bytes(reading: Reading, data: bytes) -> None:
    """Take bytes of text, but for those that only stand for a Unicode letter."""
    if reading.passed:
        passed = min(reading.passed, len(data))
        reading.passed -= passed
        data = data[passed:]
    if data:
        reading.story.put_bytes(data, _encoding(reading), reading.heads.page, reading.look)


def put_sign(reading: Reading, sign: bytes) -> None:
    """Obey a backslash before a sign that is no letter."""
    if sign == b"*":
        reading.starred = True
    elif sign in b"\\{}":
        put_bytes(reading, sign)
    elif sign in b"\r\n":
        end_paragraph(reading)
    elif reading.passed:
        reading.passed -= 1
    elif sign in _SIGNS:
        put(reading, _SIGNS[sign])


def put(reading: Reading, text: str) -> None:
    """Take letters."""
    flush(reading)
    reading.story.put(text, reading.look)


def end_paragraph(reading: Reading, depth: int | None = None) -> None:
    """Close the paragraph, in so many tables; UserError beyond the bounds."""
    reading.paragraphs += 1
    look = reading.look
    depth = look.depth() if depth is None else depth
    if depth > MOST_DEPTH or reading.paragraphs > MOST_PARAGRAPHS + MOST_CELLS:
        raise too_big(reading.path)
    flush(reading)
    reading.story.end_paragraph(depth, heading=look.heading or look.style in reading.heads.headings)

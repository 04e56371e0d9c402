"""Binary Word files written for the tests: the streams of a .doc from paragraphs, with properties as bytes.

Each paragraph mark and each run gets a page of properties of its own: large, but plain to read.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.importers.doc import reader as doc
from core.importers.doc.streams import Streams, streams_of
from core.importers.extract import Extract

PATH = Path("旧年报.doc")
HEADER = 0x800
LEVELS = -1
BOLD = struct.pack("<HB", 0x0835, 1)
HIDDEN = struct.pack("<HB", 0x083C, 1)
DELETED = struct.pack("<HB", 0x0800, 1)
IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_END = IN_TABLE + struct.pack("<HB", 0x2417, 1)


def depth(tables: int) -> bytes:
    """The properties of a paragraph so many tables deep."""
    return IN_TABLE + struct.pack("<Hi", 0x6649, tables)


INNER_CELL = depth(2) + struct.pack("<HB", 0x244B, 1)


def listed(number: int, level: int = 0) -> bytes:
    """The properties of a paragraph in a list."""
    return struct.pack("<HHHB", 0x460B, number, 0x260A, level)


def row(*edges: int, flags: Sequence[int] = ()) -> bytes:
    """The properties of a row: the edges of its cells in twips, and for each cell the flags of its TC80."""
    cells = len(edges) - 1
    shown = [*flags, *[0] * (cells - len(flags))]
    operand = bytes([cells]) + struct.pack(f"<{cells + 1}h", *edges)
    operand += b"".join(struct.pack("<H18x", flag) for flag in shown)
    return ROW_END + struct.pack("<HH", 0xD608, len(operand) + 1) + operand


def inner_row(*edges: int) -> bytes:
    """The properties of a row of a table in a cell."""
    return depth(2) + struct.pack("<HB", 0x244C, 1) + row(*edges)[len(ROW_END) :]


@dataclass(frozen=True)
class P:
    """A paragraph: its runs (words and their properties), how it ends, and the properties of its mark."""

    runs: tuple[tuple[str, bytes], ...]
    properties: bytes = b""
    mark: str = "\r"
    style: int = 0
    mark_look: bytes = b""


def p(text: str, properties: bytes = b"", *, look: bytes = b"", style: int = 0) -> P:
    return P(((text, look),), properties, style=style)


def cell(text: str, properties: bytes = IN_TABLE) -> P:
    return P(((text, b""),), properties, "\x07")


def row_end(properties: bytes, *, look: bytes = b"") -> P:
    return P((), properties, "\x07", mark_look=look)


def table(rows: Sequence[tuple[Sequence[str], bytes]]) -> list[P]:
    """A table: of each row the words of its cells and its properties."""
    return [part for words, end in rows for part in (*map(cell, words), row_end(end))]


@dataclass
class _Stream:
    """A stream of the file that grows."""

    content: bytearray = field(default_factory=bytearray)

    def put(self, part: bytes) -> tuple[int, int]:
        at = len(self.content)
        self.content += part
        return at, len(part)


def plc(positions: Sequence[int], elements: Sequence[bytes]) -> bytes:
    return struct.pack(f"<{len(positions)}I", *positions) + b"".join(elements)


def streams(
    *stories: Sequence[P],
    pieces: Sequence[tuple[int, int]] = (),
    parts: Mapping[int, bytes] | None = None,
    styles: bytes = b"",
    flags: int = 0x1200,
    version: int = 0xC1,
    data: bytes = b"",
) -> Streams:
    """Return a file. `stories` are body, notes, heads, macros, comments, end notes, boxes, boxes of heads.

    `pieces` cuts the text: (characters, bytes of a character) each, laid into the file last piece first, as a file
    that was saved in a hurry has them. `parts` go into the table stream under the number of their pair in the FIB.
    """
    paragraphs = [paragraph for story in stories for paragraph in story]
    text = "".join("".join(words for words, _ in each.runs) + each.mark for each in paragraphs)
    word = _Stream(bytearray(HEADER))
    cuts = _laid(text, pieces or [(len(text), 2)], word)
    word.put(bytes(-len(word.content) % 512))
    table = _Stream(bytearray(64))
    pairs = {33: table.put(_clx(cuts)), **_pages(paragraphs, cuts, word, table)}
    for number, part in {1: styles, **(parts or {})}.items():
        pairs[number] = table.put(part)
    struct.pack_into("<HH", word.content, 0, 0xA5EC, version)
    struct.pack_into("<H", word.content, 0x0A, flags)
    struct.pack_into("<8i", word.content, 0x4C, *_lengths(stories))
    struct.pack_into("<H", word.content, 0x98, 93)
    for number, pair in pairs.items():
        if number == LEVELS:
            continue  # they follow the lists, no pair names them
        struct.pack_into("<II", word.content, 0x9A + number * 8, *pair)
    return streams_of(PATH, bytes(word.content), bytes(table.content), data)


def read(*stories: Sequence[P], **more: object) -> Extract:
    """Return what the reader finds in a file of these stories."""
    return doc.extract(streams(*stories, **more))  # type: ignore[arg-type]  # passed on as they are


def _lengths(stories: Sequence[Sequence[P]]) -> list[int]:
    lengths = [sum(len(each.mark) + sum(len(words) for words, _ in each.runs) for each in story) for story in stories]
    return lengths + [0] * (8 - len(lengths))


def _laid(text: str, pieces: Sequence[tuple[int, int]], word: _Stream) -> list[tuple[int, int, int, int]]:
    """Put the pieces into the stream; return start and end in the text, place and width of each."""
    cuts: list[tuple[int, int, int, int]] = []
    end = len(text)
    for characters, width in reversed(pieces):
        part = text[end - characters : end]
        at, _ = word.put(part.encode("utf-16-le" if width == 2 else "cp1252"))
        cuts.insert(0, (end - characters, end, at, width))
        end -= characters
    return cuts


def _clx(cuts: Sequence[tuple[int, int, int, int]]) -> bytes:
    places = [at if width == 2 else at * 2 | 1 << 30 for _, _, at, width in cuts]
    part = plc([cuts[0][0], *(end for _, end, _, _ in cuts)], [struct.pack("<HIH", 0, place, 0) for place in places])
    return b"\x02" + struct.pack("<I", len(part)) + part


def _pages(
    paragraphs: Sequence[P], cuts: Sequence[tuple[int, int, int, int]], word: _Stream, table: _Stream
) -> dict[int, tuple[int, int]]:
    runs: list[tuple[int, int, bytes]] = []
    marks: list[tuple[int, int, bytes]] = []
    at = 0
    for each in paragraphs:
        for words, look in (*each.runs, (each.mark, each.mark_look)):
            runs += [(*span, bytes([len(look)]) + look) for span in _places(at, at + len(words), cuts)]
            at += len(words)
        papx = struct.pack("<H", each.style) + each.properties
        papx += bytes(len(papx) % 2)
        marks += [(*span, bytes([0, len(papx) // 2]) + papx) for span in _places(at - 1, at, cuts)]
    return {12: table.put(_plc_of(runs, 1, word)), 13: table.put(_plc_of(marks, 13, word))}


def _places(start: int, end: int, cuts: Sequence[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    return [
        (at + (max(start, first) - first) * width, at + (min(end, last) - first) * width)
        for first, last, at, width in cuts
        if max(start, first) < min(end, last)
    ]


def _plc_of(entries: list[tuple[int, int, bytes]], width: int, word: _Stream) -> bytes:
    """Put a page of properties for each entry into the stream; return the table of the pages."""
    numbers: list[bytes] = []
    for start, end, properties in sorted(entries):
        page = bytearray(512)
        struct.pack_into("<II", page, 0, start, end)
        page[8] = (8 + width + 1) // 2
        page[page[8] * 2 : page[8] * 2 + len(properties)] = properties
        assert len(page) == 512
        page[511] = 1
        at, _ = word.put(bytes(page))
        numbers.append(struct.pack("<I", at // 512))
    return plc([*(start for start, _, _ in sorted(entries)), max(end for _, end, _ in entries)], numbers)


# ---------------------------------------------------------------- styles and lists


def style_sheet(*styles: tuple[str, int, int, bytes, bytes]) -> bytes:
    """Return a style sheet: of each paragraph style its name, built-in number, base, and two lists of properties."""
    part = struct.pack("<HHH", 4, len(styles), 10)
    for number, (name, built_in, base, paragraph, characters) in enumerate(styles):
        std = struct.pack("<HHHHH", built_in, 1 | base << 4, 2, 0, 0)
        std += struct.pack("<H", len(name)) + name.encode("utf-16-le") + bytes(2)
        for upx in (struct.pack("<H", number) + paragraph, characters):
            std += struct.pack("<H", len(upx)) + upx + bytes(len(upx) % 2)
        part += struct.pack("<H", len(std)) + std
    return part


def level(text: str, how: int, start: int = 1) -> bytes:
    """Return a level of a list; a character below 9 in its text stands for the number of that level."""
    head = struct.pack("<iB", start, how) + bytes(23)
    return head + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def lists(*levels: bytes, uses: Sequence[bytes] = (b"",)) -> dict[int, bytes]:
    """Return the parts of a file with one list of up to nine levels, used as often as `uses` has changes for it."""
    nine = [*levels, *[level("", 255)] * (9 - len(levels))]
    plf = struct.pack("<H", 1) + struct.pack("<i", 77) + bytes(24)
    lfo = struct.pack("<I", len(uses))
    lfo += b"".join(struct.pack("<i8xB3x", 77, bool(change)) for change in uses)
    lfo += b"".join(struct.pack("<i", -1) + change for change in uses)
    return {73: plf, LEVELS: b"".join(nine), 74: lfo}

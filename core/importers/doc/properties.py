"""What a binary Word file says of each paragraph and each run of characters, beside its text.

Formatting is kept as lists of single properties ("sprm", [MS-DOC] 2.2.5, 2.6) in pages of 512 bytes (FKP, 2.9.33,
2.9.174), found by the place of a character in the stream. Only what tells structure is taken.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from core.importers.doc.streams import Piece, Streams, plc
from core.importers.limits import damaged, too_big

_PAGE = 512
_MOST_PAGES = 8_000  # a page describes some twenty paragraphs
_MOST_RUNS = 200_000
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_DEFINE_TABLE, _DEFINE_TABLE_95, _TABS = 0xD608, 0xD606, 0xC615
_ELSEWHERE = frozenset({0x6645, 0x6646, 0x646B})  # the properties lie in the stream Data
_SHORT = {0x0C: 0x260A, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x55: 0x0835, 0x5C: 0x083C}
"""Properties that a piece may name in one byte (Prm0), as far as they are of use here."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a paragraph is: its style, its depth in tables, whether it ends a cell or row, its list.

    `list` and `level` are None where the style decides. `row` holds the properties of a table row.
    """

    style: int = 0
    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False
    list: int | None = None
    level: int | None = None
    row: bytes = b""


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look. Switches may be 0, 1, 0x80 (as the style) or 0x81 (not as the style), None for unset."""

    bold: int | None = None
    hidden: int | None = None
    deleted: bool = False
    style: int = 0
    symbol: str = ""


def switched(switch: int | None, base: bool) -> bool:  # noqa: FBT001  the style's value is what it is about
    """Return the value of a switch over the one of the style."""
    return base if switch in {None, 0x80} else not base if switch == 0x81 else bool(switch)


def sprms(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each property of a list and its operand; a list that breaks off ends there."""
    at, end = 0, len(properties)
    while at + 3 <= end:
        code = properties[at] | properties[at + 1] << 8
        at += 2
        kind = code >> 13
        if kind != 6:
            size = _SIZES[kind]
        elif code in {_DEFINE_TABLE, _DEFINE_TABLE_95}:
            size = (properties[at] | properties[at + 1] << 8) - 1 if at + 2 <= end else end
            at += 2
        else:
            size = _tabs(properties, at) if code == _TABS and properties[at] == 255 else properties[at]
            at += 1
        if at + size > end:
            return
        yield code, properties[at : at + size]
        at += max(size, 0)


def _tabs(properties: bytes, at: int) -> int:
    """Return the size of a list of tab stops too long for one byte."""
    removed = properties[at + 1] if at + 1 < len(properties) else 0
    second = at + 2 + removed * 4
    added = properties[second] if second < len(properties) else 0
    return 2 + removed * 4 + added * 3


class Properties:
    """Looks up paragraphs and runs by their place in the stream WordDocument."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams
        self._runs = _Pages(streams, 12)
        self._paragraphs = _Pages(streams, 13)
        self._layouts: dict[tuple[bytes, int], Layout] = {}
        self._looks: dict[tuple[bytes, int], Look] = {}

    def paragraph(self, piece: Piece, cp: int) -> tuple[Layout, int]:
        """Return the layout of the paragraph that ends at a CP, and the FC behind what is described with it."""
        page, number, end = self._paragraphs.at(piece.place(cp))
        found = (_papx(page, number) if page else b"", piece.prm)
        if found not in self._layouts:
            self._layouts[found] = self._layout(*found)
        return self._layouts[found], end

    def runs(self) -> Iterator[tuple[int, Look]]:
        """Yield each stretch of characters that look alike, top to bottom: the CP behind it and its look."""
        count = 0
        for piece in self._streams.pieces:
            at, end = piece.offset, piece.place(piece.end)
            while at < end:
                page, number, after = self._runs.at(at)
                at = min(max(after, at + 1), end)
                count += 1
                if count > _MOST_RUNS:
                    raise too_big(self._streams.path)
                found = (_chpx(page, number) if page else b"", piece.prm)
                if found not in self._looks:
                    self._looks[found] = look(found[0] + self._overlay(piece.prm))
                yield piece.start + -(-(at - piece.offset) // piece.width), self._looks[found]

    def _layout(self, papx: bytes, prm: int) -> Layout:
        if len(papx) < 2:
            papx = bytes(2)
        (style,) = struct.unpack_from("<H", papx)
        return layout(self._resolved(papx[2:] + self._overlay(prm)), style)

    def _resolved(self, properties: bytes) -> bytes:
        """Return a list of properties with what stands in the stream Data in its place."""
        for code, operand in sprms(properties):
            if code in _ELSEWHERE:
                (at,) = struct.unpack("<I", operand)
                if at + 2 > len(self._streams.data):
                    raise damaged(self._streams.path)
                (size,) = struct.unpack_from("<H", self._streams.data, at)
                properties += self._streams.data[at + 2 : at + 2 + size]
        return properties

    def _overlay(self, prm: int) -> bytes:
        """Return the properties that a piece lays over its text."""
        if prm & 1:
            return self._streams.overlays[prm >> 1] if prm >> 1 < len(self._streams.overlays) else b""
        code = _SHORT.get(prm >> 1 & 0x7F) if prm else None
        return struct.pack("<HB", code, prm >> 8) if code else b""


class _Pages:
    """The pages of properties that one table of the file lists, unpacked as they are needed."""

    def __init__(self, streams: Streams, pointer: int) -> None:
        self._word = streams.word
        self._path = streams.path
        self._starts, numbers = plc(streams.pointed(pointer), 4)
        if not numbers:
            raise damaged(streams.path)
        if len(numbers) > _MOST_PAGES:
            raise too_big(streams.path)
        self._numbers = [int.from_bytes(number, "little") & 0x3FFFFF for number in numbers]
        self._read: dict[int, tuple[tuple[int, ...], bytes]] = {}

    def at(self, place: int) -> tuple[bytes, int, int]:
        """Return the page that describes a place, which entry of it does, and the place behind that entry."""
        which = bisect_right(self._starts, place) - 1
        if not 0 <= which < len(self._numbers):
            return b"", 0, self._starts[0] if which < 0 else 1 << 32
        places, page = self._page(self._numbers[which])
        number = bisect_right(places, place) - 1
        if 0 <= number < len(places) - 1:
            return page, number, places[number + 1]
        return b"", 0, places[0] if number < 0 else self._starts[which + 1]

    def _page(self, number: int) -> tuple[tuple[int, ...], bytes]:
        if number not in self._read:
            page = self._word[number * _PAGE : (number + 1) * _PAGE]
            if len(page) < _PAGE or not 0 < page[-1] <= 101:
                raise damaged(self._path)
            self._read[number] = struct.unpack_from(f"<{page[-1] + 1}I", page), page
        return self._read[number]


def _papx(page: bytes, number: int) -> bytes:
    """Return style and properties of a paragraph ([MS-DOC] 2.9.175); b"" if it has none of its own."""
    entry = (page[-1] + 1) * 4 + number * 13
    at = page[entry] * 2 if entry < _PAGE else 0
    if not at:
        return b""
    if page[at]:
        return page[at + 1 : at + page[at] * 2]
    return page[at + 2 : at + 2 + page[at + 1] * 2] if at + 1 < _PAGE else b""


def _chpx(page: bytes, number: int) -> bytes:
    """Return the properties of a run ([MS-DOC] 2.9.32); b"" if it has none."""
    entry = (page[-1] + 1) * 4 + number
    at = page[entry] * 2 if entry < _PAGE else 0
    return page[at + 1 : at + 1 + page[at]] if at else b""


def layout(properties: bytes, style: int) -> Layout:
    """Return what the properties of a paragraph mean."""
    found: dict[int, bytes] = dict(sprms(properties))
    ends_row = _on(found.get(0x2417)) or _on(found.get(0x244C))
    depth = int.from_bytes(found.get(0x6649, b""), "little", signed=True)
    return Layout(
        style=int.from_bytes(found[0x4600], "little") if 0x4600 in found else style,
        depth=max(depth, int(_on(found.get(0x2416)) or ends_row)),
        ends_cell=_on(found.get(0x244B)),
        ends_row=ends_row,
        list=int.from_bytes(found[0x460B], "little") if 0x460B in found else None,
        level=found[0x260A][0] if 0x260A in found else None,
        row=properties if ends_row else b"",
    )


def look(properties: bytes) -> Look:
    """Return what the properties of characters mean."""
    found: dict[int, bytes] = dict(sprms(properties))
    symbol = found.get(0x6A09)
    return Look(
        bold=found[0x0835][0] if 0x0835 in found else None,
        hidden=found[0x083C][0] if 0x083C in found else None,
        deleted=_on(found.get(0x0800)),
        style=int.from_bytes(found[0x4A30], "little") if 0x4A30 in found else 0,
        symbol=chr(int.from_bytes(symbol[2:4], "little")) if symbol else "",
    )


def _on(operand: bytes | None) -> bool:
    return bool(operand and operand[0])

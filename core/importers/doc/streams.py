"""The streams of a binary Word file and its text: header (FIB) and piece table.

[MS-DOC] 2.5 (Fib), 2.8.35 (PlcPcd), 2.9.38 (Clx). A position in the text is a CP, a place in the stream WordDocument an
FC; a file saved in a hurry keeps its text in many pieces, each either UTF-16 or one byte a character.
"""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import olefile

from core.errors import UserError
from core.importers.limits import damaged, too_big
from core.importers.refusals import locked, unsure

FIRST_VERSION = 0xC0  # Word 97; what is older has another layout
MOST_CHARACTERS = 2_000_000  # a report has 20,000
_SIGN = 0xA5EC
_ENCRYPTED, _OTHER_TABLE, _OBFUSCATED = 0x0100, 0x0200, 0x8000
_POINTERS = 0x9A  # where the pairs of offset and length begin
_ONE_BYTE = 1 << 30
_WINDOWS = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: its first and last CP + 1, where it lies, and properties laid over it (a Prm)."""

    start: int
    end: int
    offset: int
    width: int  # bytes of a character
    prm: int

    def place(self, cp: int) -> int:
        """Return the FC of a CP."""
        return self.offset + (cp - self.start) * self.width


@dataclass
class Streams:
    """The three streams that hold text and layout."""

    path: Path
    word: bytes
    table: bytes
    data: bytes
    pieces: list[Piece] = field(default_factory=list)
    overlays: list[bytes] = field(default_factory=list)  # properties that pieces name

    def counts(self) -> dict[str, int]:
        """Return the lengths of the stories, in the order in which they follow each other in the text."""
        names = ("text", "footnotes", "heads", "macros", "comments", "endnotes", "boxes", "head boxes")
        lengths = struct.unpack_from("<8i", self.word, 0x4C)
        if min(lengths) < 0 or not lengths[0]:
            raise damaged(self.path)
        return dict(zip(names, lengths, strict=True))

    def pointed(self, number: int) -> bytes:
        """Return the part of the table stream that the pair of this number in the FIB names; b"" if none."""
        return self.beyond(number, 0)[0]

    def beyond(self, number: int, most: int) -> tuple[bytes, bytes]:
        """Return the part that a pair names, and what follows it up to `most` bytes."""
        (pairs,) = struct.unpack_from("<H", self.word, _POINTERS - 2)
        if number >= pairs:
            return b"", b""
        at, length = struct.unpack_from("<II", self.word, _POINTERS + number * 8)
        if length and at + length > len(self.table):
            raise damaged(self.path)
        return self.table[at : at + length], self.table[at + length : at + length + most] if length else b""

    @cached_property
    def text(self) -> str:
        """The characters of all stories, one for each CP (halves of a surrogate pair stay apart)."""
        return "".join(map(self._characters, self.pieces))

    def _characters(self, piece: Piece) -> str:
        raw = self.word[piece.offset : piece.place(piece.end)]
        if piece.width == 1:
            return raw.decode("latin-1").translate(_WINDOWS)
        text = raw.decode("utf-16-le", "surrogatepass")
        return text if len(text) * 2 == len(raw) else "".join(map(chr, array("H", raw)))


def open_streams(path: Path) -> Streams:
    """Return the streams of a .doc file.

    UserError: it is broken, locked or too large; NeedsConversionError: it is older than Word 97.
    """
    return streams_of(path, *_parts(path))


def streams_of(path: Path, word: bytes, table: bytes, data: bytes) -> Streams:
    """Return the streams WordDocument, 0Table or 1Table, and Data as one; errors as `open_streams`."""
    if len(word) < _POINTERS:
        raise damaged(path)
    sign, version = struct.unpack_from("<HH", word)
    if sign != _SIGN or version < FIRST_VERSION:
        raise unsure(path, "是很旧的 Word 文件（Word 95 或更早），读不了。")
    streams = Streams(path, word, table, data)
    try:
        _read_pieces(streams)
    except struct.error as problem:
        raise damaged(path) from problem
    return streams


def _parts(path: Path) -> tuple[bytes, bytes, bytes]:
    """Return the streams WordDocument, 0Table or 1Table, and Data."""
    try:
        with olefile.OleFileIO(path) as compound:
            word = _stream(compound, "WordDocument")
            table = "1Table" if _flags(word, path) & _OTHER_TABLE else "0Table"
            return word, _stream(compound, table), _stream(compound, "Data")
    except UserError:
        raise
    except Exception as problem:
        if isinstance(problem, OSError) and problem.errno is not None:
            raise  # the disk, not the file
        raise damaged(path) from problem  # a damaged directory makes the library fail in many ways


def _stream(compound: olefile.OleFileIO, name: str) -> bytes:
    return bytes(compound.openstream(name).read()) if compound.exists(name) else b""


def _flags(word: bytes, path: Path) -> int:
    """Return the switches of the header; UserError if the file is locked."""
    flags = int.from_bytes(word[0x0A:0x0C], "little")
    if flags & (_ENCRYPTED | _OBFUSCATED):
        raise locked(path)
    return flags


# ---------------------------------------------------------------- pieces


def _read_pieces(streams: Streams) -> None:
    clx = streams.pointed(33)
    at = 0
    while at + 3 <= len(clx) and clx[at] == 1:
        (length,) = struct.unpack_from("<H", clx, at + 1)
        streams.overlays.append(clx[at + 3 : at + 3 + length])
        at += 3 + length
    if at + 5 > len(clx) or clx[at] != 2:
        raise damaged(streams.path)
    (length,) = struct.unpack_from("<I", clx, at + 1)
    streams.pieces = list(_pieces(clx[at + 5 : at + 5 + length], streams))
    if not streams.pieces or streams.pieces[-1].end < sum(streams.counts().values()):
        raise damaged(streams.path)


def _pieces(plc: bytes, streams: Streams) -> Iterator[Piece]:
    count = (len(plc) - 4) // 12
    if count < 1:
        raise damaged(streams.path)
    ends = struct.unpack_from(f"<{count + 1}I", plc)
    if ends[-1] > MOST_CHARACTERS:
        raise too_big(streams.path)
    if ends[0] != 0 or any(start > end for start, end in pairwise(ends)):
        raise damaged(streams.path)
    for number in range(count):
        place, prm = struct.unpack_from("<IH", plc, (count + 1) * 4 + number * 8 + 2)
        width = 1 if place & _ONE_BYTE else 2
        offset = (place & (_ONE_BYTE - 1)) // (2 if width == 1 else 1)
        piece = Piece(ends[number], ends[number + 1], offset, width, prm)
        if piece.place(piece.end) > len(streams.word):
            raise damaged(streams.path)
        yield piece


def plc(part: bytes, size: int) -> tuple[tuple[int, ...], list[bytes]]:
    """Return the positions and the elements, each of `size` bytes, of a PLC ([MS-DOC] 2.2.2); ((), []) if empty."""
    count = (len(part) - 4) // (size + 4) if len(part) > 4 else 0
    if not count:
        return (), []
    start = (count + 1) * 4
    elements = [part[start + n * size : start + (n + 1) * size] for n in range(count)]
    return struct.unpack_from(f"<{count + 1}I", part), elements

"""Write dots as PNG (ISO/IEC 15948) with their size on paper, and look whether they are there: all with zlib."""

import struct
import zlib
from collections.abc import Iterator

_BEGIN = b"\x89PNG\r\n\x1a\n"
_INCH = 0.0254  # metres
_TRUE_COLOUR = 2


def written(rgb: bytes, width: int, height: int, dots: float) -> bytes:
    """Return the file; `rgb` has three bytes a dot and no gaps, `dots` stand on an inch."""
    if len(rgb) != 3 * width * height:
        raise ValueError("three bytes a dot")
    line = 3 * width
    rows = b"".join(b"\0" + rgb[start : start + line] for start in range(0, len(rgb), line))
    return b"".join(
        (
            _BEGIN,
            *(_chunk(name, content) for name, content in _about(width, height, dots)),
            _chunk(b"IDAT", zlib.compress(rows, 6)),
            _chunk(b"IEND", b""),
        )
    )


def holds(data: bytes, rgb: bytes, width: int, height: int, dots: float) -> bool:
    """Whether a file that was written here can be read, and has exactly these dots in this size."""
    try:
        chunks = list(_chunks(data))
        packed = b"".join(content for name, content in chunks if name == b"IDAT")
        rows = zlib.decompress(packed)
    except (ValueError, struct.error, zlib.error):
        return False
    line = 3 * width
    return (
        tuple(chunks[:3]) == _about(width, height, dots)
        and chunks[-1] == (b"IEND", b"")
        and len(rows) == height * (line + 1)
        and not any(rows[:: line + 1])
        and all(
            rows[at * (line + 1) + 1 : (at + 1) * (line + 1)] == rgb[at * line : (at + 1) * line]
            for at in range(height)
        )
    )


def _about(width: int, height: int, dots: float) -> tuple[tuple[bytes, bytes], ...]:
    """Return the chunks that tell of the picture: its size, its colours, how many dots stand on a metre."""
    metre = round(dots / _INCH)
    return (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _TRUE_COLOUR, 0, 0, 0)),
        (b"sRGB", b"\0"),
        (b"pHYs", struct.pack(">IIB", metre, metre, 1)),
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the names and contents of the chunks; `ValueError` where one is torn or its check sum is another."""
    if not data.startswith(_BEGIN):
        raise ValueError("no PNG")
    at = len(_BEGIN)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if struct.unpack_from(">I", data, at + 8 + length) != (zlib.crc32(name + content),):
            raise ValueError("a chunk is damaged")
        yield name, content
        at += 12 + length


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

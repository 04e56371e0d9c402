"""Write dots as PNG (ISO/IEC 15948) with their size on paper: the standard library's zlib is all that takes."""

import struct
import zlib

_INCH = 0.0254  # metres
_TRUE_COLOUR = 2


def written(rgb: bytes, width: int, height: int, dots: float) -> bytes:
    """Return the file; `rgb` has three bytes a dot and no gaps, `dots` stand on an inch."""
    if len(rgb) != 3 * width * height:
        raise ValueError("three bytes a dot")
    line = 3 * width
    rows = b"".join(b"\0" + rgb[start : start + line] for start in range(0, len(rgb), line))
    metre = round(dots / _INCH)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _TRUE_COLOUR, 0, 0, 0)),
            _chunk(b"sRGB", b"\0"),
            _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)),
            _chunk(b"IDAT", zlib.compress(rows, 6)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

"""The colour profile that PDF/A asks for: sRGB as ICC version 4, made of its published numbers (IEC 61966-2-1).

A profile that a library makes carries the time of its making, and the same report would not give the same bytes.
"""

import struct
from functools import cache

_WHITE = (0.9642, 1.0, 0.8249)  # D50, the white of every profile
_PRIMARIES = {
    b"rXYZ": (0.436065674, 0.222488403, 0.013916016),  # of sRGB, moved from D65 to D50 as Bradford does
    b"gXYZ": (0.385147095, 0.716873169, 0.097076416),
    b"bXYZ": (0.143066406, 0.060607910, 0.714096069),
}
_MOVED = (
    1.047882080,
    0.022918701,
    -0.050216675,
    0.029586792,
    0.990478516,
    -0.017074585,
    -0.009246826,
    0.015075684,
    0.751678467,
)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)  # (a x + b) ** g from d on, below that c x
_MADE = struct.pack(">6H", 2016, 1, 1, 0, 0, 0)
_VERSION = 0x04200000


@cache
def profile() -> bytes:
    """Return the profile, about 500 bytes."""
    curve = b"para" + struct.pack(">4xH2x", 3) + _numbers(_CURVE)
    tags = {
        b"desc": _words("sRGB"),
        b"cprt": _words("CC0"),
        b"wtpt": _place(_WHITE),
        b"chad": b"sf32" + bytes(4) + _numbers(_MOVED),
        **{name: _place(place) for name, place in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    head = 128 + 4 + 12 * len(tags)
    body, table, places = b"", b"", dict[bytes, int]()
    for name, content in tags.items():
        if content not in places:
            places[content] = head + len(body)
            body += content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", places[content], len(content))
    return _header(head + len(body)) + struct.pack(">I", len(tags)) + table + body


def _header(size: int) -> bytes:
    """Return the 128 bytes that say what it is: a display's profile, RGB to XYZ (ICC.1:2010, 7.2)."""
    kind = struct.pack(">I4xI", size, _VERSION) + b"mntrRGB XYZ " + _MADE + b"acsp"
    return kind + bytes(28) + _numbers(_WHITE) + bytes(48)


def _place(place: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _numbers(place)


def _words(text: str) -> bytes:
    return (
        b"mluc"
        + struct.pack(">4xII", 1, 12)
        + b"enUS"
        + struct.pack(">II", 2 * len(text), 28)
        + text.encode("utf-16-be")
    )


def _numbers(numbers: tuple[float, ...]) -> bytes:
    """Return numbers with 16 bits behind the point."""
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)

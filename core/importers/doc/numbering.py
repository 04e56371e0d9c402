"""The lists of a binary Word file ([MS-DOC] 2.4.6.3, 2.9.147 LSTF, 2.9.150 LVLF, 2.9.131 LFO) as `Numbering`."""

import struct
from dataclasses import dataclass

from core.importers.doc.streams import Streams
from core.importers.numbering import Level, Numbering

_MOST_LEVELS_BYTES = 1 << 20
_MOST_LISTS = 4_000
_MOST_SIGNS = 60  # around the number of a paragraph
_LSTF, _LVLF, _LFO = 28, 28, 16
_FORMATS = {
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    15: "decimalHalfWidth",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth2",
    22: "decimalZero",
    23: "bullet",
    28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle",
    33: "taiwaneseCounting",
    35: "taiwaneseCountingThousand",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}
"""Word's numbers for ways of counting (MSONFC), as far as `numbering.written` knows them; others count 1, 2, 3."""


@dataclass(frozen=True, slots=True)
class _List:
    levels: dict[int, Level]


def read_numbering(streams: Streams) -> Numbering:
    """Return the lists of a file by the numbers that paragraphs name (1 is the first LFO)."""
    part, following = streams.beyond(73, _MOST_LEVELS_BYTES)
    lists = _lists(part, following)
    return _overridden(streams.pointed(74), lists)


def _lists(part: bytes, following: bytes) -> dict[int, _List]:
    """Return the lists by their identifiers; the levels of all of them follow the part in one row."""
    if len(part) < 2:
        return {}
    (count,) = struct.unpack_from("<H", part)
    at = 0
    found: dict[int, _List] = {}
    for number in range(min(count, _MOST_LISTS, (len(part) - 2) // _LSTF)):
        start = 2 + number * _LSTF
        (identifier,) = struct.unpack_from("<i", part, start)
        levels: dict[int, Level] = {}
        for level in range(1 if part[start + 26] & 1 else 9):
            read = _level(following, at)
            if read is None:
                return found
            levels[level], at = read
        found[identifier] = _List(levels)
    return found


def _level(part: bytes, at: int) -> tuple[Level, int] | None:
    """Return a level of a list and the place behind it; None where the part breaks off."""
    if at + _LVLF + 2 > len(part):
        return None
    (start,) = struct.unpack_from("<i", part, at)
    words = at + _LVLF + part[at + 24] + part[at + 25]
    if words + 2 > len(part):
        return None
    (length,) = struct.unpack_from("<H", part, words)
    shown = part[words + 2 : words + 2 + length * 2].decode("utf-16-le", "replace")
    text = "".join(f"%{ord(sign) + 1}" if ord(sign) < 9 else sign for sign in shown[:_MOST_SIGNS])
    begin = start if 0 <= start <= 0x7FFF else 1
    return Level(_FORMATS.get(part[at + 4], "decimal"), text, begin), words + 2 + length * 2


def _overridden(part: bytes, lists: dict[int, _List]) -> Numbering:
    """Return the lists as paragraphs use them: several may count on together, others begin anew."""
    numbering = Numbering()
    if len(part) < 4:
        return numbering
    count = min(struct.unpack_from("<I", part)[0], _MOST_LISTS, (len(part) - 4) // _LFO)
    at = 4 + count * _LFO
    for number in range(count):
        (identifier,) = struct.unpack_from("<i", part, 4 + number * _LFO)
        changes = part[4 + number * _LFO + 12]
        levels = dict(lists[identifier].levels) if identifier in lists else {}
        at += 4
        for _ in range(changes):
            at = _change(part, at, levels)
        name = str(number + 1)
        numbering.levels[name] = levels
        numbering.shared[name] = name if changes else f"list {identifier}"
    return numbering


def _change(part: bytes, at: int, levels: dict[int, Level]) -> int:
    """Apply the change of a level ([MS-DOC] 2.9.132 LFOLVL) and return the place behind it."""
    if at + 8 > len(part):
        return len(part)
    start, flags = struct.unpack_from("<iI", part, at)
    level = flags & 0xF
    if flags & 0x20:
        read = _level(part, at + 8)
        if read is None:
            return len(part)
        levels[level], behind = read
        return behind
    if flags & 0x10 and level in levels and 0 <= start <= 0x7FFF:
        levels[level] = Level(levels[level].format, levels[level].text, start)
    return at + 8

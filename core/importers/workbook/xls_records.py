"""What must be known of an old workbook before xlrd reads it: its size, the sheets that show, formulas without result.

One pass over the records of the stream (BIFF: a code, a length, the data). xlrd knows no bounds, and gives a formula
that was never worked out as a blank or a nought.
"""

import struct
from dataclasses import dataclass, field
from pathlib import Path

from core.importers.limits import too_big
from core.importers.refusals import locked
from core.importers.workbook.sheets import Place

_FORMULA = 0x0006
_BEGIN = 0x0809
_SHEET = 0x0085
_UNCALCULATED = 0x005E  # the sheet was saved before its formulas were worked out
_LOCKED = 0x002F
_CELLS = frozenset({_FORMULA, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6, 0x00FD})
_ROWS_OF_CELLS = frozenset({0x00BD, 0x00BE})  # one record for many cells
_NAMES = frozenset({0x0018, 0x0218})
_NO_RESULT = b"\x03"
_WORKED_OUT_LATER = 2  # flag of a formula: when the file is opened
_GLOBALS = 12  # the lock stands among the first records
_MOST_RECORDS = 600_000
_MOST_STORED = 1_000_000  # cells with nothing but a format are stored too
_MOST_NAMES = 2_000


@dataclass
class Substream:
    """The records of one sheet: formulas that hold a nought, those that hold nothing, and whether to believe them."""

    noughts: set[Place] = field(default_factory=set)
    blanks: set[Place] = field(default_factory=set)
    uncalculated: bool = False

    def uncomputed(self) -> set[Place]:
        """Return the places of formulas whose result the file does not store."""
        return self.blanks | self.noughts if self.uncalculated else self.blanks


@dataclass
class Survey:
    """The worksheets in their order, each with its place in the stream and whether it shows."""

    sheets: list[tuple[int, bool]] = field(default_factory=list)
    substreams: dict[int, Substream] = field(default_factory=dict)

    def shown(self) -> list[tuple[int, Substream]]:
        """Return the number of each worksheet that shows, counted from 0, with what is known of it."""
        return [
            (number, self.substreams.get(start, Substream()))
            for number, (start, visible) in enumerate(self.sheets)
            if visible
        ]


def survey(stream: bytes, path: Path) -> Survey:
    """Return what the records of a workbook tell; UserError if it is locked or holds more than a report can."""
    found, current = Survey(), Substream()
    position, records, cells, names = 0, 0, 0, 0
    while position + 4 <= len(stream):
        code, length = struct.unpack_from("<HH", stream, position)
        records += 1
        if code == _BEGIN:
            current = found.substreams.setdefault(position, Substream())
        elif code in _CELLS:
            cells += 1
        elif code in _ROWS_OF_CELLS:
            cells += length // 2
        elif code in _NAMES:
            names += 1
        elif code == _LOCKED and records <= _GLOBALS:
            raise locked(path)
        if code in {_FORMULA, _SHEET, _UNCALCULATED}:
            _note(code, stream[position + 4 : position + 4 + length], found, current)
        if records > _MOST_RECORDS or cells > _MOST_STORED or names > _MOST_NAMES:
            raise too_big(path)
        position += 4 + length
    return found


def _note(code: int, data: bytes, found: Survey, current: Substream) -> None:
    if code == _UNCALCULATED:
        current.uncalculated = True
    elif code == _SHEET and len(data) >= 6:
        start, visibility, kind = struct.unpack_from("<IBB", data)
        if kind == 0:
            found.sheets.append((start, visibility & 3 == 0))
    elif code == _FORMULA and len(data) >= 16:
        row, column, _, result, flags = struct.unpack_from("<HHH8sH", data)
        place = row + 1, column + 1
        if result[6:] == b"\xff\xff" and result[:1] == _NO_RESULT:
            current.blanks.add(place)
        elif result == bytes(8):
            (current.blanks if flags & _WORKED_OUT_LATER else current.noughts).add(place)

"""Puts characters together to lines of words, with blanks where the page leaves room."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from operator import itemgetter
from typing import NamedTuple

from core.importers.pdf.characters import Letter

_TOP, _RIGHT, _BOTTOM, _BOLD = (itemgetter(place) for place in (1, 2, 3, 5))
_SAME_LINE = 0.45  # how far the feet of characters of a line may be apart, in parts of their height
_NARROW = 0.28  # a gap that is a blank, in parts of the height of a line
_TYPED = 0.1  # the same where the file has a blank; without one it is the distance that programs set around numbers
_WIDE = 1.4  # a gap that keeps columns apart
PADDING = 13.0  # points that a cell leaves free beside its words, left and right together
_PRINTED_TWICE = 0.25  # how far the second print of a bold character may be off, in parts of its width


class PrintedLine(NamedTuple):
    """A line of a page or of a cell, and where it is printed.

    `size` is the height of its characters, `last` the width of the last one.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    last: float = 0.0


def lines_from(letters: Iterable[Letter]) -> list[PrintedLine]:
    """Return the lines that characters form, top to bottom."""
    return [line for row in rows_of(letters) if (line := line_of(row)).text]


def rows_of(letters: Iterable[Letter]) -> list[list[Letter]]:
    """Return the characters that stand on one line each, top to bottom, rows of blanks left out."""
    return [row for row in _rows(letters) if row[0][4] != " " or any(letter[4] != " " for letter in row)]


def pieces_of(row: list[Letter], size: float) -> list[list[Letter]]:
    """Return the parts of a line, in order, that wide gaps keep apart."""
    pieces: list[list[Letter]] = []
    end = -inf
    wide = _WIDE * size
    for letter in row:
        left, _, right, _, sign, _, _ = letter
        if sign == " ":
            continue
        if left - end > wide:
            pieces.append([])
        pieces[-1].append(letter)
        end = right
    return pieces


def _rows(letters: Iterable[Letter]) -> list[list[Letter]]:
    rows: list[list[Letter]] = []
    row: list[Letter] = []
    last = -inf  # how far down characters of this line may stand
    for letter in sorted(letters, key=_BOTTOM):
        bottom = letter[3]
        if bottom > last:
            apart = _SAME_LINE * (bottom - letter[1])
            if not row or bottom - row[0][3] > apart:
                row = []
                rows.append(row)
                last = bottom + apart
        row.append(letter)
    return rows


def line_of(row: list[Letter]) -> PrintedLine:
    """Return the line that characters beside each other form, whatever their order in the file."""
    if len(row) == 1:  # most cells hold one digit
        ((left, top, right, bottom, sign, bold, _),) = row
        return PrintedLine(sign.strip(), left, top, right, bottom, max(1.0, bottom - top), bold, right - left)
    row.sort()
    shown = [letter for letter in row if letter[4] != " "]
    _, top, _, bottom, _, _, _ = shown[len(shown) // 2]
    size = max(1.0, bottom - top)
    begin, _, end, _, _, _, _ = shown[-1]
    return PrintedLine(
        _text(row, size).strip(),
        shown[0][0],
        min(map(_TOP, shown)),
        max(map(_RIGHT, shown)),
        max(map(_BOTTOM, shown)),
        size,
        all(map(_BOLD, shown)),
        end - begin,
    )


def _text(row: list[Letter], size: float) -> str:
    pieces: list[str] = []
    typed, narrow, wide = _TYPED * size, _NARROW * size, _WIDE * size
    before, start, end, blank = "", -inf, inf, False
    for left, _, right, _, sign, _, _ in row:
        if sign == " ":
            blank = True
        elif sign == before and left - start < _PRINTED_TWICE * (right - left):
            continue  # the second print of a character that looks bold by it
        else:
            gap = left - end
            if gap > narrow or (blank and gap > typed):
                pieces.append("  " if gap > wide else " ")
            pieces.append(sign)
            before, start, end, blank = sign, left, right, False
    return "".join(pieces)


def cell_text(lines: Sequence[PrintedLine], width: float) -> str:
    """Return the words of a cell of this width: lines that were wrapped are joined, sentences stay lines.

    A number goes on in the next line only if there was no room left for its next digit.
    """
    if not lines:
        return ""
    if len(lines) == 1:
        return lines[0].text
    prose = any("。" in line.text or len(line.text) > 40 for line in lines)
    text = lines[0].text
    for before, line in pairwise(lines):
        text += ("\n" if prose or not wraps(before, line, width) else "") + line.text
    return text


def wraps(before: PrintedLine, line: PrintedLine, width: float) -> bool:
    """Whether a line of a cell goes on in the next without a blank between."""
    if not (_is_number(before.text[-1]) and _is_number(line.text[0])):
        return True
    return before.right - before.left + before.last > width - PADDING


def _is_number(sign: str) -> bool:
    return sign.isdigit() or sign in ".,，．-"

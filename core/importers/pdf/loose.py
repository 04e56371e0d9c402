"""Lines outside of ruled tables, where columns are only kept apart by room.

Cells of one row may stand on lines of different height: a value above or below the others would change its place among
them. Lines of values that belong to the line above are therefore put into it by their place across the page. What
would stand upon another value is joined with a slash, so that it is no number and a person is asked.
"""

import re
from collections.abc import Iterable, Sequence

from core.importers.pdf.characters import Letter
from core.importers.pdf.words import PrintedLine, line_of, pieces_of, rows_of
from core.importers.recogniser.words import plain

_VALUE = re.compile(r"[\d.,/\-—–+件宗条个份项次]+|无|不涉及")
_SIGNS_OF_VALUES = re.compile(r"[\d.,/\-—–+件宗条个份项次无不涉及]*")
_NEAR = 1.7  # how far the feet of both lines may be apart, in parts of their height
_FEWEST = 4  # values that make a row


def loose_lines(letters: Iterable[Letter]) -> list[PrintedLine]:
    """Return the lines that characters form, top to bottom, with rows of values whole."""
    lines: list[PrintedLine] = []
    above: list[PrintedLine] = []
    beginning: list[Letter] = []  # the row that the line above began with, as long as nobody asks for its pieces
    foot = 0.0
    for row in rows_of(letters):
        line = line_of(row)
        if not line.text:
            continue
        near = lines and line.bottom - foot < _NEAR * line.size
        foot = line.bottom
        if near and _SIGNS_OF_VALUES.fullmatch(plain(line.text)):
            above = above or _pieces(beginning, lines[-1].size)
            pieces = _pieces(row, line.size)
            if _belongs(above, pieces):
                above = _together(above, pieces)
                lines[-1] = _row(above)
                continue
        above, beginning = [], row
        lines.append(line)
    return lines


def _pieces(row: list[Letter], size: float) -> list[PrintedLine]:
    return [line_of(piece) for piece in pieces_of(row, size)]


def _is_value(piece: PrintedLine) -> bool:
    return _VALUE.fullmatch(plain(piece.text)) is not None


def _belongs(above: Sequence[PrintedLine], pieces: Sequence[PrintedLine]) -> bool:
    values = sum(map(_is_value, above))
    return bool(values) and all(map(_is_value, pieces)) and values + len(pieces) >= _FEWEST


def _together(above: list[PrintedLine], pieces: Sequence[PrintedLine]) -> list[PrintedLine]:
    merged = list(above)
    for piece in pieces:
        upon = next((at for at, one in enumerate(merged) if one.left < piece.right and piece.left < one.right), None)
        if upon is None or not _is_value(merged[upon]):
            merged.append(piece)
        else:
            merged[upon] = merged[upon]._replace(text=f"{merged[upon].text}/{piece.text}", bottom=piece.bottom)
    return sorted(merged, key=lambda one: one.left)


def _row(pieces: Sequence[PrintedLine]) -> PrintedLine:
    return pieces[0]._replace(
        text="  ".join(piece.text for piece in pieces),
        top=min(piece.top for piece in pieces),
        right=max(piece.right for piece in pieces),
        bottom=max(piece.bottom for piece in pieces),
        bold=all(piece.bold for piece in pieces),
    )

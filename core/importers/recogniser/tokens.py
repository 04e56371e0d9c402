"""Cuts flat lines into labels and values, as far as white space tells them apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.form import F2021
from core.form.layout import Form
from core.importers.limits import MOST_ROW_CHARACTERS
from core.importers.recogniser.labels import SUBTOTALS, find_bare_row, find_head, is_group, is_piece
from core.importers.recogniser.lines import Line
from core.importers.recogniser.readings import is_value
from core.importers.recogniser.words import han, is_sentence

_WIDE = re.compile(r"\s{2,}|\t|\|")
_LONGEST_ODD = 10  # Chinese characters of a remark in a cell


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line; `alone` tells whether it is all that its line holds, `ours` whether the table knows it."""

    text: str
    line: int
    alone: bool
    ours: bool = True


def tokens_of(lines: Sequence[Line], table: str, form: Form = F2021) -> Iterator[Token]:
    """Yield the pieces of the lines that belong to a table, and short words by themselves that may stand in a cell."""
    for line in lines:
        text = (line.cells[0] or "").strip()
        if (
            not text
            or len(text) > MOST_ROW_CHARACTERS
            or (is_sentence(text) and not is_piece(text, table, form) and not _is_row_line(text))
        ):
            continue
        pieces = [piece for wide in _WIDE.split(text) for piece in _narrow(wide, table, form)]
        known = [piece for piece in pieces if _known(piece, table, form)]
        values = sum(map(is_value, pieces))
        if known or values == len(pieces):
            for piece in pieces:
                yield Token(piece, line.number, alone=len(pieces) == 1)
        elif len(pieces) == 1 and han(text) <= _LONGEST_ODD:
            yield Token(pieces[0], line.number, alone=True, ours=False)


def _known(piece: str, table: str, form: Form) -> bool:
    return is_piece(piece, table, form) or find_bare_row(piece, (table,), form) is not None


def _narrow(text: str, table: str, form: Form) -> list[str]:
    """Split what single blanks keep apart where that is a row of values; leave labels and two-number cells whole."""
    pieces = text.split()
    values = sum(map(is_value, pieces))
    for size in range(len(pieces) - 1, 0, -1) if values else ():
        if find_bare_row(" ".join(pieces[:size]), (table,), form) and not is_value(pieces[size - 1]):
            return [" ".join(pieces[:size]), *pieces[size:]]
    first = next((place for place, piece in enumerate(pieces) if is_value(piece)), len(pieces))
    if len(pieces) > 1 and values >= 3:
        return [*([" ".join(pieces[:first])] if first else []), *pieces[first:]]
    if not values and len(pieces) > 1 and all(_is_head(piece, table, form) for piece in pieces):
        return pieces
    return [text] if text.strip() else []


def _is_head(piece: str, table: str, form: Form) -> bool:
    return bool(find_head(piece, table, form)) or is_group(piece, table, form) or piece in SUBTOTALS


def _is_row_line(text: str) -> bool:
    """Whether a long line is a row label with its values behind it."""
    return sum(is_value(piece) for piece in text.split()) >= 3

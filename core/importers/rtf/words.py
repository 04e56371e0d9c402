"""The control words of RTF that put something: letters, paragraphs, cells and rows."""

from collections.abc import Callable

from core.importers.limits import MOST_CELLS, MOST_DEPTH, MOST_GRID_COLUMNS, too_big
from core.importers.rtf.formats import FORMATS
from core.importers.rtf.reading import Reading, RowShape, end_paragraph, flush, put
from core.importers.rtf.tables import Edge
from core.importers.rtf.text import letter, of_page

_LETTERS = {
    b"tab": "\t", b"line": "\n", b"page": "\n", b"column": "\n", b"emdash": "—", b"endash": "–", b"bullet": "•",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"emspace": "\u2003", b"enspace": "\u2002",
}  # fmt: skip
_FARTHEST = 1_000_000  # twentieths of a point; paper ends long before


def obey(reading: Reading, word: bytes, number: int | None) -> None:
    """Do what a control word says, given its number; UserError beyond the bounds."""
    if word in _LETTERS:
        put(reading, _LETTERS[word])
    elif word in FORMATS:
        FORMATS[word](reading.look, number)
    elif word in _ACTIONS:
        _ACTIONS[word](reading, number)


def _unicode(reading: Reading, number: int | None) -> None:
    if number is not None:
        put(reading, letter(number))
        reading.passed = reading.look.replaced


def _page(reading: Reading, number: int | None) -> None:
    reading.heads.page = of_page(number or 0) or reading.heads.page


def _section(reading: Reading, _: int | None) -> None:
    flush(reading)
    if reading.story.pieces:
        end_paragraph(reading)


def _cell(reading: Reading, depth: int) -> None:
    reading.cells += 1
    if reading.cells > MOST_CELLS:
        raise too_big(reading.path)
    end_paragraph(reading, depth)
    reading.story.end_cell(depth)


def _end_row(reading: Reading, depth: int) -> None:
    flush(reading)
    shape = reading.rows[-1].shape()
    if depth > MOST_DEPTH or len(shape.edges) > MOST_GRID_COLUMNS:
        raise too_big(reading.path)
    reading.story.end_row(depth, shape)


def _new_row(reading: Reading, _: int | None) -> None:
    reading.rows[-1] = RowShape()


def _row_left(reading: Reading, number: int | None) -> None:
    reading.rows[-1].left = _within(number)


def _covered(reading: Reading, _: int | None) -> None:
    reading.rows[-1].covered = True


def _edge(reading: Reading, number: int | None) -> None:
    row = reading.rows[-1]
    row.edges.append(Edge(_within(number), row.covered))
    row.covered = False


def _within(number: int | None) -> int:
    return max(-_FARTHEST, min(number or 0, _FARTHEST))


_ACTIONS: dict[bytes, Callable[[Reading, int | None], None]] = {
    b"u": _unicode,
    b"ansicpg": _page,
    b"par": lambda reading, _: end_paragraph(reading),
    b"sect": _section,
    b"cell": lambda reading, _: _cell(reading, 1),
    b"nestcell": lambda reading, _: _cell(reading, max(reading.look.level, 2)),
    b"row": lambda reading, _: _end_row(reading, 1),
    b"nestrow": lambda reading, _: _end_row(reading, max(reading.look.level, 2)),
    b"trowd": _new_row,
    b"trleft": _row_left,
    b"clmrg": _covered,
    b"clvmrg": _covered,
    b"cellx": _edge,
}

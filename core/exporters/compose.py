"""Break Chinese text into lines and place its characters.

Rules (GB/T 15834-2011 for the marks, measured against published reports): no closing mark begins a line and no opening
mark ends one, numbers and Latin words stay whole, two marks side by side share their blank halves, a closing mark at
the end of a line may hang out with its blank half, a number stays with 第 and its measure word, and every line but the
last is spread to the full width.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from core.exporters.line_ends import CLOSING, HANGING, NEVER_FIRST, NEVER_LAST
from core.exporters.tokens import FULL, Sort, Token, joined, tokens_of

_LOOSEST = 0.6  # em between characters; a line that needs more stays as it is
_GAPING = 0.2  # em between characters; rather than that, the number of a document goes on a line below its year
_YEAR_END = "〕"
_HAIR = 0.001  # points; forgives rounding


class Piece(NamedTuple):
    """A run of characters of one font; `x` counts from the left edge, `spread` is added after each character."""

    x: float
    text: str
    font: str
    spread: float


class Line(NamedTuple):
    """A line of text and the width it takes up."""

    pieces: tuple[Piece, ...]
    width: float


class _Measure(NamedTuple):
    """The room of a line and the size of its type, in points."""

    width: float
    em: float


def compose(sorts: Sequence[Sort], width: float, indent: float = 0.0, *, justify: bool = True) -> list[Line]:
    """Return the lines of one paragraph, `width` points wide, the first one indented.

    Nothing is ever wider than the line, except half a closing mark and a single character that is wider by itself.
    """
    tokens, measure = _prepared(sorts, width, indent)
    return list(_lines(tokens, _parted(tokens, measure, indent), measure, indent, justify=justify))


def single(sorts: Sequence[Sort]) -> Line:
    """Return a line that is not to be broken."""
    return Line(tuple(_runs(sorts, 0.0, 0.0)) if sorts else (), sum(sort.width for sort in sorts))


@lru_cache(maxsize=1024)
def even(sorts: tuple[Sort, ...], width: float) -> tuple[Line, ...]:
    """Return short lines of whole pairs of characters: 社会公益/组织, 结果/维持; for the labels of narrow columns."""
    pair = 2 * max((sort.width for sort in sorts), default=0.0) or width
    widest = int((width + _HAIR) / pair)
    plain = _tried(sorts, width)
    if len(plain.parts) > 1 and widest:
        fewest = len(_tried(sorts, widest * pair).parts)
        tries = (_tried(sorts, pairs * pair) for pairs in range(1, widest + 1))
        plain = next(each for each in tries if len(each.parts) == fewest)
    return tuple(_lines(*plain))


@lru_cache(maxsize=1024)
def balanced(sorts: tuple[Sort, ...], width: float) -> tuple[Line, ...]:
    """Return as few lines as the width allows, broken after a mark if that is possible, else of nearly equal length."""
    tokens, measure = _prepared(sorts, width)
    plain = _parted(tokens, measure)
    as_few = [plain]
    for less in range(1, int(width / measure.em) if len(plain) > 1 else 0):
        narrower = _parted(tokens, _Measure(width - less * measure.em, measure.em))
        if len(narrower) > len(plain):
            break
        as_few.append(narrower)
    at_marks = [parts for parts in as_few if all(tokens[end - 1].last in CLOSING for _, end, _ in parts[:-1])]
    return tuple(_lines(tokens, (at_marks or as_few)[-1], measure))


class _Try(NamedTuple):
    """Where lines of a width would part, before any of them is set."""

    tokens: Sequence[Token]
    parts: Sequence[tuple[int, int, int]]
    measure: _Measure


def _tried(sorts: Sequence[Sort], width: float) -> _Try:
    tokens, measure = _prepared(sorts, width)
    return _Try(tokens, _parted(tokens, measure), measure)


def _prepared(sorts: Sequence[Sort], width: float, indent: float = 0.0) -> tuple[list[Token], _Measure]:
    """Return tokens of which each fits into any line, the indented one too."""
    em = max((sort.width for sort in sorts), default=0.0)
    return list(tokens_of(sorts, width - indent, em)), _Measure(width, em)


def _parted(tokens: Sequence[Token], measure: _Measure, indent: float = 0.0) -> list[tuple[int, int, int]]:
    """Return for each line its first token, the one behind its last, and the one that the next line begins with."""
    parts: list[tuple[int, int, int]] = []
    start = 0
    while start < len(tokens):
        end = _end_of_line(tokens, start, measure.width - (0.0 if parts else indent), measure.em)
        following = end
        while following < len(tokens) and tokens[following].first.isspace():
            following += 1
        parts.append((start, end, following))
        start = following
    return parts


def _lines(
    tokens: Sequence[Token],
    parts: Sequence[tuple[int, int, int]],
    measure: _Measure,
    indent: float = 0.0,
    *,
    justify: bool = False,
) -> Iterator[Line]:
    for start, end, following in parts:
        left = 0.0 if start else indent
        yield _line(tokens[start:following], left, measure, justify=justify and end < len(tokens))


def _end_of_line(tokens: Sequence[Token], start: int, room: float, em: float) -> int:
    """Return the token that begins the next line."""
    end = start
    while end < len(tokens) and tokens[end].width <= room + _HAIR:
        room -= tokens[end].width
        end += 1
    if end < len(tokens) and _hang(tokens[end], em) and tokens[end].width / 2 <= room + _HAIR:
        end += 1
    if end >= len(tokens):
        return end
    whole = next((at for at in _possible(tokens, start, end) if not tokens[at].bound), 0)
    if whole and not _gapes(tokens[whole:end], room, em * (whole - start)):
        return whole
    if whole:
        return next((at for at in _possible(tokens, whole, end) if tokens[at - 1].last == _YEAR_END), whole)
    return next(_possible(tokens, start, end), max(end, start + 1))


def _possible(tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """Yield the tokens that may begin the next line, the last one first."""
    return (at for at in range(end, start, -1) if not _is_forbidden(tokens, at))


def _gapes(left_out: Sequence[Token], room: float, width: float) -> bool:
    """Tell whether a line of about `width` would show gaps without what is left out, `room` being free behind that."""
    return bool(left_out) and room + sum(token.width for token in left_out) > _GAPING * width


def _is_forbidden(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a line must not begin at a token, or the one before not end there; blanks count as nothing."""
    first, last = at, at - 1
    while first < len(tokens) - 1 and tokens[first].first.isspace():
        first += 1
    while last > 0 and tokens[last].first.isspace():
        last -= 1
    is_open = tokens[last].last in NEVER_LAST and len(tokens[last].sorts) == 1  # an address may part behind a stroke
    return is_open or tokens[first].first in NEVER_FIRST


def _hang(token: Token, em: float) -> float:
    """Return how far a token may hang out of the line: the blank half of a full-width closing mark."""
    return token.width / 2 if token.first in HANGING and token.width >= FULL * em else 0.0


def _line(tokens: Sequence[Token], left: float, measure: _Measure, *, justify: bool) -> Line:
    """Set one line; a blank at its end takes no room, but is there for who copies the text."""
    blank: tuple[Piece, ...] = ()
    while tokens and tokens[-1].first.isspace():
        *tokens, last = tokens
        blank = (Piece(0.0, last.first, last.sorts[0].font, 0.0),)
    tokens = joined(tokens)
    natural = left + sum(token.width for token in tokens)
    spread = _spread(tokens, measure.width - natural, measure.em) if justify else 0.0
    width = natural + spread * max(len(tokens) - 1, 0)
    return Line((*_pieces(tokens, left, spread), *(each._replace(x=width) for each in blank)), width)


def _spread(tokens: Sequence[Token], missing: float, em: float) -> float:
    """Return what to add between the tokens of a line; one that would become too loose stays as it is."""
    if len(tokens) < 2:
        return 0.0
    if missing < 0:
        missing = max(missing + _hang(tokens[-1], em), 0.0)
    each = missing / (len(tokens) - 1)
    return each if each <= _LOOSEST * em else 0.0


def _pieces(tokens: Sequence[Token], x: float, spread: float) -> Iterator[Piece]:
    """Spread single characters, and words only as a whole."""
    for single, group in groupby(tokens, key=lambda token: len(token.sorts) == 1):
        if single:
            sorts = [token.sorts[0] for token in group]
            yield from _runs(sorts, x, spread)
            x += sum(sort.width + spread for sort in sorts)
            continue
        for token in group:
            yield from _runs(token.sorts, x, 0.0)
            x += token.width + spread


def _runs(sorts: Sequence[Sort], x: float, spread: float) -> Iterator[Piece]:
    """Make one piece of the sorts of one font; what follows a kerned mark begins a new one."""
    begun, run = x, list[Sort]()
    for sort in sorts:
        if run and (sort.font != run[-1].font or run[-1].kern):
            yield Piece(begun, "".join(each.char for each in run), run[0].font, spread)
            begun, run = x, []
        run.append(sort)
        x += sort.width + spread
    yield Piece(begun, "".join(each.char for each in run), run[0].font, spread)

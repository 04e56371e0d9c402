"""Blank cells in text with one cell a line: blank lines stand for them where all lines keep one distance."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from core.importers.recogniser.flat_rows import Found
from core.importers.recogniser.lines import Line

_FARTHEST = 100  # blank lines that a row can have


def steady_step(rows: Sequence[Found]) -> int | None:
    """Return how many lines on the next cell stands where no blank cell lies between: the least distance."""
    gaps = [
        value.line - before
        for found in rows
        for before, value in zip([found.line, *(t.line for t in found.values)], found.values, strict=False)
    ]
    alone = all(token.alone for found in rows for token in found.values)
    return min(gaps) if gaps and alone and min(gaps) > 0 else None


def step_within(found: Found) -> int | None:
    """Return the least distance between values, for a table without row labels."""
    gaps = [b.line - a.line for a, b in zip(found.values, found.values[1:], strict=False)]
    return min(gaps) if gaps and all(token.alone for token in found.values) and min(gaps) > 0 else None


def usual_step(lines: Sequence[Line]) -> int | None:
    """Return the distance that most written lines keep from the next; None where they stand close together."""
    written = [line.number for line in lines if line.words]
    gaps = Counter(b - a for a, b in pairwise(written))
    step = gaps.most_common(1)[0][0] if gaps else 1
    return step if step > 1 else None


def with_short_blanks(
    found: Found, after: Found | None, step: int | None, wanted: int, lines: Sequence[Line]
) -> list[str] | None:
    """Return the values where a blank cell is one line though written ones stand `step` lines apart.

    None unless the row comes out even and ends in a written total.
    """
    filled: list[str] = []
    at = found.line
    if step is None or after is None or not all(token.alone for token in found.values):
        return None
    for token in found.values:
        if token.line - at < step:
            return None
        filled += [""] * (token.line - at - step) + [token.text]
        at = token.line
    return filled if len(filled) == wanted and _next_written(lines, at, after.line) == at + step else None


def with_blanks(
    found: Found, after: Found | None, step: int | None, wanted: int, lines: Sequence[Line]
) -> list[str] | None:
    """Return the values with blanks where blank lines stand for them; None unless they come out even."""
    if step is None or len(found.values) > wanted or (step == 1 and wanted == 1 and not found.values):
        return None
    filled: list[str] = []
    at = found.line
    for token in found.values:
        blanks, odd = divmod(token.line - at - step, step)
        if odd or blanks < 0:
            return None
        filled += [""] * blanks + [token.text]
        at = token.line
    if len(filled) < wanted:
        following = _next_written(lines, at) if after is None else _next_written(lines, at, after.line)
        if following is None:
            return None
        blanks, odd = divmod(following - at - step, step)
        if odd and after is not None:
            return None
        filled += [""] * blanks
    return filled if len(filled) == wanted else None


def _next_written(lines: Sequence[Line], at: int, most: int | None = None) -> int | None:
    """Return the next line with words behind a line; the line behind the last one if none has."""
    first = bisect_right(lines, at, key=lambda line: line.number)
    for line in lines[first : first + _FARTHEST]:
        if line.words:
            return line.number
    return None if most is not None else (lines[-1].number + 1 if lines else None)

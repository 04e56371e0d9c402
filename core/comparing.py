"""Last year's text beside this year's: which sentences changed, which words in them, which paragraphs belong together.

Places count characters of the text they are told of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from core import prose
from core.prose import Stretch

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*[%％]?|[A-Za-z]+|.", re.DOTALL)
_ALIKE = 0.35  # share of pairs of characters that a sentence has in common with the same one reworded
_REACH = 8  # sentences among which the reworded one is looked for: what was moved further reads as gone and new
_GAP = 2  # characters that stay between two changes for them to be told apart

Pair = tuple[int | None, int | None]
"""Where a part stands in last year's text and in this year's; None where the other has no such part."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts: the sentences that the other has not, and the words in them that differ."""

    sentences: tuple[Stretch, ...] = ()
    words: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between last year's text and this year's."""

    then: Side
    now: Side


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of last year's text: its line, counted from 0, and the line of this year's that took its place.

    `is_same` tells that this year's text has it word for word, there or elsewhere.
    """

    line: int
    place: Stretch
    twin: int | None
    is_same: bool


@lru_cache(maxsize=16)
def compare(then: str, now: str) -> Comparison:
    """Return what differs, sentence by sentence and in reworded ones word by word."""
    old, new = prose.sentences(then), prose.sentences(now)
    before, after = [_cut(then, each) for each in old], [_cut(now, each) for each in new]
    changed = [pair for pair in _aligned(before, after) if not _is_equal(pair, before, after)]
    gone: list[Stretch] = []
    put: list[Stretch] = []
    for one, other in changed:
        if one is not None and other is not None:
            parts = _differing(before[one], after[other])
            gone += _moved(parts[0], old[one].start)
            put += _moved(parts[1], new[other].start)
        elif one is not None:
            gone.append(old[one])
        elif other is not None:
            put.append(new[other])
    return Comparison(
        Side(tuple(old[one] for one, _ in changed if one is not None), tuple(gone)),
        Side(tuple(new[other] for _, other in changed if other is not None), tuple(put)),
    )


@lru_cache(maxsize=16)
def paragraphs(then: str, now: str) -> tuple[Paragraph, ...]:
    """Return last year's paragraphs, each with its counterpart of this year; empty lines are none."""
    old, new = _lines(then), _lines(now)
    kept = frozenset(words for _, _, words in new)
    twins = dict(_aligned([words for _, _, words in old], [words for _, _, words in new]))
    found = []
    for index, (line, start, words) in enumerate(old):
        twin = twins[index]
        found.append(Paragraph(line, Stretch(start, len(words)), None if twin is None else new[twin][0], words in kept))
    return tuple(found)


def _lines(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return number, start and words of the lines that are not empty."""
    found, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            found.append((number, start, line))
        start += len(line) + 1
    return tuple(found)


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Yield equal parts and reworded ones as pairs, all others alone."""
    for tag, start, end, other, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(start, end), range(other, other_end), strict=True)
        else:
            yield from _reworded(old, new, range(start, end), range(other, other_end))


def _reworded(old: Sequence[str], new: Sequence[str], rows: range, others: range) -> Iterator[Pair]:
    """Yield the parts of a changed stretch, each beside the most alike of those within reach that are still free."""
    free = others.start
    for row in rows:
        within = range(free, min(free + _REACH, others.stop))
        alike = {other: _likeness(old[row], new[other]) for other in within}
        best = max(alike, key=lambda other: alike[other], default=None)
        if best is None or alike[best] < _ALIKE:
            yield row, None
            continue
        yield from ((None, skipped) for skipped in range(free, best))
        yield row, best
        free = best + 1
    yield from ((None, left) for left in range(free, others.stop))


@lru_cache(maxsize=4096)  # a keystroke changes one sentence
def _likeness(one: str, other: str) -> float:
    """Return how alike two wordings are, 0 to 1: the share of their pairs of neighbouring characters."""
    own, others = set(pairwise(one)), set(pairwise(other))
    return 2 * len(own & others) / (len(own) + len(others)) if own or others else 0.0


@lru_cache(maxsize=512)
def _differing(old: str, new: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return the words of two sentences that differ; numbers stay whole, changes close together are one."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    changes: list[tuple[int, int, int, int]] = []
    for tag, start, end, other, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if changes and len("".join(before[changes[-1][1] : start])) < _GAP:
            first, _, second, _ = changes.pop()
        else:
            first, second = start, other
        changes.append((first, end, second, other_end))
    return (
        _spans(before, [(start, end) for start, end, _, _ in changes]),
        _spans(after, [(start, end) for _, _, start, end in changes]),
    )


def _spans(tokens: Sequence[str], ranges: Sequence[tuple[int, int]]) -> tuple[Stretch, ...]:
    parts = ((len("".join(tokens[:start])), len("".join(tokens[start:end]))) for start, end in ranges)
    return tuple(Stretch(start, length) for start, length in parts if length)


def _moved(parts: Sequence[Stretch], by: int) -> list[Stretch]:
    return [Stretch(each.start + by, each.length) for each in parts]


def _is_equal(pair: Pair, old: Sequence[str], new: Sequence[str]) -> bool:
    one, other = pair
    return one is not None and other is not None and old[one] == new[other]


def _cut(text: str, stretch: Stretch) -> str:
    return text[stretch.start : stretch.start + stretch.length]

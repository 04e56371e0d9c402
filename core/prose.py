"""Running text as a clerk handles it: counting, pasting, its sentences.

A text is paragraphs separated by single line breaks; indentation is the business of screen and paper.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

_LATIN = re.compile(r"[!-~]+")
_NO_CHINESE = re.compile(r"[\s!-~]+")
_LONGEST_HEADING = 30
_ENDS = tuple("。！？；：，、”）")
_ORDINAL = r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|[0-9]+[.．、])"
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_BREAKS = re.compile(r"\r\n|[\r\u2028\u2029\ufdd0\ufdd1]")

_LINE_ENDS = r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]"
_NOT_SHOWN = r"[\x00-\x08\x0e-\x1b\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]"
_BULLET = r"(?m)^[ \t\xa0\u3000]*(?:[•·●○◆◇■□▪➢\uf000-\uf0ff][ \t\xa0\u3000]+)+"
_NUMBERED = (
    r"(?m)^[ \t\xa0\u3000]*([（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．])"
    r"[ \t\xa0\u3000]+(?=[\u3400-\u9fff“《])"
)
"""These, for pasted words, are compiled with the first of them: it takes longer than to load all else here."""


class Stretch(NamedTuple):
    """A part of a text: `start` counts characters from 0, `length` characters."""

    start: int
    length: int


def count_words(text: str) -> int:
    """Count as office programs count 字数: each Chinese character or mark is one, each Latin word or number is one."""
    return sum(map(_words_in, text.split("\n")))  # no word goes beyond its line, and a key changes one of them


def tidy_pasted(text: str) -> str:
    """Return pasted words as plain paragraphs: one line break between two, no indentation, no empty paragraphs.

    A single line keeps its blanks, for it may be pasted into the middle of a sentence. Word processors set the
    marks of a list apart: bullets are dropped, ordinals stay and stand close to their words.
    """
    plain = re.sub(_NOT_SHOWN, "", re.sub(_LINE_ENDS, "\n", text))
    plain = re.sub(_NUMBERED, r"\1", re.sub(_BULLET, "", plain)).replace("\t", " ").replace("\xa0", " ")
    if "\n" not in plain.strip():
        return plain.strip("\n")
    return "\n".join(line for line in (part.strip() for part in plain.split("\n")) if line)


def as_typed(text: str) -> str:
    """Return a text as an editor holds it: one kind of line break, and blanks that may break a line."""
    return _BREAKS.sub("\n", text).replace("\xa0", " ")


def sentences(text: str) -> tuple[Stretch, ...]:
    """Return where the sentences of a text stand, without the blanks around them."""
    found = []
    for match in _SENTENCE.finditer(text):
        words = match.group()
        lead = len(words) - len(words.lstrip())
        if words.strip():
            found.append(Stretch(match.start() + lead, len(words.strip())))
    return tuple(found)


def statements(text: str) -> frozenset[str]:
    """Return the words of the sentences of a text that say something; a heading alone says nothing."""
    found = [_words(text, each) for each in sentences(text)]
    return frozenset(words for words in found[:-1] if not _is_heading(words)) | frozenset(found[-1:])


@lru_cache(maxsize=32)
def standing(text: str, wanted: AbstractSet[str]) -> tuple[Stretch, ...]:
    """Return where the wanted sentences stand in a text, word for word."""
    if not wanted:
        return ()
    found, start = [], 0
    for line in text.split("\n"):  # no sentence goes beyond its line, and a key changes one of them
        found += [Stretch(start + each.start, each.length) for each in _standing_in(line, wanted)]
        start += len(line) + 1
    return tuple(found)


def around(stretches: Sequence[Stretch], place: int) -> Stretch | None:
    """Return the one of these parts in which a caret stands; between two that touch it is the second."""
    inside = (each for each in reversed(stretches) if each.start <= place <= each.start + each.length)
    return next(inside, None)


def following(stretches: Sequence[Stretch], place: int) -> Stretch | None:
    """Return the next of these parts that begins behind a place, behind the last the first; None where none is."""
    return next((each for each in stretches if each.start > place), stretches[0] if stretches else None)


@lru_cache(maxsize=512)
def _words_in(line: str) -> int:
    return len(_LATIN.findall(line)) + len(_NO_CHINESE.sub("", line))


@lru_cache(maxsize=512)
def _standing_in(line: str, wanted: AbstractSet[str]) -> tuple[Stretch, ...]:
    return tuple(each for each in sentences(line) if _words(line, each) in wanted)


def _is_heading(words: str) -> bool:
    """Whether words that others follow are a heading: short, without a figure, numbered or with no mark at the end."""
    name = re.sub(_ORDINAL, "", words)
    numbered = len(name) < len(words) and not any(mark in name[:-1] for mark in _ENDS)
    is_short = len(words) <= _LONGEST_HEADING and not any(letter.isdigit() for letter in name)
    return is_short and (numbered or not words.endswith(_ENDS))


def replaced_part(before: str, after: str) -> tuple[Stretch, str]:
    """Return the smallest part of `before` to replace, and by what, so that it becomes `after`."""
    start = _common(before, after)
    most = min(len(before), len(after)) - start
    end = min(_common(before[::-1], after[::-1]), most)
    return Stretch(start, len(before) - start - end), after[start : len(after) - end]


def replaced_near(before: str, after: str, start: int, end: int, new_end: int) -> tuple[Stretch, str]:
    """Return the part of `before` to replace, and by what, where an editor says what it replaced.

    It says that `start` to `end` gave way to what now stands from `start` to `new_end`. A digit typed beside an equal
    one is told apart by this alone. Where it is not so, the smallest part is returned.
    """
    if before[:start] != after[:start] or before[end:] != after[new_end:]:
        return replaced_part(before, after)
    part, words = replaced_part(before[start:end], after[start:new_end])
    return Stretch(start + part.start, part.length), words


def _words(text: str, stretch: Stretch) -> str:
    return text[stretch.start : stretch.start + stretch.length]


def _common(one: str, other: str) -> int:
    """The length of the beginning that two texts share."""
    low, high = 0, min(len(one), len(other))
    while low < high:  # halving: comparing slices is far quicker than looking at each character
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low

"""What the rules about words share: places in the texts, and the findings that name them.

What a rule looks for depends on the words alone, so it is remembered by them: a keystroke asks about one sentence or
one paragraph, and nothing about the others.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, wraps
from itertools import accumulate, islice
from typing import TypeVar

from core.checks import wordlists
from core.finding import Finding, Severity, Undecided
from core.form.layout import TEXTS
from core.report import Report

WRITTEN = ("preamble", "s1", "s5", "s6")
"""The texts that every report has; what stands beside a table may be the torn words of the table itself."""

_QUOTED = re.compile(r"《[^《》\n]{0,200}》|〔[^〔〕\n]{0,20}〕|“[^“”\n]{0,200}”|‘[^‘’\n]{0,200}’|「[^「」\n]{0,200}」")
_SENTENCE = re.compile(r"[^。！？；!?;\n]+")
_PIECE = re.compile(r"[^。；\n]*[。；\n]?")
_LINE = re.compile(r"[^\n]*\n?")
_SHOWN = 30
_MOST = 100  # findings of one rule about one text
_REMEMBERED = 4096  # sentences or paragraphs for each rule


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text: where they begin, what may stand in their place, and a word about them for the message."""

    start: int
    words: str
    mend: str | None = None
    note: str = ""


T = TypeVar("T")
Finder = Callable[[str], Iterable[Passage]]


Judge = Callable[[Report], Iterator[Finding | Undecided]]


def by_words(ask: Callable[[Report], T]) -> Callable[[Report], T]:
    """Make a question about nothing but words remember its last answer: a keystroke in a cell costs it nothing."""
    last: tuple[tuple[object, ...], Mapping[str, str], T] | None = None

    @wraps(ask)
    def remembered(report: Report) -> T:
        nonlocal last
        head = (report.unit, report.year, report.org_type, report.title)
        words = (report.texts, report.headings, report.form, *head, wordlists.current())
        is_known = last is not None and all(one is other for one, other in zip(last[0], words, strict=True))
        if last is None or not is_known or last[1] != report.words:  # what a text refers to changes without the text
            last = (words, report.words, ask(report))
        return last[2]

    return remembered


def of_words(judge: Judge) -> Judge:
    """Make a rule about nothing but words remember its last answer."""
    answer = by_words(lambda report: tuple(judge(report)))
    return wraps(judge)(lambda report: iter(answer(report)))


def passages(report: Report, finder: Finder, keys: Iterable[str] = TEXTS) -> Iterator[tuple[str, Passage]]:
    """Yield what a finder sees in the texts, with the key of each; of one text no more than a person would read."""
    for key in keys:
        if text := report.text(key):
            for passage in islice(finder(text), _MOST):
                yield key, passage


def by_sentence(find: Finder) -> Callable[[str], tuple[Passage, ...]]:
    """Make a finder that remembers its sentences; nothing it looks for may reach beyond 。, ； or the line."""
    return by_line(_by(find, _PIECE))  # so that of a paragraph which stays as it is no sentence is asked for


def by_line(find: Finder) -> Callable[[str], tuple[Passage, ...]]:
    """Make a finder that remembers its paragraphs; nothing it looks for may reach beyond the line."""
    return _by(find, _LINE)


def _by(find: Finder, piece: re.Pattern[str]) -> Callable[[str], tuple[Passage, ...]]:
    @lru_cache(maxsize=_REMEMBERED)
    def known(words: str) -> tuple[Passage, ...]:
        return tuple(find(words))

    @lru_cache(maxsize=64)
    def found(text: str) -> tuple[Passage, ...]:
        starts, pieces = _pieces(text, piece)
        seen = ((start, ones) for start, ones in zip(starts, map(known, pieces), strict=True) if ones)
        return tuple(
            Passage(start + one.start, one.words, one.mend, one.note)  # a third of the time of `replace`
            for start, ones in seen
            for one in ones
        )

    return found


@lru_cache(maxsize=128)
def _pieces(text: str, piece: re.Pattern[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return where the pieces of a text begin, and their words."""
    pieces = piece.findall(text)  # one follows the other, so that their places need not be asked
    starts = accumulate(map(len, pieces), initial=0)
    return tuple(islice(starts, len(pieces))), tuple(pieces)


def told(code: str, severity: Severity, message: str, key: str, passage: Passage) -> Finding:
    """Return the finding about a passage."""
    return Finding(
        code,
        severity,
        message,
        section=key,
        excerpt=passage.words,
        start=passage.start,
        replacement=passage.mend,
    )


def short(words: str) -> str:
    """Return words as a message quotes them: on one line, and long ones only by their beginning."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


@lru_cache(maxsize=64)
def unquoted(text: str) -> str:
    """Return a text of the same length in which names of documents, 〔years〕 and quotations are blotted out."""
    return "\n".join(map(_unquoted, text.split("\n")))


@lru_cache(maxsize=_REMEMBERED)
def _unquoted(line: str) -> str:
    return _QUOTED.sub(lambda quoted: "\0" * len(quoted.group()), line)


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """Return the sentences of a text without their marks, with the place where each begins."""
    return tuple(
        (start + at, words) for start, line in zip(*_pieces(text, _LINE), strict=True) for at, words in _sentences(line)
    )


@lru_cache(maxsize=_REMEMBERED)
def _sentences(line: str) -> tuple[tuple[int, str], ...]:
    return tuple((match.start(), match.group()) for match in _SENTENCE.finditer(line))


def is_written(report: Report) -> bool:
    """Whether anything is written at all: tables that came alone are not judged by the texts they lack."""
    return any(report.text(key).strip() for key in WRITTEN)

"""Family S, sixth part: words on the lists that the user may edit: slips of the pen, meetings and slogans."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from core.checks import wordlists
from core.checks.dates import own_year
from core.checks.passages import WRITTEN, Passage, by_sentence, of_words, passages, sentences, short, told, unquoted
from core.checks.register import Judgement, check
from core.checks.wordlists import Current, WordLists
from core.finding import Severity
from core.report import Report

T = TypeVar("T")
Stated = tuple[Passage, Current]

_TYPICAL = (
    (re.compile(r"(?<!的)的的(?![的确])"), "的"),
    (re.compile(r"(?<![政市县区省州乡镇旗首官])府信息公开"), "政府信息公开"),
    (re.compile(r"(?<![政市县区省州乡镇旗首官])府信息管理"), "政府信息管理"),
)
_SESSIONS = re.compile(
    r"(?P<term>十[八九]|二十)届(?P<sessions>[一二三四五六七]中(?:全会)?(?:[、和及，][一二三四五六七]中(?:全会)?)*)"
)
_CONGRESSES = re.compile(r"党的十[八九]大[^。；\n]{0,14}?[、和及]二十大(?![类项民重])")


def _of_lists(make: Callable[[WordLists], Callable[[str], T]]) -> Callable[[str], T]:
    """Make what looks for listed words, and make it anew where the lists are others; so nothing old is remembered."""
    lists: WordLists | None = None
    finder: Callable[[str], T] | None = None

    def found(text: str) -> T:
        nonlocal lists, finder
        now = wordlists.current()
        if finder is None or now is not lists:
            lists, finder = now, make(now)
        return finder(text)

    return found


@check("S31", Severity.HINT, "文中不应有常见的错别字（词表里可以增减）")
@of_words
def no_slips_of_the_pen(report: Report) -> Judgement:
    """domain.md S31: words that are none, from a list that the user may edit."""
    slips = wordlists.current().slips
    for key, passage in passages(report, _slips, WRITTEN):
        mend = passage.mend or slips.get(passage.words)
        words = f"疑似错别字“{short(passage.words)}”，应为“{short(mend or '')}”。"
        yield told("S31", Severity.HINT, words, key, Passage(passage.start, passage.words, mend))


@_of_lists
def _slips(lists: WordLists) -> Callable[[str], tuple[Passage, ...]]:
    @by_sentence
    def found(text: str) -> Iterator[Passage]:
        for pattern, mend in _TYPICAL:
            yield from (Passage(match.start(), match.group(), mend) for match in pattern.finditer(text))
        for wrong in lists.slips:
            start = text.find(wrong)
            while start >= 0:
                yield Passage(start, wrong)
                start = text.find(wrong, start + len(wrong))

    return found


@check("S32", Severity.HINT, "会议和口号应是报告年度的，不应是往年的")
@of_words
def meetings_are_of_the_time(report: Report) -> Judgement:
    """domain.md S18, 内容雷同 of 国办公开办函〔2021〕30号: a meeting or slogan of another year may be left over."""
    year = own_year(report)
    if year is None:
        return
    for key in WRITTEN:
        for passage, one, last in (*_meetings(report.text(key)), *_slogans(report.text(key))):
            planned = one.first == year + 1 and key in {"s5", "s6"}
            if (one.first > year and not planned) or last < year:
                when = f"{one.first} 年" if one.first == one.last else f"{one.first} 至 {one.last} 年"
                words = f"文中写“{short(passage.words)}”，一般见于{when}的年报，本报告年度为 {year}，请核对。"
                weight = Severity.WARNING if one.first > year + 1 else Severity.HINT
                yield told("S32", weight, words, key, passage)


@_of_lists
def _meetings(lists: WordLists) -> Callable[[str], tuple[tuple[Passage, Current, int], ...]]:
    """Find the meetings named in a text, each with the last year for which the newest of its sentence is current."""

    @lru_cache(maxsize=1024)
    def named_in(sentence: str) -> tuple[Stated, ...]:
        return _meetings_in(sentence, lists.meetings)

    @lru_cache(maxsize=32)
    def found(text: str) -> tuple[tuple[Passage, Current, int], ...]:
        said: list[tuple[Passage, Current, int]] = []
        for start, sentence in sentences(unquoted(text)):
            named = named_in(sentence)
            newest = max(one.last for _, one in named) if named else 0
            said += [(replace(passage, start=start + passage.start), one, newest) for passage, one in named]
        return tuple(said)

    return found


def _meetings_in(sentence: str, known: tuple[Current, ...]) -> tuple[Stated, ...]:
    """Return the meetings of a sentence, also those of lists as 二十届二中、三中全会; 以来 speaks of the time since."""
    named = list(_stated(sentence, known))
    for match in _CONGRESSES.finditer(sentence):
        named += [(Passage(match.start(), match.group()), one) for one in known if one.words == "党的二十大"]
    for match in _SESSIONS.finditer(sentence):
        sessions = {
            f"{match['term']}届{session}中全会" for session in re.findall("[一二三四五六七](?=中)", match["sessions"])
        }
        found = [one for one in known if one.words in sessions and one.words not in match.group()]
        named += [(Passage(match.start(), match.group()), one) for one in found]
    return tuple(
        (passage, one) for passage, one in named if not sentence.startswith("以来", passage.start + len(passage.words))
    )


@_of_lists
def _slogans(lists: WordLists) -> Callable[[str], tuple[tuple[Passage, Current, int], ...]]:
    @lru_cache(maxsize=1024)
    def named_in(sentence: str) -> tuple[Stated, ...]:
        return tuple(_stated(sentence, lists.slogans))

    @lru_cache(maxsize=32)
    def found(text: str) -> tuple[tuple[Passage, Current, int], ...]:
        first: dict[Current, tuple[Passage, Current, int]] = {}
        for start, sentence in sentences(text):
            for passage, one in named_in(sentence):
                first.setdefault(one, (replace(passage, start=start + passage.start), one, one.last))
        return tuple(first.values())

    return found


def _stated(text: str, words: tuple[Current, ...]) -> Iterator[Stated]:
    return ((Passage(at, one.words), one) for one in words if (at := text.find(one.words)) >= 0)

"""What is said to be none at all: 未收到…申请, 没有发生…行政复议, 均为零."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.sentences import quantities as q
from core.sentences.meanings import subject_of
from core.sentences.quantities import Quantity
from core.sentences.topics import Setting, Topic

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_NARROWED = re.compile(r"不当|违法|不及时|超期|逾期|程序|责任|不规范|错误|不力")
_CLAUSES = re.compile(r"[，：（）]")
_CASES = MappingProxyType({"复议": Quantity.REVIEW, "诉讼": Quantity.LAWSUIT})
_DOCUMENTS = MappingProxyType({"规章": Quantity.RULES_ISSUED, "规范性文件": Quantity.DOCUMENTS_ISSUED})
_WHOLLY = re.compile(r"公开")


@dataclass(frozen=True, slots=True)
class Negation:
    """Words of a sentence that say 0 of a quantity, with their place in the sentence."""

    quantities: tuple[Quantity, ...]
    start: int
    end: int

    def scope(self, words: str) -> str:
        """Return the organ of which the words of the sentence say it."""
        return subject_of(_CLAUSES.split(words[: self.start])[-1])


def found_in(words: str, setting: Setting) -> tuple[Negation, ...]:
    """Return what a sentence says is none; a part of the whole (未收到邮寄申请) or of the year is no such saying."""
    return tuple(each for each in _said(words, setting) if not _is_beside_the_point(words, each.start))


def year_before(words: str, setting: Setting) -> int | None:
    years = _YEAR.findall(words)
    return int(years[-1]) if years else setting.year


def _said(words: str, setting: Setting) -> Iterator[Negation]:
    yield from _of_requests(words, setting)
    for match in (*q.NONE_APPEALED.finditer(words), *q.NOUGHT.finditer(words)):
        if not _NARROWED.search(match.group()):
            yield from _named(match, _CASES)
    for match in q.NONE_ISSUED.finditer(words):
        yield from _named(match, _DOCUMENTS)


def _of_requests(words: str, setting: Setting) -> Iterator[Negation]:
    for match in q.NONE_RECEIVED.finditer(words):
        what = match["what"] or match["noun"] or match["who"] or ""
        plain = _WHOLLY.search(what) or setting.topic is Topic.REQUESTS or "依申请公开" in words[: match.start()]
        if plain and not q.ABOUT_A_PART.search(what) and not words[match.end() :].startswith(("复议", "行政")):
            yield Negation((Quantity.NEW,), match.start(), match.end())
    for match in q.NOUGHT_RECEIVED.finditer(words):
        yield Negation((Quantity.NEW,), match.start(), match.end())
    for pattern, quantity in ((q.NONE_FORWARD, Quantity.CARRIED_FORWARD), (q.NONE_IN, Quantity.CARRIED_IN)):
        for match in pattern.finditer(words):
            if not re.match(r"[^，。；]{0,4}\d", words[match.end() :]):
                yield Negation((quantity,), match.start(), match.end())


def _named(match: re.Match[str], nouns: Mapping[str, Quantity]) -> Iterator[Negation]:
    for noun, quantity in nouns.items():
        if noun in match["what"]:
            yield Negation((quantity,), match.start(), match.end())


def _is_beside_the_point(words: str, at: int) -> bool:
    clause = _CLAUSES.split(words[:at])[-1]
    return any(
        pattern.search(clause) for pattern in (q.ABOUT_PERIODS, q.ABOUT_PLANS, q.ABOUT_CHANNELS, q.ABOUT_CHANGE, q.PART)
    )

"""What is said to be none at all: 未收到…申请, 没有发生…行政复议, 均为零."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.sentences import quantities as q
from core.sentences.meanings import subject_of
from core.sentences.quantities import Quantity
from core.sentences.topics import Setting, Topic

_NONE_RECEIVED = re.compile(
    r"(?:未|没有?|尚未|无)(?:新)?(?:收到|接到|接收到?|受理过?|发生)(?P<what>[^，。；：]{0,40}?申请)"
    r"|(?:无|零|没有)(?P<noun>(?:政府)?信息公开申请(?:案?件|事项)?(?=[，。；、）]|情况|$))|无(?:任何)?(?P<who>(?:公民|法人|自然人)[^，。；]{0,20}申请)"
)
_ABOUT_A_PART = re.compile(
    r"复议|诉讼|许可|听证|补贴|登记|当面|邮寄|信函|网络|线上|现场|传真|重复|频繁|不合理|恶意|更正|跨年|上年|不予|超期|逾期|关于|涉及|不满"
)
"""Words that make 未收到…申请 mean something less than no requests at all."""

_NOUGHT_RECEIVED = re.compile(
    r"(?:信息公开|依申请公开)[^，。；\d]{0,6}申请(?:数量|件数|数|量)?(?:均|都)?为(?:零|0(?![\d.件宗条]))"
)
_NONE_ISSUED = re.compile(
    r"(?:未|没有|无)(?:新)?(?:制定|制发|出台|印发|制订)(?:过|任何)?(?P<what>[^，。；\d]{0,12}(?:规范性文件|规章(?!制度)))(?=[，。；、）]|$)"
)
_NONE_APPEALED = re.compile(
    r"(?:(?:未|没有?|未有|尚未|无)(?:发生|出现|产生|引发|收到|接到|涉及|因|被|有)|无|不存在)(?:过|任何)?[^，。；\d]{0,24}?"
    r"(?P<what>行政复议[^，。；\d]{0,10}诉讼|复议[和、及或]?诉讼|(?<!未经)行政复议|行政诉讼)(?![^，。；\d]{0,10}(?:纠正|败诉|撤销|变更|维持|违法|责令|尚未|直接|纠错|追责|投诉))"
)
_NOUGHT = re.compile(
    r"(?P<what>行政复议[^，。；\d]{0,10}诉讼|行政复议|行政诉讼)(?:案件|申请|数量?)?(?:均|都)?(?:为|是)?(?:零|0)(?:件|宗|起|例|次)?(?![\d.%件宗])"
)

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
    for match in (*_NONE_APPEALED.finditer(words), *_NOUGHT.finditer(words)):
        if not _NARROWED.search(match.group()):
            yield from _named(match, _CASES)
    for match in _NONE_ISSUED.finditer(words):
        yield from _named(match, _DOCUMENTS)


def _of_requests(words: str, setting: Setting) -> Iterator[Negation]:
    for match in _NONE_RECEIVED.finditer(words):
        what = match["what"] or match["noun"] or match["who"] or ""
        plain = _WHOLLY.search(what) or setting.topic is Topic.REQUESTS or "依申请公开" in words[: match.start()]
        if plain and not _ABOUT_A_PART.search(what) and not words[match.end() :].startswith(("复议", "行政")):
            yield Negation((Quantity.NEW,), match.start(), match.end())
    for match in _NOUGHT_RECEIVED.finditer(words):
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

"""Prose understood as statements: which number speaks of which quantity, and where it stands (domain.md D.5).

Only what the words plainly bind is bound. A number that is compared with, planned, about, of another year, of a part or
of something that no table counts gives no statement, so that no lawful sentence is called wrong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from core.sentences import quantities as q
from core.sentences.numbers import COUNTERS, Number, numbers_in, plain
from core.sentences.quantities import Quantity

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_CLAUSE = re.compile(r"[^，,：:（）()]+")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年")
_OTHER_YEAR = re.compile(
    r"上一?年(?:度)?(?!度?(?:的)?(?:未办结)?(?:结转|转结|转入|遗留))|去年(?!结转|转入)|往年|历年|累计|同期|近[一二三四五两\d]年"
)
_LIST = re.compile(r"\d\s*、\s*$")
_CASES = frozenset(COUNTERS) - {"人", "名", "户", "家", "场", "期", "篇"}
_AWAY = re.compile(r"费|元")


@dataclass(frozen=True, slots=True)
class Statement:
    """A number that the words bind to a quantity; `quantities` are all that it may mean.

    `start` and `end` enclose the words from the verb to the counter, in the text as it stands. `said` tells that the
    number is said in words (未收到): its value is 0. `year` is the year that the sentence names last before it, `group`
    the kind of case (review, lawsuit) that an outcome belongs to, `number_at` where the number itself begins.
    """

    quantities: tuple[Quantity, ...]
    value: Decimal
    start: int
    end: int
    unit: str = "件"
    said: bool = False
    year: int | None = None
    group: Quantity | None = None
    number_at: int = 0


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    words: str  # narrow digits and marks
    about_requests: bool
    about_appeals: bool


@lru_cache(maxsize=64)
def statements(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text, in its order."""
    found: list[Statement] = []
    narrow = plain(text)
    requests = appeals = False
    for match in _SENTENCE.finditer(narrow):
        words = match.group()
        if narrow[max(match.start() - 1, 0) : match.start()] in {"", "\n"}:
            requests = appeals = False
        requests = bool(q.ABOUT_REQUESTS.search(words)) or (requests and not _speaks_of_appeals(words))
        appeals = _speaks_of_appeals(words) or (appeals and not q.ABOUT_REQUESTS.search(words))
        found += _in_sentence(_Sentence(match.start(), words, requests, appeals))
    return tuple(found)


def about_requests(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences that speak of requests for information, with the place where each begins."""
    narrow = plain(text)
    for match in _SENTENCE.finditer(narrow):
        if q.ABOUT_REQUESTS.search(match.group()):
            yield match.start(), match.group()


def _speaks_of_appeals(words: str) -> bool:
    return "复议" in words or "诉讼" in words


def _in_sentence(sentence: _Sentence) -> Iterator[Statement]:
    yield from _said_in_words(sentence)
    group: Quantity | None = None
    numbers = list(numbers_in(sentence.words))
    before = 0
    for place, number in enumerate(numbers):
        lead = sentence.words[before : number.start]
        until = numbers[place + 1].start if place + 1 < len(numbers) else len(sentence.words)
        tail = _CLAUSE.match(sentence.words[number.end : until])
        group = _group(lead) or group
        if number.unit in _CASES:
            statement = _bound(sentence, number, lead, tail.group() if tail else "", group)
            if statement is not None:
                yield statement
        if number.unit:
            before = number.end


def _bound(sentence: _Sentence, number: Number, lead: str, tail: str, group: Quantity | None) -> Statement | None:
    """Return what a number is bound to: by the words of its own clause before it, else by those right behind it."""
    clause = _last_clause(lead)
    opening = number.start - len(clause)
    if number.about or _LIST.search(lead) or _is_beside_the_point(sentence, clause, lead, number, tail):
        return None
    meant, verb = _meanings(sentence, clause, group)
    if not meant and not _AWAY.search(tail):
        meant, verb = _meanings(sentence, tail, group, behind=True)
        verb = len(clause)
    if not meant and q.ABOUT_REQUESTS.search(clause) and clause.rstrip().endswith(("申请", "公开", "案件", "申请案")):
        meant, verb = (Quantity.RECEIVED, Quantity.HANDLED), 0
    if not meant:
        return None
    start = sentence.start + opening + verb
    return Statement(
        meant,
        number.value,
        start,
        sentence.start + number.end,
        number.unit,
        year=_year(sentence, number),
        group=group,
        number_at=sentence.start + number.start,
    )


def _last_clause(lead: str) -> str:
    pieces = list(re.finditer(r"[^，,：:（）()、]+(?:、[^，,：:（）()\d]*)*", lead))
    return lead[pieces[-1].start() :] if pieces else lead


def _is_beside_the_point(sentence: _Sentence, clause: str, lead: str, number: Number, tail: str) -> bool:
    if q.ABOUT_CHANGE.search(clause) or q.ABOUT_OTHERS.search(clause) or q.ABOUT_PLANS.search(clause):
        return True
    if q.ABOUT_PERIODS.search(clause):
        return True
    if _OTHER_YEAR.search(clause) or _AWAY.search(tail):
        return True
    return bool(q.PART.search(lead)) and not _names_a_result(clause)


def _names_a_result(clause: str) -> bool:
    """Whether a part of the whole is one that the tables count by itself."""
    named = {quantity for quantity, words in (*q.REQUESTS, *q.RESULTS, *q.APPEALS) if words.search(clause)}
    return bool(named - {Quantity.RECEIVED, Quantity.HANDLED, Quantity.CLOSED, Quantity.REVIEW, Quantity.LAWSUIT})


def _meanings(
    sentence: _Sentence, words: str, group: Quantity | None, *, behind: bool = False
) -> tuple[tuple[Quantity, ...], int]:
    """Return all that words may mean, and where the first of them stands."""
    found: list[tuple[Quantity, int]] = []
    documents = _documents(words) if not behind else []
    if documents:
        return tuple(quantity for quantity, _ in documents), min(at for _, at in documents)
    if sentence.about_appeals:
        found += _named(q.APPEALS, words)
        if group is not None:
            found += _named(q.RESULTS, words)
        if len(found) > 1 and any(quantity is not Quantity.REVIEW for quantity, _ in found):
            found = _nearest(found)
    if not found and sentence.about_requests:
        found += _without_general(_named(q.REQUESTS, words))
    if not found and not behind:
        found += _named(q.DECISIONS, words)
    return tuple(dict.fromkeys(quantity for quantity, _ in found)), min((at for _, at in found), default=0)


def _named(patterns: Sequence[tuple[Quantity, re.Pattern[str]]], words: str) -> list[tuple[Quantity, int]]:
    return [(quantity, match.start()) for quantity, pattern in patterns if (match := pattern.search(words))]


def _without_general(found: list[tuple[Quantity, int]]) -> list[tuple[Quantity, int]]:
    """Drop the verbs that any number of requests may have (办理, 收到) where the words name a quantity of its own."""
    general = {Quantity.RECEIVED, Quantity.HANDLED}
    own = [each for each in found if each[0] not in general]
    return own or found


def _nearest(found: list[tuple[Quantity, int]]) -> list[tuple[Quantity, int]]:
    last = max(at for _, at in found)
    return [each for each in found if each[1] == last]


def _documents(words: str) -> list[tuple[Quantity, int]]:
    rule, document = words.rfind("规章"), words.rfind("规范性文件")
    if max(rule, document) < 0 or "规章制度" in words:
        return []
    return [
        (doc if document >= rule else own, match.start())
        for doc, own, pattern in q.DOCUMENTS
        if (match := pattern.search(words))
    ]


def _group(lead: str) -> Quantity | None:
    """Return the kind of case that words name last: the outcomes that follow are of it."""
    named = [(match.start(), quantity) for quantity, pattern in q.APPEALS for match in pattern.finditer(lead)]
    return max(named, key=lambda each: each[0])[1] if named else None


def _year(sentence: _Sentence, number: Number) -> int | None:
    years = _YEAR.findall(sentence.words[: number.start])
    return int(years[-1]) if years else None


def _said_in_words(sentence: _Sentence) -> Iterator[Statement]:
    """Yield what is said to be none at all: 未收到…申请, 没有发生…行政复议."""
    patterns = (
        ((Quantity.NEW,), q.NONE_RECEIVED),
        ((Quantity.CARRIED_FORWARD,), q.NONE_FORWARD),
        ((Quantity.CARRIED_IN,), q.NONE_IN),
    )
    for meant, pattern in patterns:
        for match in pattern.finditer(sentence.words):
            if not re.match(r"\s*\d", sentence.words[match.end() :]):
                yield _none(sentence, meant, match)
    for match in q.NONE_APPEALED.finditer(sentence.words):
        what = match["what"]
        both = tuple(
            quantity for quantity, word in ((Quantity.REVIEW, "复议"), (Quantity.LAWSUIT, "诉讼")) if word in what
        )
        for quantity in both:
            yield _none(sentence, (quantity,), match)


def _none(sentence: _Sentence, meant: tuple[Quantity, ...], match: re.Match[str]) -> Statement:
    start, end = sentence.start + match.start(), sentence.start + match.end()
    years = _YEAR.findall(sentence.words[: match.start()])
    return Statement(meant, Decimal(0), start, end, "", said=True, year=int(years[-1]) if years else None)

"""Prose understood as statements: which number speaks of which quantity, and where it stands (domain.md D.5).

Only what the words plainly bind is bound. A number that is compared with, planned, about, of another year, of a part or
of something that no table counts gives no statement, so that no lawful sentence is called wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from core.sentences import bindings, negations
from core.sentences import quantities as q
from core.sentences.numbers import numbers_in
from core.sentences.quantities import Quantity
from core.sentences.reading import paragraphs, read, sentences
from core.sentences.topics import Lasting, Setting, Topic, topic_of_heading

_INLINE_HEADING = re.compile(r"[（(]?[一二三四五六七八九十]{1,2}[）)、.．](?P<name>[^。：，；\d]{2,24})[。：](?=.)")
"""A heading that its paragraph follows on the same line; what comes below belongs to it until the next."""

_TAIL = re.compile(r"[^，：（）、]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A number that the words bind to a quantity; `quantities` are all that it may mean, or their sum if `together`.

    `start` and `end` enclose number, counter and verb, in the text as it stands; the number begins at
    `number_at`. `said` tells that it is said in words (未收到): its value is 0. `year` is the year that the words name
    last before it (`carried_year`: 结转至2025年), `scope` the organ whose number it is, `group` the kind of case that
    an outcome belongs to (None: any), `area` the place all of whose organs are counted (全市). `doubtful` tells that it
    may count something else that is alike, `likely` that the sentences before make this hardly so.
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
    scope: str = ""
    together: bool = False
    doubtful: bool = False
    carried_year: int | None = None
    likely: bool = False
    area: str = ""


@lru_cache(maxsize=64)
def statements(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text, in its order."""
    found: list[Statement] = []
    heading: Topic | None = None
    for start, paragraph in paragraphs(text):
        words = read(paragraph).words
        inline = _INLINE_HEADING.match(words)
        named = topic_of_heading(inline["name"] if inline else words)
        heading = named if named is not None or inline or bindings.is_heading(words) else heading
        found += (_moved(one, start) for one in _of_paragraph(paragraph, heading))
    return tuple(found)


@lru_cache(maxsize=64)
def all_closed(text: str) -> tuple[Statement, ...]:
    """Return where a text says that all requests were closed (均已办结), not only those that were due."""
    return tuple(_moved(one, start) for start, paragraph in paragraphs(text) for one in _all_closed_in(paragraph))


@lru_cache(maxsize=1024)
def _all_closed_in(paragraph: str) -> tuple[Statement, ...]:
    reading = read(paragraph)
    spans = (
        reading.span(at + start, at + end)
        for at, words in sentences(reading.words)
        for start, end in (_all_closed_said(words) or _all_closed_after(reading.words, at, words))
    )
    return tuple(Statement((Quantity.CLOSED,), Decimal(0), first, last, "", said=True) for first, last in spans)


@lru_cache(maxsize=4096)
def _all_closed_said(words: str) -> tuple[tuple[int, int], ...]:
    if not q.ABOUT_REQUESTS.search(words) or q.ON_TIME.search(words):
        return ()
    return tuple(
        match.span()
        for match in q.ALL_CLOSED.finditer(words)
        if bindings.speaks_of_requests_last(words[: match.start()])
    )


def _all_closed_after(paragraph: str, at: int, words: str) -> tuple[tuple[int, int], ...]:
    """The same where only the sentences before, of the same paragraph, name the requests."""
    match = q.ALL_CLOSED.search(words)
    if match is None or q.ON_TIME.search(words) or q.ABOUT_REQUESTS.search(words):
        return ()
    before = paragraph[: at + match.start()]
    named = q.ABOUT_REQUESTS.search(before) is not None and bindings.speaks_of_requests_last(before)
    return (match.span(),) if named else ()


@lru_cache(maxsize=1024)
def _of_paragraph(paragraph: str, heading: Topic | None) -> tuple[Statement, ...]:
    """Return the statements of a paragraph; a keystroke changes one paragraph, the others are remembered."""
    reading = read(paragraph)
    lasting: Lasting = (heading, heading is not None, None, None, False, False)
    found: list[Statement] = []
    for start, words in sentences(reading.words):
        said, lasting = _of_sentence(words, lasting, after_semicolon=reading.words[max(start - 1, 0) : start] == "；")
        for one in said:
            first, last = reading.span(start + one.start, start + one.end)
            found.append(_at(one, first, last, reading.places[start + one.number_at]))
    return tuple(found)


@lru_cache(maxsize=4096)
def _of_sentence(words: str, lasting: Lasting, *, after_semicolon: bool) -> tuple[tuple[Statement, ...], Lasting]:
    """Return the statements of a sentence, and what the words before and in it say of those behind it."""
    topic, is_heading, group, year, speaks, after_requests = lasting
    setting = Setting(
        topic,
        is_heading=is_heading,
        group=group,
        year=year,
        speaks_of_information=speaks,
        after_requests=after_requests,
    )
    setting.begin_sentence(after_semicolon=after_semicolon)
    return tuple(_in_sentence(words, setting)), setting.lasting


def _moved(one: Statement, by: int) -> Statement:
    """Return a statement that stands further on."""
    return _at(one, one.start + by, one.end + by, one.number_at + by)


def _at(one: Statement, start: int, end: int, number_at: int) -> Statement:
    """Return a statement in another place; written out, for it is done for every statement of a text."""
    return Statement(
        one.quantities,
        one.value,
        start,
        end,
        one.unit,
        one.said,
        one.year,
        one.group,
        number_at,
        one.scope,
        one.together,
        one.doubtful,
        one.carried_year,
        one.likely,
        one.area,
    )


def _in_sentence(words: str, setting: Setting) -> Iterator[Statement]:
    begun = before = 0
    negative = negations.found_in(words, setting)
    numbers = [number for number in numbers_in(words) if number.unit or bindings.is_bare(words, number)]
    for place, number in enumerate(numbers):
        setting.go_on(words[begun : number.start])
        begun = number.start
        until = numbers[place + 1].start if place + 1 < len(numbers) else len(words)
        tail = _TAIL.match(words[number.end : until])
        bound = bindings.bind(words, number, words[before : number.start], tail.group() if tail else "", setting)
        before = number.end
        if bound is not None and not any(each.start <= number.start < each.end for each in negative):
            yield Statement(
                bound.quantities,
                number.value,
                number.start - bound.back,
                number.end + bound.ahead,
                number.unit,
                year=setting.year,
                group=bound.group,
                number_at=number.start,
                scope=setting.scope,
                together=bound.together,
                doubtful=bound.doubtful,
                carried_year=bound.carried_year,
                likely=bound.likely,
                area=setting.area,
            )
    setting.go_on(words[begun:])
    for each in negative:
        yield Statement(
            each.quantities,
            Decimal(0),
            each.start,
            each.end,
            "",
            said=True,
            year=negations.year_before(words[: each.start], setting),
            number_at=each.start,
            scope=each.scope(words),
        )

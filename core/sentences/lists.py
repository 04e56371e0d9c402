"""Lists of parts in running text: 共12件，其中甲7件、乙5件, or 12件（甲7件、乙5件）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from core.sentences import quantities as q
from core.sentences.numbers import Number, numbers_in
from core.sentences.reading import Reading, paragraphs, read, sentences


@dataclass(frozen=True, slots=True)
class PartList:
    """A total with its parts; places enclose the words from the total to the last part, in the text as it stands.

    `is_close` tells that the parts stand in one list with 、, `is_whole` that the words promise all parts.
    """

    total: Decimal
    parts: tuple[Decimal, ...]
    unit: str
    start: int
    end: int
    is_close: bool
    is_whole: bool


_FEES = re.compile(
    r"(?P<cases>\d{1,6})件[^，。；\d]{0,20}(?:，[^，。；\d]{0,6})?收取?[^，。；\d]{0,4}信息处理费[^，。；\d]{0,6}(?P<money>\d{1,9}(?:\.\d+)?)元"
    r"[。，；](?:其中)[，：]?(?P<list>[^。]{1,400})"
)
_BRACKET = re.compile(r"（([^（）]*)）")
_AMONG = re.compile(r"[，：（]?其中[，：]?")
_OPEN_LIST = re.compile(r"含|包括|包含|另|上年|去年|同期|20\d\d年|约|等")
_NEW_MATTER = re.compile(r"同比|较|办结|答复|结转|同时|此外|另外|另有|平均|全部|均")
_LAST = re.compile(r"^(?:、|，)?(?:和|及|以及)|其他")
_NEXT = re.compile(r"、|和|及|以及")
_CHANGED = re.compile(r"(?:增加|增长|减少|下降|增多)了?$")
_PAIR = re.compile(r"(?P<cases>\d{1,6})[件份][^，。；、\d]{0,6}(?P<money>\d{1,9}(?:\.\d+)?)元")
_SHARES = frozenset({"%", "元", "万元"})
_MANY = 3
_NEAR = 24  # characters between a total and its list, its own numeral included


@lru_cache(maxsize=64)
def part_lists(text: str) -> tuple[PartList, ...]:
    """Return the lists of a text, sub-lists in brackets by themselves."""
    return tuple(
        replace(one, start=start + one.start, end=start + one.end)
        for start, paragraph in paragraphs(text)
        for one in _in_paragraph(paragraph)
    )


@lru_cache(maxsize=1024)
def _in_paragraph(paragraph: str) -> tuple[PartList, ...]:
    reading = read(paragraph)
    found: list[PartList] = []
    for at, words in sentences(reading.words):
        found += [replace(one, start=at + one.start, end=at + one.end) for one in _in_sentence(words)]
    found += _of_fees(reading.words) if "元" in paragraph else ()
    return tuple(_placed(one, reading) for one in found)


def _placed(one: PartList, reading: Reading) -> PartList:
    first, last = reading.span(one.start, one.end)
    return replace(one, start=first, end=last)


def _of_fees(words: str) -> Iterator[PartList]:
    """Yield 3件申请收取信息处理费900元。其中，甲1件，收取400元；乙2件，收取500元: cases and money, each by itself."""
    for match in _FEES.finditer(words):
        listed = _BRACKET.sub("", match["list"])
        for total, unit in ((match["cases"], "件"), (match["money"], "元")):
            parts = [number for number in _counted(listed) if number.unit == unit]
            if len(parts) > 1 and not any(part.about for part in parts):
                first = match.start("cases" if unit == "件" else "money")
                yield PartList(Decimal(total), _values(parts), unit, first, match.end(), is_close=True, is_whole=True)


@lru_cache(maxsize=4096)
def _in_sentence(words: str) -> tuple[PartList, ...]:
    return (*_in_brackets(words), *_among(words), *(_pairs(words) if "元" in words else ()))


def _in_brackets(words: str) -> Iterator[PartList]:
    """Yield 12件（甲7件、乙5件）: at least three parts, and nothing that opens the list."""
    for match in _BRACKET.finditer(words):
        total = _last_before(words, match.start())
        parts = _counted(match[1])
        if not total or total[0].end != match.start() or total[0].about or len(parts) < _MANY:
            continue
        if _OPEN_LIST.search(match[1]) or not _alike(total[0], parts) or not _is_close(match[1], parts):
            continue
        yield PartList(
            total[0].value, _values(parts), total[0].unit, total[0].start, match.end(), is_close=True, is_whole=True
        )


def _among(words: str) -> Iterator[PartList]:
    """Yield 共12件，其中甲7件、乙5件; the list ends where a new matter begins."""
    flat = _BRACKET.sub(lambda bracket: "的" * len(bracket.group()), words)
    for match in _AMONG.finditer(flat):
        total = _last_before(flat, match.start())
        if not total or total[0].about or not total[0].unit or _far(flat[total[0].end : match.start()]):
            continue
        following = _AMONG.search(flat, match.end())
        total = _main_of(flat, total)
        parts = _of_one_kind(flat[match.end() : following.start() if following else len(flat)], total[0])
        if not parts or any(part.about for part in parts) or _may_split_the_change(flat, match.start(), parts):
            continue
        listed = flat[match.end() : match.end() + parts[-1].end]
        if _OPEN_LIST.search(listed):
            continue
        lead = listed[parts[-2].end : parts[-1].start] if len(parts) > 1 else ""
        yield PartList(
            total[0].value,
            _values(parts),
            total[0].unit,
            total[0].start,
            match.end() + parts[-1].end,
            is_close=_is_close(listed, parts),
            is_whole=bool(_LAST.search(lead)),
        )


def _of_one_kind(words: str, total: Number) -> list[Number]:
    """Return the parts with the counter of the total, up to the first clause about something else."""
    found: list[Number] = []
    before = 0
    for number in _counted(words):
        between = words[before : number.start]
        if number.unit in _SHARES:
            continue
        if (
            number.unit.removesuffix("次") != total.unit.removesuffix("次")
            or _NEW_MATTER.search(between)
            or q.ABOUT_CHANGE.search(between)
        ):
            break
        found.append(number)
        before = number.end
    return found


def _main_of(words: str, total: list[Number]) -> list[Number]:
    """Return the number that grew instead of the one it grew by: 88件，同比增加14件，其中."""
    change = total[0]
    if not _CHANGED.search(words[max(change.start - 8, 0) : change.start]):
        return total
    before = [one for one in _last_before(words, change.start, 60) if one.unit == change.unit]
    return before or total


def _may_split_the_change(words: str, at: int, parts: list[Number]) -> bool:
    """Whether the parts may be those of a change right before them."""
    change = _last_before(words, at)[0]
    changed = _CHANGED.search(words[max(change.start - 8, 0) : change.start])
    return bool(changed) and max(part.value for part in parts) <= change.value


def _pairs(words: str) -> Iterator[PartList]:
    """Yield 收取3件4210元，其中甲1件1860元、乙2件2350元: cases and money, each by itself."""
    head, among, listed = words.partition("其中")
    pairs = list(_PAIR.finditer(listed)) if among else []
    if len(pairs) < 2 or "其中" in listed:
        return
    at = len(head) + len(among)
    for name, unit in (("cases", "件"), ("money", "元")):
        total = next((one for one in reversed(_counted(head)) if one.unit == unit and not one.about), None)
        if total is not None:
            parts = tuple(Decimal(pair[name]) for pair in pairs)
            yield PartList(total.value, parts, unit, total.start, at + pairs[-1].end(), is_close=True, is_whole=True)


def _far(words: str) -> bool:
    """Whether more than a comma and a few words stand between the total and 其中."""
    return len(words) > 8 or bool(re.search(r"\d", words))


def _last_before(words: str, at: int, near: int = _NEAR) -> list[Number]:
    """Return the last number before a place, if it is near."""
    window = max(at - near, 0)
    found = _counted(words[window:at])[-1:]
    return [replace(each, start=each.start + window, end=each.end + window) for each in found]


def _counted(words: str) -> list[Number]:
    return [number for number in numbers_in(words) if number.unit]


def _alike(total: Number, parts: list[Number]) -> bool:
    return all(part.unit == total.unit and not part.about for part in parts)


def _is_close(words: str, parts: list[Number]) -> bool:
    return all(_NEXT.match(words[one.end :]) for one in parts[:-1])


def _values(parts: list[Number]) -> tuple[Decimal, ...]:
    return tuple(part.value for part in parts)

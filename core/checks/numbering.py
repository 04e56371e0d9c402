"""Family S, sixth part: the numbering of lists."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from core.checks.passages import WRITTEN, Passage, by_line, of_words, passages, told
from core.checks.register import Judgement, check
from core.finding import Severity
from core.report import Report

_STEP = re.compile(r"(?P<step>[一二三四五六七八九十][一二三四五六七八九十]{0,2})是(?![一-龥]?否)")
_BEFORE_STEP = tuple("。；：，;:\n”）")
_ITEM = re.compile(
    r"^[ \u3000]*(?:[（(](?P<bracket>[一二三四五六七八九十]{1,3})[）)]"
    r"|(?P<digit>\d{1,2})[.．、](?!\d)|[（(](?P<inner>\d{1,2})[）)])",
    re.MULTILINE,
)
_KINDS = ("step", "bracket", "digit", "inner")
_DIGITS = "一二三四五六七八九"


@check("S23", Severity.WARNING, "“一是、二是”“（一）（二）”等编号应连续")
@of_words
def lists_are_numbered_in_order(report: Report) -> Judgement:
    """domain.md S23: 一是、二是 … and （一）、（二） … follow each other."""
    for key, passage in passages(report, _misnumbered, WRITTEN):
        words = f"编号不连续：“{passage.note}”之后是“{passage.words}”。"
        yield told("S23", Severity.WARNING, words, key, passage)


@lru_cache(maxsize=64)
def _misnumbered(text: str) -> tuple[Passage, ...]:
    numbers = _numbers(text)
    lists = [[one for one in numbers if one.note == kind] for kind in _KINDS]
    return tuple(gap for items in lists for gap in _gaps(items, text))


@by_line
def _numbers(text: str) -> Iterator[Passage]:
    """Yield the ordinals of a paragraph, the kind of their list as note."""
    for match in _STEP.finditer(text):
        before = text[: match.start()].rstrip(" \u3000")
        if not before or before.endswith(_BEFORE_STEP):
            yield Passage(match.start(), f"{match['step']}是", match["step"], "step")
    item = _ITEM.match(text)
    if item and item.lastgroup:
        words = item.group().strip()
        yield Passage(item.end() - len(words), words, item[item.lastgroup], item.lastgroup)


def _gaps(items: list[Passage], text: str) -> Iterator[Passage]:
    """Yield the numbers that do not follow the one before; each list begins with 1, and may go on within a line."""
    for before, item in pairwise(items):
        last, number = number_of(before.mend or ""), number_of(item.mend or "")
        within = text[before.start : item.start]
        if number in {last + 1, last - 1, 1} or (number > last and _ordinal_like(before, number - 1) in within):
            continue
        yield Passage(item.start, item.words, note=before.words)


def _ordinal_like(item: Passage, number: int) -> str:
    """Return an ordinal as this list writes it: 二是, （二）, 2."""
    numeral = str(number) if (item.mend or "").isdigit() else _numeral(number)
    return item.words.replace(item.mend or "", numeral)


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return head + (_DIGITS[ones - 1] if ones else "")


def number_of(numeral: str) -> int:
    """Return what an ordinal up to 99 means ("十二", "12")."""
    if numeral.isdigit():
        return int(numeral)
    tens, found, ones = numeral.rpartition("十")
    if not found:
        return _DIGITS.index(numeral) + 1 if len(numeral) == 1 else 0
    return 10 * (_DIGITS.index(tens) + 1 if tens in _DIGITS and tens else 1) + (_DIGITS.index(ones) + 1 if ones else 0)

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
_NEW_LIST = re.compile(r"[：:]|问题|不足|措施|下一步|改进|针对|今后|打算|方面|[（(]")
_PROMISE = re.compile(
    r"(?P<words>(?P<number>[两二三四五六七八九])(?:个|项|大|条|点|种)?(?:方面|措施|问题|不足|工作|任务|举措|短板))"
    r"[^，。；：:\n]{0,8}[：:。，]\s*一是"
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

    for key, passage in passages(report, _promised, WRITTEN):
        words = f"前面说“{passage.words}”，后面列了 {passage.note} 项，请核对。"
        yield told("S23", Severity.HINT, words, key, passage)


@lru_cache(maxsize=32)
def _promised(text: str) -> tuple[Passage, ...]:
    return tuple(_broken_promises(text)) if "一是" in text else ()


def _broken_promises(text: str) -> Iterator[Passage]:
    """Yield how many points are announced (三项工作：一是 …) where as many do not follow in the paragraph."""
    for match in _PROMISE.finditer(text):
        end = text.find("\n", match.end())
        paragraph = text[: end if end >= 0 else len(text)]
        steps = [number_of(step["step"]) for step in _STEP.finditer(paragraph, match.end() - 2)]
        listed = next((at for at, step in enumerate(steps) if step != at + 1), len(steps))
        if listed > 1 and listed != number_of(match["number"].replace("两", "二")):
            yield Passage(match.start(), match["words"], note=str(listed))


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
        if number == last == 1 and item.note == "step" and "\n" not in within and not _NEW_LIST.search(within):
            yield Passage(item.start, item.words, note=before.words)
            continue
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

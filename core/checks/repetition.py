"""Family Y, third part: this year's words against last year's (domain.md Y07, Y09).

What comes over from last year and was not yet touched is 待更新 anyway and not counted here.
"""

import re
from collections import Counter
from functools import lru_cache

from core.checks.across_years import year_before
from core.checks.register import Judgement, check
from core.finding import Finding, Severity
from core.report import Report

LEAST_WORDS = 150
"""Shorter texts are alike by necessity."""

_MUCH, _SOME, _SAME = 50, 30, 90  # per cent
_ALIKE = 0.9
_SHORT = 10
_KEYS = ("s1", "s5", "s6")
_SENTENCE = re.compile(r"[^。！？；\n]+")
_FLEETING = re.compile(r"[\s\d０-９，、：（）“”《》〔〕.%％]+")
_FIXED = re.compile(r"信息处理费|其他需要报告|《中华人民共和国政府信息公开条例》")


@check("Y07", Severity.WARNING, "文字不应大段重复去年的年报")
def the_text_is_not_last_years(report: Report) -> Judgement:
    """宿迁、固镇 assessment rules (domain.md Y07): more than half of last year's words again costs marks."""
    last = year_before(report)
    if last is None:
        return
    counted = {key: _repeated(report.text(key), last.text(key)) for key in _KEYS if key not in report.stale}
    whole = sum(size for _, size in counted.values())
    again = sum(same for same, _ in counted.values())
    share = round(100 * again / whole) if whole >= LEAST_WORDS else 0
    if share > _SOME:
        most = max(counted, key=lambda key: counted[key][0])
        words = f"与去年年报文字重复率约 {share}%。" + (
            "考核中重复率超过 50% 可能扣分，建议改写与去年相同的句子。"
            if share > _MUCH
            else "建议改写与去年相同的句子。"
        )
        yield Finding("Y07", Severity.WARNING if share > _MUCH else Severity.HINT, words, section=most)


@check("Y09", Severity.HINT, "第五部分的问题与去年相同的，应写明整改进展")
def the_problems_are_not_last_years(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号 (domain.md Y09): problems of last year come with what was done about them."""
    last = year_before(report)
    if last is None or "s5" in report.stale:
        return
    same, size = _repeated(report.text("s5"), last.text("s5"))
    if size > 2 * _SHORT and same * 100 >= _SAME * size:
        yield Finding("Y09", Severity.HINT, "第五部分写的问题与去年相同，请说明整改进展。", section="s5")


@lru_cache(maxsize=64)
def _repeated(text: str, before: str) -> tuple[int, int]:
    """Return how many characters stand in sentences of last year's too, and of how many."""
    same = size = 0
    for sentence in _sentences(text):
        size += len(sentence)
        same += len(sentence) if _stood(sentence, before) else 0
    return same, size


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[str, ...]:
    """Return the sentences worth comparing, without numbers and marks."""
    return tuple(sentence for sentence in map(_kept, _SENTENCE.findall(text)) if len(sentence) >= _SHORT)


@lru_cache(maxsize=4096)
def _kept(sentence: str) -> str:
    return "" if _FIXED.search(sentence) else _FLEETING.sub("", sentence)


@lru_cache(maxsize=4096)
def _stood(sentence: str, before: str) -> bool:
    """Whether a sentence stood in last year's text, word for word or nearly so."""
    known = _bigrams_of(before)
    if sentence in known:
        return True
    own = _bigrams(sentence)
    return any(
        abs(len(other) - len(sentence)) * 5 <= len(sentence) and _alike(own, pairs) >= _ALIKE
        for other, pairs in known.items()
    )


@lru_cache(maxsize=16)
def _bigrams_of(text: str) -> dict[str, Counter[str]]:
    return {sentence: _bigrams(sentence) for sentence in _sentences(text)}


def _bigrams(sentence: str) -> Counter[str]:
    return Counter(sentence[i : i + 2] for i in range(len(sentence) - 1))


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of pairs of characters that two sentences have in common (Dice)."""
    return 2 * (one & other).total() / (one.total() + other.total())

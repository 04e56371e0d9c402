"""Family S, fifth part: marks, brackets and torn paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from core.checks.passages import WRITTEN, Passage, by_line, of_words, passages, short, told
from core.checks.register import Judgement, check
from core.finding import Severity
from core.report import Report

_ENDS = "。！？：；”）…!?:;.)》"
_BEGINS = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十])"
)
_SPOT = re.compile(r"[ \u3000,;:!?.](?:(?<=[ \u3000])[ \u3000]*[,;:!?]?|(?<=[,;:!?])|(?<=\.)(?=\s*$))")
_WIDE_MARKS = str.maketrans({",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。", "(": "（", ")": "）"})
_HALF_BRACKETS = re.compile(r"\((?=[^()\n]{0,60}\))(?P<inside>[^()\n]{0,60})\)")
_HAN = re.compile(r"[一-龥]")
_RUN = re.compile(r"[，、；：。,;?？][，、；：。,;?？]+")
_TWICE = re.compile(
    r"，[，。；、：]|、[，。；、：]|；[，。；]|：[：，。；]|。[，；、：]|。。(?!。)|,,+|;;+|：:|,，|，,|[?？]{2,}"
)
_PAIRS = {"）": "（", "》": "《", "”": "“", "〕": "〔", "】": "【", "〉": "〈", "’": "‘"}
_PAIRED = re.compile("[（()）《》“”〔〕【】〈〉‘’]")
_WIDE = {"(": "（", ")": "）"}
_LISTING = frozenset("0123456789abcdefghijklmnABCDEFGH一二三四五六七八九十")
_AROUND = 8  # characters shown on either side of a break
_FEW = 3  # breaks that are told one by one


@check("S19", Severity.HINT, "每段应以完整的句子结尾，看是不是被分页打断")
@of_words
def paragraphs_are_whole(report: Report) -> Judgement:
    """domain.md S19: a paragraph that ends within its sentence was broken by a page or by pasting."""
    for key, passage in passages(report, _broken, WRITTEN):
        if passage.note.isdigit():
            words = f"有 {passage.note} 处段落疑似被分页或粘贴打断，建议合并。"
        else:
            words = f"段落疑似被分页或粘贴打断：“…{short(passage.words[:8])}”“{short(passage.note)}…”，建议合并。"
        yield told("S19", Severity.HINT, words, key, passage)


@lru_cache(maxsize=64)
def _broken(text: str) -> tuple[Passage, ...]:
    """Return the breaks each by itself, many of them as one stretch that is joined at once."""
    breaks = [start for start, _ in _runs(text)[1] if start]
    if len(breaks) <= _FEW:
        return tuple(_break(text, at) for at in breaks)
    first, last = breaks[0] - _AROUND, min(breaks[-1] + _AROUND, len(text))
    joined = "".join(sign for at, sign in enumerate(text[first:last], first) if at not in set(breaks))
    return (Passage(first, text[first:last], joined, str(len(breaks))),)


def _break(text: str, at: int) -> Passage:
    before, after = text[at - _AROUND : at], text[at + 1 : at + 1 + _AROUND]
    after = after.split("\n", 1)[0]
    return Passage(at - _AROUND, f"{before}\n{after}", before + after.lstrip(), after.strip())


@lru_cache(maxsize=64)
def _runs(text: str) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[int, str], ...]]:
    """Return the paragraphs, those that a break tore put together, and the breaks with what follows them."""
    whole: list[tuple[int, str]] = []
    breaks: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        if whole and _goes_on(whole[-1][1].rsplit("\n", 1)[-1], line):
            breaks.append((start - 1, line))
            whole[-1] = (whole[-1][0], f"{whole[-1][1]}\n{line}")
        else:
            whole.append((start, line))
        start += len(line) + 1
    return tuple(whole), tuple(breaks)


def _goes_on(before: str, after: str) -> bool:
    if (
        (len(before) < 20 and "。" not in before)
        or before[-1] in _ENDS
        or before[-1].isspace()
        or len(after.strip()) < 2
        or _BEGINS.match(after)
    ):
        return False
    return not _BEGINS.match(before) or "。" in before or "，" in before


@check("S20", Severity.HINT, "中文应用全角标点，字与字之间不留空格")
@of_words
def marks_are_chinese(report: Report) -> Judgement:
    """GB/T 15834, domain.md S20: Chinese text has full-width marks and no blanks between its characters."""
    for key, passage in passages(report, _half_width, WRITTEN):
        words = f"有 {passage.note} 处半角标点或多余空格，可一键规范。"
        yield told("S20", Severity.HINT, words, key, passage)


@lru_cache(maxsize=64)
def _half_width(text: str) -> tuple[Passage, ...]:
    """Return the stretch from the first such mark to the last, with all of them put right."""
    changes = [(one.start, one.start + len(one.words), one.mend or "") for one in _changes(text)]
    if not changes:
        return ()
    first, last = changes[0][0], max(end for _, end, _ in changes)
    pieces, at = [], first
    for start, end, right in changes:
        if start >= at:
            pieces += [text[at:start], right]
            at = end
    return (Passage(first, text[first:last], "".join([*pieces, text[at:last]]), str(len(changes))),)


@by_line
def _changes(text: str) -> list[Passage]:
    """Return the marks and blanks to change in a paragraph, in its order."""
    changes = []
    for match in _SPOT.finditer(text):
        before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
        mark = match.group().strip(" \u3000")
        if _is_half(mark, before, after) if mark else _is_gap(before, after):
            changes.append((match.start(), match.end(), mark.translate(_WIDE_MARKS)))
    for match in _HALF_BRACKETS.finditer(text):
        around = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
        if _HAN.search(match["inside"]) or _HAN.search(around):
            changes += [(match.start(), match.start() + 1, "（"), (match.end() - 1, match.end(), "）")]
    return [Passage(start, text[start:end], right) for start, end, right in sorted(changes)]


def _is_half(mark: str, before: str, after: str) -> bool:
    """Whether a half-width mark stands beside Chinese; a full stop only at the end of a paragraph."""
    return _is_chinese(before, "”》）〕") or (mark != "." and _is_chinese(after, "“《（"))


def _is_gap(before: str, after: str) -> bool:
    """Whether blanks tear a date or stand between Chinese characters."""
    if not before or not after:
        return False
    if (before.isdigit() and after in "年月日") or (before in "年月" and after.isdigit()):
        return True
    return _is_chinese(before, "，。；、") and _is_chinese(after, "，。；、")


def _is_chinese(sign: str, marks: str) -> bool:
    return bool(sign) and ("一" <= sign <= "龥" or sign in marks)


@check("S21", Severity.WARNING, "标点不应重复，括号和引号应成对")
@of_words
def marks_stand_single_and_in_pairs(report: Report) -> Judgement:
    """GB/T 15834, domain.md S21: marks are not doubled; brackets and quotation marks come in pairs."""
    for key, passage in passages(report, _odd_marks, WRITTEN):
        yield told("S21", Severity.WARNING, f"标点“{passage.note}”不成对或重复，请改正。", key, passage)


@lru_cache(maxsize=64)
def _odd_marks(text: str) -> tuple[Passage, ...]:
    found = list(_twice(text))
    for start, paragraph in _runs(text)[0]:
        found += [replace(one, start=start + one.start) for one in _unpaired(paragraph)]
    return tuple(found)


@by_line
def _twice(text: str) -> Iterator[Passage]:
    for run in _RUN.finditer(text):
        for match in _TWICE.finditer(run.group()):
            yield Passage(run.start() + match.start(), match.group(), _single(match.group()), match.group())


def _single(marks: str) -> str:
    """Return the one mark that is meant: the stronger of two."""
    wide = marks.translate(_WIDE_MARKS)
    return max(wide, key="、，：；。".index) if set(wide) <= set("、，：；。") else wide[0]


@lru_cache(maxsize=2048)
def _unpaired(paragraph: str) -> tuple[Passage, ...]:
    """Return the first mark of a paragraph that has no partner."""
    opened: list[tuple[str, int]] = []
    for match in _PAIRED.finditer(paragraph):
        sign, at = match.group(), match.start()
        sign = _WIDE.get(sign, sign)
        if sign not in _PAIRS:
            opened.append((sign, at))
        elif opened and opened[-1][0] == _PAIRS[sign]:
            opened.pop()
        elif sign != "’" and not (sign == "）" and paragraph[max(at - 1, 0)] in _LISTING):  # an apostrophe, or 1）
            return (_around(paragraph, at),)
    return (_around(paragraph, opened[0][1]),) if opened else ()


def _around(paragraph: str, at: int) -> Passage:
    """Return the words around a mark that has no partner, so that it can be found."""
    first, last = max(at - 4, 0), min(at + 8, len(paragraph))
    return Passage(first, paragraph[first:last], note=paragraph[at])

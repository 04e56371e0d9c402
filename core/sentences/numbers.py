"""Numbers in running text, Arabic and Chinese, with the counter behind them; words are as `reading` gives them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

COUNTERS = ("件", "宗", "条", "个", "份", "项", "次", "起", "例", "篇", "期", "场", "批", "部", "家", "名", "户", "人")
_UNITS = r"亿元|万元|万余元|元|个百分点|%|‰|倍|人次|件次|条次|次数|" + "|".join(COUNTERS)
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CHINESE = r"[零〇一二两三四五六七八九十百千万]+"
_NUMBER = re.compile(
    rf"(?P<about>约|近|超过?|逾|不足|至少|将近|大约)?(?P<number>{_ARABIC}|{_CHINESE})(?P<over>余|多|来)?"
    rf"(?P<ten>[万亿](?!元))?(?P<unit>{_UNITS})?(?P<above>以上|左右|上下)?"
)
_VALUES = {
    digit: value
    for value, digits in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for digit in digits
}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_LONGEST = 15  # signs of a numeral; more is no count of anything
_BEFORE_NAME = re.compile(r"[第〔\[]$")
_EACH = re.compile(r"[每任逐这那哪同某头]$")
_VAGUE = re.compile(r"[数几上成]$")
_JOINED = re.compile(r"[A-Za-z]$|\d[.\-/:：～~—–至到]$")
_SLOGAN_AHEAD = re.compile(r"事|[^，。；、]{0,4}、[^，。；、]{1,6}一")
_SLOGAN_BEHIND = re.compile(r"一[件个项宗][^，。；、]{0,4}、[^，。；、]{1,6}$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text. `start` and `end` enclose it with its counter; `value` is exact unless `about`."""

    start: int
    end: int
    value: Decimal
    unit: str = ""
    about: bool = False


def numbers_in(words: str) -> Iterator[Number]:
    """Yield the numbers that count something in words without blanks: with a counter, or bare Arabic ones.

    Left out: ordinals (第3条), names (IPv6, 〔2021〕), ranges (3至5件), slogans (办结一件、满意一件), and Chinese
    numerals without a counter. Years and dates have no counter; whoever asks tells them apart.
    """
    for match in _NUMBER.finditer(words):
        raw = match["number"]
        is_chinese = not raw[0].isdigit()
        unit = match["unit"] or ""
        before = words[max(match.start("number") - 2, 0) : match.start("number")]
        if len(raw) > _LONGEST or (is_chinese and not unit) or _BEFORE_NAME.search(before) or _JOINED.search(before):
            continue
        if is_chinese and (_VAGUE.search(before) or _is_slogan(words, match)):
            continue
        value = value_of(raw)
        if value is None:
            continue
        about = bool(match["about"] or match["over"] or match["above"] or match["ten"])
        scale = {"万": 10000, "亿": 100_000_000}.get(match["ten"] or "", 1)
        yield Number(match.start("number"), match.end(), value * scale, unit.replace("余", ""), about)


def _is_slogan(words: str, match: re.Match[str]) -> bool:
    start, end = match.start("number"), match.end()
    if len(match["number"]) > 1:
        return False
    before, after = words[max(start - 16, 0) : start], words[end : end + 16]
    if _EACH.search(before):
        return True
    return match["number"] == "一" and bool(_SLOGAN_AHEAD.match(after) or _SLOGAN_BEHIND.search(before))


def value_of(raw: str) -> Decimal | None:
    """Return what a numeral means, None where Chinese digits are no number ("三二一" is read digit by digit)."""
    if raw[0].isdigit():
        return Decimal(raw.replace(",", ""))
    if not any(sign in raw for sign in "十百千万"):
        return Decimal("".join(str(_VALUES[digit]) for digit in raw)) if len(raw) < 7 else None
    total, section, digit = 0, 0, 0
    for sign in raw:
        if sign in _VALUES:
            digit = _VALUES[sign]
        elif sign == "万":
            total, section, digit = (total + section + digit) * 10000, 0, 0
        else:
            section, digit = section + (digit or 1) * _POWERS[sign], 0
    return Decimal(total + section + digit)

"""Numbers in running text: Arabic, full-width and Chinese numerals, with the counter behind them.

Characters keep their places: what is found is told by its start and end in the text as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

COUNTERS = ("件", "宗", "条", "个", "份", "项", "次", "起", "例", "篇", "期", "场", "批", "部", "家", "名", "户", "人")
_UNITS = r"亿元|万元|万余元|元|个百分点|%|‰|倍|人次|件次|条次|次数|" + "|".join(COUNTERS)
_WIDE = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[ \u3000]\d+)*(?:\.\d+)?"
_CHINESE = r"[零〇一二两三四五六七八九十百千万]+"
_NUMBER = re.compile(
    rf"(?P<about>约|近|超过?|逾|不足|至少|将近|大约)?\s*(?P<number>{_ARABIC}|{_CHINESE})\s*(?P<over>余|多|来)?\s*"
    rf"(?P<ten>[万亿](?!元))?(?P<unit>{_UNITS})?(?P<above>以上|左右|上下)?"
)
_VALUES = {
    digit: value
    for value, digits in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for digit in digits
}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_BEFORE_NAME = re.compile(r"[第〔\[(（]\s*$")
_EACH = re.compile(r"[每任逐这那哪同某头]$")
_LETTER = re.compile(r"[A-Za-z\d.\-/:]$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text. `start` and `end` enclose it with its counter; `value` is exact unless `about`."""

    start: int
    end: int
    value: Decimal
    unit: str = ""
    about: bool = False


def plain(text: str) -> str:
    """Return a text of the same length with the full-width digits and marks made narrow."""
    return text.translate(_WIDE)


def numbers_in(text: str) -> Iterator[Number]:
    """Yield the numbers of a text that count something: those with a counter, and bare Arabic ones.

    Years, dates, ordinals (第3条), document numbers and Latin names (IPv6, 12345热线) are told apart by the caller from
    the unit; numbers stuck to Latin letters are left out, and so are Chinese numerals without a counter.
    """
    narrow = plain(text)
    for match in _NUMBER.finditer(narrow):
        raw = match["number"]
        is_chinese = not raw[0].isdigit()
        unit = match["unit"] or ""
        before = narrow[: match.start("number")]
        if (is_chinese and not unit) or _BEFORE_NAME.search(before[-2:]) or _LETTER.search(before[-1:]):
            continue
        if is_chinese and len(raw) == 1 and _EACH.search(before):
            continue
        value = value_of(raw)
        if value is None:
            continue
        about = bool(match["about"] or match["over"] or match["above"] or match["ten"])
        scale = {"万": 10000, "亿": 100_000_000}.get(match["ten"] or "", 1)
        end = match.start() + len(match.group().rstrip())
        yield Number(match.start("number"), end, value * scale, unit.replace("余", ""), about)


def value_of(raw: str) -> Decimal | None:
    """Return what a numeral means, None where Chinese digits are no number ("三二一" is read digit by digit)."""
    if raw[0].isdigit():
        return Decimal(re.sub(r"[, \u3000]", "", raw))
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

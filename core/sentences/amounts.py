"""Shares, changes and sums of money in running text, with the place where each stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from core.sentences import quantities as q
from core.sentences.reading import Reading, paragraphs, read, sentences
from core.sentences.topics import Setting, Topic


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure that is no count of cases: `words` name it, `value` is as written, `unit` %, 元, 万元, 件 or none.

    `start` and `end` enclose words and number in the text as it stands. `year` is the year named last before it,
    `sentence` the sentence without blanks, `topic` what a rate is of.
    """

    words: str
    value: Decimal
    unit: str
    start: int
    end: int
    year: int | None = None
    sentence: str = ""
    topic: Topic | None = None


_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_RATE = re.compile(
    rf"(?P<words>(?:按[时期]|限时|及时)?(?:办结|答复|回复|办理|满意|解读|公开|覆盖|合格|办复|接通|接听|网办|好评|回收|参与|知晓|回应|及时|准确)(?:率|度))"
    rf"(?:均|都|已)?(?:为|达到?了?|是|保持在?|：)?{_NUMBER}%"
)
_CHANGE = re.compile(
    r"(?:同比|[较比与](?:上一?年|去年|20\d\d年)(?:度)?(?:同期)?(?:的\d{1,7}[件宗条起])?(?:相比)?)，?"
    rf"(?P<words>增长|上升|增加|增多|下降|减少|降低)了?{_NUMBER}(?P<unit>%|件|宗|条|起)(?!左右|以上)"
)
_MONEY = re.compile(rf"{_NUMBER}(?P<unit>万元|元)(?![/每]|以[上下内])")
_FEE = re.compile(r"信息处理费|信息公开[^，。；]{0,6}(?:收费|费用)|(?:收费|缴费)通知")
_BILLED = re.compile(
    rf"(?:总金额|应收金额|应收取?|通知金额|金额)(?:共|合计|总计|为|计|是|：){{0,2}}{_NUMBER}(?P<unit>万元|元)"
)
_NOT_TAKEN = re.compile(r"标准|每件|每次|减免|免[收除交]|退[还回]|应收|超过|拟|逾期|通知|未缴|欠|不超|预算|支出|经费")
_NO_FEE = re.compile(
    r"(?:未|没有|无|不)(?:曾|发生|产生|有)?(?:收取|收)(?:过|任何|了)?[^，。；]{0,14}?(?:信息处理费|费用|费)"
    r"|(?:收取)?[^，。；]{0,6}信息处理费(?:用)?(?:为|共|合计)?(?:0元|零元|0万元)"
)
_YEAR = re.compile(r"(?<![\d较比同与])((?:19|20)\d{2})年")


@lru_cache(maxsize=64)
def rates(text: str) -> tuple[Amount, ...]:
    """Return the rates of a text, as 办结率100%, with their topic."""
    return tuple(_in_text(text, _rates_in))


@lru_cache(maxsize=64)
def changes(text: str) -> tuple[Amount, ...]:
    """Return the changes against the year before: 同比增长5%, 较上年减少3件; `words` are 增长, 减少 …"""
    return tuple(_in_text(text, _changes_in))


@lru_cache(maxsize=64)
def fees(text: str) -> tuple[Amount, ...]:
    """Return what a text says was taken as 信息处理费, in 元; 0 where it says that none was."""
    return tuple(_in_text(text, _fees_in))


@lru_cache(maxsize=64)
def billed(text: str) -> tuple[Amount, ...]:
    """Return what a text says that notices to pay 信息处理费 asked for, in 元."""
    return tuple(_in_text(text, _billed_in)) if "金额" in text or "应收" in text else ()


@lru_cache(maxsize=64)
def charges(text: str) -> tuple[Amount, ...]:
    """Return the sums of money of sentences about 行政事业性收费, as written."""
    return tuple(_in_text(text, _charges_in))


def _in_text(text: str, find: Callable[[str], tuple[Amount, ...]]) -> Iterator[Amount]:
    for start, paragraph in paragraphs(text):
        for one in find(paragraph):
            yield replace(one, start=start + one.start, end=start + one.end)


@lru_cache(maxsize=1024)
def _rates_in(paragraph: str) -> tuple[Amount, ...]:
    reading, found = read(paragraph), []
    before = ""
    for at, words in sentences(reading.words) if "%" in reading.words else ():
        for match in _RATE.finditer(words) if "%" in words else ():
            setting = Setting()
            setting.go_on(before + words[: match.end()])
            if not q.ABOUT_CHANGE.search(match.group()):
                found.append(replace(_amount(reading, at, match, "%"), sentence=words, topic=setting.topic))
        before = words
    return tuple(found)


@lru_cache(maxsize=1024)
def _changes_in(paragraph: str) -> tuple[Amount, ...]:
    reading = read(paragraph)
    return tuple(
        _amount(reading, at, match, match["unit"])
        for at, words in sentences(reading.words)
        for match in _changes_said(words)
    )


@lru_cache(maxsize=4096)
def _changes_said(words: str) -> tuple[re.Match[str], ...]:
    return tuple(_CHANGE.finditer(words))


@lru_cache(maxsize=1024)
def _fees_in(paragraph: str) -> tuple[Amount, ...]:
    reading, found = read(paragraph), []
    if "费" not in paragraph:
        return ()
    year: int | None = None
    about_fees = False
    for at, words in sentences(reading.words):
        years = _YEAR.findall(words)
        year = int(years[-1]) if years else year
        about_fees |= bool(_FEE.search(reading.words, at, at + len(words)))  # also as part of a document's name
        if not about_fees:
            continue
        for none in _NO_FEE.finditer(words):
            first, last = reading.span(at + none.start(), at + none.end())
            found.append(Amount(none.group(), Decimal(0), "元", first, last, year, words))
        for match in _MONEY.finditer(words):
            clause = re.split(r"[，；：]", words[: match.start()])[-1]
            if "收" in clause and not _NOT_TAKEN.search(clause) and not q.PART.search(words[: match.start()]):
                taken = _in_yuan(_amount(reading, at, match, "元"), match["unit"])
                found.append(replace(taken, year=year, sentence=words))
    return tuple(found)


@lru_cache(maxsize=1024)
def _billed_in(paragraph: str) -> tuple[Amount, ...]:
    reading = read(paragraph)
    return tuple(
        replace(_in_yuan(_amount(reading, at, match, "元"), match["unit"]), sentence=words)
        for at, words in sentences(reading.words)
        if _FEE.search(reading.words, at, at + len(words))
        for match in _BILLED.finditer(words)
    )


def _in_yuan(amount: Amount, unit: str) -> Amount:
    return replace(amount, value=amount.value * (10000 if unit == "万元" else 1))


@lru_cache(maxsize=1024)
def _charges_in(paragraph: str) -> tuple[Amount, ...]:
    reading = read(paragraph)
    return tuple(
        _amount(reading, at, match, match["unit"])
        for at, words in sentences(reading.words)
        if "行政事业性收费" in words
        for match in _MONEY.finditer(words)
    )


def _amount(reading: Reading, at: int, match: re.Match[str], unit: str) -> Amount:
    first, last = reading.span(at + match.start(), at + match.end())
    words = match.groupdict().get("words") or match.group()
    return Amount(words, Decimal(match["number"].replace(",", "")), unit, first, last)

"""Family N, fourth part: arithmetic that the prose does by itself: shares, growth, parts of a whole."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from core.checks.counts import lawful
from core.checks.passages import Passage, by_sentence, of_words, passages, short, told
from core.checks.register import Judgement, check
from core.checks.spoken import spoken
from core.finding import Finding, Severity
from core.form.layout import TEXTS
from core.report import Report
from core.sentences.quantities import APPLICANTS, OUTCOMES_OF_REQUESTS, REASONS, Quantity
from core.sentences.statements import Statement

_TENTH = Decimal("0.1")
_COUNT = r"\d{1,9}"
_RATE = r"(?P<rate>\d{1,4}(?:\.\d{1,3})?)%"
_SHARE = re.compile(rf"[）)]?[，,（(]\s*占(?P<of>[^，。；\d\n]{{0,12}}?)(?:比|比例|比重)?(?:为|的|达)?\s*{_RATE}")
_ELSEWHERE = re.compile(r"全[国省市县区州]|上年|去年|约|近|超")
_COUNTED = re.compile(rf"(?<![\d.])({_COUNT})\s*(?:件|宗)")
_UP = r"(?:增加|增长|增多|上升)"
_DOWN = r"(?:减少|下降|降低)"
_BY_AND_RATE = re.compile(
    rf"(?<![\d.的年从由比为])(?P<now>{_COUNT})(?P<unit>[件宗条篇份起])[^。；\d\n]{{0,24}}?(?:(?P<up>{_UP})|{_DOWN})了?(?P<by>{_COUNT})(?P=unit)"
    rf"(?P<words>[，,](?:同比|环比)?(?:增长|增幅|上升|下降|降幅|减少|降低)(?:率)?(?:了|为|达)?{_RATE})"
)
_FROM_AND_BY = re.compile(
    rf"(?<![\d.])(?P<now>{_COUNT})(?P<unit>[件宗条篇份起])[，,]?(?P<words>[较比](?:上一?年|去年|20\d\d年)度?的(?P<before>{_COUNT})(?P=unit)"
    rf"(?:(?P<up>{_UP})|{_DOWN})了?(?P<by>{_COUNT})(?P=unit))"
)
_OF_WHOLE = re.compile(
    r"(?<![\d.])(?P<whole>\d{1,6})(?P<unit>[名所家户份篇宗])(?P<what>[一-龥]{0,8})中[，,]?(?:已?有|共有)?"
    r"(?P<words>(?P<part>\d{1,6})(?P=unit))"
)
_ANSWERED = re.compile(
    r"(?:发放|发出|下发|派发)[^。；\d\n]{0,10}?(?P<whole>\d{1,7})份[^。；\d\n]{0,6}?(?P<words>[收回][收回][^。；\d\n]{0,8}?(?P<part>\d{1,7})份)"
)
_PAID = re.compile(
    r"通知(?:书)?(?P<whole>\d{1,6})[件份][^。；\n]{0,40}?(?P<words>实际收取(?:了)?(?P<part>\d{1,6})[件份])"
)
_REST = re.compile(
    r"^[^\d]*(?P<whole>\d{1,6})件[^\d]*(?:[\d,.]+万?元[^\d]*)?(?P<part>\d{1,6})件[^\d]*(?:[\d,.]+万?元[^\d]*)?(?P<words>其余(?P<rest>\d{1,6})件)"
)
_JUDGED = OUTCOMES_OF_REQUESTS | REASONS | APPLICANTS
_ALL_ALIKE = re.compile(r"[，,]均(?:已|依法|被)?(?P<words>不予公开|予以公开|部分公开|无法提供|不予处理)(?=[，。；])")
_ALIKE = {
    "不予公开": Quantity.DENIED,
    "予以公开": Quantity.GRANTED,
    "部分公开": Quantity.PARTIAL,
    "无法提供": Quantity.UNABLE,
    "不予处理": Quantity.REJECTED,
}


@check("N27", Severity.WARNING, "文中写的占比，应与件数算出的相符")
def shares_follow_from_their_counts(report: Report) -> Judgement:
    """Common sense (domain.md N22): 予以公开58件，占39.2% is of all received, there or closed, or of a count nearby."""
    told_of = {key for key in TEXTS if "占" in report.text(key)}
    for key, one in report.derived(spoken) if told_of else ():
        if (
            key not in told_of
            or not one.unit
            or one.doubtful
            or one.scope
            or not set(one.quantities) <= _JUDGED
            or not one.value
        ):
            continue
        text = report.text(key)
        match = _SHARE.match(text, one.end)
        if match is None or _ELSEWHERE.search(match["of"]):
            continue
        stated = Decimal(match["rate"])
        wholes = {*_wholes(report), *_nearby(text, one)}
        shares = [one.value / whole * 100 for whole in wholes if whole >= one.value]
        if shares and not any(abs(stated - share) <= _slack(stated) for share in shares):
            excerpt = text[one.start : match.end()]
            words = f"文中写“{short(excerpt)}”，按表三和前后文的件数都算不出 {match['rate']}%，请核对。"
            yield Finding("N27", Severity.WARNING, words, (), key, excerpt, start=one.start)


def _wholes(report: Report) -> Iterator[Decimal]:
    for quantity in (Quantity.RECEIVED, Quantity.HANDLED, Quantity.CLOSED):
        for count in lawful(report, Statement((quantity,), Decimal(), 0, 0)):
            if count.value:
                yield count.value


def _nearby(text: str, one: Statement) -> Iterator[Decimal]:
    """Yield the counts of the paragraph."""
    first, last = text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)
    return (Decimal(found) for found in _COUNTED.findall(text[first : last if last >= 0 else len(text)]) if int(found))


@check("N28", Severity.WARNING, "文中增减数、百分比和部分与整体，算起来应相符")
@of_words
def prose_reckons_rightly(report: Report) -> Judgement:
    """Common sense (domain.md N20, Y08): growth follows from its own figures, and a part is no more than its whole."""
    for key, passage in passages(report, _misreckoned, TEXTS):
        yield told("N28", Severity.WARNING, f"“{short(passage.words)}”{passage.note}，请核对。", key, passage)


@check("N29", Severity.WARNING, "文中写均予公开、均不予公开等的，表三应有这类结果")
def what_is_said_of_all_is_in_table_3(report: Report) -> Judgement:
    """domain.md N08: where the text says that all requests had one result, table 3 has at least one of it."""
    for key, passage in passages(report, _alike, TEXTS):
        counts = lawful(report, Statement((_ALIKE[passage.words],), Decimal(), 0, 0))
        new = lawful(report, Statement((Quantity.NEW,), Decimal(), 0, 0))
        if counts and counts[0].value == 0 and new and new[0].value:
            words = f"文中说申请均“{passage.words}”，但表三“{counts[0].name}”是 0，请核对。"
            yield Finding("N29", Severity.WARNING, words, counts[0].cells, key, passage.words, start=passage.start)


@by_sentence
def _alike(text: str) -> Iterator[Passage]:
    if "均" in text and "申请" in text:
        for match in _ALL_ALIKE.finditer(text):
            yield Passage(match.start("words"), match["words"])


@by_sentence
def _misreckoned(text: str) -> Iterator[Passage]:
    if ("增" in text or "减" in text or "降" in text or "升" in text) and ("%" in text or "的" in text):
        yield from _wrong_growth(text)
    yield from _wrong_parts(text)


def _wrong_growth(text: str) -> Iterator[Passage]:
    for match in _BY_AND_RATE.finditer(text):
        now, by, stated = (Decimal(match[name]) for name in ("now", "by", "rate"))
        before = now - by if match["up"] else now + by
        if before > 0 and abs(by / before * 100 - stated) > _slack(stated):
            right = f"{by / before * 100:.2f}".rstrip("0").rstrip(".")
            yield Passage(match.start("words") + 1, match["words"][1:], None, f"与前面的件数不符，应为 {right}%")
    for match in _FROM_AND_BY.finditer(text):
        more = int(match["now"]) - int(match["before"])
        if more != (int(match["by"]) if match["up"] else -int(match["by"])):
            how = f"与前面的 {match['now']} 不符，两数相差 {abs(more)}"
            yield Passage(match.start("words"), match["words"], None, how)


def _wrong_parts(text: str) -> Iterator[Passage]:
    for sign, pattern in (("中", _OF_WHOLE), ("发", _ANSWERED), ("实际收取", _PAID)):
        for match in pattern.finditer(text) if sign in text else ():
            if int(match["part"]) > int(match["whole"]):
                yield Passage(match.start("words"), match["words"], None, f"多于前面的 {match['whole']}")
    rest = _REST.search(text) if "其余" in text else None
    left = int(rest["whole"]) - int(rest["part"]) if rest else 0
    if rest and int(rest["rest"]) != left >= 0:
        yield Passage(rest.start("words"), rest["words"], None, f"与前面的件数不符，相减应为 {left} 件")


@lru_cache(maxsize=256)
def _slack(stated: Decimal) -> Decimal:
    """Return how far a rounded share may be off: half of its last digit, and a tenth of a point at least."""
    exponent = stated.as_tuple().exponent
    return max(_TENTH, Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else _TENTH)

"""Family N, third part: rates, sums of money and growth in the prose against the tables (domain.md D.4, D.5)."""

import re
from decimal import Decimal
from functools import lru_cache

from core.checks.counts import lawful
from core.checks.passages import of_words
from core.checks.register import Judgement, check
from core.checks.spoken import spoken
from core.finding import Finding, Severity
from core.form.layout import TEXTS
from core.report import Report
from core.sentences.amounts import Amount, changes, charges, rates
from core.sentences.quantities import ON_TIME, Quantity
from core.sentences.statements import Statement
from core.sentences.topics import Topic

_WHOLE_PERCENT = Decimal(100)
_TENTH = Decimal("0.1")
_WAN = Decimal(10_000)
_FEE_ITSELF = re.compile(r"行政事业性收费(?:金额|总额|收入|总计|共计|合计|共|为|是|[ 　])*$")
_OTHER_FEE = re.compile(r"去年|上一?年|预算|减免|其中|计划|预计|退还|降低|减少|增加|同比|较")
_ALL_DONE = re.compile(r"(?:办结|办复|办理)率")


@check("N21", Severity.ERROR, "办结率、满意度等不应超过 100%")
@of_words
def no_rate_is_above_one_hundred(report: Report) -> Judgement:
    """domain.md N21: 办结率、满意度 and the like are shares of a whole.

    No lawful report breaks this: a share of a whole is no more than all of it; growth has other words and is not judged
    here.
    """
    for key in TEXTS:
        for one in rates(report.text(key)):
            if one.value > _WHOLE_PERCENT:
                excerpt = _words(report, key, one)
                words = f"“{excerpt}”超过了 100%，请核对。"
                yield Finding("N21", Severity.ERROR, words, (), key, excerpt, start=one.start)


@check("N22", Severity.WARNING, "文中的办结率，应与按表三算出的相符")
def the_rate_closed_follows_from_table_3(report: Report) -> Judgement:
    """domain.md N22: 办结率 of requests is what was closed of what was there; 按期办结率 counts only what was due."""
    new, there, closed = (_main(report, each) for each in (Quantity.NEW, Quantity.HANDLED, Quantity.CLOSED))
    if not new or not there or closed is None:
        return
    lawful_ones = [closed / there * 100, closed / new * 100, (closed - there + new) / new * 100]
    for key in TEXTS:
        for one in _rates_closed(report.text(key)):
            if any(abs(one.value - value) <= _slack(one.value) for value in lawful_ones):
                continue
            excerpt = _words(report, key, one)
            words = f"文中写“{excerpt}”，按表三计算应为 {_rounded(lawful_ones[0])}%，请核对。"
            yield Finding("N22", Severity.WARNING, words, (), key, excerpt, start=one.start)


@lru_cache(maxsize=64)
def _rates_closed(text: str) -> tuple[Amount, ...]:
    """Return the rates of requests that were closed, on time or not."""
    return tuple(
        one
        for one in rates(text)
        if one.topic is Topic.REQUESTS and _ALL_DONE.search(one.words) and not ON_TIME.search(one.sentence)
    )


@check("N23", Severity.WARNING, "文中收费金额与表二对照，元和万元不应混淆")
def money_has_its_unit(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, table 2: 行政事业性收费 in 万元, in the prose often in 元."""
    for cell in report.form.amounts:
        fee = report.value(cell.id)
        if not fee or not cell.id.startswith("t2."):
            continue
        for key in TEXTS:
            for one in charges(report.text(key)):
                as_wan = one.value if one.unit == "万元" else one.value / _WAN
                excerpt = _words(report, key, one)
                if fee in {as_wan * _WAN, as_wan / _WAN}:
                    words = f"金额单位请核对：文中写“{excerpt}”，表二行政事业性收费是 {fee:f} 万元。"
                elif _is_the_fee(report, key, one) and not _rounds_to(fee, as_wan):
                    words = f"文中写行政事业性收费“{excerpt}”，表二是 {fee:f} 万元，请核对。"
                else:
                    continue
                yield Finding("N23", Severity.WARNING, words, (cell.id,), key, excerpt, start=one.start)


def _is_the_fee(report: Report, key: str, one: Amount) -> bool:
    """Whether the words right before an amount say that it is all that was taken, of this year."""
    before = report.text(key)[max(one.start - 60, 0) : one.start].rpartition("。")[2]
    years = re.findall(r"20\d\d(?=\s*年)", before)
    return bool(_FEE_ITSELF.search(before)) and set(years) <= {str(report.year)} and not _OTHER_FEE.search(before)


def _rounds_to(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts are the same but for the digits that one of them leaves out."""
    places = [each.as_tuple().exponent for each in (one, other)]
    coarser = max(place for place in places if isinstance(place, int))
    return abs(one - other) <= Decimal(1).scaleb(coarser)


@check("Y08", Severity.WARNING, "文中写的增长和下降，应与两年的表格算出的相符")
def stated_growth_follows_from_both_years(report: Report) -> Judgement:
    """domain.md Y08: 同比增长 p %, 比上年增加 n 件 follow from the tables of both years."""
    last = report.last_year
    if last is None:
        return
    for key in TEXTS:
        text = report.text(key)
        said = [one for where, one in report.derived(spoken) if where == key and not one.scope]
        for change in changes(text):
            one = next((one for one in reversed(said) if one.end <= change.start), None)
            if one is None or re.search(r"[。；\n]|\d", text[one.end : change.start]):
                continue
            right = _right_changes(report, last, one, change)
            stated = -change.value if change.words in {"下降", "减少", "降低"} else change.value
            if right and not any(abs(stated - value) <= _slack(stated, change.unit) for value in right):
                excerpt = text[change.start : change.end]
                words = f"文中写“{excerpt}”，按两年数据计算应为{_change_in_words(right[0], change.unit)}，请核对。"
                yield Finding("Y08", Severity.WARNING, words, (), key, excerpt, start=change.start)


def _right_changes(report: Report, last: Report, one: Statement, change: Amount) -> list[Decimal]:
    """Return the changes that a statement may rightly claim; none where a year is not known or was 0."""
    right: list[Decimal] = []
    for now, before in zip(lawful(report, one), lawful(last, one), strict=False):
        if now.value is None or before.value is None or (change.unit == "%" and not before.value):
            return []
        difference = now.value - before.value
        right.append(difference / before.value * 100 if change.unit == "%" else difference)
    return right


def _change_in_words(value: Decimal, unit: str) -> str:
    if not value:
        return "与上年持平"
    up, down, counter = ("增长", "下降", "%") if unit == "%" else ("增加", "减少", f" {unit}")
    return f"{up if value > 0 else down} {_rounded(abs(value))}{counter}"


def _rounded(value: Decimal) -> str:
    """Return a number with two decimals at most, however large it is."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _main(report: Report, quantity: Quantity) -> Decimal | None:
    counts = lawful(report, Statement((quantity,), Decimal(), 0, 0))
    return counts[0].value if counts else None


def _slack(stated: Decimal, unit: str = "%") -> Decimal:
    """Return how far a rounded figure may be off: half of its last digit, and a tenth of a point at least."""
    if unit != "%":
        return Decimal()
    exponent = stated.as_tuple().exponent
    return max(_TENTH, Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else _TENTH)


def _words(report: Report, key: str, one: Amount) -> str:
    return report.text(key)[one.start : one.end]

"""Family N, second part: what the prose says against itself, and its rates, sums and changes (domain.md D.5)."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from core.checks.counts import lawful
from core.checks.narrative import spoken
from core.checks.register import Judgement, check
from core.finding import Finding, Severity
from core.form import F2021
from core.form.layout import TEXTS
from core.report import Report
from core.sentences.amounts import Amount, changes, charges, fees, rates
from core.sentences.lists import part_lists
from core.sentences.quantities import CARRIED, GENERAL, ON_TIME, Quantity
from core.sentences.statements import Statement
from core.sentences.topics import Topic

_WHOLE_PERCENT = Decimal(100)
_TENTH = Decimal("0.1")
_WAN = Decimal(10_000)
_ALL_DONE = re.compile(r"(?:办结|办复|办理)率")
_FEE_NAMED = re.compile(r"收费|费用|处理费|收取")
_REQUESTS = frozenset({Quantity.NEW, Quantity.CLOSED}) | GENERAL | CARRIED


@check("N14", Severity.ERROR)
def one_quantity_has_one_number(report: Report) -> Judgement:
    """domain.md N14: two places that speak of the same quantity say the same number.

    No lawful report has two numbers for one count. Only what the tables do not decide is judged here, and only words
    that have one meaning (新收, 结转, 予以公开), so that a number beside the table's is said once.
    """
    first: dict[tuple[Quantity, Quantity | None], tuple[str, Statement]] = {}
    for key, one in report.derived(spoken):
        if len(one.quantities) > 1 or one.quantities[0] in GENERAL | {Quantity.CLOSED} or one.doubtful or one.together:
            continue
        if any(count.value is not None for count in lawful(report, one)):
            continue
        where, other = first.setdefault((one.quantities[0], one.group), (key, one))
        if other.value != one.value:
            excerpt = _excerpt(report, key, one)
            words = f"前后矛盾：一处写“{_excerpt(report, where, other)}”，另一处写“{excerpt}”，请核对后统一。"
            yield Finding("N14", Severity.ERROR, words, (), key, excerpt, start=one.start)


@check("N18", Severity.ERROR)
def fees_are_said_alike(report: Report) -> Judgement:
    """domain.md N18: 未收取信息处理费 and an amount taken exclude each other.

    No lawful report takes a fee and takes none in the same year; amounts of other years are not compared.
    """
    said = [(key, one) for key in TEXTS for one in fees(report.text(key)) if one.year in {None, report.year}]
    taken = [(key, one) for key, one in said if one.value]
    for key, one in said:
        if one.value or not taken:
            continue
        other = _words(report, *taken[0])
        words = f"信息处理费前后不一致：一处写“{_words(report, key, one)}”，另一处写“{other}”，请核对。"
        yield Finding("N18", Severity.ERROR, words, (), key, _words(report, key, one), start=one.start)


@check("N19", Severity.WARNING)
def section_six_speaks_of_fees(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: section six tells what was taken for 信息处理费; none is worth a sentence too."""
    text = report.text("s6").strip()
    if text and report.form is F2021 and not _FEE_NAMED.search(text):
        words = "第六部分没有写收取信息处理费的情况。没有收取也应写一句“未收取信息处理费”。"
        yield Finding("N19", Severity.WARNING, words, (), "s6", text[:20], start=report.text("s6").index(text[:20]))


@check("N20", Severity.WARNING)
def parts_add_up_to_their_total(report: Report) -> Judgement:
    """domain.md N20: the parts after 其中 or in brackets make no more than the total; less may be left out."""
    for key in TEXTS:
        for one in part_lists(report.text(key)):
            total, sums = sum(one.parts, Decimal()), list(accumulate(one.parts))
            if one.total in sums or (len(one.parts) > 1 and total < one.total and not (one.is_close and one.is_whole)):
                continue
            if total == one.total or (len(one.parts) == 1 and total < one.total):
                continue
            excerpt = report.text(key)[one.start : one.end]
            too_many = total > one.total and (one.is_close or max(one.parts) > one.total)
            severity = Severity.WARNING if too_many else Severity.HINT
            how_far = f"相差 {abs(total - one.total):f}"
            words = f"分项相加是 {total:f}，与总数 {one.total:f} 不等，{how_far}，请核对：“{_short(excerpt)}”。"
            yield Finding("N20", severity, words, (), key, excerpt, difference=total - one.total, start=one.start)


@check("N21", Severity.ERROR)
def no_rate_is_above_one_hundred(report: Report) -> Judgement:
    """domain.md N21: 办结率、满意度 and the like are shares of a whole.

    No lawful report has a share above 100 %: growth has other words and is not judged here.
    """
    for key in TEXTS:
        for one in rates(report.text(key)):
            if one.value > _WHOLE_PERCENT:
                excerpt = _words(report, key, one)
                words = f"“{excerpt}”超过了 100%，请核对。"
                yield Finding("N21", Severity.ERROR, words, (), key, excerpt, start=one.start)


@check("N22", Severity.WARNING)
def the_rate_closed_follows_from_table_3(report: Report) -> Judgement:
    """domain.md N22: 办结率 of requests is what was closed of what was there; 按期办结率 counts only what was due."""
    new, there, closed = (_main(report, each) for each in (Quantity.NEW, Quantity.HANDLED, Quantity.CLOSED))
    if not new or not there or closed is None:
        return
    lawful_ones = [closed / there * 100, closed / new * 100, (closed - there + new) / new * 100]
    for key in TEXTS:
        for one in rates(report.text(key)):
            if one.topic is not Topic.REQUESTS or not _ALL_DONE.search(one.words) or ON_TIME.search(one.sentence):
                continue
            if any(abs(one.value - value) <= _slack(one.value) for value in lawful_ones):
                continue
            excerpt, right = _words(report, key, one), round(lawful_ones[0], 2).normalize()
            words = f"文中写“{excerpt}”，按表三计算应为 {right:f}%，请核对。"
            yield Finding("N22", Severity.WARNING, words, (), key, excerpt, start=one.start)


@check("N23", Severity.WARNING)
def money_has_its_unit(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, table 2: 行政事业性收费 in 万元, in the prose often in 元."""
    for cell in report.form.amounts:
        fee = report.value(cell.id)
        if not fee or not cell.id.startswith("t2."):
            continue
        for key in TEXTS:
            for one in charges(report.text(key)):
                as_wan = one.value if one.unit == "万元" else one.value / _WAN
                if fee not in {as_wan * _WAN, as_wan / _WAN}:
                    continue
                excerpt = _words(report, key, one)
                words = f"金额单位请核对：文中写“{excerpt}”，表二行政事业性收费是 {fee:f} 万元。"
                yield Finding("N23", Severity.WARNING, words, (cell.id,), key, excerpt, start=one.start)


@check("N24", Severity.ERROR)
def a_sentence_balances(report: Report) -> Judgement:
    """domain.md N24: what came in and what was carried over is what was closed and what is carried on.

    No lawful sentence breaks this: each request that was there was either closed or is still open. Where the sentence
    balances without what was carried in (收到 may include it, 办结 omit it), it is a warning unless table 3 agrees.
    """
    for key in TEXTS:
        text = report.text(key)
        said = [one for where, one in report.derived(spoken) if where == key and not one.doubtful and not one.scope]
        for end, sentence in _sentences(text, said):
            found = {one.quantities[0]: one for one in sentence if len(one.quantities) == 1}
            if len(found) != len(sentence) or set(found) & {Quantity.HANDLED}:
                continue
            came = found.get(Quantity.NEW) or found.get(Quantity.RECEIVED)
            rest = [found.get(each) for each in (Quantity.CARRIED_IN, Quantity.CLOSED, Quantity.CARRIED_FORWARD)]
            carried, closed, forward = rest
            if came is None or carried is None or closed is None or forward is None:
                continue
            left, right = came.value + carried.value, closed.value + forward.value
            if right == left or (right == came.value and all(_is_lawful(report, one) for one in sentence)):
                continue
            start = min(one.start for one in sentence)
            sums = f"{came.value:f} + {carried.value:f} = {left:f}，{closed.value:f} + {forward.value:f} = {right:f}"
            words = f"这句话里的数字不平衡：收到、上年结转 {sums}（办结、结转下年），请核对。"
            severity = Severity.WARNING if right == came.value else Severity.ERROR
            yield Finding("N24", severity, words, (), key, text[start:end], start=start)


@check("N25", Severity.HINT)
def one_counter_for_requests(report: Report) -> Judgement:
    """domain.md N25: requests are counted with one and the same word, best with 件."""
    said = [(key, one) for key, one in report.derived(spoken) if one.quantities[0] in _REQUESTS and one.unit]
    used = Counter(one.unit for _, one in said)
    if "件" not in used or len(used) == 1:
        return
    for key, one in said:
        if one.unit != "件":
            excerpt = _excerpt(report, key, one)
            words = f"同样说申请数量，前后用了“件”和“{one.unit}”，建议统一为“件”。"
            replacement = excerpt.removesuffix(one.unit) + "件" if excerpt.endswith(one.unit) else None
            yield Finding("N25", Severity.HINT, words, (), key, excerpt, start=one.start, replacement=replacement)


@check("Y08", Severity.WARNING)
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
    return f"{up if value > 0 else down} {abs(round(value, 2).normalize()):f}{counter}"


def _is_lawful(report: Report, one: Statement) -> bool:
    return any(count.value == one.value for count in lawful(report, one))


def _main(report: Report, quantity: Quantity) -> Decimal | None:
    counts = lawful(report, Statement((quantity,), Decimal(), 0, 0))
    return counts[0].value if counts else None


def _slack(stated: Decimal, unit: str = "%") -> Decimal:
    """Return how far a rounded figure may be off: half of its last digit, and a tenth of a point at least."""
    if unit != "%":
        return Decimal()
    exponent = stated.as_tuple().exponent
    return max(_TENTH, Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else _TENTH)


def _sentences(text: str, said: list[Statement]) -> Iterator[tuple[int, list[Statement]]]:
    """Yield the statements of each sentence with the end of the last."""
    group: list[Statement] = []
    for one in said:
        if group and re.search(r"[。！？\n]", text[group[-1].end : one.start]):
            yield group[-1].end, group
            group = []
        group.append(one)
    if group:
        yield group[-1].end, group


def _excerpt(report: Report, key: str, one: Statement) -> str:
    return report.text(key)[one.start : one.end]


def _words(report: Report, key: str, one: Amount) -> str:
    return report.text(key)[one.start : one.end]


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:20]}…{words[-18:]}"

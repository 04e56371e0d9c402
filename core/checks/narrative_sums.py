"""Family N, second part: what the prose says against itself, and its rates, sums and changes (domain.md D.5)."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, groupby

from core.checks.counts import lawful
from core.checks.passages import by_words, of_words
from core.checks.register import Judgement, check
from core.checks.spoken import held, spoken
from core.finding import Finding, Severity
from core.form import F2021
from core.form.layout import TEXTS
from core.form.outline import FEE
from core.outline import untold
from core.report import Report
from core.sentences.amounts import Amount, billed, fees
from core.sentences.lists import part_lists
from core.sentences.quantities import CARRIED, GENERAL, Quantity
from core.sentences.statements import Statement

_WHOLE_PERCENT = Decimal(100)
_TENTH = Decimal("0.1")
_WAN = Decimal(10_000)
_ALL_DONE = re.compile(r"(?:办结|办复|办理)率")
_REST = (Quantity.CARRIED_IN, Quantity.CLOSED, Quantity.CARRIED_FORWARD)
_STOP = re.compile(r"[。！？\n]")
_Balance = tuple[str, Statement, Statement, Statement, Statement]
_REQUESTS = frozenset({Quantity.NEW, Quantity.CLOSED}) | GENERAL | CARRIED


@check("N14", Severity.ERROR, "文中几处写同一件事的数字，应前后一致")
def one_quantity_has_one_number(report: Report) -> Judgement:
    """domain.md N14: two places that speak of the same quantity say the same number.

    No lawful report breaks this: one count has one number. Only what the tables do not decide is judged here, and only
    words that have one meaning (新收, 结转, 予以公开), so that a number beside the table's is said once.
    """
    first: dict[tuple[Quantity, Quantity | None], tuple[str, Statement]] = {}
    for key, one in report.derived(held).unknown:
        if len(one.quantities) > 1 or one.quantities[0] in GENERAL | {Quantity.CLOSED} or one.doubtful or one.together:
            continue
        where, other = first.setdefault((one.quantities[0], one.group), (key, one))
        if other.value != one.value:
            excerpt = _excerpt(report, key, one)
            words = f"前后矛盾：一处写“{_excerpt(report, where, other)}”，另一处写“{excerpt}”，请核对后统一。"
            yield Finding("N14", Severity.ERROR, words, (), key, excerpt, start=one.start)


@check("N18", Severity.ERROR, "是否收取信息处理费，全文说法应一致")
@of_words
def fees_are_said_alike(report: Report) -> Judgement:
    """domain.md N18: 未收取信息处理费 and an amount taken exclude each other.

    No lawful report breaks this: nobody takes a fee and takes none in the same year; amounts of other years are not
    compared.
    """
    said = [(key, one) for key in TEXTS for one in fees(report.text(key)) if one.year in {None, report.year}]
    taken = [(key, one) for key, one in said if one.value]
    for key, one in said:
        if one.value or not taken:
            continue
        other = _words(report, *taken[0])
        words = f"信息处理费前后不一致：一处写“{_words(report, key, one)}”，另一处写“{other}”，请核对。"
        yield Finding("N18", Severity.ERROR, words, (), key, _words(report, key, one), start=one.start)
    yield from _taken_beyond_the_notices(report, taken)


def _taken_beyond_the_notices(report: Report, taken: list[tuple[str, Amount]]) -> Iterator[Finding]:
    """Yield where a sentence says that more was taken than the notices asked for; of the year before it may be."""
    for key, one in taken:
        asked = [each for each in billed(report.text(key)) if each.sentence == one.sentence and each.start != one.start]
        if asked and one.value > max(each.value for each in asked):
            most = max(asked, key=lambda each: each.value)
            words = f"文中写“{_words(report, key, one)}”，多于收费通知的金额（“{_words(report, key, most)}”），请核对。"
            yield Finding("N18", Severity.WARNING, words, (), key, _words(report, key, one), start=one.start)


@check("N19", Severity.WARNING, "第六部分应写收取信息处理费情况，没有收取也写一句")
@of_words
def section_six_speaks_of_fees(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: section six tells what was taken for 信息处理费; none is worth a sentence too."""
    text = report.text("s6").strip()
    if text and report.form is F2021 and untold(text, (FEE,)):
        words = "第六部分没有写收取信息处理费的情况。没有收取也应写一句“未收取信息处理费”。"
        yield Finding("N19", Severity.WARNING, words, (), "s6", text[:20], start=report.text("s6").index(text[:20]))


@check("N20", Severity.WARNING, "“其中”后面各项相加，不应多于总数")
@of_words
def parts_add_up_to_their_total(report: Report) -> Judgement:
    """domain.md N20: the parts after 其中 or in brackets make no more than the total; less may be left out."""
    for key in TEXTS:
        for one in part_lists(report.text(key)):
            total, sums = sum(one.parts, Decimal()), list(accumulate(one.parts))
            if one.total in sums or (len(one.parts) == 1 and total < one.total):
                continue
            turned = len(one.parts) > 1 and _fits_with_digits_turned(one.parts, one.total)
            if total < one.total and not turned and not (one.is_close and one.is_whole):
                continue
            excerpt = report.text(key)[one.start : one.end]
            too_many = total > one.total and (one.is_close or turned or max(one.parts) > one.total)
            severity = Severity.WARNING if too_many else Severity.HINT
            how_far = f"相差 {abs(total - one.total):f}"
            words = f"分项相加是 {total:f}，与总数 {one.total:f} 不等，{how_far}，请核对：“{_short(excerpt)}”。"
            yield Finding("N20", severity, words, (), key, excerpt, difference=total - one.total, start=one.start)


def _fits_with_digits_turned(parts: tuple[Decimal, ...], total: Decimal) -> bool:
    """Whether two neighbouring digits of one number, exchanged, would make the list add up."""
    rest = total - sum(parts, Decimal())
    return any(turned - part == rest for part in parts for turned in _turned(part)) or any(
        turned - total == -rest for turned in _turned(total)
    )


def _turned(value: Decimal) -> Iterator[Decimal]:
    digits = f"{value:f}"
    if digits.isdigit():
        for i in range(len(digits) - 1):
            if digits[i] != digits[i + 1]:
                yield Decimal(f"{digits[:i]}{digits[i + 1]}{digits[i]}{digits[i + 2 :]}")


@check("N24", Severity.ERROR, "同一句里，新收加上年结转应等于办结加结转下年度")
def a_sentence_balances(report: Report) -> Judgement:
    """domain.md N24: what came in and what was carried over is what was closed and what is carried on.

    No lawful report breaks this: each request that was there was either closed or is still open. Where the sentence
    balances without what was carried in (收到 may include it, 办结 omit it), it is a warning unless table 3 agrees.
    """
    for key, came, carried, closed, forward in _balances(report):
        left, right = came.value + carried.value, closed.value + forward.value
        said = (came, carried, closed, forward)
        if right == left or (right == came.value and all(_is_lawful(report, one) for one in said)):
            continue
        start, end = min(one.start for one in said), max(one.end for one in said)
        sums = f"{came.value:f} + {carried.value:f} = {left:f}，{closed.value:f} + {forward.value:f} = {right:f}"
        words = f"这句话里的数字不平衡：收到、上年结转 {sums}（办结、结转下年），请核对。"
        severity = Severity.WARNING if right == came.value else Severity.ERROR
        yield Finding("N24", severity, words, (), key, report.text(key)[start:end], start=start)


@check("N25", Severity.HINT, "申请的数量，全文应统一用“件”")
@of_words
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


def _is_lawful(report: Report, one: Statement) -> bool:
    return any(count.value == one.value for count in lawful(report, one))


@by_words
def _balances(report: Report) -> tuple[_Balance, ...]:
    """Return the sentences that tell what came, was carried in, was closed and is carried on, each once."""
    found = []
    for (key, _), group in groupby(_numbered(report), lambda each: each[0]):
        said = [one for _, one in group]
        by_kind = {one.quantities[0]: one for one in said if len(one.quantities) == 1}
        came = by_kind.get(Quantity.NEW) or by_kind.get(Quantity.RECEIVED)
        carried, closed, forward = (by_kind.get(each) for each in _REST)
        if len(by_kind) == len(said) and came and carried and closed and forward and Quantity.HANDLED not in by_kind:
            found.append((key, came, carried, closed, forward))
    return tuple(found)


def _numbered(report: Report) -> Iterator[tuple[tuple[str, int], Statement]]:
    """Yield the certain statements of the whole unit with the text and the sentence they stand in."""
    number, last = 0, ("", 0)
    for key, one in report.derived(spoken):
        if key != last[0] or _STOP.search(report.text(key), last[1], one.start):
            number += 1
        last = (key, one.end)
        if not one.doubtful and not one.scope:
            yield (key, number), one


def _excerpt(report: Report, key: str, one: Statement) -> str:
    return report.text(key)[one.start : one.end]


def _words(report: Report, key: str, one: Amount) -> str:
    return report.text(key)[one.start : one.end]


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:20]}…{words[-18:]}"

"""Family X: the tables against each other, and fees in the text against the tables (domain.md D.3).

None of these is an error: each can be so for a reason that the clerk knows.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from core.cells import CellId
from core.checks.across_years import year_before
from core.checks.register import Judgement, check
from core.checks.spoken import reports_for
from core.cover import likely_org_type
from core.finding import Finding, Severity, Undecided
from core.form import F2021
from core.report import OrgType, Report
from core.sentences.amounts import Amount, fees
from core.sentences.notices import notices

FEW_FORWARD = 5
_AS_YUAN = 100
MANY_BEFORE = 10
"""What was fewer last year may well be none this year."""

_FEE_TEXTS = ("s1", "s6")
_FEE = CellId("t2.admin_fees.amount_wan")
_UNPAID = CellId("t3.other_unpaid_fee.total")
_NEW, _CARRIED_IN = CellId("t3.new_requests.total"), CellId("t3.carried_in.total")
_HANDLED, _FORWARD = CellId("t3.total_handled.total"), CellId("t3.carried_forward.total")
_REVIEW, _AFTER = CellId("t4.review.total"), CellId("t4.lawsuit_after_review.total")
_APPEALS = (_REVIEW, CellId("t4.lawsuit_direct.total"), _AFTER)
_RULES = tuple(CellId(f"t2.regulations.{column}") for column in ("issued", "repealed", "in_force"))
_ITEMS = tuple(CellId(f"t2.{row}.decisions") for row in ("licensing", "penalties", "coercion"))
_COUNTY = re.compile(r"[县旗]|(?<!自治)(?<!新)(?<!发)区")
_AREA = re.compile(r"全[省市县区州盟旗]")
_MINISTRY = re.compile(r"^(?:国家|中国|中华|国务院)|部$")


@check("X01", Severity.WARNING, "表二收费金额，不应少于文中写的信息处理费")
def the_fee_of_the_text_is_within_the_tables(report: Report) -> Judgement:
    """国办函〔2020〕109号, domain.md X01: 信息处理费 is a 行政事业性收费 and counted among them, rounded to 万元."""
    taken = [(key, fee) for key, fee in _fees(report) if fee.value > 0]
    if not taken or _FEE not in report.form.cells:
        return
    key, fee = max(taken, key=lambda each: each[1].value)
    amount = report.value(_FEE)
    if amount is None:
        yield Undecided("X01", (_FEE,), "“行政事业性收费”还没有填，不能与第六部分对照。")
    elif fee.value == amount and amount >= _AS_YUAN:
        words = (
            f"文中写收取信息处理费 {fee.value:f} 元，表二“行政事业性收费”也是 {amount:f}，单位却是万元，"
            "是不是把“元”当成了“万元”？"
        )
        yield Finding(
            "X01", Severity.WARNING, words, (_FEE,), key, report.text(key)[fee.start : fee.end], start=fee.start
        )
    elif fee.value > amount * 10_000 + (_rounded_away(amount) if amount else 0):
        words = (
            f"文中写收取信息处理费 {fee.value.normalize():f} 元，但表二“行政事业性收费”只有 {amount:f} 万元。"
            "信息处理费属于行政事业性收费，应包含在内，请核对。"
        )
        excerpt = report.text(key)[fee.start : fee.end]
        yield Finding("X01", Severity.WARNING, words, (_FEE,), key, excerpt, start=fee.start)


@check("X02", Severity.WARNING, "表三有逾期未缴费的，文中应写发过收费通知")
def unpaid_fees_follow_from_notices(report: Report) -> Judgement:
    """国办函〔2020〕109号, domain.md X02: nobody fails to pay in time who got no notice."""
    unpaid = _number(report, _UNPAID)
    for key, start, end, count in _notices(report) if unpaid else ():
        if not count:
            words = (
                f"表三有 {unpaid:f} 件“逾期未缴费不再处理”，说明发过收费通知，文中却写没有。"
                "请写明发出收费通知的件数和金额。"
            )
            yield Finding("X02", Severity.WARNING, words, (_UNPAID,), key, report.text(key)[start:end], start=start)


@check("X03", Severity.WARNING, "表三逾期未缴费的件数，不应多于发出的收费通知")
def no_more_are_unpaid_than_were_notified(report: Report) -> Judgement:
    """国办函〔2020〕109号, domain.md X03: at most as many fees are unpaid as notices were sent."""
    unpaid = _number(report, _UNPAID)
    for key, start, end, count in _notices(report) if unpaid else ():
        if 0 < count < (unpaid or 0):
            words = f"逾期未缴费 {unpaid:f} 件，多于文中发出收费通知的 {count} 件，请核对。"
            yield Finding("X03", Severity.WARNING, words, (_UNPAID,), key, report.text(key)[start:end], start=start)


@check("X04", Severity.WARNING, "规章由国务院部门和省、市政府制定，其他单位应为 0")
def only_some_bodies_make_rules(report: Report) -> Judgement:
    """《立法法》, domain.md X04: 规章 are made by ministries and by governments of provinces and 设区的市."""
    if report.form is not F2021 or _may_make_rules(report):
        return
    cells = tuple(cell for cell in _RULES if report.value(cell))
    if cells:
        words = (
            "“规章”指国务院部门或省、设区的市（自治州）政府制定的规章，不是单位内部规章制度。本单位一般应为 0，请核对。"
        )
        yield Finding("X04", Severity.WARNING, words, cells)


@check("X05", Severity.WARNING, "上年结转的申请应在本年办完，办结不应少于结转")
def what_was_carried_in_is_handled(report: Report) -> Judgement:
    """条例第三十三条, domain.md X05: what is left from last year is closed within 20 working days, or 40."""
    for column in report.form.table("t3").columns[:-1]:
        carried, handled = (CellId(f"t3.{row}.{column.id}") for row in ("carried_in", "total_handled"))
        left = _number(report, carried)
        if not left:
            continue
        done = _number(report, handled)
        if done is None:
            yield Undecided("X05", report.missing(handled), f"“{column.label}”一列的办理结果还没有填全。")
        elif done < left:
            words = (
                f"“{column.label}”上年结转 {left:f} 件，本年却只办结 {done:f} 件，说明有申请跨了一整年仍未办结"
                "（法定期限 20 个工作日，最多再延长 20 个），请核对。"
            )
            yield Finding("X05", Severity.WARNING, words, (carried, handled), difference=left - done)


@check("X06", Severity.HINT, "结转下年度的应只是年底收到的少数申请")
def little_is_carried_forward(report: Report) -> Judgement:
    """条例第三十三条, domain.md X06: only what came in at the end of the year is carried forward."""
    forward, new = _number(report, _FORWARD), _number(report, _NEW)
    if forward is None or new is None or forward <= FEW_FORWARD or forward * 3 <= new:
        return
    share = f"，占全年新收的 {round(100 * forward / new)}%，偏高" if new else "，本年却没有新收"
    words = f"结转下年度 {forward:f} 件{share}。只有年底前收到、尚在办理期限内的申请才应结转。"
    yield Finding("X06", Severity.HINT, words, (_FORWARD, _NEW))


@check("X07", Severity.HINT, "全年没有申请的，一般也没有复议和诉讼")
def appeals_come_from_requests(report: Report) -> Judgement:
    """Common sense (domain.md X07): appeals without a request are of requests of years before."""
    appeals = [cell for cell in _APPEALS if (_number(report, cell) or 0) > 0]
    if appeals and _has_no_requests(report):
        words = "本年没有申请，但有行政复议或诉讼。若因以前年度申请引发，属正常，建议在文字中说明。"
        yield Finding("X07", Severity.HINT, words, tuple(appeals))


@check("X08", Severity.HINT, "行政复议件数，不应多于两年办结的申请件数")
def no_more_reviews_than_requests(report: Report) -> Judgement:
    """Common sense (domain.md X08): reviews are of requests of this year or the last."""
    yield from _more_than(
        report, "X08", _REVIEW, _HANDLED, "行政复议 {a:f} 件多于两年办结的申请数 {b:f} 件，请核对口径。"
    )


@check("X09", Severity.HINT, "复议后起诉的件数，不应多于两年的行政复议件数")
def no_more_lawsuits_after_review_than_reviews(report: Report) -> Judgement:
    """Common sense (domain.md X09): a lawsuit after review follows a review of this year or the last."""
    words = "“复议后起诉” {a:f} 件多于两年的行政复议总数 {b:f} 件，请核对。"
    yield from _more_than(report, "X09", _AFTER, _REVIEW, words)


@check("X10", Severity.HINT, "去年许可、处罚等件数较多的，今年一般不会是 0")
def decisions_do_not_vanish(report: Report) -> Judgement:
    """Common sense (domain.md X10): a unit with many decisions last year has some this year."""
    last = year_before(report)
    for cell in _ITEMS if last is not None and last.form is report.form is F2021 else ():
        before = last.value(cell) if last else None
        if before is not None and before >= MANY_BEFORE and report.value(cell) == 0:
            name = report.form.cells[cell].row.label
            words = f"去年“{name}”为 {before:f}，今年为 0，请确认不是漏填。"
            yield Finding("X10", Severity.HINT, words, (cell,), suspect=cell)


@check("X11", Severity.HINT, "表三没有申请的，文中一般不会写收取信息处理费")
def fees_come_from_requests(report: Report) -> Judgement:
    """Common sense (domain.md X11): a fee is taken for a request."""
    if not _has_no_requests(report):
        return
    for key, fee in _fees(report):
        if fee.value > 0:
            excerpt = report.text(key)[fee.start : fee.end]
            words = f"表三为 0，但文中写到收取信息处理费 {fee.value.normalize():f} 元，请核对。"
            yield Finding("X11", Severity.HINT, words, (_NEW,), key, excerpt, start=fee.start)


# ---------------------------------------------------------------- what the rules ask


def _number(report: Report, cell: CellId) -> Decimal | None:
    return report.as_printed(cell).value if cell in report.form.cells else None


def _has_no_requests(report: Report) -> bool:
    return all(_number(report, cell) == 0 for cell in (_NEW, _CARRIED_IN, _HANDLED, _FORWARD))


def _rounded_away(amount: Decimal) -> Decimal:
    """Return how many 元 may be lost where an amount in 万元 is rounded to the places written."""
    exponent = amount.as_tuple().exponent
    return Decimal(5000).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)


def _may_make_rules(report: Report) -> bool:
    kind = report.org_type or likely_org_type(report.unit)
    if kind is OrgType.DEPARTMENT:
        return bool(_MINISTRY.search(report.unit))
    if kind is OrgType.GOVERNMENT:
        return not _COUNTY.search(report.unit)
    return kind is not OrgType.TOWNSHIP


def _fees(report: Report) -> Iterator[tuple[str, Amount]]:
    """Yield what the text says was taken this year."""
    for key in _FEE_TEXTS:
        for fee in fees(report.text(key)) if key not in report.stale else ():
            area = _AREA.search(fee.sentence)
            if area and not reports_for(report.unit, area.group()):
                continue
            if fee.year is None or report.year is None or fee.year == report.year:
                yield key, fee


def _notices(report: Report) -> Iterator[tuple[str, int, int, int]]:
    for key in _FEE_TEXTS:
        for each in notices(report.text(key)) if key not in report.stale else ():
            yield key, each.start, each.end, each.count


def _more_than(report: Report, code: str, cell: CellId, limit: CellId, words: str) -> Judgement:
    """Judge a number that can hardly be more than another one of two years together."""
    last = year_before(report)
    if last is None:
        return
    values = _number(report, cell), _number(report, limit), _number(last, limit)
    if None in values:
        return
    now, this, before = (value or Decimal() for value in values)
    if now > this + before > 0:
        yield Finding(code, Severity.HINT, words.format(a=now, b=this + before), (cell, limit))

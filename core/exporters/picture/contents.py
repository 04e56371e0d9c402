"""Which figures the 图解 has: the flow of requests, who asked, what became of it, disputes, what was disclosed."""

from dataclasses import dataclass

from core.cells import CellId
from core.exporters import pages
from core.exporters.picture import wording
from core.exporters.picture.figures import WAN, Bar, Chart, Group, Remark, bar
from core.form.layout import Row
from core.form.requests import COLUMNS
from core.report import Report
from core.succession import as_f2021

_GROUPS = ("（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理")
_OUTCOMES = (("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结"))
_COURTS = (
    ("review", "行政复议", "行政复议"),
    ("lawsuit_direct", "未经复议直接起诉", "行政诉讼：未经复议直接起诉"),
    ("lawsuit_after_review", "复议后起诉", "行政诉讼：复议后起诉"),
)
_DOCUMENTS = (("issued", "本年制发"), ("repealed", "本年废止"), ("in_force", "现行有效"))
_DECISIONS = (("licensing", "行政许可"), ("penalties", "行政处罚"), ("coercion", "行政强制"))


@dataclass(frozen=True, slots=True)
class Flow:
    """What came in and what went out, with the signs between: ＋ ＝ ＋, or ≠ where the report does not add up."""

    bars: tuple[Bar, ...]
    signs: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Figures:
    """All that the page shows. `before` names last year, "" where no report of it is attached."""

    unit: str
    title: str
    now: str
    before: str
    flow: Flow | None
    groups: tuple[Group, ...]


def figures(report: Report) -> Figures:
    """Return what the 图解 of a report shows; one in an old format as it reads in the new one."""
    report = as_f2021(report)[0]
    requests, flow = _requests(report)
    return Figures(
        unit=pages.title(report).author,
        title=f"{report.standard_title}图解",
        now=f"{report.year}年" if report.year else "本年",
        before=wording.year_before(report),
        flow=flow,
        groups=(requests, _disputes(report), _disclosure(report)),
    )


# ---------------------------------------------------------------- table 3


def _requests(report: Report) -> tuple[Group, Flow | None]:
    came = tuple(
        bar(report, name, _t3(row)) for row, name in (("new_requests", "本年新收"), ("carried_in", "上年结转"))
    )
    went = tuple(
        bar(report, name, _t3(row)) for row, name in (("total_handled", "本年办结"), ("carried_forward", "结转下年度"))
    )
    nothing = wording.instead_of_table(report, "t3", "本年没有收到政府信息公开申请，也没有上年结转的申请", "也是这样")
    if nothing:
        return Group("申请办理", (), _source("三"), nothing), None
    group = Group(
        wording.headed("申请办理：新收", came[0], report),
        (_applicants(report, came[0]), _results(report, went[0])),
        _source("三"),
    )
    flow = Flow((*came, *went), wording.signs(came, went), _source("三", "，第一、二项，第三（七）项，第四项的总计列"))
    return group, flow


def _applicants(report: Report, total: Bar) -> Chart:
    bars = tuple(bar(report, column.label, _t3("new_requests", column.id)) for column in COLUMNS[:-1])
    title = wording.most("本年新收", total.now, bars)
    return _chart(title, bars, _source("三", "，第一项，各类申请人"), "requests", report)


def _results(report: Report, total: Bar) -> Chart:
    rows = report.form.table("t3").rows
    single = (("granted", "予以公开"), ("partial", "部分公开"))
    grouped = ((group, tuple(row for row in rows if row.group == group)) for group in _GROUPS)
    bars = (
        *(bar(report, name, _t3(row)) for row, name in single),
        *(bar(report, _plain(group), *(_t3(row.id) for row in members)) for group, members in grouped),
    )
    title = wording.most("本年办结", total.now, bars)
    return _chart(title, bars, _source("三", "，第三项总计列，（三）至（六）为各分项相加"), "requests", report)


def _plain(group: str) -> str:
    return Row("", group, "").name


# ---------------------------------------------------------------- table 4


def _disputes(report: Report) -> Group:
    review, *lawsuits = (bar(report, name, CellId(f"t4.{row}.total")) for row, name, _ in _COURTS)
    nothing = wording.instead_of_table(report, "t4", "本年没有因政府信息公开被申请行政复议、被提起行政诉讼", "也没有")
    if nothing:
        return Group("行政复议和行政诉讼", (), _source("四"), nothing)
    both = bar(report, "行政诉讼", *(cell for lawsuit in lawsuits for cell in lawsuit.now.cells))
    return Group(wording.listed((review, both)), tuple(_court(report, *court) for court in _COURTS), _source("四"))


def _court(report: Report, row: str, short: str, name: str) -> Chart:
    total = bar(report, name, CellId(f"t4.{row}.total"))
    bars = tuple(bar(report, label, CellId(f"t4.{row}.{outcome}")) for outcome, label in _OUTCOMES)
    return _chart(wording.most(name, total.now, bars), bars, _source("四", f"，{short}"), "disputes", report)


# ---------------------------------------------------------------- table 2


def _disclosure(report: Report) -> Group:
    nothing = wording.instead_of_table(
        report, "t2", "规章、行政规范性文件、行政许可、行政处罚、行政强制和行政事业性收费，本年的数都是0", "也都是0"
    )
    if nothing:
        return Group("主动公开政府信息", (), _source("二"), nothing)
    documents = (_documents(report, "regulations", "规章"), _documents(report, "normative_docs", "行政规范性文件"))
    bars = tuple(bar(report, name, CellId(f"t2.{row}.decisions")) for row, name in _DECISIONS)
    decisions = _chart(
        wording.greatest("处理决定", bars), bars, _source("二", "，本年处理决定数量"), "decisions", report
    )
    return Group("主动公开政府信息", (*documents, decisions), _source("二"), remark=_fees(report))


def _documents(report: Report, row: str, name: str) -> Chart:
    bars = tuple(bar(report, label, CellId(f"t2.{row}.{column}")) for column, label in _DOCUMENTS)
    return _chart(wording.in_force(name, bars[-1]), bars, _source("二", f"，{name}"), "documents", report)


def _fees(report: Report) -> Remark:
    fees = bar(report, "行政事业性收费", CellId("t2.admin_fees.amount_wan"))
    words = wording.spelled(fees, wording.name_before(report), WAN)
    return Remark(fees, words, _source("二", "，本年收费金额"))


# ---------------------------------------------------------------- all


def _chart(title: str, bars: tuple[Bar, ...], source: str, scale: str, report: Report) -> Chart:
    return Chart(title, bars, source, scale, wording.instead_of_bars(bars, wording.name_before(report)))


def _t3(row: str, column: str = "total") -> CellId:
    return CellId(f"t3.{row}.{column}")


def _source(table: str, where: str = "") -> str:
    return f"来源：本报告表{table}{where}"

"""What the 校核单 says: findings with the reasons given, the sums that were checked, and what could not be judged.

Only words and their order; how they stand on paper is the writer's matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from core.balance import Balance, balance
from core.cells import CellId
from core.checks import catalogue, rulebook
from core.checks.register import Rule, Verdict
from core.finding import Finding, Severity
from core.form.layout import Equation
from core.report import Report
from core.summary import summary, text_name

WEIGHTS = {Severity.ERROR: "必须改", Severity.WARNING: "要说明", Severity.HINT: "提示"}
HOLDS, FAILS, UNKNOWN = "平", "不平", "无法判断"
SIGNERS = ("编制", "审核", "分管领导")
DAY = "　　　年　　月　　日"

FINDINGS = ("序号", "规则", "轻重", "位置", "问题", "说明的原因")
SUMS = ("对象", "左边", "右边", "相差", "结论")
UNJUDGED = ("规则", "涉及的格或文字", "没有审的原因")
OFF = "本单位停用了这条规则"
NO_FINDINGS, NONE_UNJUDGED = "没有发现问题。", "没有。"
"""Heads of the three tables, and what stands below one that has nothing to tell."""

_EQUATIONS = {
    "A01": "表三各行：六类申请人相加 = 总计",
    "A02": "表三各列：（一）至（六）各项相加 = （七）总计",
    "A03": "表三各列：本年新收 + 上年结转 = 办理结果总计 + 结转下年度",
    "A04": "表四各类：维持 + 纠正 + 其他 + 尚未审结 = 总计",
}
_FORWARD = "与上年对照，表三各列：上年年报的结转下年度 = 本年的上年结转"
_MOST_TERMS = 7  # written one by one; of more only the sum
_MOST_CELLS = 3  # named one by one
_LONGEST_EXCERPT = 40


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding in words; `reason` is empty where none was given."""

    code: str
    weight: str
    place: str
    message: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Both sides of a sum, how far they are apart, and 平, 不平 or 无法判断."""

    subject: str
    left: str
    right: str
    apart: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What was not judged, where, and why not."""

    code: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The whole sheet; `sums` are the sums by what they have in common."""

    title: str
    facts: tuple[tuple[str, str], ...]
    findings: tuple[Noted, ...]
    sums: tuple[tuple[str, tuple[Reckoned, ...]], ...]
    rules: str
    unjudged: tuple[Unjudged, ...]


def check_sheet(report: Report, verdict: Verdict, doubts: Sequence[tuple[str, str]] = ()) -> CheckSheet:
    """Return what to print of a report that was judged; `doubts` are the places read unsurely, and why."""
    off = rulebook.switched_off(report)
    undecided = (
        Unjudged(one.code, _cells(report, one.cells) or "全篇", one.reason) for one in dict.fromkeys(verdict.undecided)
    )
    return CheckSheet(
        title=f"{report.unit}{report.title or report.standard_title}校核单",
        facts=_facts(report, verdict),
        findings=tuple(_noted(report, finding) for finding in verdict.findings),
        sums=_sums(report),
        rules=_rules(off),
        unjudged=(
            *(Unjudged(rule.code, rule.words, OFF) for rule in off),
            *undecided,
            *(Unjudged("读入", where, reason) for where, reason in doubts),
        ),
    )


def _rules(off: Sequence[Rule]) -> str:
    """Say how many rules there are, and which of them did not judge."""
    if not off:
        return f"审核规则共 {len(catalogue.RULES)} 条，全部启用，没有停用的。"
    codes = "、".join(rule.code for rule in off)
    return f"审核规则共 {len(catalogue.RULES)} 条，本单位停用了 {len(off)} 条：{codes}。停用的规则没有审，列在下面。"


def _facts(report: Report, verdict: Verdict) -> tuple[tuple[str, str], ...]:
    last = report.last_year
    beside = "没有对照" if last is None else f"{last.unit}{f'{last.year}年' if last.year else ''}年报"
    facts = [
        ("填报单位", report.unit or "没有填写"),
        ("报告年度", f"{report.year}年" if report.year else "没有填写"),
        ("格式依据", report.form.basis),
        ("对照的上年年报", beside),
        ("审核结论", summary(report, verdict).sentence),
    ]
    if report.source is not None:
        facts.insert(4, ("来源文件", report.source.name))
    return tuple(facts)


# ---------------------------------------------------------------- findings


def _noted(report: Report, finding: Finding) -> Noted:
    return Noted(
        finding.code,
        WEIGHTS[finding.severity],
        _place(report, finding),
        finding.message,
        report.reasons.get(finding.occasion, ""),
    )


def _place(report: Report, finding: Finding) -> str:
    """Name the cells, or the text and the words in it."""
    if finding.section is None:
        return _cells(report, finding.cells) or "全篇"
    name = "标题" if finding.section == "title" else text_name(report.form, finding.section)
    excerpt = finding.excerpt or ""
    shown = excerpt if len(excerpt) <= _LONGEST_EXCERPT else f"{excerpt[:_LONGEST_EXCERPT]}…"
    return f"{name}：“{shown}”" if shown else name


def _cells(report: Report, cells: Sequence[CellId]) -> str:
    """Name cells one by one while they are few; more of one row or column by that row or column."""
    known = [report.form.cells[cell] for cell in cells]
    tables = [report.form.table(cell.table).name for cell in known]
    if len(cells) <= _MOST_CELLS:
        return "；".join(f"{table} {cell.name}" for table, cell in zip(tables, known, strict=True))
    rows, columns = {cell.row.name for cell in known}, {cell.column.label for cell in known}
    if len(set(tables)) == 1 and len(rows) == 1:
        return f"{tables[0]} {known[0].row.name}（一行 {len(cells)} 格）"
    if len(set(tables)) == 1 and len(columns) == 1:
        return f"{tables[0]} {known[0].column.label}（一列 {len(cells)} 格）"
    named = "；".join(f"{table} {cell.name}" for table, cell in zip(tables[:_MOST_CELLS], known, strict=False))
    return f"{named}；等 {len(cells)} 格"


# ---------------------------------------------------------------- sums


def _sums(report: Report) -> tuple[tuple[str, tuple[Reckoned, ...]], ...]:
    judged = sorted(report.form.equations, key=lambda equation: (equation.code != "A03", equation.code))
    groups = [
        (_EQUATIONS[code], tuple(_reckoned(report, equation) for equation in equations))
        for code, equations in groupby(judged, key=lambda equation: equation.code)
    ]
    carried = _carried(report)
    return (*groups, *([(_FORWARD, carried)] if carried else []))


def _reckoned(report: Report, equation: Equation) -> Reckoned:
    both = balance(report, equation, printed=True)
    left, right = (_side(report, cells) for cells in (equation.left, equation.right))
    return Reckoned(equation.subject, left, right, *_outcome(both))


def _carried(report: Report) -> tuple[Reckoned, ...]:
    """Compare what last year carried forward with what this year says it took over, column by column."""
    last = report.last_year
    if last is None or last.form is not report.form:
        return ()
    return tuple(
        Reckoned(
            cell.column.label,
            _side(last, (before,)),
            _side(report, (cell.id,)),
            *_outcome(Balance(last.as_printed(before).value, report.as_printed(cell.id).value)),
        )
        for cell in report.form.table("t3").cells
        if cell.row.id == "carried_in" and (before := CellId(f"t3.carried_forward.{cell.column.id}"))
    )


def _side(report: Report, cells: Sequence[CellId]) -> str:
    """Write one side of a sum with its terms, or say how many of them are no numbers."""
    values = [report.as_printed(cell).value for cell in cells]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return f"有 {len(values) - len(known)} 格没有数"
    if len(known) == 1:
        return f"{known[0]:f}"
    terms = "+".join(f"{value:f}" for value in known) if len(known) <= _MOST_TERMS else f"{len(known)} 项相加"
    return f"{terms}={sum(known):f}"


def _outcome(both: Balance) -> tuple[str, str]:
    if both.difference is None:
        return "", UNKNOWN
    return (f"{abs(both.difference):f}", FAILS) if both.difference else ("0", HOLDS)

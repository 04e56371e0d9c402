"""What the 校核单 says: findings with the reasons given, the sums that were checked, and what could not be judged.

Only words and their order; how they stand on paper is the writer's matter.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from core.balance import Balance, balance
from core.cells import CellId
from core.checks import catalogue, rulebook
from core.checks.register import Rule, Verdict
from core.finding import Finding, Severity, Undecided
from core.form.layout import Equation
from core.report import Report
from core.summary import summary, text_name

WEIGHTS = {Severity.ERROR: "必须改", Severity.WARNING: "要说明", Severity.HINT: "提示"}
HOLDS, FAILS, EXPLAINED, UNKNOWN = "平", "不平", "不平，已说明", "无法判断"
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
_CARRIED_RULES = ("Y01", "Y03")
_FORWARD = "与上年对照，表三各列：上年年报的结转下年度 = 本年的上年结转"
_MOST_TERMS = 7  # written one by one; of more only the sum
_MOST_CELLS = 3  # named one by one
_LONGEST_EXCERPT = 24
_FEWEST_ALIKE = 4  # findings of single cells that differ in nothing but the cell are then told in one line
_ALIKE = {
    "C01": "{count} 格没有填写。没有发生的请填 0，不要留空。",
    "C02": "{count} 格写的不是数字（{marks}）。表格应填数字，没有发生请填 0。",
}
_MANY_UNJUDGED = "所涉的格没有填，或者不是数字。"


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
    """Both sides of a sum, how far they are apart, and 平, 不平, 不平，已说明 or 无法判断."""

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
    return CheckSheet(
        title=f"{report.unit}{report.title or report.standard_title}校核单",
        facts=_facts(report, verdict),
        findings=tuple(_noted_all(report, verdict.findings)),
        sums=_sums(report, _explained(report, verdict)),
        rules=_rules(off),
        unjudged=(
            *(Unjudged(rule.code, rule.words, OFF) for rule in off),
            *_undecided(report, verdict),
            *(Unjudged("读入", where, reason) for where, reason in doubts),
        ),
    )


def _rules(off: Sequence[Rule]) -> str:
    """Say how many rules there are, and which of them did not judge."""
    if not off:
        return f"审核规则共 {len(catalogue.RULES)} 条，全部启用，没有停用的。"
    codes = "、".join(rule.code for rule in off)
    return f"审核规则共 {len(catalogue.RULES)} 条，本单位停用了 {len(off)} 条：{codes}。停用的规则没有审。"


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


def _noted_all(report: Report, findings: Sequence[Finding]) -> Iterator[Noted]:
    """Tell findings in their order; those that differ in nothing but the cell in one line for their table."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.code in _ALIKE and len(finding.cells) == 1 and finding.occasion not in report.reasons:
            groups.setdefault((finding.code, report.form.cells[finding.cells[0]].table), []).append(finding)
    alike = {finding: group for group in groups.values() if len(group) >= _FEWEST_ALIKE for finding in group}
    for finding in findings:
        group = alike.get(finding)
        if group is None:
            yield _noted(report, finding)
        elif finding is group[0]:
            yield _noted_group(report, group)


def _noted_group(report: Report, group: Sequence[Finding]) -> Noted:
    cells = tuple(cell for finding in group for cell in finding.cells)
    marks = "、".join(dict.fromkeys(f"“{report.as_printed(cell).raw.strip()}”" for cell in cells))
    words = _ALIKE[group[0].code].format(count=len(cells), marks=marks)
    return Noted(group[0].code, WEIGHTS[group[0].severity], _cells(report, cells), words, "")


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


def _undecided(report: Report, verdict: Verdict) -> Iterator[Unjudged]:
    """Tell what could not be judged; a rule that many cells kept from judging in one line."""
    by_code: dict[str, list[Undecided]] = {}
    for one in dict.fromkeys(verdict.undecided):
        by_code.setdefault(one.code, []).append(one)
    for code, waiting in by_code.items():
        if len(waiting) < _FEWEST_ALIKE or not all(one.cells for one in waiting):
            yield from (Unjudged(code, _cells(report, one.cells) or "全篇", one.reason) for one in waiting)
        else:
            cells = tuple(dict.fromkeys(cell for one in waiting for cell in one.cells))
            yield Unjudged(code, f"{len(waiting)} 处：{_cells(report, cells)}", _MANY_UNJUDGED)


# ---------------------------------------------------------------- sums


def _explained(report: Report, verdict: Verdict) -> frozenset[tuple[str, CellId]]:
    """Which cells a reason was given for, by the rule that found them."""
    answered = (finding for finding in verdict.findings if finding.occasion in report.reasons)
    return frozenset((finding.code, cell) for finding in answered for cell in finding.cells)


def _sums(report: Report, explained: AbstractSet[tuple[str, CellId]]) -> tuple[tuple[str, tuple[Reckoned, ...]], ...]:
    judged = sorted(report.form.equations, key=lambda equation: (equation.code != "A03", equation.code))
    groups = [
        (_EQUATIONS[code], tuple(_reckoned(report, equation, explained) for equation in equations))
        for code, equations in groupby(judged, key=lambda equation: equation.code)
    ]
    carried = _carried(report, explained)
    return (*groups[:1], *([(_FORWARD, carried)] if carried else []), *groups[1:])


def _reckoned(report: Report, equation: Equation, explained: AbstractSet[tuple[str, CellId]]) -> Reckoned:
    both = balance(report, equation, printed=True)
    has_reason = all((equation.code, cell) in explained for cell in equation.cells)
    left, right = (_side(report, cells) for cells in (equation.left, equation.right))
    return Reckoned(equation.subject, left, right, *_outcome(both, has_reason=has_reason))


def _carried(report: Report, explained: AbstractSet[tuple[str, CellId]]) -> tuple[Reckoned, ...]:
    """Compare what last year carried forward with what this year says it took over, column by column."""
    last = report.last_year
    if last is None or last.form is not report.form:
        return ()
    return tuple(
        Reckoned(
            cell.column.label,
            _side(last, (before,)),
            _side(report, (cell.id,)),
            *_outcome(
                Balance(last.as_printed(before).value, report.as_printed(cell.id).value),
                has_reason=any((code, cell.id) in explained for code in _CARRIED_RULES),
            ),
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


def _outcome(both: Balance, *, has_reason: bool) -> tuple[str, str]:
    if both.difference is None:
        return "", UNKNOWN
    if not both.difference:
        return "0", HOLDS
    return f"{abs(both.difference):f}", EXPLAINED if has_reason else FAILS

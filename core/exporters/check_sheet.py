"""What the 校核单 says: findings with the reasons given, sums that were checked, what was not judged, files proved.

Only words and their order; how they stand on paper is the writer's matter.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.cells import CellId
from core.checks import catalogue, rulebook
from core.checks.register import Rule, Verdict
from core.exporters.check_number import check_number
from core.exporters.check_sums import Reckoned, reckoned
from core.exporters.proof import Proof
from core.exporters.state_words import standing, verdict_words
from core.finding import Finding, Severity, Undecided
from core.report import Report
from core.summary import text_name

WEIGHTS = {Severity.ERROR: "必须改", Severity.WARNING: "要说明", Severity.HINT: "提示"}
SIGNERS = ("编制", "审核", "分管领导")

FINDINGS = ("序号", "规则", "轻重", "位置", "问题", "说明的原因")
SUMS = ("对象", "左边", "右边", "相差", "结论")
UNJUDGED = ("规则", "涉及的格或文字", "没有审的原因")
PROVED = ("文件", "写好后读回核对")
OFF = "本单位停用了这条规则"
NO_FINDINGS, NONE_UNJUDGED = "没有发现问题。", "没有。"
"""Heads of the tables, and what stands below one that has nothing to tell."""

_BESIDE = {"报告年度": "格式依据", "稿件": "校验号"}  # facts that share a line
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
class Unjudged:
    """What was not judged, where, and why not."""

    code: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The whole sheet; `sums` are the sums by what they have in common, `proofs` the files and what proved them.

    `number` is the check number of the report, which stands on every page.
    """

    title: str
    unit: str
    number: str
    facts: tuple[tuple[str, str], ...]
    findings: tuple[Noted, ...]
    sums: tuple[tuple[str, tuple[Reckoned, ...]], ...]
    rules: str
    unjudged: tuple[Unjudged, ...]
    proofs: tuple[tuple[str, str], ...] = ()

    @property
    def fact_lines(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The facts line by line: short ones side by side, so that a sheet of little is signed on its first page."""
        said = dict(self.facts)
        beside = {name: (name, said[name]) for name in _BESIDE.values()}
        lines = ((fact, beside[_BESIDE[fact[0]]]) if fact[0] in _BESIDE else (fact,) for fact in self.facts)
        return tuple(line for line in lines if line[0][0] not in beside)


def check_sheet(
    report: Report,
    verdict: Verdict,
    doubts: Sequence[tuple[str, str]] = (),
    proofs: Sequence[tuple[str, Proof]] = (),
) -> CheckSheet:
    """Return what to print of a report that was judged.

    `doubts` are the places read unsurely, and why; `proofs` the names of the files that were read back, and what of.
    """
    off = rulebook.switched_off(report)
    return CheckSheet(
        title=f"{report.unit}{report.title or report.standard_title}校核单",
        unit=report.unit,
        number=check_number(report),
        facts=_facts(report, verdict),
        findings=tuple(_noted_all(report, verdict.findings)),
        sums=reckoned(report, verdict),
        rules=_rules(off),
        unjudged=(
            *(Unjudged(rule.code, rule.words, OFF) for rule in off),
            *_undecided(report, verdict),
            *(Unjudged("读入", where, reason) for where, reason in doubts),
        ),
        proofs=tuple((name, proof.words) for name, proof in proofs),
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
        ("稿件", standing(report)),
        ("校验号", check_number(report)),
        ("审核结论", verdict_words(report, verdict)),
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

"""What the list of findings shows, line by line: sorted, filtered, and many empty cells of one table in one line."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from core import answers
from core.cells import CellId
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.report import Report
from core.rewording import Difference, difference
from ui.matrix.faces import short_name
from ui.words import EXPLAINED, EXPLAINED_MARK, MARKS, WEIGHTS

EMPTY, MARKED = "C01", "C02"
GROUPED = {
    EMPTY: "还有 {count} 格没有填写。没有发生的请填 0，不要留空。",
    MARKED: "有 {count} 格写的不是数字（{marks}）。没有发生请填 0。",
}
"""The rules whose findings are drawn together: one for every empty cell would bury all others."""

ALL_NOUGHT = "可以都改为 0"

FEWEST = 3


class Shown(Enum):
    """Which findings the list shows."""

    ALL = "全部"
    ERRORS = "必须改"
    WARNINGS = "要说明"
    HINTS = "提示"
    ANSWERED = "已说明"


class Row(NamedTuple):
    """One line. `key` stays the same while it speaks of the same place; a group has several findings.

    A named tuple, for hundreds are made and compared at every change of a cell.
    """

    key: str
    findings: tuple[Finding, ...]
    words: str
    severity: Severity
    proposal: str = ""
    reason: str | None = None
    is_group: bool = False
    is_open: bool = False
    is_child: bool = False
    totals: tuple[CellId, ...] = ()  # printed ones that can give way to the sum
    offers: tuple[tuple[str, ...], ...] = ()  # the finding's suggestions in short words, one for each cell
    change: Difference | None = None  # what a mend of words would change
    earlier: tuple[str, ...] = ()  # reasons given for this place while its numbers were other ones

    @property
    def finding(self) -> Finding:
        return self.findings[0]

    @property
    def mark(self) -> str:
        return MARKS[self.severity] if self.reason is None else EXPLAINED_MARK

    @property
    def can_mend(self) -> bool:
        """Whether the line has a button that puts it right."""
        return self.reason is None and (bool(self.proposal) or self.change is not None)

    @property
    def spoken(self) -> str:
        """The line for those who listen to the screen."""
        weight = WEIGHTS[self.severity] if self.reason is None else EXPLAINED
        mend = self.change.words if self.change else self.proposal
        tail = f"，原因：{self.reason}" if self.reason else f"，{mend}" if mend else ""
        return f"{weight}：{self.words}{tail}"


def rows_of(report: Report, verdict: Verdict, shown: Shown, opened: frozenset[str]) -> tuple[Row, ...]:
    """Return the lines: what is open by weight and place, then what was answered. `opened` are keys of open groups."""
    waiting = [finding for finding in verdict.findings if not answers.is_answered(report, finding)]
    answered = [finding for finding in verdict.findings if answers.is_answered(report, finding)]
    if shown in _SEVERITY:
        waiting = [finding for finding in waiting if finding.severity is _SEVERITY[shown]]
    rows = [] if shown is Shown.ANSWERED else list(_grouped(report, waiting, opened))
    if shown in {Shown.ALL, Shown.ANSWERED}:
        rows += [_row(report, finding) for finding in answered]
    return tuple(rows)


def line_counts(report: Report, verdict: Verdict) -> dict[Shown, int]:
    """Count the lines of each choice; a group is one line. No line is made for it: this is asked at every key."""
    waiting = [finding for finding in verdict.findings if not answers.is_answered(report, finding)]
    groups = [group for group in _alike_by_table(report, waiting).values() if len(group) >= FEWEST]
    counts = {
        shown: sum(finding.severity is severity for finding in waiting)
        - sum(len(group) - 1 for group in groups if group[0].severity is severity)
        for shown, severity in _SEVERITY.items()
    }
    answered = len(verdict.findings) - len(waiting)
    return {Shown.ALL: sum(counts.values()) + answered, Shown.ANSWERED: answered, **counts}


_SEVERITY = {Shown.ERRORS: Severity.ERROR, Shown.WARNINGS: Severity.WARNING, Shown.HINTS: Severity.HINT}


def _grouped(report: Report, findings: list[Finding], opened: frozenset[str]) -> Iterator[Row]:
    alike = _alike_by_table(report, findings)
    many = {key: tuple(found) for key, found in alike.items() if len(found) >= FEWEST}
    told: set[str] = set()
    for finding in findings:
        key = _group_key(report, finding)
        if key not in many:
            yield _row(report, finding)
        elif key not in told:
            told.add(key)
            yield from _group(report, key, many[key], opened)


def _group_key(report: Report, finding: Finding) -> str:
    """The rule and the table of a finding that may be drawn together with others; nothing for all others."""
    if finding.code not in GROUPED or len(finding.cells) != 1:
        return ""
    return f"{finding.code}:{report.form.cells[finding.cells[0]].table}"


def _alike_by_table(report: Report, findings: list[Finding]) -> dict[str, list[Finding]]:
    """The findings of single cells that say the same of each, by rule and table."""
    alike: dict[str, list[Finding]] = {}
    for finding in findings:
        if key := _group_key(report, finding):
            alike.setdefault(key, []).append(finding)
    return alike


def _group(report: Report, key: str, findings: tuple[Finding, ...], opened: frozenset[str]) -> Iterator[Row]:
    first, cells = findings[0], [finding.cells[0] for finding in findings]
    marks = "" if first.code == EMPTY else _marks(report, cells)
    said = GROUPED[first.code].format(count=len(cells), marks=marks)
    words = f"【{report.form.table(report.form.cells[cells[0]].table).name}】{said}"
    proposal = ALL_NOUGHT if first.code == MARKED else ""
    yield Row(key, findings, words, first.severity, proposal, is_group=True, is_open=key in opened)
    if key in opened:
        for finding, cell in zip(findings, cells, strict=True):
            name = short_name(report.form.cells[cell])
            yield Row(finding.place, (finding,), name, finding.severity, _proposal(report, finding), is_child=True)


def _marks(report: Report, cells: list[CellId]) -> str:
    """Quote what stands in cells, each mark once."""
    return "、".join(dict.fromkeys(f"“{report.as_printed(cell).raw.strip()}”" for cell in cells))


def _row(report: Report, finding: Finding) -> Row:
    return Row(
        finding.place,
        (finding,),
        finding.message,
        finding.severity,
        proposal=_proposal(report, finding),
        reason=report.reasons.get(finding.occasion) if report.reasons else None,
        totals=_totals(report, finding),
        offers=tuple(tuple(_changes(report, suggestion.changes)) for suggestion in finding.suggestions),
        change=difference(report, finding) if finding.replacement is not None else None,
        earlier=answers.earlier_reasons(report, finding) if report.reasons else (),
    )


def _totals(report: Report, finding: Finding) -> tuple[CellId, ...]:
    """The printed totals to offer the sum for, unless the proposal is about one of them anyway."""
    totals = answers.misprinted(report, finding) if report.printed else ()
    return () if finding.remedy is not None and finding.suspect in totals else totals


def _proposal(report: Report, finding: Finding) -> str:
    """Which cell is most probably wrong and what would put it right, where a rule found it."""
    if finding.suspect is None or finding.remedy is None:
        return ""
    if finding.suggestions and len(finding.suggestions[0].changes) > 1:
        return f"最可能：{'，'.join(_changes(report, finding.suggestions[0].changes))}"
    cell = report.form.cells[finding.suspect]
    stands = report.as_printed(finding.suspect).raw.strip() or "空"
    where = "" if finding.cells == (finding.suspect,) else f"{short_name(cell)}　"
    return f"最可能：{where}{stands} → {finding.remedy}"


def _changes(report: Report, changes: tuple[tuple[CellId, str], ...]) -> list[str]:
    """What would be written where, shortly."""
    return [
        f"{short_name(report.form.cells[cell])}　{report.as_printed(cell).raw.strip() or '空'} → {raw}"
        for cell, raw in changes
    ]

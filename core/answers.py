"""What a clerk does about findings: put right what the program points at, or say why it is right as it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from core import edits, rewording
from core.cells import CellId, State
from core.checks.register import Verdict
from core.finding import Finding, Severity, Suggestion
from core.report import Report

LEAST_REASON = 5
"""Characters that a reason for an error needs at least (domain.md D.0)."""

USUAL_REASON = "情况属实"
"""What stands for a reason where the clerk gives none for a warning or a hint."""

_MOVED, _MENDED = "机构改革、职能划转", "上年年报数据有误，已更正"
_CARRIED = (_MOVED, _MENDED, "汇总单位范围有变化", "申请撤回或合并登记", "本单位首次编制年报")
_COMMON: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Y01": _CARRIED,
        "Y03": _CARRIED,
        "Y02": ("有效期届满，自动失效", _MOVED, "清理后重新认定", "修改后重新公布", _MENDED),
        "A09": ("本年制发的文件在本年内失效",),
        "X05": ("征求第三方意见用时较长", "申请量大，依法延期答复"),
    }
)
"""Reasons why a figure may rightly differ (domain.md D.2 to D.4), by rule."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many findings are open, by weight, how many were answered, and whether anything is still to be filled in.

    `kept` are those of the answered ones that are errors: they stand as they are, with a reason.
    """

    errors: int = 0
    warnings: int = 0
    hints: int = 0
    answered: int = 0
    kept: int = 0
    is_complete: bool = True

    @property
    def sentence(self) -> str:
        """The verdict in the clerk's words."""
        if self.errors:
            return f"还有 {self.errors} 处必须改"
        if self.warnings:
            return f"还有 {self.warnings} 处要说明"
        return "可以定稿" if self.is_complete else "还没有填完"


def standing(report: Report, verdict: Verdict) -> Standing:
    """Count what is open and what was answered."""
    open_ones = [finding.severity for finding in verdict.findings if not is_answered(report, finding)]
    return Standing(
        errors=open_ones.count(Severity.ERROR),
        warnings=open_ones.count(Severity.WARNING),
        hints=open_ones.count(Severity.HINT),
        answered=len(verdict.findings) - len(open_ones),
        kept=sum(finding.severity is Severity.ERROR for finding in verdict.findings) - open_ones.count(Severity.ERROR),
        is_complete=is_complete(report),
    )


def is_complete(report: Report) -> bool:
    """Whether nothing is missing: unit and year, every cell, every text, no text still 待更新."""
    return (
        bool(report.unit)
        and report.year is not None
        and not report.stale
        and all(report.text(key).strip() for key in edits.prose_keys(report))
        and not any(edits.empty_cells(report, table.id) for table in report.form.tables)
    )


def is_begun(report: Report) -> bool:
    """Whether anything was written into a table beyond the 上年结转 that came over from last year."""
    return any(
        entry.state is not State.EMPTY and report.form.cells[cell].row.id != "carried_in"
        for cell, entry in report.typed.items()
    )


def waiting_words(report: Report, verdict: Verdict) -> str:
    """Return what to say of the rules that cannot be judged; nothing while a draft is still as it came over."""
    waiting = sum(bool(one.cells) for one in verdict.undecided)
    others = dict.fromkeys(one.reason for one in verdict.undecided if not one.cells)
    said = [f"另有 {waiting} 项勾稽要等填全后判断。"] if waiting and is_begun(report) else []
    return "".join([*said, *others])


def is_answered(report: Report, finding: Finding) -> bool:
    """Whether a reason was given for a finding as it stands now."""
    return bool(report.reasons) and finding.occasion in report.reasons


def reason_for(finding: Finding, typed: str) -> str | None:
    """Return the reason to keep for a finding, None where what was typed does not do."""
    reason = typed.strip()
    if finding.severity is Severity.ERROR:
        return reason if len(reason) >= LEAST_REASON else None
    return reason or USUAL_REASON


def earlier_reasons(report: Report, finding: Finding) -> tuple[str, ...]:
    """Return the reasons given for the same place while it held other numbers, the last one first."""
    if is_answered(report, finding):
        return ()
    start = f"{finding.place}|"
    given = [reason for occasion, reason in report.reasons.items() if occasion.startswith(start)]
    return tuple(reversed(given))


def common_reasons(finding: Finding) -> tuple[str, ...]:
    """Return the reasons that are usual for a finding of this rule; none where the rule has no rightful exception."""
    return _COMMON.get(finding.code, ())


def mend(report: Report, finding: Finding) -> Report:
    """Put what the finding proposes into the suspect cell or the text; a printed total gives way to the sum."""
    if finding.replacement is not None:
        return _reworded(report, finding, finding.replacement)
    if finding.suspect is None or finding.remedy is None:
        return report
    first = finding.suggestions[0] if finding.suggestions else Suggestion(((finding.suspect, finding.remedy),), "")
    return take(report, first)


def mend_all(report: Report, findings: Sequence[Finding]) -> Report:
    """Put what each finding proposes into its suspect cell, as one change."""
    changes = tuple(
        (finding.suspect, finding.remedy)
        for finding in findings
        if finding.suspect is not None and finding.remedy is not None
    )
    return take(report, Suggestion(changes, ""))


def take(report: Report, suggestion: Suggestion) -> Report:
    """Write what a suggestion proposes, in one or two cells; a printed total gives way to the sum."""
    computed = tuple(cell for cell, _ in suggestion.changes if report.form.cells[cell].computed)
    settled = edits.use_computed(report, computed) if computed else report
    return edits.set_cells(settled, dict(suggestion.changes))


def _reworded(report: Report, finding: Finding, replacement: str) -> Report:
    """Put words in the place of the excerpt, only while exactly these still stand where they were found."""
    place = rewording.place_of(report, finding)
    if place is None or finding.section is None:
        return report
    if place.home is rewording.Home.TEXT:
        return edits.reword(report, finding.section, place.start, place.end, replacement)
    words = f"{place.text[: place.start]}{replacement}{place.text[place.end :]}"
    if place.home is rewording.Home.TITLE:
        return edits.set_title(report, words)
    return replace(report, headings={**report.headings, finding.section: words})


def misprinted(report: Report, finding: Finding) -> tuple[CellId, ...]:
    """Return the totals of a finding that an imported file prints otherwise than their terms add up to."""
    return tuple(
        cell
        for cell in finding.cells
        if cell in report.printed
        and report.value(cell) is not None
        and report.printed[cell].value != report.value(cell)
    )

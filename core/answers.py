"""What a clerk does about findings: put right what the program points at, or say why it is right as it stands."""

from dataclasses import dataclass

from core import edits
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.report import Report

LEAST_REASON = 5
"""Characters that a reason for an error needs at least (domain.md D.0)."""

USUAL_REASON = "情况属实"
"""What stands for a reason where the clerk gives none for a warning or a hint."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many findings are open, by weight, how many were answered, and whether anything is still to be filled in."""

    errors: int = 0
    warnings: int = 0
    hints: int = 0
    answered: int = 0
    is_complete: bool = True

    @property
    def sentence(self) -> str:
        """The verdict in the clerk's words."""
        if self.errors:
            return f"还有 {self.errors} 处必须改"
        if self.warnings:
            return f"还有 {self.warnings} 处要看"
        return "可以定稿" if self.is_complete else "还没有填完"


def standing(report: Report, verdict: Verdict) -> Standing:
    """Count what is open and what was answered."""
    open_ones = [finding.severity for finding in verdict.findings if not is_answered(report, finding)]
    return Standing(
        errors=open_ones.count(Severity.ERROR),
        warnings=open_ones.count(Severity.WARNING),
        hints=open_ones.count(Severity.HINT),
        answered=len(verdict.findings) - len(open_ones),
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


def is_answered(report: Report, finding: Finding) -> bool:
    """Whether a reason was given for a finding as it stands now."""
    return bool(report.reasons) and finding.occasion in report.reasons


def reason_for(finding: Finding, typed: str) -> str | None:
    """Return the reason to keep for a finding, None where what was typed does not do."""
    reason = typed.strip()
    if finding.severity is Severity.ERROR:
        return reason if len(reason) >= LEAST_REASON else None
    return reason or USUAL_REASON


def mend(report: Report, finding: Finding) -> Report:
    """Put what the finding proposes into the suspect cell; a total printed in an imported file gives way to the sum."""
    if finding.suspect is None or finding.remedy is None:
        return report
    if report.form.cells[finding.suspect].computed:
        return edits.use_computed(report, (finding.suspect,))
    return edits.set_cell(report, finding.suspect, finding.remedy)

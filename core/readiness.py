"""What stands between a report and 定稿 (domain.md D.0)."""

from datetime import date

from core.answers import is_answered, is_complete
from core.checks.publication import dated
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.report import Report

BLANK = "C01"
"""The rule of blank cells: these are told table by table, not one by one."""

NEEDS_REASON = frozenset({"Y01"})
"""Rules whose warnings do not stand without a reason either (domain.md Y01)."""


def unsettled(report: Report, verdict: Verdict) -> tuple[Finding, ...]:
    """Return the findings that must be mended or explained before the report can be final; blank cells apart."""
    return tuple(
        finding
        for finding in verdict.findings
        if finding.code != BLANK
        and (
            finding.severity is Severity.ERROR
            or (finding.code in NEEDS_REASON and finding.severity is Severity.WARNING)
        )
        and not is_answered(report, finding)
    )


def may_be_final(report: Report, verdict: Verdict) -> bool:
    """Whether nothing stands in the way of 定稿: nothing is missing, and every error is mended or explained."""
    return is_complete(report) and not unsettled(report, verdict)


def closing_day(report: Report) -> date | None:
    """Return the day that the closing lines name, the last one where they name several."""
    days = [day for _, day in dated(report.text("signature"))]
    return days[-1] if days else None


def day_words(day: date) -> str:
    """Return a day as the closing lines write it: 2027年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日"

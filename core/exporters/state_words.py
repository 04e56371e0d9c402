"""Whether a report is a draft or final, and the verdict, as the sheets that go with it say it to whoever signs."""

from dataclasses import replace
from datetime import date

from core import edits
from core.checks.register import Verdict
from core.exporters.check_number import changed
from core.report import Report
from core.summary import summary

DAY = "20　年　月　日"
"""What stands where a day is to be written by hand."""


def standing(report: Report) -> str:
    """Return 草稿, or by whom and when the report was declared final, and whether it still says the same."""
    final = report.final
    if final is None:
        return "草稿（还没有定稿）"
    said = "，".join(filter(None, (final.person, day(final.day))))
    otherwise = f"；内容与定稿时不同，定稿时的校验号是 {final.number}" if changed(report) else ""
    return f"定稿{f'（{said}）' if said else ''}{otherwise}"


def verdict_words(report: Report, verdict: Verdict) -> str:
    """Return the verdict in one sentence; of a final report what is open none the less: a leader wants to know."""
    whole = summary(edits.withdraw(report), verdict)
    is_settled = whole.is_ready and not whole.now.warnings
    return replace(whole, is_final=report.final is not None and is_settled).sentence


def day(iso: str) -> str:
    """Return a day as offices write it: 2025年1月10日; what is no day of the calendar as it stands."""
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{found.year}年{found.month}月{found.day}日"

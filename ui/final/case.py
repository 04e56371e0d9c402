"""How a report stands before the final act, in words: may it go on, what leads where, what the button says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core import edits, file_names
from core.answers import is_answered
from core.checks import catalogue
from core.checks.register import Verdict
from core.exporters.check_number import changed
from core.finding import Finding, Severity
from core.readiness import day_words, may_be_final, unsettled
from core.report import Report
from core.summary import summary
from ui.wizard.finish_words import missing_words
from ui.words import MARKS

MOST_OPEN, MOST_WARNINGS = 12, 3
"""Lines that are listed one by one."""

Line = tuple[int, str]
"""The number of a place, and the words that lead there."""

Place = Finding | tuple[str, str]
"""A finding, or a step with a cell or a text in it."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the dialog says of a report.

    `places` are what the numbers of the lines stand for. One that is final already asks for no person: only its files
    are written again.
    """

    head: str
    deed: str
    folder: Path
    may_go_on: bool
    asks_particulars: bool = True
    open_lines: tuple[Line, ...] = ()
    warning_lines: tuple[Line, ...] = ()
    places: tuple[Place, ...] = ()


def case_of(report: Report, verdict: Verdict, parent: Path) -> Case:
    """Return how a report stands; its files are to lie in a folder of their own below `parent`."""
    folder = parent / file_names.folder_name(edits.finalise(report, "", "", ""))
    if report.final is not None:
        return _again(report, folder)
    missing = missing_words(summary(report, verdict), report)
    # words that are still 待更新 are told once, as on the desk, and not as errors of this year as well
    found = unsettled(report, catalogue.run(report, typing=True) if missing else verdict)
    listed: list[tuple[str, Place]] = [(words, (step, place)) for words, step, place in missing]
    listed += [(f"{MARKS[finding.severity]} {finding.message}", finding) for finding in found]
    is_free = may_be_final(report, verdict)
    warned = [] if listed else [(f"{finding.message}", finding) for finding in _warnings(report, verdict)]
    places = tuple(place for _, place in (*listed, *warned))
    return Case(
        head=_head(report, verdict) if is_free else f"▲ 还有 {len(listed)} 处必须改好或说明原因，才能定稿。",
        deed="定稿(&D)",
        folder=folder,
        may_go_on=is_free,
        open_lines=_lines(listed, 0, MOST_OPEN),
        warning_lines=_lines(warned, len(listed), MOST_WARNINGS),
        places=places,
    )


def _head(report: Report, verdict: Verdict) -> str:
    whole = summary(report, verdict)
    if whole.now.warnings:
        return f"● 可以定稿，还有 {whole.now.warnings} 处要说明。"
    return f"✓ {whole.sentence}"


def _again(report: Report, folder: Path) -> Case:
    """The files of a report that is final are written once more, unless it is no longer what was declared final."""
    if (error := changed(report)) is not None:
        return Case(f"▲ {error.message}{error.hint}", "", folder, may_go_on=False, asks_particulars=False)
    head = f"✓ 已定稿：{final_words(report)}。"
    return Case(head, "写出文件(&D)", folder, may_go_on=True, asks_particulars=False)


def final_words(report: Report) -> str:
    """Tell when and by whom a report was declared final, and its check number."""
    final = report.final
    if final is None:
        return ""
    day = _day(final.day)
    return "，".join(filter(None, (day, f"经办人{final.person}" if final.person else "", f"校验号 {final.number}")))


def _day(iso: str) -> str:
    """Return a day in words; one that is written otherwise as it stands."""
    try:
        return day_words(date.fromisoformat(iso))
    except ValueError:
        return iso


def _warnings(report: Report, verdict: Verdict) -> Iterable[Finding]:
    return (
        finding
        for finding in verdict.findings
        if finding.severity is Severity.WARNING and not is_answered(report, finding)
    )


def _lines(listed: Sequence[tuple[str, Place]], first: int, most: int) -> tuple[Line, ...]:
    shown = [(first + number, words) for number, (words, _) in enumerate(listed[:most])]
    if len(listed) > most:
        shown.append((first + most, f"还有 {len(listed) - most} 处…"))
    return tuple(shown)

"""Words a finding speaks of, underlined in the text by shape and colour: wavy red, dashed amber, dotted grey."""

from collections.abc import Iterator

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from core import answers
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.prose import Stretch
from core.report import Report
from core.rewording import start_of
from ui.sections.markings import Mark
from ui.theme import Colours

_LINES = {
    Severity.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Severity.WARNING: QTextCharFormat.UnderlineStyle.DashUnderline,
    Severity.HINT: QTextCharFormat.UnderlineStyle.DotLine,
}

Place = tuple[int, Finding]
"""Where the words of a finding begin, and the finding."""


def places_of(report: Report, verdict: Verdict, key: str) -> tuple[Place, ...]:
    """Return the open findings about words of a text, with where each stands; lighter ones first."""
    return tuple(_places(report, verdict, key))[::-1]


def underlines(places: tuple[Place, ...], shades: Colours) -> list[Mark]:
    """Return the underlines of findings for a text editor."""
    looks = {severity: _look(severity, shades) for severity in Severity}
    return [Mark(Stretch(start, len(finding.excerpt or "")), looks[finding.severity]) for start, finding in places]


def words_at(cursor: QTextCursor, places: tuple[Place, ...]) -> str:
    """Return what the findings say about the place of a cursor, one a line; empty where none does."""
    place = cursor.position()
    return "\n".join(
        finding.message for start, finding in places[::-1] if start <= place <= start + len(finding.excerpt or "")
    )


def _places(report: Report, verdict: Verdict, key: str) -> Iterator[Place]:
    for finding in verdict.findings:
        if finding.section == key and finding.excerpt and not answers.is_answered(report, finding):
            start = start_of(report.text(key), finding)
            if start is not None:
                yield start, finding


def _look(severity: Severity, shades: Colours) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(_LINES[severity])
    look.setUnderlineColor(_shade(severity, shades))
    return look


def _shade(severity: Severity, shades: Colours) -> QColor:
    return {Severity.ERROR: shades.error, Severity.WARNING: shades.warning, Severity.HINT: shades.muted}[severity]

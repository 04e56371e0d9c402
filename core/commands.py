"""The commands without a window, for supervising offices and scripts: check, export, new-year (`read`: listing.py).

Each prints JSON in UTF-8 and returns an exit status: 0 done, 1 errors found by `check`. What cannot be read or written
is raised as `UserError`; `main` turns it into one line and status 2.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core import edits, exporters
from core.cells import CellId
from core.checks import catalogue
from core.errors import UserError
from core.finding import Finding, Severity, Undecided
from core.importers.recogniser.collect import Doubt
from core.isolation import desk
from core.report import Report
from core.storage import project as storage
from core.storage.project import Project


def read_any(path: Path) -> tuple[Report, tuple[Doubt, ...]]:
    """Return the report in a file, our own project or any that an importer knows, with all that is unsure about it."""
    if storage.looks_like(path):
        return storage.load(path)[0].report, ()
    recognised = desk.read_file(path)
    return recognised.report, recognised.doubts


def check(path: Path, last_year: Path | None = None) -> tuple[dict[str, Any], int]:
    """What the rules say of a report, and what they could not judge."""
    report, doubts = read_any(path)
    if last_year is not None:
        report = edits.attach_last_year(report, read_any(last_year)[0])
    verdict = catalogue.run(report)
    said = {
        "findings": [_finding(finding, report) for finding in verdict.findings],
        "undecided": [_undecided(undecided) for undecided in verdict.undecided],
        "doubts": [_doubt(doubt) for doubt in doubts],
    }
    return said, int(any(finding.severity is Severity.ERROR for finding in verdict.findings))


def export(path: Path, out: Path) -> tuple[dict[str, Any], int]:
    """Write a report as the format that `out` ends in."""
    report, doubts = read_any(path)
    done = exporters.export(report, out)
    return {"written": str(out), "notes": list(done.notes), "doubts": [_doubt(doubt) for doubt in doubts]}, 0


def new_year(path: Path, out: Path) -> tuple[dict[str, Any], int]:
    """Make this year's draft from last year's report and write it as a project."""
    if out.suffix.lower() != storage.SUFFIX:
        raise UserError(f"“{out.name}”不是项目文件名。", f"请让文件名以 {storage.SUFFIX} 结尾。")
    if out.exists() and out.stat().st_size:
        raise UserError(f"已经有一个“{out.name}”，没有覆盖。", "请换一个文件名，或先把原来的文件移开。")
    report, doubts = read_any(path)
    draft = edits.carry_over(report)
    storage.save(out, Project(draft), None)
    told = {"written": str(out), "unit": draft.unit, "year": draft.year, "doubts": [_doubt(doubt) for doubt in doubts]}
    return told, 0


def as_text(content: dict[str, Any]) -> str:
    """Return what a command prints."""
    return json.dumps(content, ensure_ascii=False, indent=1)


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "cells": list(finding.cells),
        "section": finding.section,
        "excerpt": finding.excerpt,
        "start": finding.start,
        "message": finding.message,
        "suspect": finding.suspect,
        "remedy": finding.remedy,
        "replacement": finding.replacement,
        "suggestions": [suggestion.words for suggestion in finding.suggestions],
        "reason": report.reasons.get(finding.occasion),
    }


def _undecided(undecided: Undecided) -> dict[str, Any]:
    cells: Sequence[CellId] = undecided.cells
    return {"code": undecided.code, "cells": list(cells), "reason": undecided.reason}


def _doubt(doubt: Doubt) -> dict[str, str]:
    return {"where": doubt.where, "raw": doubt.raw, "reason": doubt.reason}

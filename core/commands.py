"""The commands without a window, for offices and scripts: check, export, hand-over, new-year (`read`: listing.py).

Each prints JSON in UTF-8 and returns an exit status: 0 done, 1 errors found by `check`. What cannot be read or written
is raised as `UserError`; `main` turns it into one line and status 2.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from core import edits, exporters, handing_over, listing, proving
from core.cells import CellId
from core.checks import catalogue, rulebook
from core.checks.register import Verdict
from core.errors import UserError
from core.exporters.check_number import check_number, refuse_changed
from core.finding import Finding, Severity, Undecided
from core.handing_over import Handed
from core.importers.recogniser.collect import Doubt
from core.importers.recogniser.recognise import Recognised
from core.isolation import desk
from core.report import Report
from core.storage import project as storage
from core.storage.project import Project

FAILED = 2
"""Exit status of a file that could not be read."""

Opened = tuple[Report, tuple[Doubt, ...]]
"""A report, and all that is unsure about it."""


def read_any(path: Path) -> tuple[Report, tuple[Doubt, ...]]:
    """Return the report in a file, our own project or any that an importer knows, with all that is unsure about it."""
    if storage.looks_like(path):
        return storage.load(path)[0].report, ()
    recognised = desk.read_file(path)
    return recognised.report, recognised.doubts


def check(
    path: Path,
    last_year: Path | None = None,
    sheet: Path | None = None,
    sign_sheet: Path | None = None,
    *,
    overwrite: bool = False,
) -> tuple[dict[str, Any], int]:
    """What the rules say of a report, and what they could not judge; where to write 校核单 and 审签单 to, if at all."""
    _refuse_sheets(sheet, sign_sheet, [path, *([last_year] if last_year else [])], overwrite=overwrite)
    report, doubts = _beside(_opened(path), _last_year(last_year))
    verdict = catalogue.run(report)
    if sheet is not None:
        unsure = [(doubt.where, doubt.reason) for doubt in doubts]
        proving.export_check_sheet(report, verdict, sheet, unsure)
    if sign_sheet is not None:
        proving.export_sign_sheet(report, verdict, sign_sheet)
    return _told(report, verdict, doubts)


def check_many(
    paths: Sequence[Path], last_year: Path | None = None, jobs: int | None = None
) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield for each file, in the order given, "file" and what `check` says, or "file" and "error" with status 2."""
    last = _last_year(last_year)
    foreign = [_is_foreign(path) for path in paths]  # asked once: a file may go while others are read
    answers = desk.read_many([path for path, is_foreign in zip(paths, foreign, strict=True) if is_foreign], jobs)
    for path, is_foreign in zip(paths, foreign, strict=True):
        try:
            report, doubts = _beside(_taken(next(answers)) if is_foreign else _opened(path), last)
            content, status = _told(report, catalogue.run(report), doubts)
        except UserError as error:
            content, status = {"error": str(error)}, FAILED
        yield {"file": str(path), **content}, status


def status_of(statuses: Sequence[int]) -> int:
    """Return the exit status of many files: 2 where one could not be read, else 1 where one has errors, else 0."""
    return max(statuses, default=0)


def _opened(path: Path) -> Opened:
    if path.is_dir():
        raise listing.folder(path)
    return read_any(path)


def _is_foreign(path: Path) -> bool:
    """Whether a process of its own reads the file: it is neither a folder nor our own project."""
    return not path.is_dir() and not storage.looks_like(path)


def _taken(answer: Recognised | UserError) -> Opened:
    if isinstance(answer, UserError):
        raise answer
    return answer.report, answer.doubts


def _last_year(path: Path | None) -> Report | None:
    return None if path is None else _opened(path)[0]


def _beside(opened: Opened, last_year: Report | None) -> Opened:
    """Lay last year's report beside this one, where there is one."""
    report, doubts = opened
    return (report if last_year is None else edits.attach_last_year(report, last_year)), doubts


def _refuse_sheets(sheet: Path | None, sign_sheet: Path | None, read: Sequence[Path], *, overwrite: bool) -> None:
    """Raise `UserError` for a suffix that no sheet has, and where a file would be lost unasked."""
    if sheet is not None and sheet == sign_sheet:
        raise UserError("校核单和审签单不能写成同一个文件。", "请给审签单另起一个文件名。")
    for out, refuse, name in (
        (sheet, exporters.refuse_as_check_sheet, "校核单"),
        (sign_sheet, exporters.refuse_as_sign_sheet, "审签单"),
    ):
        if out is None:
            continue
        refuse(out)
        if any(_same(out, path) for path in read):
            raise UserError(f"“{out.name}”就是要审核或对照的文件，没有覆盖。", f"请给{name}另起一个文件名。")
        _refuse_taken(out, overwrite=overwrite)


def _same(out: Path, read: Path) -> bool:
    """Whether to write the one would be to lose the other."""
    return out.exists() and read.exists() and out.samefile(read)


def _refuse_taken(out: Path, *, overwrite: bool) -> None:
    """Raise `UserError` where there is such a file already; an empty one, as scripts reserve a name, is none."""
    if not overwrite and out.is_file() and out.stat().st_size:
        raise UserError(f"已经有一个“{out.name}”，没有覆盖。", "请换一个文件名，或者加上 --overwrite。")


def _told(report: Report, verdict: Verdict, doubts: tuple[Doubt, ...]) -> tuple[dict[str, Any], int]:
    said = {
        "findings": [_finding(finding, report) for finding in verdict.findings],
        "undecided": [_undecided(undecided) for undecided in verdict.undecided],
        "doubts": [_doubt(doubt) for doubt in doubts],
        "switched_off": [{"code": rule.code, "words": rule.words} for rule in rulebook.switched_off(report)],
    }
    return said, int(any(finding.severity is Severity.ERROR for finding in verdict.findings))


def export(path: Path, out: Path, *, overwrite: bool = False) -> tuple[dict[str, Any], int]:
    """Write a report as the format that `out` ends in; never over the file it was read from.

    Over another it is written only if `overwrite` says so.
    """
    if _same(out, path):
        raise UserError(f"“{out.name}”就是读入的文件，没有覆盖。", "请另起一个文件名。")
    _refuse_taken(out, overwrite=overwrite)
    report, doubts = read_any(path)
    done = proving.export(report, out)
    told = {"written": str(out), "proof": done.proof.words if done.proof else None, "notes": list(done.notes)}
    return {**told, "doubts": [_doubt(doubt) for doubt in doubts]}, 0


def hand_over(path: Path, out: Path, *, overwrite: bool = False) -> tuple[dict[str, Any], int]:
    """Write every file there is of a report into a folder; status 2 where one could not be written.

    Nothing is written over unless `overwrite` says so, and never the file it was read from.
    """
    report, doubts = read_any(path)
    refuse_changed(report)
    there = handing_over.taken(report, out, handing_over.PRODUCTS)
    if any(_same(taken, path) for _, taken in there):
        raise UserError(f"“{path.name}”就是读入的文件，没有覆盖，什么也没有写。", "请换一个文件夹。")
    if there and not overwrite:
        names = "、".join(path.name for _, path in there)
        raise UserError(
            f"文件夹“{out.name}”里已经有 {len(there)} 个同名文件，没有覆盖：{names}。",
            "请换一个文件夹，或者加上 --overwrite。",
        )
    handed = handing_over.hand_over(report, out)
    told = {
        "folder": str(out),
        "final": report.final is not None,
        "check_number": check_number(report),
        "files": [_handed(each) for each in handed],
        "doubts": [_doubt(doubt) for doubt in doubts],
    }
    return told, FAILED if any(each.exported is None for each in handed) else 0


def _handed(each: Handed) -> dict[str, Any]:
    done = each.exported
    if done is None:
        return {"name": each.product.name, "error": each.problem}
    proof = done.proof.words if done.proof else None
    return {"name": each.product.name, "written": str(each.path), "proof": proof, "notes": list(done.notes)}


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

"""Build the sample from its contents: `python -m installer.sample`, with the environment's Python.

The unit is invented. Last year's report is written as a Word file; this year's project is made from that file the way
a clerk makes it: read, carried over, filled in, explained, saved.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core import edits, importers
from core.cells import CellId
from core.checks import catalogue
from core.form import F2021
from core.report import OrgType, Report
from core.storage import project as storage
from core.storage.project import Project, View
from installer import sample_docx

PLACE = Path(__file__).resolve().parent.parent / "resources" / "sample"
CONTENT = PLACE / "content.json"
LAST_YEAR = "云泽市统计局2025年政府信息公开工作年度报告.docx"
PROJECT = "云泽市统计局2026年.nianbao"


def build(place: Path = PLACE) -> None:
    """Write both files of the sample into `place`."""
    content = json.loads(CONTENT.read_text(encoding="utf-8"))
    sample_docx.write(last_year(content), place / LAST_YEAR)
    report = this_year(content, importers.read_report(place / LAST_YEAR).report)
    visited = frozenset({"cover", *(section.id for section in F2021.sections)})
    (place / PROJECT).unlink(missing_ok=True)
    storage.save(place / PROJECT, Project(report, View("cover", "", visited)), None)


def last_year(content: Mapping[str, Any]) -> Report:
    """Return last year's report, as it was published."""
    report = Report(unit=content["unit"], org_type=OrgType(content["org_type"]))
    return filled(report, content["last_year"])


def this_year(content: Mapping[str, Any], last: Report) -> Report:
    """Return this year's finished report, every finding answered."""
    report = edits.set_org_type(edits.carry_over(last), OrgType(content["org_type"]))
    report = filled(report, content["this_year"])
    reasons = content["this_year"]["reasons"]
    for finding in catalogue.run(report).findings:
        if finding.code in reasons:
            report = edits.answer(report, finding.occasion, reasons[finding.code])
    return report


def filled(report: Report, year: Mapping[str, Any]) -> Report:
    """Return the report with a year's numbers and texts; what has no number in the contents is 0."""
    report = edits.set_year(report, year["year"])
    raws = dict.fromkeys((cell.id for cell in report.form.cells.values() if not cell.computed), "0")
    for table, rows in year["cells"].items():
        for row, values in rows.items():
            raws.update(_row(report, table, row, values))
    report = edits.set_cells(report, raws)
    for key, paragraphs in year["texts"].items():
        report = edits.confirm_text(edits.set_text(report, key, "\n".join(paragraphs)), key)
    return report


def _row(report: Report, table: str, row: str, values: list[int | str]) -> dict[CellId, str]:
    cells = [c.id for c in report.form.table(table).cells if c.row.id == row and not c.computed]
    return {cell: str(value) for cell, value in zip(cells, values, strict=True)}


if __name__ == "__main__":
    build()

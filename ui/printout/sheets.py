"""The sheets that go with a report, composed for the printer: what superiors sign need not be a file first."""

from core.checks import catalogue
from core.exporters import check_sheet, check_sheet_tables, pdf_sheet, sign_sheet
from core.exporters.marks import Composed
from core.report import Report


def composed_check_sheet(report: Report) -> Composed:
    """Return the 校核单 of a report, judged as one that is to be final. Raises `UserError` where no font is there."""
    content = check_sheet.check_sheet(report, catalogue.run(report))
    return pdf_sheet.compose(check_sheet_tables.laid_out(content))


def composed_sign_sheet(report: Report) -> Composed:
    """Return the 审签单 of a report; else as above."""
    return pdf_sheet.compose(sign_sheet.sign_sheet(report, catalogue.run(report)))

"""The sheets of the workbook that are read, not reckoned with: cover and texts, for the screen and for A4 paper.

A paragraph is one cell and begins with two wide blanks, as on paper; who reads the file back strips them. Its row has
the height that its text should take, but is left free to grow when somebody writes more into it.
"""

from collections.abc import Sequence

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from core.exporters.pages import Block, Grid, Heading, Paragraph, Signature, Title
from core.exporters.titles import broken
from core.exporters.xlsx_cells import LONGEST, merge, put, put_led
from core.exporters.xlsx_styles import PAPER_HEIGHT, Look, Styles, lines_needed, set_up_page
from core.report import Report

INDENT = "\u3000\u3000"
_WIDTH = 85.5  # 31 characters of 四号, rounded to screen pixels or not, with half a one to spare
_TALLEST = 400.0  # points; Excel allows a row 409
_PITCH = 1.48  # of the size, from line to line: what 仿宋 takes, and a little
_SAFETY = 0.95  # of a page; a row may turn out a little higher than reckoned
_SPACE_ABOVE = {Look.TITLE: 18.0, Look.HEADING: 14.0, Look.SUBHEADING: 4.0, Look.SIGNATURE: 4.0}
_BEFORE_SIGNATURE = 14.0
_COVER_WIDTHS = (8.0, 13.0, 56.5, 8.0)
_COVER_TOP, _COVER_MIDDLE = 130.0, 250.0  # points above the title and between it and the facts


class _Growing(RowDimension):
    """A row whose height was reckoned, not set by hand: spreadsheets fit it anew when its text changes."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - its name
        return False


# ---------------------------------------------------------------- cover


def cover(sheet: Worksheet, report: Report, title: Title, styles: Styles) -> None:
    """Write unit and title in the middle of a page, and below them what the report is."""
    sheet.title = "封面"
    sheet.sheet_view.showGridLines = False
    for letter, width in zip("ABCD", _COVER_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.row_dimensions[1].height = _COVER_TOP
    for row, text in enumerate((title.unit, title.text), start=2):
        lines = broken(text)
        put(sheet, row, 1, "\n".join(lines), styles.of(Look.COVER_TITLE))
        merge(sheet, row, 1, row, 4)
        sheet.row_dimensions[row].height = 40.0 * min(max(len(lines), 1), 10)
    sheet.row_dimensions[4].height = _COVER_MIDDLE
    facts = (("单位名称", report.unit), ("报告年度", str(report.year or "")), ("格式依据", report.form.basis))
    for row, (name, fact) in enumerate(facts, start=5):
        put(sheet, row, 2, name, styles.of(Look.COVER_LABEL))
        put(sheet, row, 3, fact, styles.of(Look.COVER_FACT))
        height = 14 + _PITCH * 14 * lines_needed(fact, _COVER_WIDTHS[2], 14)
        sheet.row_dimensions[row].height = min(height, _TALLEST)
    set_up_page(sheet, f"A1:D{4 + len(facts)}")


# ---------------------------------------------------------------- texts


def texts(sheet: Worksheet, blocks: Sequence[Block], styles: Styles) -> None:
    """Write the report without its tables; where one belongs, the sheet says on which other sheet it stands."""
    sheet.title = "文字"
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = _WIDTH
    column = _Column(sheet, styles)
    for block in blocks:
        _write(column, block)
    set_up_page(sheet, f"A1:A{max(column.row - 1, 1)}", fit=False)  # fitting to a width would ignore the page breaks


def _write(column: "_Column", block: Block) -> None:
    match block:
        case Title():
            for text in filter(None, (block.unit, block.text)):
                column.add("\n".join(broken(text)), Look.TITLE)
        case Heading():
            column.add(INDENT + block.text, Look.HEADING if block.level == 1 else Look.SUBHEADING)
        case Paragraph():
            column.add(INDENT + block.text, Look.TEXT, lead=len(INDENT) + block.lead if block.lead else 0)
        case Grid():
            column.add(f"{INDENT}表格见工作表“{block.table.name}”。", Look.POINTER)  # 表… is a caption to who reads it
        case Signature():
            column.space(_BEFORE_SIGNATURE)
            for text in block.lines:
                column.add(text, Look.SIGNATURE)


class _Column:
    """The one column of a sheet of texts, filled from top to bottom; `row` is the next free one.

    It follows the pages on paper, and begins a new one before headings that would stay behind at the end of one.
    """

    def __init__(self, sheet: Worksheet, styles: Styles) -> None:
        self.row = 1
        self._sheet, self._styles = sheet, styles
        self._y = 0.0  # on the page
        self._headings: list[tuple[int, float]] = []  # the last rows, if they are headings, and their heights

    def space(self, height: float) -> None:
        """Leave a row empty."""
        self._sheet.row_dimensions[self.row].height = height
        self._turn_pages(self.row, height, heading=False)
        self.row += 1

    def add(self, text: str, look: Look, *, lead: int = 0) -> None:
        """Write a paragraph, its first `lead` characters as a heading; a very long one goes on in the next cells."""
        for start in range(0, len(text), LONGEST):
            self._cell(text[start : start + LONGEST], look, lead=0 if start else lead)

    def _cell(self, text: str, look: Look, *, lead: int) -> None:
        """Write a cell; one taller than Excel's highest row spans several."""
        size = look.value.size
        height = lines_needed(text, _WIDTH, size) * size * _PITCH + _SPACE_ABOVE.get(look, 0.0)
        rows = int(height // _TALLEST) + 1
        style = self._styles.of(look)
        if lead:
            put_led(self._sheet, self.row, 1, text, style, lead=lead)
        else:
            put(self._sheet, self.row, 1, text, style)
        for each in range(self.row, self.row + rows):
            kind = _Growing if rows == 1 else RowDimension  # merged cells would not be fitted, but shrink to one line
            self._sheet.row_dimensions[each] = kind(self._sheet, index=each, ht=round(height / rows, 2))
            self._turn_pages(each, height / rows, heading=look in (Look.HEADING, Look.SUBHEADING))
        merge(self._sheet, self.row, 1, self.row + rows - 1, 1)
        self.row += rows

    def _turn_pages(self, row: int, height: float, *, heading: bool) -> None:
        behind = sum(each for _, each in self._headings)
        if self._y + height > PAPER_HEIGHT * _SAFETY:
            if self._headings and behind < self._y:
                self._sheet.row_breaks.append(Break(id=self._headings[0][0] - 1))
                self._y = behind
            elif self._y + height > PAPER_HEIGHT:
                self._y = 0.0
        self._y += height
        self._headings = [*self._headings, (row, height)] if heading else []

"""The sheets of the workbook that are read, not reckoned with: cover and texts, for the screen and for A4 paper.

A paragraph is one cell and begins with two wide blanks, as on paper; who reads the file back strips them. Its row has
the height that its text should take, but is left free to grow when somebody writes more into it.
"""

from collections.abc import Sequence

from core.exporters.pages import Block, Grid, Heading, Paragraph, Signature, Title
from core.exporters.titles import broken
from core.exporters.xlsx_book import Sheet, set_height, set_widths
from core.exporters.xlsx_cells import merge, put, put_led
from core.exporters.xlsx_measures import TALLEST, lines_needed
from core.exporters.xlsx_paper import PAPER_HEIGHT, set_up_page
from core.exporters.xlsx_styles import Look, Styles
from core.exporters.xlsx_words import parts, plain
from core.report import Report

INDENT = "\u3000\u3000"
_WIDTH = 85.5  # 31 characters of 四号, rounded to screen pixels or not, with half a one to spare
_PITCH = 1.48  # of the size, from line to line: what 仿宋 takes, and a little
_SAFETY = 0.95  # of a page; a row may turn out a little higher than reckoned
_SPACE_ABOVE = {Look.TITLE: 18.0, Look.HEADING: 14.0, Look.SUBHEADING: 4.0, Look.SIGNATURE: 4.0}
_BEFORE_SIGNATURE = 14.0
_COVER_WIDTHS = (8.0, 13.0, 56.5, 8.0)
_COVER_TOP, _COVER_MIDDLE = 130.0, 250.0  # points above the title and between it and the facts


# ---------------------------------------------------------------- cover


def cover(sheet: Sheet, report: Report, title: Title, styles: Styles, *, header: str = "") -> None:
    """Write unit and title in the middle of a page, and below them what the report is."""
    sheet.hide_gridlines(2)
    set_widths(sheet, _COVER_WIDTHS)
    set_height(sheet, 1, _COVER_TOP)
    for row, text in enumerate((title.unit, title.text), start=2):
        lines = broken(text)
        merge(sheet, row, 1, row, 4, style=styles.of(Look.COVER_TITLE))
        put(sheet, row, 1, "\n".join(lines), styles.of(Look.COVER_TITLE))
        set_height(sheet, row, 40.0 * min(max(len(lines), 1), 10))
    set_height(sheet, 4, _COVER_MIDDLE)
    facts = (("单位名称", report.unit), ("报告年度", str(report.year or "")), ("格式依据", report.form.basis))
    for row, (name, fact) in enumerate(facts, start=5):
        put(sheet, row, 2, name, styles.of(Look.COVER_LABEL))
        put(sheet, row, 3, fact, styles.of(Look.COVER_FACT))
        height = 14 + _PITCH * 14 * lines_needed(fact, _COVER_WIDTHS[2], 14)
        set_height(sheet, row, round(min(height, TALLEST), 2))
    set_up_page(sheet, 4 + len(facts), len(_COVER_WIDTHS), header=header)


# ---------------------------------------------------------------- texts


def texts(sheet: Sheet, blocks: Sequence[Block], styles: Styles, *, header: str = "") -> None:
    """Write the report without its tables; where one belongs, the sheet says on which other sheet it stands."""
    sheet.hide_gridlines(2)
    set_widths(sheet, (_WIDTH,))
    column = _Column(sheet, styles)
    for block in blocks:
        _write(column, block)
    # fitting to a width would ignore the page breaks
    set_up_page(sheet, max(column.row - 1, 1), 1, fit=False, header=header)
    sheet.set_h_pagebreaks(column.breaks)


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
    """The one column of a sheet of texts, filled from top to bottom.

    `row` is the next free one, `breaks` are the rows behind which a page ends.

    It follows the pages on paper, and begins a new one before headings that would stay behind at the end of one.
    """

    def __init__(self, sheet: Sheet, styles: Styles) -> None:
        self.row = 1
        self.breaks: list[int] = []
        self._sheet, self._styles = sheet, styles
        self._y = 0.0  # on the page
        self._headings: list[tuple[int, float]] = []  # the last rows, if they are headings, and their heights

    def space(self, height: float) -> None:
        """Leave a row empty."""
        set_height(self._sheet, self.row, height)
        self._turn_pages(self.row, height, heading=False)
        self.row += 1

    def add(self, text: str, look: Look, *, lead: int = 0) -> None:
        """Write a paragraph, its first `lead` characters as a heading; a very long one goes on in the next cells."""
        lead = len(plain(text[:lead]))
        for part in parts(text):
            self._cell(part, look, lead=lead)
            lead = 0

    def _cell(self, text: str, look: Look, *, lead: int) -> None:
        """Write a cell; one taller than Excel's highest row spans several."""
        size = look.value.size
        height = lines_needed(text, _WIDTH, size) * size * _PITCH + _SPACE_ABOVE.get(look, 0.0)
        rows = int(height // TALLEST) + 1
        style = self._styles.of(look)
        merge(self._sheet, self.row, 1, self.row + rows - 1, 1, style=style)
        if lead:
            put_led(self._sheet, self.row, 1, text, style, lead=lead, face=self._styles.of(Look.SUBHEADING))
        else:
            put(self._sheet, self.row, 1, text, style)
        for each in range(self.row, self.row + rows):
            # merged cells would not be fitted, but shrink to one line
            set_height(self._sheet, each, round(height / rows, 2), grows=rows == 1)
            self._turn_pages(each, height / rows, heading=look in (Look.HEADING, Look.SUBHEADING))
        self.row += rows

    def _turn_pages(self, row: int, height: float, *, heading: bool) -> None:
        behind = sum(each for _, each in self._headings)
        if self._y + height > PAPER_HEIGHT * _SAFETY:
            if self._headings and behind < self._y:
                self.breaks.append(self._headings[0][0] - 1)
                self._y = behind
            elif self._y + height > PAPER_HEIGHT:
                self._y = 0.0
        self._y += height
        self._headings = [*self._headings, (row, height)] if heading else []

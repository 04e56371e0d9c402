"""The 校核单 as an Excel workbook to be printed on A4, signed and put with the report."""

import math
from collections.abc import Sequence

from core.exporters.check_sheet import (
    FINDINGS,
    NO_FINDINGS,
    NONE_UNJUDGED,
    PROVED,
    SIGNERS,
    SUMS,
    UNJUDGED,
    CheckSheet,
)
from core.exporters.state_words import DAY
from core.exporters.titles import below_unit
from core.exporters.xlsx_book import Book, Sheet, freeze, set_height, set_widths
from core.exporters.xlsx_cells import merge, put
from core.exporters.xlsx_measures import TALLEST, lines_needed
from core.exporters.xlsx_paper import FOOTER, set_up_page
from core.exporters.xlsx_styles import Look, Styles

_SIZE = 10.5
_SIGNED = 42.0  # points for a signature
_MIDDLE, _LEFT = Look.LABEL_MIDDLE, Look.LABEL

_FINDING_WIDTHS = (5.0, 6.5, 8.5, 19.0, 31.0, 18.0)
_SUM_WIDTHS = (26.0, 26.5, 17.0, 9.5, 9.5)
_UNJUDGED_WIDTHS = (8.0, 42.0, 38.0)


def write(content: CheckSheet) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what the clerk should know about it: nothing."""
    book = Book()
    footer = f"&L校验号 {content.number}{FOOTER}"
    for name, names, widths, fill in (
        ("校核单", FINDINGS, _FINDING_WIDTHS, _findings),
        ("勾稽关系", SUMS, _SUM_WIDTHS, _sums),
        ("没有审的项目", UNJUDGED, _UNJUDGED_WIDTHS, _unjudged),
    ):
        page = _Page(book.sheet(name), names, widths, book.styles)
        fill(page, content)
        page.finish(footer)
    return book.packed(content.title), ()


def _findings(page: "_Page", content: CheckSheet) -> None:
    page.across("\n".join(below_unit(content.title, content.unit)), Look.TITLE)
    for line in content.fact_lines:
        spans = (3, 1, 1, 1) if len(line) > 1 else (3, 3)
        facts = zip((word for fact in line for word in fact), spans, (_MIDDLE, _LEFT) * 2, strict=False)
        page.line(list(facts))
    page.head()
    for number, each in enumerate(content.findings, start=1):
        words = (str(number), each.code, each.weight, each.place, each.message, each.reason)
        page.line([(text, 1, _MIDDLE if column < 3 else _LEFT) for column, text in enumerate(words)])
    if not content.findings:
        page.across(NO_FINDINGS, _LEFT)
    if content.proofs:
        for file, said in (PROVED, *content.proofs):
            page.line([(file, 4, _LEFT), (said, 2, _MIDDLE)])
    for signer in SIGNERS:
        page.line([(signer, 3, _MIDDLE), ("", 1, _LEFT), (DAY, 2, _MIDDLE)], least=_SIGNED)


def _sums(page: "_Page", content: CheckSheet) -> None:
    page.across("审过的勾稽关系", Look.HEADING)
    page.head()
    for words, sums in content.sums:
        page.across(words, _LEFT)
        for each in sums:
            said = (each.left, each.right, each.apart, each.outcome)
            page.line([(each.subject, 1, _LEFT), *((text, 1, _MIDDLE) for text in said)])


def _unjudged(page: "_Page", content: CheckSheet) -> None:
    page.across("停用的规则和没有审的项目", Look.HEADING)
    page.head()
    page.across(content.rules, _LEFT)
    for each in content.unjudged:
        page.line([(each.code, 1, _MIDDLE), (each.place, 1, _LEFT), (each.reason, 1, _LEFT)])
    if not content.unjudged:
        page.across(NONE_UNJUDGED, _LEFT)


class _Page:
    """A sheet that is filled from top to bottom; the row of its head stands again on every further page."""

    def __init__(self, sheet: Sheet, names: Sequence[str], widths: Sequence[float], styles: Styles) -> None:
        sheet.hide_gridlines(2)
        set_widths(sheet, widths)
        self._sheet, self._styles, self._names, self._widths = sheet, styles, names, widths
        self._row, self._head = 1, 0

    def head(self) -> None:
        """Write the names of the columns."""
        self._head = self._row
        self.line([(name, 1, _MIDDLE) for name in self._names])
        freeze(self._sheet, self._head, 0)

    def across(self, text: str, look: Look) -> None:
        """Write one line over all columns."""
        self.line([(text, len(self._names), look)])

    def line(self, parts: Sequence[tuple[str, int, Look]], *, least: float = 0.0) -> None:
        """Write words side by side, each over so many columns; the tallest take several rows."""
        height, place, starts = max(least, 20.0), 0, list[int]()
        for text, columns, look in parts:
            width = sum(self._widths[place : place + columns])
            size = look.value.size
            height = max(height, lines_needed(text, width, size) * size * 1.4 + 6)
            starts.append(place + 1)
            place += columns
        rows = math.ceil(height / TALLEST)
        for row in range(self._row, self._row + rows):
            set_height(self._sheet, row, round(height / rows, 2))
        for start, (text, columns, look) in zip(starts, parts, strict=True):
            self._part(start, text, columns, rows, look)
        self._row += rows

    def _part(self, start: int, text: str, columns: int, rows: int, look: Look) -> None:
        style = self._styles.of(look)
        merge(self._sheet, self._row, start, self._row + rows - 1, start + columns - 1, style=style)
        put(self._sheet, self._row, start, text, style)

    def finish(self, footer: str) -> None:
        """Set the sheet up for paper, with a footer in the codes of Excel."""
        size, head = (self._row - 1, len(self._names)), (self._head, self._head)
        set_up_page(self._sheet, *size, repeat=head, footer=footer)

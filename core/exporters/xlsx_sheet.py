"""One worksheet as XML (ISO/IEC 29500-1, 18.3): its cells, and how it is shown, protected, marked and printed.

Children of `worksheet` stand in the order that the standard asks for; Excel refuses a file that has them in another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.exporters.xlsx_xml import HEAD, MAIN, attributes, escaped

LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""Letters of the columns, A first; no sheet of ours has more than these."""


def place(row: int, column: int) -> str:
    """Return the name of a cell, counted from 1: B3."""
    return f"{LETTERS[column - 1]}{row}"


class Words:
    """The texts of a workbook, each kept once and named by its number (18.4, shared strings)."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, item: str) -> int:
        """Return the number of a text, given as XML: a `t` or runs."""
        return self._numbers.setdefault(item, len(self._numbers))

    def xml(self) -> str:
        """Return the part of the package that holds them."""
        items = "".join(f"<si>{item}</si>" for item in self._numbers)
        return f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(self._numbers)}">{items}</sst>'


@dataclass(frozen=True, slots=True)
class Rule:
    """A mark that appears where a formula holds; the formula is written for the first cell of `area`."""

    area: str
    formula: str
    look: int


@dataclass(frozen=True, slots=True)
class Validation:
    """What may be typed into the cells of an area: numbers of 0 or more, `takes` "whole" or "decimal".

    `error` is the warning about anything else, title and prompt (Excel: 32 and 255 signs) come up beside the cell.
    """

    area: str
    takes: str
    error: str
    title: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Printing:
    """How a sheet goes to A4 paper: its area, the rows repeated on each page, what stands above and below.

    `fit` shrinks it to the width of one page. Margins are in inches: left, right, top, bottom, header, footer.
    """

    area: str
    repeat: str = ""
    landscape: bool = False
    fit: bool = True
    header: str = ""
    footer: str = ""
    margins: tuple[float, ...] = (0.7, 0.7, 0.75, 0.75, 0.3, 0.3)


@dataclass(eq=False)
class Sheet:
    """A worksheet that is filled; rows and columns count from 1.

    `cells` are the elements of each row by column, `heights` in points and whether they stay when a text changes,
    `frozen` the rows and columns that stay in sight, `protection` the attributes of the lock, "" for none.
    """

    name: str
    words: Words
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    heights: dict[int, tuple[float, bool]] = field(default_factory=dict)
    widths: Sequence[float] = ()
    merged: list[str] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    validations: list[Validation] = field(default_factory=list)
    gridlines: bool = True
    frozen: tuple[int, int] = (0, 0)
    protection: str = ""
    filtered: str = ""
    printing: Printing | None = None

    def xml(self, *, front: bool = False) -> str:
        """Return the part of the package; the `front` sheet is the one that is opened."""
        return f'{HEAD}<worksheet xmlns="{MAIN}">{"".join(self._children(front=front))}</worksheet>'

    def _children(self, *, front: bool) -> Iterator[str]:
        paper = self.printing
        if paper:
            yield f'<sheetPr><pageSetUpPr fitToPage="{int(paper.fit)}"/></sheetPr>'
        yield self._view(front=front)
        yield '<sheetFormatPr baseColWidth="8" defaultRowHeight="15"/>'
        if self.widths:
            columns = (
                f'<col min="{at}" max="{at}" width="{width:g}" customWidth="1"/>'
                for at, width in enumerate(self.widths, 1)
            )
            yield f"<cols>{''.join(columns)}</cols>"
        yield f"<sheetData>{''.join(self._rows())}</sheetData>"
        if self.protection:
            yield f'<sheetProtection sheet="1" objects="1" scenarios="1"{self.protection}/>'
        if self.filtered:
            yield f'<autoFilter ref="{self.filtered}"/>'
        if self.merged:
            areas = "".join(f'<mergeCell ref="{area}"/>' for area in self.merged)
            yield f'<mergeCells count="{len(self.merged)}">{areas}</mergeCells>'
        yield from self._marks()
        if self.validations:
            asked = "".join(map(_asked, self.validations))
            yield f'<dataValidations count="{len(self.validations)}">{asked}</dataValidations>'
        if paper:
            yield from _printed(paper)
        if self.breaks:
            count = len(self.breaks)
            lines = "".join(f'<brk id="{row}" max="16383" man="1"/>' for row in self.breaks)
            yield f'<rowBreaks count="{count}" manualBreakCount="{count}">{lines}</rowBreaks>'

    def _view(self, *, front: bool) -> str:
        rows, columns = self.frozen
        pane = ""
        if rows or columns:
            corner = "bottomRight" if rows and columns else "bottomLeft" if rows else "topRight"
            split = attributes(xSplit=columns or None, ySplit=rows or None)
            top_left = place(rows + 1, columns + 1)
            pane = (
                f'<pane{split} topLeftCell="{top_left}" activePane="{corner}" state="frozen"/>'
                f'<selection pane="{corner}" activeCell="{top_left}" sqref="{top_left}"/>'
            )
        shown = attributes(showGridLines=None if self.gridlines else 0, tabSelected=1 if front else None)
        return f'<sheetViews><sheetView{shown} workbookViewId="0">{pane}</sheetView></sheetViews>'

    def _rows(self) -> Iterator[str]:
        for row in sorted(self.cells.keys() | self.heights.keys()):
            cells = self.cells.get(row, {})
            height, stays = self.heights.get(row, (0.0, False))
            high = (f' ht="{height:g}"' + (' customHeight="1"' if stays else "")) if height else ""
            yield f'<row r="{row}"{high}>{"".join(cells[column] for column in sorted(cells))}</row>'

    def _marks(self) -> Iterator[str]:
        for order, rule in enumerate(self.rules, start=1):
            yield (
                f'<conditionalFormatting sqref="{rule.area}"><cfRule type="expression" dxfId="{rule.look}"'
                f' priority="{order}"><formula>{escaped(rule.formula)}</formula></cfRule></conditionalFormatting>'
            )


def _asked(entry: Validation) -> str:
    said = attributes(
        type=entry.takes,
        errorStyle="warning",
        operator="greaterThanOrEqual",
        allowBlank=1,
        showInputMessage=1,
        showErrorMessage=1,
        errorTitle="请核对",
        error=entry.error,
        promptTitle=entry.title or None,
        prompt=entry.prompt or None,
        sqref=entry.area,
    )
    return f"<dataValidation{said}><formula1>0</formula1></dataValidation>"


def _printed(paper: Printing) -> Iterator[str]:
    yield '<printOptions horizontalCentered="1"/>'
    names = ("left", "right", "top", "bottom", "header", "footer")
    margins = "".join(f' {name}="{size:.4g}"' for name, size in zip(names, paper.margins, strict=True))
    yield f"<pageMargins{margins}/>"
    way = "landscape" if paper.landscape else "portrait"
    yield f'<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="{way}"/>'
    if paper.header or paper.footer:
        header = f"<oddHeader>{escaped(paper.header)}</oddHeader>" if paper.header else ""
        footer = f"<oddFooter>{escaped(paper.footer)}</oddFooter>" if paper.footer else ""
        yield f'<headerFooter scaleWithDoc="0">{header}{footer}</headerFooter>'

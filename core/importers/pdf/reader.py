"""Reads PDF files that hold text: tables by their ruling lines, everything else line by line, across page breaks.

A scan, and a file whose fonts do not tell their letters, is refused with its number of pages: they can be looked at
beside the tables. A layer of invisible text over a scan is what a machine guessed (10 for 1, 12 for 0): it is not read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

from pypdfium2 import raw

from core.importers.extract import Box, Extract, Grid, Paragraph, Part, ScannedError
from core.importers.limits import MOST_CELLS, MOST_PARAGRAPHS, too_big
from core.importers.pdf.characters import Fonts, Letter, Letters, letters_of
from core.importers.pdf.file import PDFIUM, UNMOVED, address, opened, opened_page
from core.importers.pdf.grids import RuledGrid, grids_of
from core.importers.pdf.letters import unreadable
from core.importers.pdf.lines import Body, paragraph_of
from core.importers.pdf.loose import loose_lines
from core.importers.pdf.pages import Page, Printed, in_order, without_furniture
from core.importers.pdf.rules import Area, Drawn, drawn_on
from core.importers.pdf.strikes import with_struck_blank
from core.importers.pdf.turns import Frame, Placing, frame_of, placing, turn

_SIGN = itemgetter(4)  # of a letter
_FEWEST_LETTERS = 10  # of a file; with fewer there is nothing to read
_FEW_LETTERS = 50  # on a page that is a picture: a stamp, a page number
_COVERS = 0.4  # of a page, by a picture
_MOST_UNREADABLE = 0.03  # of all letters


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What was taken from one page."""

    page: Page
    letters: int
    unreadable: int
    pictured: bool
    overlaid: bool
    drawn: bool
    placing: Placing | None = None


def read(path: Path) -> Extract:
    """Return the lines and tables of a PDF file; UserError if it cannot be opened, ScannedError if it has no text."""
    with PDFIUM, opened(path) as document:
        fonts = Fonts()
        sheets = [_sheet(document, number, fonts, path) for number in range(raw.FPDF_GetPageCount(document))]
    _refuse_unreadable(path, sheets)
    pages, heads = without_furniture([sheet.page for sheet in sheets])
    placings = {sheet.page.number: sheet.placing for sheet in sheets if sheet.placing is not None}
    blocks = tuple(_blocks(in_order(pages), placings))
    cells = sum(len(block.rows) * len(block.rows[0]) for block in blocks if isinstance(block, Grid))
    if len(blocks) > MOST_PARAGRAPHS or cells > MOST_CELLS:
        raise too_big(path)
    repeated = [Paragraph(head) for head in heads]
    return Extract((*blocks, *([Part("页眉")] if heads else []), *repeated), lines=True, pages=len(sheets))


# ---------------------------------------------------------------- one page


def _sheet(document: Any, number: int, fonts: Fonts, path: Path) -> _Sheet:
    with opened_page(document, number) as page:
        if page is None:
            return _Sheet(Page(number, 0, ()), 0, 0, pictured=False, overlaid=False, drawn=False)
        shown = frame_of(page)
        letters = letters_of(page, fonts, shown)
        if not letters.turned:
            return _read_page(page, number, letters, shown, path=path, place=placing(page, shown, shown, UNMOVED))
        back, frame = turn(page, letters.turned)
        place = placing(page, frame, shown, back)
    with opened_page(document, number) as page:
        return _read_page(page, number, letters_of(page, fonts, frame), frame, path=path, place=place)


def _read_page(page: Any, number: int, letters: Letters, frame: Frame, *, path: Path, place: Placing | None) -> _Sheet:
    drawn = drawn_on(page, address(page), frame)
    visible, drawn.across = with_struck_blank([*letters.letters, *_on_dark(letters.white, drawn)], drawn.across)
    grids, rest = grids_of(drawn, visible, number)
    if letters.too_many or drawn.too_many:
        raise too_big(path)
    blocks: list[Printed] = [*grids, *loose_lines(rest)]
    blocks.sort(key=lambda block: block.top)
    signs = list(map(_SIGN, visible))
    height = frame[3] - frame[1]
    size = (frame[2] - frame[0]) * height
    return _Sheet(
        Page(number, height, tuple(blocks)),
        sum(sign > " " for sign in signs),
        unreadable("".join(signs)),
        pictured=_covered(drawn, size) > _COVERS,
        overlaid=letters.hidden > len(visible),
        drawn=bool(drawn.areas or drawn.across or drawn.down),
        placing=place,
    )


def _on_dark(letters: Sequence[Letter], drawn: Drawn) -> Iterator[Letter]:
    """Yield the white letters that can be seen, because they stand on a dark area."""
    for letter in letters:
        if any(_within(letter, area) for area in drawn.dark):
            yield letter


def _within(letter: Letter, area: Area) -> bool:
    left, top, right, bottom = area
    return left < (letter.left + letter.right) / 2 < right and top < letter.middle < bottom


def _covered(drawn: Drawn, size: float) -> float:
    """Return how much of a page its pictures cover; a scan may come in strips."""
    return sum((right - left) * (bottom - top) for (left, top, right, bottom), _ in drawn.pictures) / max(size, 1.0)


# ---------------------------------------------------------------- what cannot be read


def _refuse_unreadable(path: Path, sheets: Sequence[_Sheet]) -> None:
    letters = sum(sheet.letters for sheet in sheets)
    scans = [sheet for sheet in sheets if sheet.pictured and sheet.letters < _FEW_LETTERS]
    hint = "请换用 Word 等文字版，或对照图片手工填写。"
    if sum(sheet.overlaid for sheet in sheets) * 2 > len(sheets) and any(sheet.pictured for sheet in sheets):
        message = f"“{path.name}”是扫描件，里面的文字是机器从图片上认出来的，数字可能认错，没有采用。"
    elif len(scans) * 2 > len(sheets) or (letters < _FEWEST_LETTERS and scans):
        message = f"“{path.name}”是扫描件，里面是图片，读不出文字。"
    elif letters < _FEWEST_LETTERS:
        message = f"“{path.name}”里没有文字，读不出来；看得见的字可能是图形。"
    elif sum(sheet.unreadable for sheet in sheets) > _MOST_UNREADABLE * letters:
        message = f"“{path.name}”的字体没有文字编码，看得见字，读出来是乱码。"
    else:
        return
    raise ScannedError(message, hint, len(sheets))


# ---------------------------------------------------------------- the content


def _blocks(blocks: Sequence[tuple[int, Printed]], placings: Mapping[int, Placing]) -> Iterator[Paragraph | Grid]:
    body = Body.of([block for _, block in blocks if not isinstance(block, RuledGrid)])
    number = 0
    for page, block in blocks:
        if isinstance(block, RuledGrid):
            number += 1
            yield _grid(block, number, placings)
        else:
            box = Box(page, block.left, block.top, block.right, block.bottom)
            yield paragraph_of(block, body, _placed(box, placings))


def _placed(box: Box, placings: Mapping[int, Placing]) -> Box:
    place = placings.get(box.page)
    return place(box) if place else box


def _grid(table: RuledGrid, number: int, placings: Mapping[int, Placing]) -> Grid:
    rows: list[list[str | None]] = [[None] * (len(table.edges) - 1) for _ in range(table.rows)]
    boxes: dict[tuple[int, int], Box] = {}
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
        boxes[cell.row, cell.column] = _placed(cell.box, placings)
    return Grid(tuple(map(tuple, rows)), f"第 {number} 个表格", boxes)

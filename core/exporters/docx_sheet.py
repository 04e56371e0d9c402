"""A sheet that goes with the report, as a Word file: real styles and tables, the same page as on paper."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.exporters.docx_package import packed
from core.exporters.docx_page import footers, section
from core.exporters.docx_styles import ENTRY, HEADINGS, LABEL, TITLE, fonts, settings, sheet_styles
from core.exporters.docx_tables import Nominal, table_look
from core.exporters.docx_xml import Element, paragraph, run, twips, w
from core.exporters.fonts import Role
from core.exporters.paper import HEIGHT, Paper
from core.exporters.ruled import LEADING, Cell, Row, Ruled
from core.exporters.sheets import (
    HEADING,
    HEADING_PITCH,
    SPACE,
    TITLE_PITCH,
    Sheet,
    Table,
    setting,
    spread,
)
from core.exporters.sheets import TITLE as TITLE_SIZE

_PAD_X, _PAD_Y = 80, 60  # twips
_LONG_ROW = HEIGHT / 5  # points; a row higher than that may part
_SPARE = 20.0  # points that stay free on a sheet of one page: rules add to its height, faces differ
_END = 20  # twips: the paragraph that Word wants behind the last table


def write(sheet: Sheet) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what the clerk should know about it: nothing."""
    paper = Paper(Nominal())
    sheet = spread(sheet, paper, _SPARE)
    below = footers(sheet.footer, of_all=True)
    body = w("body", *_title(sheet), *_tables(sheet, paper), _gap(_END), section(below))
    parts = {
        "document": w("document", body),
        "styles": sheet_styles((TITLE_SIZE, TITLE_PITCH), (HEADING, HEADING_PITCH), (sheet.size, sheet.size * LEADING)),
        "fontTable": fonts(),
        "settings": settings(),
        **below,
    }
    return packed(parts, sheet.title, sheet.unit), ()


def _title(sheet: Sheet) -> Iterator[Element]:
    below = w("spacing", after=twips(SPACE), line=twips(TITLE_PITCH), lineRule="exact")
    yield paragraph(TITLE, run("\n".join(sheet.title_lines)), properties=(below,))


def _tables(sheet: Sheet, paper: Paper) -> Iterator[Element]:
    for at, (table, ruled) in enumerate(zip(sheet.tables, setting(sheet, paper), strict=True)):
        if table.heading:
            above = w("spacing", before=twips(SPACE), line=twips(HEADING_PITCH), lineRule="exact")
            yield paragraph(HEADINGS[0], run(table.heading), properties=(above,))
        elif at:
            yield _gap(twips(SPACE), keep=table.closes)
        is_closed = at + 1 < len(sheet.tables) and sheet.tables[at + 1].closes
        yield _table(table, ruled, sheet.title, is_closed=is_closed)


def _gap(height: int, *, keep: bool = False) -> Element:
    """Return an empty line so many twips high; two tables without one between them would be one."""
    kept = (w("keepNext"),) if keep else ()
    return paragraph(ENTRY, properties=(*kept, w("spacing", line=height, lineRule="exact")))


def _table(table: Table, ruled: Ruled, title: str, *, is_closed: bool) -> Element:
    edges = [twips(edge) for edge in ruled.edges]
    columns = w("tblGrid", *(w("gridCol", w=right - left) for left, right in pairwise(edges)))
    made = w("tbl", table_look(edges[-1], table.heading or title, _PAD_X, _PAD_Y), columns)
    if table.head:
        made.append(_row(table.head, edges, keep=True, is_head=True))
    for at, (row, drawn) in enumerate(zip(table.rows, ruled.rows, strict=True)):
        is_last = at + 1 == len(table.rows)
        keep = row.leads or (is_closed and is_last) or (table.closes and not is_last)
        made.append(_row(row, edges, keep=keep, may_part=drawn.height > max(_LONG_ROW, row.least)))
    return made


def _row(row: Row, edges: Sequence[int], *, keep: bool, is_head: bool = False, may_part: bool = False) -> Element:
    whole = () if may_part else (w("cantSplit"),)
    height = (w("trHeight", val=twips(row.least), hRule="atLeast"),) if row.least else ()
    made = w("tr", w("trPr", *whole, *height, *((w("tblHeader"),) if is_head else ())))
    column = 0
    for cell in row.cells:
        made.append(_cell(cell, edges[column + cell.columns] - edges[column], keep=keep))
        column += cell.columns
    return made


def _cell(cell: Cell, width: int, *, keep: bool) -> Element:
    look = w("tcPr", w("tcW", w=width, type="dxa"))
    if cell.columns > 1:
        look.append(w("gridSpan", val=cell.columns))
    look.append(w("vAlign", val="center"))
    kept = (w("keepNext"),) if keep else ()
    middle = (w("jc", val="center"),) if cell.middle else ()
    style = LABEL if cell.role is Role.HEADING else ""
    words = [run(cell.text, style=style)] if cell.text else []
    return w("tc", look, paragraph(ENTRY, *words, properties=(*kept, *middle)))

"""The whole report as a Word file: official paper, real styles and tables, so that offices can go on writing in it.

It shows what the PDF shows, with the faces that the reader's machine has. Written as XML, for most of what makes it an
official document (the grid of characters, Chinese faces, heads that repeat) no library has words.
"""

from collections.abc import Iterator, Sequence

from core.exporters import docx_tables
from core.exporters.docx_package import packed
from core.exporters.docx_page import footers, headers, section
from core.exporters.docx_styles import CLOSING, HEADINGS, LEAD, LINE, PROSE, TITLE, fonts, settings, styles
from core.exporters.docx_xml import Element, paragraph, run, twips, w
from core.exporters.pages import Block, Grid, Heading, Paragraph, Signature, Title, lay_out
from core.exporters.paper import CELL, PITCH
from core.exporters.titles import broken
from core.report import Report

_BEFORE_GRID, _AFTER_GRID = 4.0, 12.0
_LEAD_LINES = 8  # heading and prose before a table stay with it up to so many lines
_CHARACTERS = 28  # of a line
_PAGE_LINES = 22  # LibreOffice moves a kept paragraph as a whole; a longer one would leave its heading behind
_FREE = 4  # characters right of the signature


def write(report: Report) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what the clerk should know about it."""
    blocks = lay_out(report)
    title = blocks[0]
    assert isinstance(title, Title)  # a report begins with its title
    tables, kept = _tables(blocks)
    around = {**(headers() if report.final is None else {}), **footers()}
    body = w("body", *_body(blocks, tables, kept), section(around))
    parts = {
        "document": w("document", body),
        "styles": styles((table.grid.table.id, table.grid.table.name, table.points) for table in tables.values()),
        "fontTable": fonts(),
        "settings": settings(),
        **around,
    }
    cut = sum(table.layout.cut for table in tables.values())
    too_long = (f"表格里有 {cut} 处文字太长，在 Word 里可能显示不全；请把文字移到正文中。",) if cut else ()
    return packed(parts, title.unit + title.text, title.author), too_long


def _tables(blocks: Sequence[Block]) -> tuple[dict[int, docx_tables.Set], frozenset[int]]:
    """Return the tables as they are set, and which other blocks stay on the page of the next one."""
    tables: dict[int, docx_tables.Set] = {}
    kept: set[int] = set()
    begin = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            begin = at
        elif isinstance(block, Grid):
            lines = sum(map(_lines, blocks[begin:at]))
            near = docx_tables.fit(block, _BEFORE_GRID + lines * PITCH) if lines <= _LEAD_LINES else None
            tables[at] = near if near and near.together else docx_tables.fit(block, _BEFORE_GRID)
            if near and (near.together or not tables[at].together):
                kept.update(range(begin, at))
        elif isinstance(block, Signature) and _lines(blocks[at - 1]) <= _PAGE_LINES:
            kept.add(at - 1)
    return tables, frozenset(kept)


def _lines(block: Block) -> int:
    """Return how many lines a heading or a paragraph takes, with all its characters as wide as Chinese ones."""
    return -(-(len(block.text) + 2) // _CHARACTERS) if isinstance(block, Heading | Paragraph) else 0


# ---------------------------------------------------------------- the text


def _body(blocks: Sequence[Block], tables: dict[int, docx_tables.Set], kept: frozenset[int]) -> Iterator[Element]:
    heading = ""
    for at, (before, block, after) in enumerate(zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)):
        space = _space(twips(_AFTER_GRID) if isinstance(before, Grid) else 0, isinstance(after, Grid))
        keep = (w("keepNext"),) if at in kept else ()
        match block:
            case Title():
                lines = (*broken(block.unit), *broken(block.text))
                yield paragraph(TITLE, run("\n".join(lines)))
            case Heading():
                heading = block.text
                yield paragraph(HEADINGS[block.level - 1], run(block.text), properties=(*keep, *space))
            case Paragraph():
                yield paragraph(PROSE, *_runs(block), properties=(*keep, *space))
            case Grid():
                yield docx_tables.draw(tables[at], f"{block.table.name}　{heading}")
            case Signature():
                yield from _signature(block)
    if isinstance(blocks[-1], Grid):
        yield paragraph(PROSE)  # after a table there must be one


def _space(above: int, is_before_grid: bool) -> tuple[Element, ...]:  # noqa: FBT001 - one of two measures
    below = twips(_BEFORE_GRID) if is_before_grid else 0
    return (w("spacing", before=above, after=below),) if above or below else ()


def _runs(block: Paragraph) -> Iterator[Element]:
    if block.lead:
        yield run(block.text[: block.lead], style=LEAD)
    if block.text[block.lead :]:
        yield run(block.text[block.lead :])


def _signature(block: Signature) -> Iterator[Element]:
    """Yield the closing lines, held together, one blank line below the text (GB/T 9704-2012, 7.3.5)."""
    for at, line in enumerate(block.lines):
        keep = (w("keepNext"),) if at + 1 < len(block.lines) else ()
        space = () if at else (w("spacing", before=LINE),)
        yield paragraph(CLOSING, run(line), properties=(*keep, *space, *_even(line)))


def _even(line: str) -> tuple[Element, ...]:
    """Return the indent with which a closing line that takes several lines fills them evenly."""
    rows = -(-len(line) // (_CHARACTERS - _FREE))
    if rows < 2:
        return ()
    free = max(_CHARACTERS - _FREE - len(line) // rows - 2, 0)
    return (w("ind", left=twips(free * CELL), right=twips(_FREE * CELL)),)

"""The whole report as PDF: official paper, embedded subset fonts, the tables as on the national form."""

from collections.abc import Sequence
from threading import Lock

from core.exporters.compose import compose
from core.exporters.faces import Faces
from core.exporters.fonts import Role
from core.exporters.grids import Layout, arrange, draw
from core.exporters.ink import printed
from core.exporters.pages import Block, Grid, Heading, Paragraph, Signature, Title, lay_out
from core.exporters.paper import BODY, CELL, HEIGHT, PITCH, TRACK, WIDTH, Paper
from core.exporters.titles import broken
from core.report import Report

_TITLE, _TITLE_PITCH = 22.0, 36.0  # 2号
_BEFORE_GRID, _AFTER_GRID = 4.0, 12.0
_KEPT = {1: 3, 2: 2}  # lines that must fit below the top of a heading, by level
_ONE_AT_A_TIME = Lock()  # reportlab keeps its fonts for the whole process


def write(report: Report) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what the clerk should know about it.

    Raises `UserError` where the machine has no Chinese font.
    """
    with _ONE_AT_A_TIME:
        return _write(report)


def _write(report: Report) -> tuple[bytes, tuple[str, ...]]:
    blocks = lay_out(report)
    faces = Faces()
    first = blocks[0]
    assert isinstance(first, Title)  # a report begins with its title
    paper = Paper(faces)
    grids = {i: arrange(block, paper) for i, block in enumerate(blocks) if isinstance(block, Grid)}
    for i, block in enumerate(blocks):
        _draw(block, paper, grids.get(i), grids.get(i + 1))
    cut = sum(layout.cut for layout in grids.values())
    too_long = (f"表格里有 {cut} 处文字太长，PDF 中只印出前面的部分；请把文字移到正文中。",) if cut else ()
    data = printed(paper.finish(), first.unit + first.text, report.unit)
    return data, (*faces.notes(), *too_long)


def _draw(block: Block, paper: Paper, grid: Layout | None, following: Layout | None) -> None:
    match block:
        case Title():
            _title(block, paper)
        case Heading():
            _heading(block, paper, following)
        case Paragraph():
            _paragraph(block, paper)
        case Grid():
            assert grid is not None  # every grid was arranged
            _grid(grid, paper)
        case Signature():
            _signature(block.lines, paper)


def _title(title: Title, paper: Paper) -> None:
    bold = paper.faces.chosen[Role.TITLE].embolden
    paper.y = PITCH
    for text in (*broken(title.unit), *broken(title.text)):
        for line in compose(paper.faces.sorts(text, Role.TITLE, _TITLE), WIDTH, justify=False):
            paper.write(line, _TITLE, _TITLE_PITCH, x=(WIDTH - line.width) / 2, bold=bold)
    paper.y += PITCH


def _heading(heading: Heading, paper: Paper, following: Layout | None) -> None:
    """Set a heading so that what it heads begins on the same page; a table is kept with it whole if possible."""
    role = Role.HEADING if heading.level == 1 else Role.SUBHEADING
    lines = compose(paper.faces.sorts(heading.text, role, BODY, TRACK), WIDTH, 2 * CELL, justify=False)
    own = len(lines) * PITCH
    kept = own + (_KEPT[heading.level] - 1) * PITCH
    if following is not None:
        kept = own + _BEFORE_GRID + following.height
        if kept > HEIGHT:
            kept = own + _BEFORE_GRID + sum(following.heights[: following.table.head_rows + 2])
    paper.feed(kept)
    if heading.level == 1:
        paper.bookmark(heading.text)
    for line in lines:
        paper.write(line, BODY, PITCH, track=TRACK, bold=paper.faces.chosen[role].embolden)


def _paragraph(paragraph: Paragraph, paper: Paper) -> None:
    lead, rest = paragraph.text[: paragraph.lead], paragraph.text[paragraph.lead :]
    sorts = paper.faces.sorts(lead, Role.SUBHEADING, BODY, TRACK) + paper.faces.sorts(rest, Role.BODY, BODY, TRACK)
    for line in compose(sorts, WIDTH, 2 * CELL):
        paper.write(line, BODY, PITCH, track=TRACK)


def _grid(layout: Layout, paper: Paper) -> None:
    if _BEFORE_GRID + layout.height <= HEIGHT:
        paper.feed(_BEFORE_GRID + layout.height)
    paper.y += _BEFORE_GRID
    draw(layout, paper)
    paper.y += min(_AFTER_GRID, paper.room)


def _signature(lines: Sequence[str], paper: Paper) -> None:
    """Set the closing lines four characters from the right edge, together (GB/T 9704-2012, 7.3.5)."""
    paper.feed((1 + min(len(lines), 6)) * PITCH)
    paper.y += PITCH if paper.y else 0.0
    for text in lines:
        for line in compose(paper.faces.sorts(text, Role.BODY, BODY, TRACK), WIDTH - 4 * CELL, justify=False):
            paper.write(line, BODY, PITCH, x=WIDTH - 4 * CELL - line.width, track=TRACK)

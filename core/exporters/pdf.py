"""The whole report as PDF: official paper, embedded subset fonts, the tables as on the national form."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.exporters.compose import Line, balanced
from core.exporters.compose import compose as lines_of
from core.exporters.faces import ONE_AT_A_TIME, Faces
from core.exporters.fonts import Role
from core.exporters.grids import Layout, arrange, draw
from core.exporters.ink import printed
from core.exporters.marks import Composed, frozen
from core.exporters.pages import Block, Grid, Heading, Paragraph, Signature, Title, lay_out
from core.exporters.paper import BODY, CELL, HEIGHT, PITCH, TRACK, WIDTH, Paper
from core.exporters.titles import broken
from core.report import Report

__all__ = ["compose", "printed", "write"]

_TITLE, _TITLE_PITCH = 22.0, 36.0  # 2号
_BEFORE_GRID, _AFTER_GRID = 4.0, 12.0
_KEPT = 2  # lines of a paragraph that stay together, follow a heading on its page, or stand above the signature
_SIGNATURE_LINES = 6  # so many of them stay together
_LEAD_LINES = 8  # heading and prose before a table stay with it up to so many lines


class _Item(NamedTuple):
    """A block with its lines (or its table).

    `kept` is the room that must be free for it to begin on a page, `tail` the room that its last lines claim below
    them: the signature's, for it never stands alone.
    """

    block: Block
    lines: tuple[Line, ...]
    layout: Layout | None = None
    kept: float = 0.0
    tail: float = 0.0


def write(report: Report) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what the clerk should know about it.

    Raises `UserError` where the machine has no Chinese font.
    """
    composed = compose(report)
    return printed(composed), composed.notes


def compose(report: Report) -> Composed:
    """Return the report on its pages, to be printed or shown; may be called from any thread.

    Raises `UserError` where the machine has no Chinese font.
    """
    with ONE_AT_A_TIME:
        return _compose(report)


def _compose(report: Report) -> Composed:
    blocks = lay_out(report)
    title = blocks[0]
    assert isinstance(title, Title)  # a report begins with its title
    paper = Paper(Faces())
    items = _items(blocks, paper)
    for item in items:
        _draw(item, paper)
    cut = sum(item.layout.cut for item in items if item.layout)
    too_long = (f"表格里有 {cut} 处文字太长，PDF 中只印出前面的部分；请把文字移到正文中。",) if cut else ()
    notes = (*paper.faces.notes(), *too_long)
    return Composed(
        frozen(paper.finish(is_draft=report.final is None)),
        tuple(paper.spots),
        notes,
        title.unit + title.text,
        title.author,
        tuple(paper.tags),
        report.final.day if report.final else "",
    )


# ---------------------------------------------------------------- lines


def _lines(block: Block, faces: Faces) -> tuple[Line, ...]:
    if isinstance(block, Grid):
        return ()
    return faces.keep(block, lambda: tuple(_set(block, faces)))


def _set(block: Block, faces: Faces) -> Iterator[Line]:
    match block:
        case Title():
            for text in (*broken(block.unit), *broken(block.text)):
                yield from lines_of(faces.sorts(text, Role.TITLE, _TITLE), WIDTH, justify=False)
        case Heading():
            role = Role.HEADING if block.level == 1 else Role.SUBHEADING
            yield from lines_of(faces.sorts(block.text, role, BODY, TRACK), WIDTH, 2 * CELL, justify=False)
        case Paragraph():
            lead, rest = block.text[: block.lead], block.text[block.lead :]
            sorts = faces.sorts(lead, Role.SUBHEADING, BODY, TRACK) + faces.sorts(rest, Role.BODY, BODY, TRACK)
            yield from lines_of(sorts, WIDTH, 2 * CELL)
        case Signature():
            for text in block.lines:
                yield from balanced(tuple(faces.sorts(text, Role.BODY, BODY, TRACK)), WIDTH - 4 * CELL)


def _items(blocks: Sequence[Block], paper: Paper) -> list[_Item]:
    """Set every block; a heading claims room for its whole table, if one page can hold both."""
    items: list[_Item] = []
    begin = 0
    for block in blocks:
        item = _Item(block, _lines(block, paper.faces))
        if isinstance(block, Heading):
            begin = len(items) if block.level == 1 else begin
        elif isinstance(block, Grid):
            before = PITCH * sum(len(each.lines) for each in items[begin:]) + _BEFORE_GRID
            near = before <= _LEAD_LINES * PITCH
            item = item._replace(layout=arrange(block, paper, HEIGHT - (before if near else _BEFORE_GRID)))
            if near and item.layout:
                items[begin] = items[begin]._replace(kept=_room(before, item.layout))
        items.append(item)
    return _kept_together(items)


def _kept_together(items: Sequence[_Item]) -> list[_Item]:
    """Let every block claim room for those that must not part from it, from the last one up.

    A heading stays with the beginning of what follows, the last lines of the report with the signature.
    """
    kept: list[_Item] = []
    for item in reversed(items):
        kept.insert(0, _kept_with(item, kept[0] if kept else None))
    return kept


def _kept_with(item: _Item, following: _Item | None) -> _Item:
    own = PITCH * len(item.lines)
    match item.block:
        case Signature():
            return item._replace(kept=PITCH * (1 + min(len(item.lines), _SIGNATURE_LINES)))
        case Grid():
            return item._replace(kept=_room(_BEFORE_GRID, item.layout) if item.layout else 0.0)
        case Paragraph() if following and isinstance(following.block, Signature):
            short = len(item.lines) < 2 * _KEPT  # could not be parted into two lines here and two there
            return item._replace(kept=own + following.kept if short else _beginning(item), tail=following.kept)
        case Paragraph():
            return item._replace(kept=_beginning(item))
        case Heading():
            wanted = own + (following.kept if following else 0.0)
            wanted = wanted if wanted <= HEIGHT else own + PITCH * _KEPT
            return item._replace(kept=max(item.kept, wanted))
        case _:
            return item


def _beginning(item: _Item) -> float:
    """Return the room for the lines of a paragraph that stay together where it begins; three never part."""
    count = len(item.lines)
    return PITCH * (count if count < 2 * _KEPT else _KEPT)


def _room(before: float, layout: Layout) -> float:
    """Return what a table with its heading takes, or where one page is too short for that, what its beginning takes."""
    whole = before + layout.height
    return whole if whole <= HEIGHT else before + sum(layout.heights[: layout.table.head_rows + 2])


# ---------------------------------------------------------------- pages


def _draw(item: _Item, paper: Paper) -> None:
    match item.block:
        case Title():
            _title(item.lines, paper)
        case Heading():
            _heading(item.block, item, paper)
        case Paragraph():
            _paragraph(item.block, item, paper)
        case Grid():
            _grid(item.layout, paper)
        case Signature():
            _signature(item, paper)


def _title(lines: Sequence[Line], paper: Paper) -> None:
    paper.y = PITCH
    tag = paper.tag("Title")
    for line in lines:
        bold = paper.faces.chosen[Role.TITLE].embolden
        paper.write(line, _TITLE, _TITLE_PITCH, x=(WIDTH - line.width) / 2, bold=bold, target="title", tag=tag)
    paper.y = min(paper.y + PITCH, HEIGHT)


def _heading(heading: Heading, item: _Item, paper: Paper) -> None:
    paper.feed(item.kept)
    level = paper.bookmark(heading.text, heading.level - 1) + 1  # the first one of all heads the whole
    role = Role.HEADING if heading.level == 1 else Role.SUBHEADING
    tag = paper.tag(f"H{level}")
    for line in item.lines:
        bold = paper.faces.chosen[role].embolden
        paper.write(line, BODY, PITCH, track=TRACK, bold=bold, target=heading.key, tag=tag)


def _paragraph(paragraph: Paragraph, item: _Item, paper: Paper) -> None:
    tag = paper.tag("P")
    parted = max(len(item.lines) - _KEPT, 0) if item.kept <= _beginning(item) else 0
    for at, line in enumerate(item.lines):
        left = len(item.lines) - at
        if item.tail and at == parted:
            paper.feed(PITCH * left + item.tail)
        elif at == 0:
            paper.feed(_beginning(item))
        elif left == _KEPT:
            paper.feed(PITCH * left)
        paper.write(line, BODY, PITCH, track=TRACK, target=paragraph.key, tag=tag)


def _grid(layout: Layout | None, paper: Paper) -> None:
    assert layout is not None  # every grid was arranged
    if _BEFORE_GRID + layout.height <= HEIGHT:
        paper.feed(_BEFORE_GRID + layout.height)
    paper.y = min(paper.y + _BEFORE_GRID, HEIGHT)
    draw(layout, paper)
    paper.y = min(paper.y + _AFTER_GRID, HEIGHT)


def _signature(item: _Item, paper: Paper) -> None:
    """Set the closing lines four characters from the right edge, together (GB/T 9704-2012, 7.3.5)."""
    paper.feed(item.kept)
    paper.y += PITCH if paper.y else 0.0
    tag = paper.tag("P")
    for line in item.lines:
        paper.write(line, BODY, PITCH, x=WIDTH - 4 * CELL - line.width, track=TRACK, target="signature", tag=tag)

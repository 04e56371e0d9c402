"""Reads binary Word files (.doc of Word 97 to 2003, .wps and .wpt of WPS): what a person sees, top to bottom.

A reader of our own, after [MS-DOC]: the clerks' machines may have Word, WPS or neither, no well-kept Python library
with a free licence reads the tables of these files, and a converter takes seconds and opens a stranger's file in a big
program. What we cannot read for sure (Word 95 and older, rows that contradict their own description) is left to a
converter, where one is installed (`NeedsConversionError`).
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.importers.doc.numbering import read_numbering
from core.importers.doc.properties import Properties
from core.importers.doc.story import Line, Stories
from core.importers.doc.streams import Streams, open_streams, plc
from core.importers.doc.styles import Styles
from core.importers.doc.tables import Cell, Frame, Row, Table, frame, rectangle, tree
from core.importers.extract import Extract, Grid, Paragraph, Part
from core.importers.limits import MOST_CELLS, MOST_DEPTH, MOST_GRID_COLUMNS, MOST_PARAGRAPHS, damaged, too_big
from core.importers.numbering import Numbering
from core.importers.refusals import unsure

_HEADS, _BODY_SHAPES, _HEAD_SHAPES, _BODY_BOXES, _HEAD_BOXES = 11, 40, 41, 56, 58  # pairs of the FIB
_SHAPE, _BOX = 26, 22  # bytes of an Spa and of an FTXBXS
_FIRST_HEAD = 6  # six separators of notes stand before the heads of the pages
_TOP = frozenset({0, 1, 4})  # of six stories for each section, those at the top: even, odd, first page


@dataclass
class _Boxes:
    """The text boxes of the body or of the heads: where the text of each stands, by the CP of its anchor."""

    anchored: dict[int, tuple[int, int]] = field(default_factory=dict)
    loose: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class _Document:
    """What is needed beside the text, and how much of it was read already."""

    path: Path
    stories: Stories
    numbering: Numbering
    boxes: _Boxes = field(default_factory=_Boxes)
    frames: dict[bytes, Frame | None] = field(default_factory=dict)
    cells: int = 0
    paragraphs: int = 0
    grids: int = 0


def read(path: Path) -> Extract:
    """Return the paragraphs and tables of a .doc file.

    UserError: it is broken, locked or too large; NeedsConversionError: only an office program can read it.
    """
    return extract(open_streams(path))


def extract(streams: Streams) -> Extract:
    """Return what stands in the streams of a file; errors as `read`."""
    try:
        return _read(streams)
    except (struct.error, IndexError) as problem:
        raise damaged(streams.path) from problem


def _read(streams: Streams) -> Extract:
    counts = streams.counts()
    names = list(counts)
    starts = {name: sum(counts[other] for other in names[:number]) for number, name in enumerate(names)}
    stories = Stories(streams, Properties(streams), Styles(streams))
    document = _Document(streams.path, stories, read_numbering(streams))
    document.boxes = _boxes(streams, _BODY_SHAPES, _BODY_BOXES, 0, starts["boxes"])
    above = [block for start, end in document.boxes.loose for block in _span(start, end, document, 1)]
    body = list(_span(0, counts["text"], document, 0))
    document.boxes = _boxes(streams, _HEAD_SHAPES, _HEAD_BOXES, starts["heads"], starts["head boxes"])
    return Extract((*above, *body, *_page_heads(streams, starts["heads"], document)))


def _boxes(streams: Streams, shapes: int, texts: int, story: int, start: int) -> _Boxes:
    """Return the text boxes; a box and its anchor know each other by the number of their shape."""
    anchors, drawn = plc(streams.pointed(shapes), _SHAPE)
    places = {shape[:4]: story + cp for cp, shape in zip(anchors, drawn, strict=False)}
    ends, described = plc(streams.pointed(texts), _BOX)
    boxes = _Boxes()
    for number, box in enumerate(described[:-1]):  # the last one stands for no box
        span = (start + ends[number], start + ends[number + 1])
        if box[8:10] != bytes(2):
            continue  # a spare one
        if box[14:18] in places:
            boxes.anchored.setdefault(places[box[14:18]], span)
        else:
            boxes.loose.append(span)
    return boxes


def _page_heads(streams: Streams, start: int, document: _Document) -> Iterator[Part | Paragraph]:
    """Yield what the pages print at their top, each line once, behind the body: the title may stand only there."""
    ends, _ = plc(streams.pointed(_HEADS), 0)
    texts: dict[str, None] = {}
    for number in range(_FIRST_HEAD, len(ends) - 1):
        if (number - _FIRST_HEAD) % 6 in _TOP and ends[number] < ends[number + 1]:
            for block in _span(start + ends[number], start + ends[number + 1], document, 0):
                if isinstance(block, Paragraph) and block.text.strip():
                    texts[block.text] = None
    if texts:
        yield Part("页眉")
        yield from map(Paragraph, texts)


# ---------------------------------------------------------------- blocks


def _span(start: int, end: int, document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    try:
        blocks = tree(document.stories.lines(start, end), MOST_DEPTH)
    except ValueError as problem:
        raise too_big(document.path) from problem
    yield from _blocks(blocks, document, depth)


def _blocks(blocks: Sequence[Line | Table], document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    for block in blocks:
        if isinstance(block, Line):
            yield from _paragraph(block, document, depth)
        else:
            yield from _table(block, document, depth)


def _paragraph(line: Line, document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    document.paragraphs += 1 + line.text.count("\n")
    if document.paragraphs > MOST_PARAGRAPHS:
        raise too_big(document.path)
    boxes = list(_anchored(line, document, depth))
    yield from boxes
    if boxes and not line.text.strip():
        return
    shown = _ordinal(line, document) + line.text if line.text.strip() else line.text
    for text in shown.split("\n"):
        yield Paragraph(text, line.heading)


def _anchored(line: Line, document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    """Yield what stands in the text boxes that hang on a paragraph; a box in a box in a box is left out."""
    for anchor in line.anchors:
        span = document.boxes.anchored.pop(anchor, None)
        if span is not None and depth < 3:
            yield from _span(*span, document, depth + 1)


def _ordinal(line: Line, document: _Document) -> str:
    number = line.style.list if line.layout.list is None else line.layout.list
    level = line.style.level if line.layout.level is None else line.layout.level
    return document.numbering.ordinal(str(number), level) if number else ""


# ---------------------------------------------------------------- tables


def _table(table: Table, document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    """Yield a table as a grid; one that only holds a layout is unwrapped, tables inside others follow them."""
    cells = [cell for row in table.rows for cell in row.cells]
    inner = [block for cell in cells for block in cell.blocks if isinstance(block, Table)]
    if inner and all(sum(bool(cell.text().strip()) for cell in row.cells) <= 2 for row in table.rows):
        for cell in cells:
            yield from _blocks(cell.blocks, document, depth)
        return
    for cell in cells:
        yield from _hanging(cell, document, depth)
    if table.rows:
        document.grids += 1
        yield Grid(_rectangle(table.rows, document), f"第 {document.grids} 个表格")
    for nested in inner:
        yield from _table(nested, document, depth)


def _hanging(cell: Cell, document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    for block in cell.blocks:
        if isinstance(block, Line) and block.anchors:
            yield from _anchored(block, document, depth)


def _rectangle(rows: list[Row], document: _Document) -> tuple[tuple[str | None, ...], ...]:
    _count(sum(len(row.cells) for row in rows), document)
    grid = rectangle([[cell.text() for cell in row.cells] for row in rows], _frames(rows, document))
    if len(grid[0]) > MOST_GRID_COLUMNS:
        raise too_big(document.path)
    _count(len(grid) * len(grid[0]) - sum(len(row.cells) for row in rows), document)
    return grid


def _count(cells: int, document: _Document) -> None:
    document.cells += cells
    if document.cells > MOST_CELLS:
        raise too_big(document.path)


def _frames(rows: list[Row], document: _Document) -> list[Frame]:
    """Return where the cells of each row stand. NeedsConversionError: a row has more cells than its frame."""
    frames: list[Frame] = []
    for row in rows:
        if row.properties not in document.frames:
            document.frames[row.properties] = frame(row.properties)
        found = document.frames[row.properties]
        if found is None or len(row.cells) != len(found.covered):
            raise unsure(document.path, "里有表格的行和它的格子对不上，本程序读不准。")
        frames.append(found)
    return frames

"""Tables of Word files as grids: merged cells follow from gridSpan and vMerge."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from core.importers.docx.text import SKIPPED, text
from core.importers.extract import Grid, Paragraph
from core.importers.limits import MOST_CELLS, MOST_GRID_COLUMNS, too_big, whole_number
from core.importers.package import NAMES, attribute

Unwrap = Callable[[etree._Element], Iterator[Paragraph | Grid]]  # noqa: SLF001  the only name of the type
"""Reads the blocks of a cell."""

_AROUND = frozenset({"sdt", "sdtContent", "ins", "customXml", "moveTo", "smartTag"})  # content controls, insertions


@dataclass
class Counted:
    """How much of the tables of a file was read already."""

    path: Path
    cells: int = 0
    grids: int = 0


@dataclass(frozen=True, slots=True)
class _Cell:
    element: etree._Element
    span: int  # columns of the grid
    covered: bool  # by the cell above
    words: str


@dataclass(frozen=True, slots=True)
class _Row:
    before: int  # columns that it leaves out
    cells: list[_Cell]


def blocks_of_table(table: etree._Element, counted: Counted, unwrap: Unwrap) -> Iterator[Paragraph | Grid]:
    """Yield a table as a grid; one that only holds a layout is unwrapped, tables inside others follow them.

    UserError if the file holds more cells than a report can.
    """
    rows = [_row(row) for row in _children(table, "tr")]
    nests = next(table.iterdescendants(table.tag), None) is not None
    if nests and _inner(rows) and _only_lays_out(rows):
        for row in rows:
            for cell in row.cells:
                yield from unwrap(cell.element)
        return
    counted.grids += 1
    number = counted.grids
    yield Grid(_rectangle([_line(row, counted) for row in rows]), f"第 {number} 个表格")
    if nests:
        for cell in (cell for row in rows for cell in row.cells):
            for nested in _children(cell.element, "tbl"):
                yield from blocks_of_table(nested, counted, unwrap)


def _inner(rows: list[_Row]) -> bool:
    return any(next(cell.element.iter("{*}tbl"), None) is not None for row in rows for cell in row.cells)


def _row(row: etree._Element) -> _Row:
    return _Row(_skipped(row, "gridBefore"), [cell for child in _children(row, "tc") if (cell := _cell(child))])


def _cell(element: etree._Element) -> _Cell | None:
    """Return a cell, None if a tracked change takes it away."""
    span, covered = 1, False
    properties = _properties(element)
    for mark in () if properties is None else properties:
        name = NAMES[mark.tag]
        if name == "gridSpan":
            span = max(1, _number(mark))
        elif name in {"vMerge", "hMerge"}:
            covered = covered or (attribute(mark, "val") or "continue") == "continue"
        elif name == "cellDel":
            return None
    return _Cell(element, span, covered, _cell_text(element))


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or cells of a row, through content controls and accepted insertions."""
    for child in parent:
        found = NAMES[child.tag]
        if found == name:
            if name != "tr" or not _deleted(child):
                yield child
        elif found in _AROUND:
            yield from _children(child, name)


def _deleted(element: etree._Element) -> bool:
    """Whether a tracked change takes a row away."""
    properties = _properties(element)
    return properties is not None and any(NAMES[mark.tag] == "del" for mark in properties)


def _properties(element: etree._Element) -> etree._Element | None:
    """Return the properties of a row or cell: they stand before its content."""
    for child in element:
        name = NAMES[child.tag]
        if name in {"trPr", "tcPr"}:
            return child
        if name in {"tc", "p", "tbl"}:
            break
    return None


def _only_lays_out(rows: list[_Row]) -> bool:
    """Whether no row has more than two cells with words of their own: a frame around other tables."""
    return all(sum(bool(cell.words.strip()) for cell in row.cells) <= 2 for row in rows)


def _line(row: _Row, counted: Counted) -> list[str | None]:
    line: list[str | None] = [None] * row.before
    for cell in row.cells:
        line.append(None if cell.covered else cell.words)
        line.extend([None] * (cell.span - 1))
        counted.cells += cell.span
        if counted.cells > MOST_CELLS or len(line) > MOST_GRID_COLUMNS:
            raise too_big(counted.path)
    return line


def _skipped(row: etree._Element, name: str) -> int:
    properties = _properties(row)
    return 0 if properties is None else next((_number(mark) for mark in properties if NAMES[mark.tag] == name), 0)


def _number(element: etree._Element) -> int:
    return min(whole_number(attribute(element, "val")) or 0, MOST_GRID_COLUMNS + 1)


def _cell_text(cell: etree._Element) -> str:
    """Return the words of a cell, its paragraphs on lines of their own, without those of tables inside it."""
    lines: list[str] = []
    _collect(cell, lines)
    return "\n".join(lines).strip("\n")


def _collect(parent: etree._Element, lines: list[str]) -> None:
    for child in parent:
        name = NAMES[child.tag]
        if name == "p":
            lines.append(text(child))
        elif name not in SKIPPED and name not in {"tbl", "tcPr"}:
            _collect(child, lines)


def _rectangle(rows: list[list[str | None]]) -> tuple[tuple[str | None, ...], ...]:
    width = max(map(len, rows), default=0)
    return tuple(tuple(row + [None] * (width - len(row))) for row in rows)

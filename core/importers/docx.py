"""Reads Word files by their XML: what a person sees, in the order of the page.

Tracked changes are read as accepted. Merged cells follow from gridSpan and vMerge; text boxes stand where they are
anchored, once; ordinals of automatic numbering are restored.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from core.errors import UserError
from core.importers.extract import Extract, Grid, Paragraph, Part
from core.importers.limits import (
    MOST_BASE_STYLES,
    MOST_CELLS,
    MOST_DEPTH,
    MOST_GRID_COLUMNS,
    MOST_HEADERS,
    MOST_PARAGRAPHS,
    too_big,
)
from core.importers.numbering import Numbering, read_numbering
from core.importers.package import Package, attribute, local

BODY = "word/document.xml"
_HEADER = re.compile(r"word/header\d*\.xml")
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "rPr", "pPr", "instrText", "delText", "footnotePr", "rt"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_ON = (None, "1", "true", "on")


@dataclass
class _Document:
    """What is needed beside the body, and how much of it was read already."""

    path: Path
    numbering: Numbering
    defined: dict[str, etree._Element] = field(default_factory=dict)
    styles: dict[str, "_Style"] = field(default_factory=dict)  # those looked up so far
    cells: int = 0
    paragraphs: int = 0
    grids: int = 0


@dataclass(frozen=True, slots=True)
class _Style:
    heading: bool = False
    bold: bool = False
    list: tuple[str, int] | None = None


def read(path: Path) -> Extract:
    """Return the paragraphs and tables of a .docx file; UserError if it is broken, locked or too large."""
    with Package(path) as package:
        root = package.xml(BODY)
        numbering = read_numbering(package.xml("word/numbering.xml")) if _has(package, "numbering") else Numbering()
        styles = _defined(package.xml("word/styles.xml")) if _has(package, "styles") else {}
        headers = [package.xml(name) for name in sorted(package.names) if _HEADER.fullmatch(name)][:MOST_HEADERS]
    body = next((child for child in root if local(child) == "body"), None)
    if body is None:
        raise UserError(f"“{path.name}”里没有正文，读不了。", "请用 WPS 或 Word 打开它，另存一份，再导入。")
    document = _Document(path, numbering, styles)
    return Extract((*_blocks(body, document, 0), *_page_heads(headers, document)))


def _page_heads(headers: list[etree._Element], document: _Document) -> Iterator[Part | Paragraph]:
    """Yield what the pages print at their top, each line once, behind the body: the title may stand only there."""
    blocks = [block for header in headers for block in _blocks(header, document, 0)]
    texts = dict.fromkeys(block.text for block in blocks if isinstance(block, Paragraph) and block.text.strip())
    if texts:
        yield Part("页眉")
        yield from map(Paragraph, texts)


def _has(package: Package, part: str) -> bool:
    return f"word/{part}.xml" in package.names


# ---------------------------------------------------------------- blocks


def _blocks(parent: etree._Element, document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    if depth > MOST_DEPTH:
        raise too_big(document.path)
    for child in parent:
        name = local(child)
        if name == "p":
            yield from _paragraph(child, document, depth)
        elif name == "tbl":
            yield from _table(child, document, depth)
        elif name not in _SKIPPED and name not in {"sectPr", "tblPr", "tcPr", "sdtPr"}:
            yield from _blocks(child, document, depth + 1)  # content controls, accepted insertions


def _paragraph(element: etree._Element, document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    document.paragraphs += 1
    if document.paragraphs > MOST_PARAGRAPHS:
        raise too_big(document.path)
    boxes = list(_boxes(element))
    for box in boxes:
        yield from _blocks(box, document, depth + 1)
    text = _text(element)
    if boxes and not text.strip():
        return
    style = _looked_up(_style_of(element), document)
    shown = _ordinal(element, style, document) + text if text.strip() else text
    heading = style.heading or (bool(text.strip()) and _is_bold(element, style))
    for line in shown.split("\n"):
        yield Paragraph(line, heading)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Return the text boxes anchored in a paragraph; of an alternative only the first choice."""
    for child in element:
        name = local(child)
        if name == "txbxContent":
            yield child
        elif name not in _SKIPPED:
            yield from _boxes(child)


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "sym":
            yield _symbol(child)
        elif name == "r" and _hidden(child):
            continue
        elif name not in _SKIPPED and name not in {"txbxContent", "tbl"}:
            yield from _pieces(child)


def _hidden(run: etree._Element) -> bool:
    """Whether a run is hidden text, which nobody sees on the page."""
    properties = next((child for child in run if local(child) == "rPr"), None)
    marks = () if properties is None else properties
    return any(local(mark) == "vanish" and attribute(mark, "val") in _ON for mark in marks)


def _symbol(element: etree._Element) -> str:
    code = attribute(element, "char") or ""
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""


# ---------------------------------------------------------------- headings and ordinals


def _defined(root: etree._Element) -> dict[str, etree._Element]:
    return {attribute(child, "styleId") or "": child for child in root if local(child) == "style"}


def _looked_up(name: str, document: _Document) -> _Style:
    """Return what a paragraph style says about headings and lists, with what it inherits."""
    if name not in document.styles:
        document.styles[name] = _style(name, document.defined)
    return document.styles[name]


def _style(name: str, elements: dict[str, etree._Element]) -> _Style:
    heading, bold, listed = False, False, None
    for _ in range(MOST_BASE_STYLES):
        element = elements.get(name)
        if element is None:
            break
        properties = {local(child): child for child in element}
        title = (attribute(properties["name"], "val") or "").lower() if "name" in properties else ""
        heading = heading or title.startswith(("heading", "标题", "title"))
        bold = bold or ("rPr" in properties and _bold(properties["rPr"]) is True)
        listed = listed or (_list_of(properties["pPr"]) if "pPr" in properties else None)
        if "basedOn" not in properties:
            break
        name = attribute(properties["basedOn"], "val") or ""
    return _Style(heading, bold, listed)


def _properties(element: etree._Element) -> etree._Element | None:
    return next((child for child in element if local(child) == "pPr"), None)


def _style_of(element: etree._Element) -> str:
    properties = _properties(element)
    if properties is None:
        return ""
    return next((attribute(child, "val") or "" for child in properties if local(child) == "pStyle"), "")


def _list_of(properties: etree._Element) -> tuple[str, int] | None:
    for child in properties:
        if local(child) == "numPr":
            found = {local(inner): attribute(inner, "val") or "" for inner in child}
            level = found.get("ilvl", "0")
            return found.get("numId", ""), int(level) if level.isdecimal() else 0
    return None


def _ordinal(element: etree._Element, style: _Style, document: _Document) -> str:
    properties = _properties(element)
    listed = (_list_of(properties) if properties is not None else None) or style.list
    if listed is None:
        return ""
    number, level = listed
    number = number or (style.list[0] if style.list else "")
    return document.numbering.ordinal(number, level)


def _is_bold(element: etree._Element, style: _Style) -> bool:
    """Whether all words of a paragraph are bold."""
    weights = [
        _run_bold(run)
        for run in element.iter("{*}r")
        if any(local(child) == "t" and (child.text or "").strip() for child in run)
    ]
    return bool(weights) and all(style.bold if weight is None else weight for weight in weights)


def _run_bold(run: etree._Element) -> bool | None:
    properties = next((child for child in run if local(child) == "rPr"), None)
    return None if properties is None else _bold(properties)


def _bold(properties: etree._Element) -> bool | None:
    mark = next((child for child in properties if local(child) == "b"), None)
    return None if mark is None else attribute(mark, "val") in _ON


# ---------------------------------------------------------------- tables


def _table(table: etree._Element, document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    """Yield a table as a grid; one that only holds a layout is unwrapped, tables inside others follow them."""
    rows = list(_children(table, "tr"))
    inner = [nested for row in rows for cell in _children(row, "tc") for nested in cell.iter("{*}tbl")]
    if inner and _only_lays_out(rows):
        for row in rows:
            for cell in _children(row, "tc"):
                yield from _blocks(cell, document, depth + 1)
        return
    document.grids += 1
    number = document.grids
    yield Grid(_rectangle([_row(row, document) for row in rows]), f"第 {number} 个表格")
    for row in rows:
        for cell in _children(row, "tc"):
            for nested in _children(cell, "tbl"):
                yield from _table(nested, document, depth + 1)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Return the rows of a table or cells of a row, through content controls and accepted insertions."""
    for child in parent:
        found = local(child)
        if found == name:
            if not _deleted_row(child):
                yield child
        elif found in {"sdt", "sdtContent", "ins", "customXml", "moveTo", "smartTag"}:
            yield from _children(child, name)


def _deleted_row(element: etree._Element) -> bool:
    """Whether a tracked change takes a row or cell away."""
    for child in element:
        if local(child) in {"trPr", "tcPr"}:
            return any(local(mark) in {"del", "cellDel"} for mark in child)
    return False


def _only_lays_out(rows: list[etree._Element]) -> bool:
    """Whether no row has more than two cells with words of their own: a frame around other tables."""
    return all(sum(bool(_cell_text(cell).strip()) for cell in _children(row, "tc")) <= 2 for row in rows)


def _row(row: etree._Element, document: _Document) -> list[str | None]:
    cells: list[str | None] = [None] * _skipped(row, "gridBefore")
    for cell in _children(row, "tc"):
        span, covered = _merging(cell)
        cells.append(None if covered else _cell_text(cell))
        cells.extend([None] * (span - 1))
        document.cells += span
        if document.cells > MOST_CELLS or len(cells) > MOST_GRID_COLUMNS:
            raise too_big(document.path)
    return cells


def _skipped(row: etree._Element, name: str) -> int:
    for child in row:
        if local(child) == "trPr":
            return next((_number(mark) for mark in child if local(mark) == name), 0)
    return 0


def _number(element: etree._Element) -> int:
    value = attribute(element, "val") or ""
    return min(int(value), MOST_GRID_COLUMNS + 1) if value.isdecimal() else 0


def _merging(cell: etree._Element) -> tuple[int, bool]:
    """Return how many grid columns a cell takes, and whether one above it covers it."""
    span, covered = 1, False
    for child in cell:
        if local(child) != "tcPr":
            continue
        for mark in child:
            if local(mark) == "gridSpan":
                span = max(1, _number(mark))
            elif local(mark) in {"vMerge", "hMerge"}:
                covered = covered or (attribute(mark, "val") or "continue") == "continue"
    return span, covered


def _cell_text(cell: etree._Element) -> str:
    """Return the words of a cell, its paragraphs on lines of their own, without those of tables inside it."""
    return "\n".join(_lines(cell)).strip("\n")


def _lines(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        if local(child) == "p":
            yield _text(child)
        elif local(child) not in _SKIPPED and local(child) not in {"tbl", "tcPr"}:
            yield from _lines(child)


def _rectangle(rows: list[list[str | None]]) -> tuple[tuple[str | None, ...], ...]:
    width = max(map(len, rows), default=0)
    return tuple(tuple(row + [None] * (width - len(row))) for row in rows)

"""Reads Word files by their XML: what a person sees, in the order of the page.

Tracked changes are read as accepted. Merged cells follow from gridSpan and vMerge; text boxes stand where they are
anchored, once; ordinals of automatic numbering are restored.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from core.errors import UserError
from core.importers.docx.styles import Styles, is_bold
from core.importers.docx.tables import Counted, blocks_of_table
from core.importers.docx.text import SKIPPED, boxes, text
from core.importers.extract import Extract, Grid, Paragraph, Part
from core.importers.limits import MOST_DEPTH, MOST_HEADERS, MOST_PARAGRAPHS, too_big
from core.importers.numbering import Numbering, read_numbering
from core.importers.package import Package, local

BODY = "word/document.xml"
_HEADER = re.compile(r"word/header\d*\.xml")
_PASSED = SKIPPED | {"sectPr", "tblPr", "tcPr", "sdtPr"}


@dataclass
class _Document:
    """What is needed beside the body, and how much of it was read already."""

    path: Path
    styles: Styles
    counted: Counted
    paragraphs: int = 0


def read(path: Path) -> Extract:
    """Return the paragraphs and tables of a .docx file; UserError if it is broken, locked or too large."""
    with Package(path) as package:
        root = package.xml(BODY)
        headers = [package.xml(name) for name in sorted(package.names) if _HEADER.fullmatch(name)][:MOST_HEADERS]
        body = next((child for child in root if local(child) == "body"), None)
        if body is None:
            raise UserError(f"“{path.name}”里没有正文，读不了。", "请用 WPS 或 Word 打开它，另存一份，再导入。")
        document = _Document(path, _styles(package), Counted(path))
        return Extract((*_blocks(body, document, 0), *_page_heads(headers, document)))


def _styles(package: Package) -> Styles:
    def numbering() -> Numbering:
        name = "word/numbering.xml"
        return read_numbering(package.xml(name)) if name in package.names else Numbering()

    styles = "word/styles.xml"
    return Styles(package.elements(styles, "style") if styles in package.names else iter(()), numbering)


def _page_heads(headers: list[etree._Element], document: _Document) -> Iterator[Part | Paragraph]:
    """Yield what the pages print at their top, each line once, behind the body: the title may stand only there."""
    blocks = [block for header in headers for block in _blocks(header, document, 0)]
    texts = dict.fromkeys(block.text for block in blocks if isinstance(block, Paragraph) and block.text.strip())
    if texts:
        yield Part("页眉")
        yield from map(Paragraph, texts)


def _blocks(parent: etree._Element, document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    if depth > MOST_DEPTH:
        raise too_big(document.path)
    for child in parent:
        name = local(child)
        if name == "p":
            yield from _paragraph(child, document, depth)
        elif name == "tbl":
            yield from blocks_of_table(child, document.counted, lambda cell: _blocks(cell, document, depth + 1))
        elif name not in _PASSED:
            yield from _blocks(child, document, depth + 1)  # content controls, accepted insertions


def _paragraph(element: etree._Element, document: _Document, depth: int) -> Iterator[Paragraph | Grid]:
    document.paragraphs += 1
    if document.paragraphs > MOST_PARAGRAPHS:
        raise too_big(document.path)
    anchored = list(boxes(element))
    for box in anchored:
        yield from _blocks(box, document, depth + 1)
    words = text(element)
    if not words.strip():
        if not anchored:
            yield from map(Paragraph, words.split("\n"))
        return
    properties = next((child for child in element if local(child) == "pPr"), None)
    style = document.styles.style(properties)
    shown = document.styles.ordinal(properties, style) + words
    heading = style.heading or is_bold(element, style)
    for line in shown.split("\n"):
        yield Paragraph(line, heading)

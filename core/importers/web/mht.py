"""Reads web pages saved as one file (MHT): the archive's page is taken out and read like any other page."""

import email
from collections.abc import Iterator
from pathlib import Path

from core.importers.encodings import decode
from core.importers.extract import Extract, Grid, Paragraph, Part
from core.importers.limits import MOST_ARCHIVED_PAGES, MOST_PART_BYTES, damaged, too_big
from core.importers.web.page import page

_NESTING = (b"boundary", b"message/rfc822")


def read(path: Path) -> Extract:
    """Return the lines and tables of the page in an archive; UserError if there is none or it is too large.

    Of several pages (frames) the one with the most words is the article; a page that is nothing but frames, as Excel
    saves a workbook, stands for all of them.
    """
    data = path.read_bytes()
    if len(data) > MOST_PART_BYTES or sum(data.count(sign) for sign in _NESTING) > 4 * MOST_ARCHIVED_PAGES:
        raise too_big(path)
    markups = list(_markups(data))
    if not markups:
        raise damaged(path)
    if len(markups) > MOST_ARCHIVED_PAGES:
        raise too_big(path)
    extracts = [page(markup) for markup in markups]
    if "<frameset" in markups[0].lower():
        blocks: list[Paragraph | Grid | Part] = []
        for number, extract in enumerate((extract for extract in extracts if _words(extract)), start=1):
            blocks += [Part(f"第 {number} 页"), *extract.blocks]
        return Extract(tuple(blocks))
    return max(extracts, key=_words)


def _markups(data: bytes) -> Iterator[str]:
    """Yield the markup of each page; what the archive says of its encoding is not believed."""
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() not in {"text/html", "application/xhtml+xml"}:
            continue
        content = part.get_payload(decode=True)
        markup = decode(content) if isinstance(content, bytes) else None
        if markup:
            yield markup


def _words(extract: Extract) -> int:
    paragraphs = sum(len(block.text) for block in extract.blocks if isinstance(block, Paragraph))
    grids = (cell for block in extract.blocks if isinstance(block, Grid) for row in block.rows for cell in row)
    return paragraphs + sum(len(cell or "") for cell in grids)

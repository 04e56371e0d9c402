"""Reads saved web pages, and what word processors save or copy as such."""

from pathlib import Path

from core.importers.encodings import decode
from core.importers.extract import Extract
from core.importers.limits import MOST_PART_BYTES, too_big
from core.importers.refusals import not_text
from core.importers.web.page import page


def read(path: Path) -> Extract:
    """Return the lines and tables of a saved page; UserError if it is no text or too large."""
    data = path.read_bytes()
    if len(data) > MOST_PART_BYTES:
        raise too_big(path)
    text = decode(data)
    if text is None:
        raise not_text(path)
    return page(text)


def read_text(markup: str) -> Extract:
    """Return the lines and tables of markup, for example of a piece of a page on the clipboard."""
    return page(markup)

"""The words of a workbook: what no file can hold is dropped, and a cell takes no more than Excel allows."""

import re
from collections.abc import Iterator

LONGEST = 32767
"""Characters of a cell, Excel's limit; it counts those beyond the basic plane (UTF-16) twice."""

_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Drop what XML cannot hold."""
    return _NOT_XML.sub("", text.replace("\r\n", "\n"))


def fitting(text: str) -> str:
    """Return as much of a text from its beginning on, made `plain`, as a cell takes."""
    return _head(plain(text))


def parts(text: str) -> Iterator[str]:
    """Yield a text, made `plain`, cell by cell."""
    rest = plain(text)
    while rest:
        yield (part := _head(rest))
        rest = rest[len(part) :]


def _head(text: str) -> str:
    if 2 * len(text) <= LONGEST:
        return text
    return text.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")  # half a character is left out

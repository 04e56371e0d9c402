"""The words of a workbook as XML: what XML cannot hold is dropped, what it or Excel would read otherwise is escaped."""

import re

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def plain(text: str) -> str:
    """Drop what XML cannot hold."""
    return _NOT_XML.sub("", text.replace("\r\n", "\n"))


def escaped(text: str) -> str:
    """Return words, `plain` already, as XML writes them, in an element or an attribute."""
    return text.translate(_SIGNS)


def words(text: str) -> str:
    """Return the element of a text, `plain` already, that keeps its blanks.

    Excel reads _x000D_ as the character of that number (18.18.95, ST_Xstring); who typed just that shall get it back.
    """
    if "_x" in text:
        text = _LIKE_AN_ESCAPE.sub("_x005F_", text)
    return f'<t xml:space="preserve">{text.translate(_SIGNS)}</t>'


def attributes(**given: str | float | None) -> str:
    """Return attributes with a blank before each, those that are None left out."""
    return "".join(f' {name}="{escaped(str(value))}"' for name, value in given.items() if value is not None)

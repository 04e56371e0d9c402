"""The tables at the beginning of RTF: in which alphabet each font writes, and which styles are headings."""

from dataclasses import dataclass, field

from core.importers.limits import MOST_BASE_STYLES
from core.importers.rtf.text import decoded, of_charset, of_page
from core.importers.rtf.tokens import Mark, Tokens

_HEADINGS = ("heading", "标题", "title")
_BODY_TEXT = 9  # an outline level that is none


@dataclass
class Heads:
    """Encodings by font, heading styles by number, and the encoding of the file."""

    page: str | None = "cp1252"
    fonts: dict[int, str | None] = field(default_factory=dict)
    headings: set[int] = field(default_factory=set)


def read_fonts(tokens: Tokens, heads: Heads) -> None:
    """Read the table of fonts up to the brace that closes it."""
    font, depth = 0, 0
    while True:
        mark, word, number = tokens.next()
        if mark is Mark.END:
            return
        if mark is Mark.BRACE:
            depth += 1 if word == b"{" else -1
            if depth < 0:
                return
        elif mark is Mark.WORD and number is not None:
            if word == b"f":
                font = number
            elif word == b"fcharset":
                heads.fonts[font] = of_charset(number)
            elif word == b"cpg" and number:
                heads.fonts[font] = of_page(number)


@dataclass
class _Style:
    number: int = 0
    base: int | None = None
    heading: bool = False
    name: bytearray = field(default_factory=bytearray)
    letters: str = ""


def read_styles(tokens: Tokens, heads: Heads) -> None:
    """Read the table of styles up to the brace that closes it: headings by name, by outline level or by their base."""
    styles: dict[int, _Style] = {}
    style, depth = _Style(), 0
    while True:
        mark, word, number = tokens.next()
        if mark is Mark.END:
            break
        if mark is Mark.BRACE:
            depth += 1 if word == b"{" else -1
            if depth < 0:
                break
            if word == b"{" and depth == 1:
                style = _Style()
            elif depth == 0:
                style.heading = style.heading or _names_heading(style, heads)
                styles.setdefault(style.number, style)
        elif depth == 1:
            _describe(style, mark, word, number)
    heads.headings = {number for number in styles if number >= 0 and _is_heading(number, styles)}


def _describe(style: _Style, mark: Mark, word: bytes, number: int | None) -> None:
    if mark in (Mark.TEXT, Mark.BYTES):
        style.name += word
    elif mark is Mark.SIGN and word == b"*":
        style.number = -1  # not of paragraphs
    elif word == b"s" and style.number >= 0:
        style.number = number or 0
    elif word == b"sbasedon":
        style.base = number
    elif word == b"u" and number is not None:
        style.letters += chr(number & 0xFFFF)
    elif word == b"outlinelevel" and number is not None:
        style.heading = number < _BODY_TEXT


def _names_heading(style: _Style, heads: Heads) -> bool:
    name = decoded(bytes(style.name), None, heads.page).strip().lower()
    return name.startswith(_HEADINGS) or style.letters.startswith("标题")


def _is_heading(style: int, styles: dict[int, _Style]) -> bool:
    number: int | None = style
    for _ in range(MOST_BASE_STYLES):
        found = styles.get(number) if number is not None else None
        if found is None:
            return False
        if found.heading:
            return True
        number = found.base
    return False

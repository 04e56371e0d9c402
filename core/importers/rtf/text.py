"""The bytes of RTF as text: in the alphabet of the font, in that of the file, or as Chinese that neither names."""

import codecs
import re
from collections.abc import Iterator

_CHARSETS = {
    0: "cp1252", 2: "latin-1", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES = {936: "gb18030", 54936: "gb18030", 65001: "utf-8", 10000: "mac_roman", 10008: "gb2312", 950: "cp950"}
_LATIN = ("cp1252", "latin-1")
_PAIRS = re.compile(rb"(?:[\x00-\x7f]|[\x81-\xfe][\x40-\xfe])*")
_COMMON_PAIRS = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xf7][\xa1-\xfe])*")  # others may be Latin quotes and dashes
_SYMBOLS = range(0xF000, 0xF100)  # where fonts of symbols keep their signs


def of_charset(charset: int) -> str | None:
    """Return the encoding of a font's character set, None if it says nothing ("default")."""
    return _CHARSETS.get(charset)


def of_page(page: int) -> str | None:
    """Return the encoding of a code page, None for one that is not known."""
    name = _PAGES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name


def decoded(data: bytes, font: str | None, page: str | None) -> str:
    """Return bytes as text, in the encoding of their font or else of the file's code page.

    Many programs name a Latin font, or none, for Chinese bytes: those that come in pairs are read as GB 18030.
    """
    if data.isascii():
        return data.decode("ascii")
    for encoding in _tried(data, font, page):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(font or page or "gb18030", "replace")


def _tried(data: bytes, font: str | None, page: str | None) -> Iterator[str]:
    if font is not None and font not in _LATIN:
        yield font
    elif page is not None and page not in (*_LATIN, "gb18030"):
        yield page
    elif (_PAIRS if font is None else _COMMON_PAIRS).fullmatch(data):
        yield "gb18030"
    yield from (encoding for encoding in (font, page, "gb18030") if encoding)


def letter(number: int) -> str:
    """Return the UTF-16 unit of a \\u word; signs of symbol fonts and of fields, which are no letters, give nothing."""
    unit = number & 0xFFFF
    if unit in {0x0A, 0x0B, 0x0D}:
        return "\n"
    return "" if unit in _SYMBOLS or (unit < 0x20 and unit != 0x09) else chr(unit)


def whole(text: str) -> str:
    """Join the halves of characters beyond U+FFFF; a lone half becomes U+FFFD."""
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text

"""The visible characters of a page with their places."""

import ctypes
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from math import hypot, pi
from typing import Any, NamedTuple

from pypdfium2 import raw

from core.importers.limits import MOST_PAGE_CHARACTERS
from core.importers.pdf_file import address, function
from core.importers.pdf_letters import UNREADABLE, ordinary

_LOOSE_BOX = function(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_ORIGIN = function(
    raw.FPDFText_GetCharOrigin, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
)
_TEXT_OBJECT = function(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_ADDRESS = ctypes.c_void_p
_COLOUR = function(raw.FPDFPageObj_GetFillColor, ctypes.c_int, *(_ADDRESS,) * 5)
_SIZE = function(raw.FPDFTextObj_GetFontSize, ctypes.c_int, _ADDRESS, _ADDRESS)
_MATRIX = function(raw.FPDFPageObj_GetMatrix, ctypes.c_int, _ADDRESS, _ADDRESS)
_MODE = function(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, _ADDRESS)
_FONT = function(raw.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
_NO_CODE = function(raw.FPDFText_HasUnicodeMapError, ctypes.c_int, _ADDRESS, ctypes.c_int)
_BOLD_NAMES = ("bold", "black", "heavy", "hei", "黑", "medium", "heiti", "标宋", "biaosong", "xbs")
_INVISIBLE = 3
_ASKED = 30  # pieces of text tell whether their font has codes for its letters
_PROBED = 40  # letters of a page tell how it is turned
_ABOVE, _BELOW = 0.88, 0.12  # how far a character reaches from the line it stands on, in parts of its size
_OUTLINED = frozenset({1, 2})  # outlined letters look bold


class Letter(NamedTuple):
    """A character and its place, in points from the upper left corner of the upright page.

    It is as high as its font, so that a comma is as high as the letters beside it.
    """

    left: float
    top: float
    right: float
    bottom: float
    sign: str
    bold: bool
    run: int  # which piece of text of the file it belongs to

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


class Style(NamedTuple):
    """How a piece of text is printed; `size` is the height of its font in points."""

    bold: bool
    size: float
    invisible: bool = False
    white: bool = False
    garbled: bool = False


@dataclass(frozen=True)
class Letters:
    """What is written on a page. `hidden` counts characters that are there but not printed (a layer over a scan)."""

    letters: tuple[Letter, ...] = ()
    hidden: int = 0
    white: tuple[Letter, ...] = ()
    turned: int = 0  # by how many quarters most of them are turned counter-clockwise; then none is given
    too_many: bool = False


_NEW = tuple.__new__  # makes a Letter without the detour over its own constructor


@dataclass
class Fonts:
    """What is known of the fonts of a document so far; one may be used by every page."""

    bold: dict[int | None, bool] = field(default_factory=dict)
    garbled: dict[int | None, bool] = field(default_factory=dict)
    asked: dict[int | None, int] = field(default_factory=dict)  # how many of its pieces were looked at for that

    def styles(self, text: int, pieces: Sequence[int | None]) -> dict[int, Style]:
        """Return the style of each piece of text of a page; `text` is the address of its characters."""
        styles: dict[int, Style] = {}
        colour = (ctypes.c_uint * 4)()
        numbers = (ctypes.c_float * 7)()  # a size, and the six of a matrix
        red, size = ctypes.addressof(colour), ctypes.addressof(numbers)
        for index, piece in enumerate(pieces):
            if piece is None or piece in styles:
                continue
            _COLOUR(piece, red, red + 4, red + 8, red + 12)
            _SIZE(piece, size)
            _MATRIX(piece, size + 4)
            mode, font = _MODE(piece), _FONT(piece)
            if font not in self.bold:
                self.bold[font], self.garbled[font], self.asked[font] = _is_bold(font), False, 0
            if self.asked[font] < _ASKED and not self.garbled[font]:
                self.asked[font] += 1
                self.garbled[font] = _NO_CODE(text, index) == 1
            high = min(max(abs(numbers[0]) * hypot(numbers[3], numbers[4]), 1.0), 300.0)
            white = mode == 0 and colour[0] > 250 and colour[1] > 250 and colour[2] > 250
            bold = mode in _OUTLINED or self.bold[font]
            styles[piece] = Style(bold, high, mode == _INVISIBLE or not colour[3], white, self.garbled[font])
        return styles


def _is_bold(font: int | None) -> bool:
    if font is None:
        return False
    buffer = ctypes.create_string_buffer(256)
    length = raw.FPDFFont_GetBaseFontName(ctypes.cast(font, raw.FPDF_FONT), buffer, 256)
    name = buffer.raw[: max(0, min(length, 256) - 1)]
    words = (name.decode("utf-8", "replace") + name.decode("gbk", "replace")).lower()
    return any(word in words for word in _BOLD_NAMES)


def letters_of(page: Any, fonts: Fonts, frame: tuple[float, float, float, float]) -> Letters:
    """Return what is written on a page; `frame` is the part of it that is shown (left, bottom, right, top)."""
    text = raw.FPDFText_LoadPage(page)
    if not text:
        return Letters()
    try:
        count = raw.FPDFText_CountChars(text)
        if count > MOST_PAGE_CHARACTERS:
            return Letters(too_many=True)
        return _letters(text, count, fonts, frame) if count > 0 else Letters()
    finally:
        raw.FPDFText_ClosePage(text)


def _letters(text: Any, count: int, fonts: Fonts, frame: tuple[float, float, float, float]) -> Letters:
    signs = _signs(text, count)
    boxes, origins = (ctypes.c_float * (4 * count))(), (ctypes.c_double * (2 * count))()
    handle, start, first = address(text), ctypes.addressof(boxes), ctypes.addressof(origins)
    deque(map(_LOOSE_BOX, repeat(handle), range(count), range(start, start + 16 * count, 16)), maxlen=0)
    x_places, y_places = range(first, first + 16 * count, 16), range(first + 8, first + 8 + 16 * count, 16)
    deque(map(_ORIGIN, repeat(handle), range(count), x_places, y_places), maxlen=0)
    pieces = list(map(_TEXT_OBJECT, repeat(handle), range(count)))
    if quarters := _turned(text, signs):
        return Letters(turned=quarters)
    styles = fonts.styles(handle, pieces)
    placed = zip(signs, pieces, boxes[0::4], boxes[2::4], origins[1::2], strict=True)
    return _placed(placed, styles, frame)


def _placed(
    placed: Iterable[tuple[str, int | None, float, float, float]],
    styles: Mapping[int, Style],
    frame: tuple[float, float, float, float],
) -> Letters:
    """Return the characters within the frame by how they are seen; the innermost loop of the reader."""
    left, bottom, right, top = frame
    shown: list[Letter] = []
    white: list[Letter] = []
    unseen: list[Letter] = []
    last, style, add = None, Style(bold=False, size=1.0), unseen.append
    above = below = top
    for sign, piece, x0, x1, base in placed:
        if piece is None or sign < " ":
            continue
        if piece != last:
            last, style = piece, styles[piece]
            add = unseen.append if style.invisible else white.append if style.white else shown.append
            above, below = top - _ABOVE * style.size, top + _BELOW * style.size
        if left < x0 < right and bottom < base < top:
            shape = UNREADABLE if style.garbled and sign != " " else sign
            add(_NEW(Letter, (x0 - left, above - base, x1 - left, below - base, shape, style.bold, piece)))
    return Letters(tuple(shown), sum(letter.sign != " " for letter in unseen), tuple(white))


def _signs(text: Any, count: int) -> Sequence[str]:
    """Return the character at each index; one call for all of them where no index holds two or no code."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text, 0, count, buffer)
    if written == count + 1:
        signs = bytes(buffer)[:-2].decode("utf-16-le", "replace")
        if len(signs) == count:
            same = ordinary(signs)
            return same if len(same) == count else [ordinary(sign) for sign in signs]
    codes = (raw.FPDFText_GetUnicode(text, index) for index in range(count))
    return [ordinary(_sign(code)) for code in codes]


def _sign(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else UNREADABLE


def _turned(text: Any, signs: Sequence[str]) -> int:
    """Return by how many quarters, counter-clockwise, most letters of a page are turned."""
    written = [index for index, sign in enumerate(signs) if sign > " "]
    probe = written[:: max(1, len(written) // _PROBED)]
    quarters = Counter(-round(raw.FPDFText_GetCharAngle(text, index) / (pi / 2)) % 4 for index in probe)
    (most, times), *_ = quarters.most_common(1) or [(0, 0)]
    return most if times * 2 > len(probe) else 0

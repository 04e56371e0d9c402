"""The visible characters of a page with their places."""

import ctypes
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from math import hypot
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
_BOLD_NAMES = ("bold", "black", "heavy", "hei", "黑", "medium", "heiti", "标宋", "biaosong", "xbs")
_INVISIBLE = 3
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


@dataclass(frozen=True, slots=True)
class Style:
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
    turned: float = 0  # the angle at which most of them stand, counter-clockwise
    too_many: bool = False


@dataclass
class Fonts:
    """What is known of the fonts of a document so far; one may be used by every page."""

    bold: dict[int, bool] = field(default_factory=dict)

    def is_bold(self, piece: Any) -> bool:
        """Whether a piece of text is in a bold font or one made for headings."""
        font = raw.FPDFTextObj_GetFont(piece)
        at = address(font)
        if at not in self.bold:
            self.bold[at] = _is_bold(font)
        return self.bold[at]


def _is_bold(font: Any) -> bool:
    if not font:
        return False
    buffer = ctypes.create_string_buffer(256)
    length = raw.FPDFFont_GetBaseFontName(font, buffer, 256)
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
    styles = _styles(text, pieces, fonts)
    if (angle := _turned(text, boxes, signs)) is not None:
        return Letters(turned=angle)
    left, bottom, right, top = frame
    shown: list[Letter] = []
    white: list[Letter] = []
    hidden = 0
    for sign, piece, x0, x1, base in zip(signs, pieces, boxes[0::4], boxes[2::4], origins[1::2], strict=True):
        if piece is None or sign < " ":
            continue
        style = styles[piece]
        if not left < (x0 + x1) / 2 < right or not bottom < base < top:
            continue
        if style.invisible:
            hidden += sign > " "
            continue
        above, below = top - base - _ABOVE * style.size, top - base + _BELOW * style.size
        shape = " " if sign.isspace() else UNREADABLE if style.garbled else sign
        letter = Letter(x0 - left, above, x1 - left, below, shape, style.bold, piece)
        (white if style.white else shown).append(letter)
    return Letters(tuple(shown), hidden, tuple(white))


def _signs(text: Any, count: int) -> list[str]:
    """Return the character at each index; one call for all of them where no index holds two or no code."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text, 0, count, buffer)
    if written == count + 1:
        signs = bytes(buffer)[:-2].decode("utf-16-le", "replace")
        if len(signs) == count:
            return list(map(ordinary, signs))
    codes = (raw.FPDFText_GetUnicode(text, index) for index in range(count))
    return [ordinary(_sign(code)) for code in codes]


def _sign(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else UNREADABLE


def _styles(text: Any, pieces: Sequence[int | None], fonts: Fonts) -> dict[int, Style]:
    styles: dict[int, Style] = {}
    colour = [ctypes.c_uint() for _ in range(4)]
    for index, piece in enumerate(pieces):
        if piece is None or piece in styles:
            continue
        handle = ctypes.cast(piece, raw.FPDF_PAGEOBJECT)
        mode = raw.FPDFTextObj_GetTextRenderMode(handle)
        raw.FPDFPageObj_GetFillColor(handle, *colour)
        styles[piece] = Style(
            bold=mode in _OUTLINED or fonts.is_bold(handle),
            size=_size(handle),
            invisible=mode == _INVISIBLE or colour[3].value == 0,
            white=mode == 0 and all(part.value > 250 for part in colour[:3]),
            garbled=raw.FPDFText_HasUnicodeMapError(text, index) == 1,
        )
    return styles


def _size(piece: Any) -> float:
    """Return the height of the font of a piece of text as it is printed, within reason."""
    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(piece, size)
    raw.FPDFPageObj_GetMatrix(piece, matrix)
    return min(max(abs(size.value) * hypot(matrix.c, matrix.d), 1.0), 300.0)


def _turned(text: Any, boxes: Any, signs: Sequence[str]) -> float | None:
    """Return the angle of the page's letters if most of them do not stand upright."""
    written = [index for index, sign in enumerate(signs) if sign > " "]
    probe = written[:: max(1, len(written) // 40)]
    flat = [index for index in probe if boxes[4 * index + 2] - boxes[4 * index] < 0.5]
    if len(flat) * 2 <= len(probe):
        return None
    angles = [raw.FPDFText_GetCharAngle(text, index) for index in flat]
    return _most(round(angle, 1) for angle in angles)


def _most(angles: Iterable[float]) -> float | None:
    counted: dict[float, int] = {}
    for angle in angles:
        counted[angle] = counted.get(angle, 0) + 1
    best = max(counted, key=lambda angle: counted[angle], default=None)
    return best or None

"""The visible characters of a page with their places."""

import ctypes
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from math import hypot, pi
from struct import Struct
from typing import Any, NamedTuple

from pypdfium2 import raw

from core.importers.limits import MOST_PAGE_CHARACTERS
from core.importers.pdf.file import address, function
from core.importers.pdf.letters import UNREADABLE, ordinary

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
_ANGLE = function(raw.FPDFText_GetCharAngle, ctypes.c_float, _ADDRESS, ctypes.c_int)
_NO_CODE = function(raw.FPDFText_HasUnicodeMapError, ctypes.c_int, _ADDRESS, ctypes.c_int)
_BOLD_NAMES = ("bold", "black", "heavy", "hei", "黑", "medium", "heiti", "标宋", "biaosong", "xbs")
_INVISIBLE = 3
_ASKED = 30  # pieces of text tell whether their font has codes for its letters
_PROBED = 40  # letters of a page tell how it is turned
_ABOVE, _BELOW = 0.88, 0.12  # how far a character reaches from the line it stands on, in parts of its size
_FIRST_HALVES, _SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
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
    slanted: bool = False


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
        first = dict(zip(reversed(pieces), range(len(pieces) - 1, -1, -1), strict=True))
        styles: dict[int, Style] = {}
        seen: dict[_Looks, Style] = {}
        known = [piece for piece in dict.fromkeys(pieces) if piece is not None]
        for piece, looks in zip(known, _looks(known), strict=True):
            style = seen.get(looks)
            font = looks[0]
            if style is None or self.asked[font] < _ASKED:
                garbled = self._is_garbled(font, text, first[piece])
                if garbled:
                    seen.clear()  # what was told of its first pieces holds no longer
                style = seen[looks] = _style(looks, bold=self.bold[font], garbled=garbled)
            styles[piece] = style
        return styles

    def _is_garbled(self, font: int | None, text: int, index: int) -> bool:
        """Whether a font is known not to tell its letters; its first pieces are asked."""
        if font not in self.bold:
            self.bold[font], self.garbled[font], self.asked[font] = _is_bold(font), False, 0
        if self.asked[font] < _ASKED and not self.garbled[font]:
            self.asked[font] += 1
            self.garbled[font] = _NO_CODE(text, index) == 1
        if self.garbled[font]:
            self.asked[font] = _ASKED
        return self.garbled[font]


_Looks = tuple[int | None, int, bytes]  # font, mode, and the rest as the library writes it
_LOOKS = Struct("4I5f")  # red, green, blue, how far it covers; size; the first four of its matrix
_LOOKS_AND_PLACE = 44  # bytes: the last two of the matrix are a place


def _looks(pieces: Sequence[int]) -> Iterator[_Looks]:
    """Yield how each piece of text is set; the library is called in loops that are not Python's."""
    count, step = len(pieces), _LOOKS_AND_PLACE
    buffer = ctypes.create_string_buffer(max(1, step * count))
    start = ctypes.addressof(buffer)
    red, green, blue, shown, size, matrix = (_each(start + 4 * part, count, step) for part in range(6))
    deque(map(_COLOUR, pieces, red, green, blue, shown), maxlen=0)
    deque(map(_SIZE, pieces, size), maxlen=0)
    deque(map(_MATRIX, pieces, matrix), maxlen=0)
    data = buffer.raw
    looks = (data[at : at + _LOOKS.size] for at in range(0, step * count, step))
    return zip(map(_FONT, pieces), map(_MODE, pieces), looks, strict=True)


def _each(start: int, count: int, size: int) -> range:
    """Return the addresses of so many things that lie one after the other."""
    return range(start, start + count * size, size)


def _style(looks: _Looks, *, bold: bool, garbled: bool) -> Style:
    _, mode, rest = looks
    red, green, blue, shown, size, _, b, c, d = _LOOKS.unpack(rest)
    high = min(max(abs(size) * hypot(c, d), 1.0), 300.0)
    white = mode == 0 and red > 250 and green > 250 and blue > 250
    return Style(mode in _OUTLINED or bold, high, mode == _INVISIBLE or not shown, white, garbled, b != 0)


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
    boxes = (ctypes.c_float * (4 * count))()
    handle = address(text)
    deque(map(_LOOSE_BOX, repeat(handle), range(count), _each(ctypes.addressof(boxes), count, 16)), maxlen=0)
    pieces = list(map(_TEXT_OBJECT, repeat(handle), range(count)))
    if quarters := _turned(handle, signs):
        return Letters(turned=quarters)
    styles = fonts.styles(handle, pieces)
    placed = zip(signs, pieces, boxes[0::4], boxes[2::4], boxes[3::4], range(count), strict=True)
    return _placed(handle, placed, styles, frame)


def _placed(
    text: int,
    placed: Iterable[tuple[str, int | None, float, float, float, int]],
    styles: Mapping[int, Style],
    frame: tuple[float, float, float, float],
) -> Letters:
    """Return the characters within the frame by how they are seen; the innermost loop of the reader.

    Those of a piece of text stand on one line, unless it runs down or aslant.
    """
    left, bottom, right, top = frame
    shown: list[Letter] = []
    white: list[Letter] = []
    unseen: list[Letter] = []
    origin = (ctypes.c_double * 2)()
    x_place = ctypes.addressof(origin)
    y_place = x_place + 8
    last, style, bold, add = None, Style(bold=False, size=1.0), False, unseen.append
    high = low = before = low_before = 0.0
    within = garbled = slanted = False
    for sign, piece, x0, x1, foot, index in placed:
        if piece is None or sign < " ":
            continue
        new = False
        if piece != last:
            last, looks = piece, styles[piece]
            new = looks is not style or foot != low_before
            if looks is not style:
                style = looks
                bold, _, invisible, pale, garbled, slanted = style
                add = unseen.append if invisible else white.append if pale else shown.append
        low_before = foot
        if new or x0 <= before or slanted:
            _ORIGIN(text, index, x_place, y_place)
            base = origin[1]
            high, low = top - _ABOVE * style.size - base, top + _BELOW * style.size - base
            within = bottom < base < top
        before = x0
        if within and left < x0 < right:
            shape = UNREADABLE if garbled and sign != " " else sign
            add(_NEW(Letter, (x0 - left, high, x1 - left, low, shape, bold, piece)))
    return Letters(tuple(shown), sum(letter[4] != " " for letter in unseen), tuple(white))


def _signs(text: Any, count: int) -> Sequence[str]:
    """Return the character at each index; one call for all of them where no index holds two or no code."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text, 0, count, buffer)
    if written == count + 1:
        signs = bytes(buffer)[:-2].decode("utf-16-le", "replace")
        if len(signs) == count:
            same = ordinary(signs)
            return same if len(same) == count else [ordinary(sign) for sign in signs]
    codes = [raw.FPDFText_GetUnicode(text, index) for index in range(count)]
    return [ordinary(_sign(*around)) for around in zip([0, *codes], codes, [*codes[1:], 0], strict=False)]


def _sign(before: int, code: int, after: int) -> str:
    """Return the character of a code; a rare one has two, of which the second one shows nothing more."""
    if code in _FIRST_HALVES and after in _SECOND_HALVES:
        return chr(0x10000 + ((code - 0xD800) << 10) + (after - 0xDC00))
    if code in _SECOND_HALVES and before in _FIRST_HALVES:
        return ""
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else UNREADABLE


def _turned(text: int, signs: Sequence[str]) -> int:
    """Return by how many quarters, counter-clockwise, most letters of a page are turned."""
    written = [index for index, sign in enumerate(signs) if sign > " "]
    probe = written[:: max(1, len(written) // _PROBED)]
    quarters = Counter(-round(_ANGLE(text, index) / (pi / 2)) % 4 for index in probe)
    (most, times), *_ = quarters.most_common(1) or [(0, 0)]
    return most if times * 2 > len(probe) else 0

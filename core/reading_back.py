"""Reads the page of a 图解 back from its file: the characters with their places, or the dots.

Only files of our own making are read here, before they are given away; whatever is wrong with one is told as such.
"""

import ctypes
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from lxml import etree
from pypdfium2 import raw

from core.errors import UserError
from core.exporters import unread
from core.exporters.faces import ONE_AT_A_TIME
from core.exporters.marks import Composed, Text
from core.exporters.paper import PAGE_HEIGHT, PAGE_WIDTH
from core.exporters.picture import svg
from core.exporters.picture.proof import Seen
from core.exporters.proof import HINT
from core.importers.pdf.characters import Fonts, letters_of
from core.importers.pdf.file import PDFIUM, address, function, opened_page
from core.importers.pdf.letters import UNREADABLE, ordinary

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = r"(-?\d+(?:\.\d+)?)"
_PLACE = re.compile(rf"translate\({_NUMBER} {_NUMBER}\) scale\({_NUMBER}\)")
_ADDRESS = ctypes.c_void_p
_KIND = function(raw.FPDFPageObj_GetType, ctypes.c_int, _ADDRESS)
_MATRIX = function(raw.FPDFPageObj_GetMatrix, ctypes.c_int, _ADDRESS, _ADDRESS)
_COUNT = function(raw.FPDFPath_CountSegments, ctypes.c_int, _ADDRESS)
_SEGMENT = function(raw.FPDFPath_GetPathSegment, _ADDRESS, _ADDRESS, ctypes.c_int)
_POINT = function(raw.FPDFPathSegment_GetPoint, ctypes.c_int, *(_ADDRESS,) * 3)
Points = tuple[float, ...]
_LINE = 0.88  # of a letter's height, as the reader gives it, stands above its line


def unreadable(name: str, why: str) -> UserError:
    """Return what is told where a file that was to be written cannot be read."""
    return UserError(f"没有导出“{name}”：写出的文件读不回来，{why}。", HINT)


def of_pdf(data: bytes, name: str) -> list[Seen]:
    """Return the characters of the only page of a PDF; `name` is that of the file in what is told."""
    with _opened(data, name) as document:
        if raw.FPDF_GetPageCount(document) != 1:
            raise unreadable(name, "不是一页")
        with _page(document, 0, name) as page:
            read = letters_of(page, Fonts(), (0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT))
    return [
        Seen(each.sign, each.left, PAGE_HEIGHT - each.top - _LINE * (each.bottom - each.top)) for each in read.letters
    ]


def of_last_page(data: bytes, composed: Composed, name: str) -> list[Seen]:
    """Return the characters whose outlines stand on the last page of a PDF, as `core.exporters.unread` draws them.

    Which they are, the fonts of the page that was `composed` tell, not the file.
    """
    known = {_points(path): char for (_, char), path in _outlines(composed, unread.outline).items()}
    with _opened(data, name) as document:
        pages = raw.FPDF_GetPageCount(document)
        with _page(document, pages - 1, name) as page:
            objects = [address(raw.FPDFPage_GetObject(page, at)) for at in range(raw.FPDFPage_CountObjects(page))]
            return [_drawn(each, known) for each in objects if _is_glyph(each)]


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Any]:
    with PDFIUM:
        document = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise unreadable(name, "打不开")
        try:
            yield document
        finally:
            raw.FPDF_CloseDocument(document)


@contextmanager
def _page(document: Any, number: int, name: str) -> Iterator[Any]:
    with opened_page(document, number) as page:
        if page is None:
            raise unreadable(name, "页面是坏的")
        yield page


def _points(path: str) -> Points:
    """Return the numbers of a path as the file has it."""
    return tuple(float(word) for word in path.split() if not word.isalpha())


def _is_glyph(thing: int) -> bool:
    """Whether an object of a page is an outline that its matrix makes small; all other shapes are as large as drawn."""
    return _KIND(thing) == raw.FPDF_PAGEOBJ_PATH and float(_matrix(thing).a) < 1


def _drawn(path: int, known: Mapping[Points, str]) -> Seen:
    matrix, points, place = _matrix(path), list[float](), (ctypes.c_float * 2)()
    x = ctypes.addressof(place)
    for at in range(_COUNT(path)):
        _POINT(_SEGMENT(path, at), x, x + 4)
        points += place
    return Seen(known.get(tuple(points), UNREADABLE), matrix.e, matrix.f)


def _matrix(thing: int) -> raw.FS_MATRIX:
    matrix = raw.FS_MATRIX()
    _MATRIX(thing, ctypes.addressof(matrix))
    return matrix


def of_svg(data: bytes, composed: Composed, name: str) -> list[Seen]:
    """Return the characters whose outlines stand in an SVG: which they are, their fonts tell, not the file."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise unreadable(name, "打不开") from error
    known = {path: char for (_, char), path in _outlines(composed, svg.outline).items()}
    signs = {f"#{path.get('id')}": known.get(path.get("d", ""), UNREADABLE) for path in root.iter(f"{_SVG}path")}
    return [_used(use, signs, name) for use in root.iter(f"{_SVG}use")]


def _used(use: etree._Element, signs: Mapping[str, str], name: str) -> Seen:
    place, outline = _PLACE.fullmatch(use.get("transform", "")), use.get("href", "")
    if place is None or outline not in signs:
        raise unreadable(name, "有的字没有位置或者形状")
    return Seen(signs[outline], float(place[1]), PAGE_HEIGHT - float(place[2]))


def twins(composed: Composed) -> dict[int, str]:
    """Return, to be translated by, which characters of a page cannot be told apart on it: 〓 stands for all lacking."""
    first: dict[str, str] = {}
    drawn = ((path, ordinary(char)) for (_, char), path in _outlines(composed, unread.outline).items() if path)
    return {ord(char): first.setdefault(path, char) for path, char in drawn if len(char) == 1}


def _outlines(composed: Composed, outline: Callable[[str, str], str]) -> dict[tuple[str, str], str]:
    """Return how `outline` writes each character of the page, by its font and itself."""
    pieces = (piece for mark in composed.pages[0] if isinstance(mark, Text) for piece in mark.pieces)
    with ONE_AT_A_TIME:
        return {(piece.font, char): outline(piece.font, char) for piece in pieces for char in piece.text}

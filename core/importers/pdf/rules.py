"""The ruling lines of a page: strokes, thin filled rectangles and the edges of drawn ones, also inside form objects."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any

from pypdfium2 import raw

from core.importers.limits import MOST_DEPTH, MOST_PAGE_OBJECTS, MOST_PAGE_RULES
from core.importers.pdf.file import UNMOVED, Matrix, function, moved, times

THIN = 3.0  # points; a thicker bar is an area
_SHORTEST = 2.5  # of a line; what is shorter is a dot or part of a drawing
_SLANT = 0.7  # how far a straight line may be off
_BOUNDS = function(raw.FPDFPageObj_GetBounds, ctypes.c_int, *(ctypes.c_void_p,) * 5)
_KIND = function(raw.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_OBJECT = function(raw.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_INNER = function(raw.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
_TEXT = raw.FPDF_PAGEOBJ_TEXT  # most objects of a page

Line = tuple[float, float, float]  # where it runs, from, to
Area = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass
class Drawn:
    """What is drawn on a page, in points from its upper left corner.

    `across` and `down` are ruling lines; `areas` are filled, `dark` ones darkly; `pictures` come with how many pieces
    of text were printed before them.
    """

    across: list[Line] = field(default_factory=list)
    down: list[Line] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    dark: list[Area] = field(default_factory=list)
    pictures: list[tuple[Area, int]] = field(default_factory=list)
    texts: int = 0
    too_many: bool = False

    def add(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Take a thin rectangle as a ruling line; False if it is not thin."""
        wide, high = right - left, bottom - top
        if high <= THIN and wide >= _SHORTEST and wide > high:
            self.across.append(((top + bottom) / 2, left, right))
        elif wide <= THIN and high >= _SHORTEST and high > wide:
            self.down.append(((left + right) / 2, top, bottom))
        else:
            return wide <= THIN and high <= THIN
        return True


@dataclass
class _Walk:
    """A way through the objects of a page, with what is needed at each of them."""

    drawn: Drawn
    left: float
    top: float
    seen: int = 0
    box: Any = field(default_factory=ctypes.c_float * 4)

    def place(self, matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Area:
        """Return where a rectangle of the file lies on the page."""
        (ax, ay), (bx, by) = moved(matrix, left, bottom), moved(matrix, right, top)
        return (
            min(ax, bx) - self.left,
            self.top - max(ay, by),
            max(ax, bx) - self.left,
            self.top - min(ay, by),
        )


def drawn_on(page: Any, handle: int, frame: tuple[float, float, float, float]) -> Drawn:
    """Return what is drawn on a page; `handle` is its address, `frame` the part of it that is shown."""
    walk = _Walk(Drawn(), frame[0], frame[3])
    count = raw.FPDFPage_CountObjects(page)
    if count > MOST_PAGE_OBJECTS:
        walk.drawn.too_many = True
        return walk.drawn
    items = list(map(_OBJECT, repeat(handle), range(count)))
    for item, kind in zip(items, map(_KIND, items), strict=True):
        if kind == _TEXT:
            walk.drawn.texts += 1
            walk.seen += 1
        else:
            _object(walk, item, UNMOVED, 0)
        if walk.drawn.too_many:
            break
    return walk.drawn


def _object(walk: _Walk, item: int | None, matrix: Matrix, depth: int) -> None:
    if not item:
        return
    walk.seen += 1
    kind = _KIND(item)
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        walk.drawn.texts += 1
    elif kind == raw.FPDF_PAGEOBJ_PATH:
        _path(walk, item, matrix)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MOST_DEPTH:
        _form(walk, item, matrix, depth)
    elif kind == raw.FPDF_PAGEOBJ_IMAGE:
        walk.drawn.pictures.append((_bounds(walk, item, matrix), walk.drawn.texts))
    lines = len(walk.drawn.across) + len(walk.drawn.down) + len(walk.drawn.areas)
    walk.drawn.too_many = walk.drawn.too_many or lines > MOST_PAGE_RULES or walk.seen > MOST_PAGE_OBJECTS


def _form(walk: _Walk, item: int, matrix: Matrix, depth: int) -> None:
    handle = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
    inner = times(_matrix_of(handle), matrix)
    for index in range(min(raw.FPDFFormObj_CountObjects(handle), MOST_PAGE_OBJECTS)):
        _object(walk, _INNER(item, index), inner, depth + 1)
        if walk.drawn.too_many:
            return


def _matrix_of(handle: Any) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, matrix):
        return UNMOVED
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _bounds(walk: _Walk, item: int, matrix: Matrix) -> Area:
    start = ctypes.addressof(walk.box)
    _BOUNDS(item, start, start + 4, start + 8, start + 12)
    return walk.place(matrix, *walk.box)


def _path(walk: _Walk, item: int, matrix: Matrix) -> None:
    """Take a path: most are one thin line, told by its bounds alone; others are looked at segment by segment."""
    bounds = _bounds(walk, item, matrix)
    if walk.drawn.add(*bounds):
        return
    handle = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(handle, filled, stroked) or not (filled.value or stroked.value):
        return
    whole = times(_matrix_of(handle), matrix)
    dark = bool(filled.value) and _is_dark(handle)
    for points in _outlines(handle):
        placed = [(x - walk.left, walk.top - y) for x, y in (moved(whole, *point) for point in points)]
        if stroked.value:
            _strokes(walk.drawn, placed)
        if filled.value and len(placed) > 2:
            _area(walk.drawn, placed, dark=dark)


def _is_dark(handle: Any) -> bool:
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(handle, *colour)
    red, green, blue, shown = (part.value for part in colour)
    return shown > 100 and red * 0.3 + green * 0.6 + blue * 0.1 < 200


def _outlines(handle: Any) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each outline of a path; curves end it."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(min(raw.FPDFPath_CountSegments(handle), 4 * MOST_PAGE_RULES)):
        segment = raw.FPDFPath_GetPathSegment(handle, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind != raw.FPDF_SEGMENT_LINETO:
            if points:
                yield points
            points = []
        if kind != raw.FPDF_SEGMENT_BEZIERTO:
            points.append((x.value, y.value))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
    if points:
        yield points


def _strokes(drawn: Drawn, points: list[tuple[float, float]]) -> None:
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ay - by) <= _SLANT < abs(ax - bx):
            drawn.across.append(((ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= _SLANT < abs(ay - by):
            drawn.down.append(((ax + bx) / 2, min(ay, by), max(ay, by)))


def _area(drawn: Drawn, points: list[tuple[float, float]], *, dark: bool) -> None:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    area = min(xs), min(ys), max(xs), max(ys)
    if not drawn.add(*area):
        drawn.areas.append(area)
        if dark:
            drawn.dark.append(area)

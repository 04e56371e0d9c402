"""Pages whose letters do not stand upright in the file: turned before they are read, their places turned back after."""

from collections.abc import Callable
from typing import Any

from pypdfium2 import raw

from core.importers.extract import Box
from core.importers.pdf.file import Matrix, moved

Frame = tuple[float, float, float, float]  # left, bottom, right, top, in the coordinates of the file
Placing = Callable[[Box], Box]


def frame_of(page: Any) -> Frame:
    """Return the part of a page that is shown."""
    rect = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, rect) or rect.right <= rect.left or rect.top <= rect.bottom:
        return 0.0, 0.0, 612.0, 792.0
    return rect.left, rect.bottom, rect.right, rect.top


def turn(page: Any, quarters: int) -> tuple[Matrix, Frame]:
    """Turn back what a page holds by so many quarters clockwise; it must be loaded again to be read.

    Returns the way from the turned page to the file's coordinates, and the frame of the turned page.
    """
    cosine, sine = ((1, 0), (0, 1), (-1, 0), (0, -1))[quarters]
    left, bottom, right, top = frame_of(page)
    there: Matrix = (cosine, -sine, sine, cosine, 0, 0)
    corners = [moved(there, x, y) for x in (left, right) for y in (bottom, top)]
    low_x, low_y = min(x for x, _ in corners), min(y for _, y in corners)
    high_x, high_y = max(x for x, _ in corners), max(y for _, y in corners)
    matrix = raw.FS_MATRIX(cosine, -sine, sine, cosine, -low_x, -low_y)
    width, height = high_x - low_x, high_y - low_y
    raw.FPDFPage_TransFormWithClip(page, matrix, raw.FS_RECTF(0, height, width, 0))
    raw.FPDFPage_SetMediaBox(page, 0, 0, width, height)
    raw.FPDFPage_SetCropBox(page, 0, 0, width, height)
    back: Matrix = (cosine, sine, -sine, cosine, cosine * low_x - sine * low_y, sine * low_x + cosine * low_y)
    return back, (0.0, 0.0, width, height)


def placing(page: Any, frame: Frame, shown: Frame, back: Matrix) -> Placing | None:
    """Return how to find a place on the page as it is shown; None where it is the place itself.

    `frame` is the page as it was read, `shown` the part of the file that is seen, `back` the way from one to the other.
    """
    quarter = raw.FPDFPage_GetRotation(page) % 4
    if quarter == 0 and frame == shown:
        return None

    def place(box: Box) -> Box:
        corners = [
            _shown(quarter, shown, *moved(back, x + frame[0], frame[3] - y))
            for x in (box.left, box.right)
            for y in (box.top, box.bottom)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(box.page, min(xs), min(ys), max(xs), max(ys))

    return place


def _shown(quarter: int, frame: Frame, x: float, y: float) -> tuple[float, float]:
    """Return where a point of the file is shown, from the upper left corner of a page turned by quarters clockwise."""
    left, bottom, right, top = frame
    return ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))[quarter]

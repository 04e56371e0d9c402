"""Pictures of the pages of a PDF file, to be looked at beside what was read of them."""

import ctypes
from pathlib import Path

from pypdfium2 import raw

from core.importers.extract import PagePicture
from core.importers.limits import damaged
from core.importers.pdf.file import PDFIUM, opened, opened_page

_WIDEST = 3000  # dots; a screen shows fewer
_HIGHEST = 6000
_WHITE = 0xFFFFFFFF


def page_sizes(path: Path) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page as it is shown, in points; UserError if the file cannot be opened."""
    size = raw.FS_SIZEF()
    with PDFIUM, opened(path) as document:
        sizes: list[tuple[float, float]] = []
        for page in range(raw.FPDF_GetPageCount(document)):
            known = raw.FPDF_GetPageSizeByIndexF(document, page, size)
            sizes.append((size.width, size.height) if known else (0.0, 0.0))
        return tuple(sizes)


def page_picture(path: Path, page: int, width: int) -> PagePicture:
    """Return a page, counted from 0, as a picture so many dots wide; UserError if it is damaged or not there."""
    with PDFIUM, opened(path) as document:
        if not 0 <= page < raw.FPDF_GetPageCount(document):
            raise damaged(path)
        with opened_page(document, page) as loaded:
            wide, high = (raw.FPDF_GetPageWidthF(loaded), raw.FPDF_GetPageHeightF(loaded)) if loaded else (0, 0)
            if wide <= 0 or high <= 0:
                raise damaged(path)
            width = max(1, min(width, _WIDEST, int(_HIGHEST * wide / high)))
            return _drawn(loaded, width, max(1, min(_HIGHEST, round(width * high / wide))))


def _drawn(page: object, width: int, height: int) -> PagePicture:
    stride = 4 * width
    buffer = (ctypes.c_ubyte * (stride * height))()
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGRx, buffer, stride)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    dots = bytes(buffer)
    rgb = bytearray(3 * width * height)
    for colour in range(3):
        rgb[colour::3] = dots[colour::4]
    return PagePicture(width, height, bytes(rgb))

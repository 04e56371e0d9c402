"""Pictures of the pages of a PDF that this program has just made, for the preview.

The files of others are drawn in a process of their own (`core.isolation`); what we made ourselves is drawn here, where
it costs no journey. PDFium is not safe in threads: every call holds `PDFIUM`.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pypdfium2 import raw

from core.importers.pdf.file import PDFIUM, opened_page

_WHITE = 0xFFFFFFFF
BYTES_A_DOT = 4

_RIM = 3
"""Rows of dots: where a drawing is cut off, PDFium may round the one at the edge otherwise."""


class PrintedPages:
    """The pages of one file, kept open; to be closed by whoever made it."""

    def __init__(self, data: bytes) -> None:
        self._data = data  # PDFium reads from it as long as the document is open
        with PDFIUM:
            self._document = raw.FPDF_LoadMemDocument64(data, len(data), None)
            if not self._document:
                raise ValueError("PDFium does not open a file of our own making")
            self.count = int(raw.FPDF_GetPageCount(self._document))

    def draw(
        self,
        page: int,
        size: tuple[int, int],
        corner: tuple[int, int],
        dots: Any,
        part: tuple[int, int, int],
        *,
        rows: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        """Draw a part of a page (from 0) that as a whole would be `size` dots wide and high.

        `corner` is the upper left corner of the part; `part` is its width, its height, and how many bytes a line takes
        in `dots`, a writable buffer of four bytes a dot (blue, green, red, unused). Where only some `rows` of dots are
        asked for (each from its first number to before its second), the others stay as they are.
        """
        width, height, stride = part
        buffer = (ctypes.c_ubyte * (stride * height)).from_buffer(dots)
        with PDFIUM, opened_page(self._open_document(), page) as loaded:
            if loaded is None:
                raise ValueError(f"page {page} of {self.count} cannot be loaded")
            bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGRx, buffer, stride)
            try:
                placed = _placed(loaded, size, corner)
                for first, last in rows or ((0, height),):
                    top, bottom = max(first - _RIM, 0), min(last + _RIM, height)
                    with _restored(memoryview(dots), (top * stride, first * stride), (last * stride, bottom * stride)):
                        raw.FPDFBitmap_FillRect(bitmap, 0, top, width, bottom - top, _WHITE)
                        clip = raw.FS_RECTF(0, top, width, bottom)
                        raw.FPDF_RenderPageBitmapWithMatrix(bitmap, loaded, placed, clip, 0)
            finally:
                raw.FPDFBitmap_Destroy(bitmap)

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        with PDFIUM:
            if self._document:
                raw.FPDF_CloseDocument(self._document)
            self._document = None

    def _open_document(self) -> Any:
        if not self._document:
            raise ValueError("the file is closed")
        return self._document


@contextmanager
def _restored(dots: memoryview, *parts: tuple[int, int]) -> Iterator[None]:
    """Leave these parts of a buffer as they were before."""
    kept = [bytes(dots[start:end]) for start, end in parts]
    yield
    for (start, end), before in zip(parts, kept, strict=True):
        dots[start:end] = before


def _placed(page: Any, size: tuple[int, int], corner: tuple[int, int]) -> Any:
    """Return the matrix from a page in its own size to one of `size` dots whose `corner` lies in the upper left."""
    across, down = size[0] / raw.FPDF_GetPageWidthF(page), size[1] / raw.FPDF_GetPageHeightF(page)
    return raw.FS_MATRIX(across, 0, 0, down, -corner[0], -corner[1])

"""Pictures of the pages of a PDF that this program has just made, for the preview.

The files of others are drawn in a process of their own (`core.isolation`); what we made ourselves is drawn here, where
it costs no journey. PDFium is not safe in threads: every call holds `PDFIUM`.
"""

import ctypes
from typing import Any

from pypdfium2 import raw

from core.importers.pdf.file import PDFIUM, opened_page

_WHITE = 0xFFFFFFFF
BYTES_A_DOT = 4


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
        self, page: int, size: tuple[int, int], corner: tuple[int, int], dots: Any, part: tuple[int, int, int]
    ) -> None:
        """Draw a part of a page (from 0) that as a whole would be `size` dots wide and high.

        `corner` is the upper left corner of the part; `part` is its width, its height, and how many bytes a line takes
        in `dots`, a writable buffer of four bytes a dot (blue, green, red, unused).
        """
        width, height, stride = part
        buffer = (ctypes.c_ubyte * (stride * height)).from_buffer(dots)
        with PDFIUM, opened_page(self._open_document(), page) as loaded:
            if loaded is None:
                raise ValueError(f"page {page} of {self.count} cannot be loaded")
            bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGRx, buffer, stride)
            try:
                raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
                raw.FPDF_RenderPageBitmap(bitmap, loaded, -corner[0], -corner[1], *size, 0, 0)
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

"""Opens PDF files and their pages with PDFium, through its plain C interface.

PDFium is not safe in threads: whoever calls it holds `PDFIUM` (the reader and the pictures of pages both do).
"""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pypdfium2 import raw

from core.importers.limits import MOST_PAGES, damaged, too_big
from core.importers.refusals import locked

PDFIUM = threading.RLock()
Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """Yield the document of a PDF file; UserError if it is damaged, needs a password or has far too many pages."""
    data = path.read_bytes()
    with PDFIUM:
        document = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            code = raw.FPDF_GetLastError()
            raise locked(path) if code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY} else damaged(path)
        try:
            pages = raw.FPDF_GetPageCount(document)
            if pages < 1:
                raise damaged(path)
            if pages > MOST_PAGES:
                raise too_big(path)
            yield document
        finally:
            raw.FPDF_CloseDocument(document)


@contextmanager
def opened_page(document: Any, number: int) -> Iterator[Any]:
    """Yield a page of a document, or None if it is damaged; pages count from 0."""
    page = raw.FPDF_LoadPage(document, number)
    try:
        yield page or None
    finally:
        if page:
            raw.FPDF_ClosePage(page)


def function(known: Any, result: Any, *arguments: Any) -> Any:
    """Return a function of the library that takes addresses as plain numbers: it is called for each character.

    It keeps the interpreter's lock, which costs more to give away than such a short call takes.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(known, ctypes.c_void_p).value or 0)


def address(handle: Any) -> int:
    """Return the address behind a handle of the library."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does what `first` does, and `then` the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix takes a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f

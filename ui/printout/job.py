"""Send composed pages to a printer; called on another thread than the window's, for a printer may take its time."""

import threading
from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from core.errors import UserError
from core.exporters.marks import Composed
from ui.printout.orders import placing
from ui.printout.painting import paint

HINT = "请看打印机是否开着、连着、有纸，再打印一次；也可以导出 PDF，到别的电脑上打印。"


def send(
    composed: Composed,
    pages: Sequence[int],
    printer: QPrinter,
    told: Callable[[int, int], None],
    called_off: threading.Event,
) -> bool:
    """Print pages (from 0); return whether they were sent, False where that was called off.

    `told` is called before each page with its number in this job and how many there are. Raises `UserError` where the
    printer takes nothing.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(f"打印机{_name(printer)}没有接受这次打印。", HINT)
    try:
        for at, page in enumerate(pages):
            if called_off.is_set():
                printer.abort()
                return False
            told(at + 1, len(pages))
            if at and not printer.newPage():
                raise UserError(f"打印机{_name(printer)}没有接受第 {at + 1} 页。", HINT)
            painter.setTransform(placing(printer))
            paint(painter, composed.pages[page])
    finally:
        painter.end()
    return True


def _name(printer: QPrinter) -> str:
    return f"“{printer.printerName()}”" if printer.printerName() else ""

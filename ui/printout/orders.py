"""What was ordered in the printer's dialog: which pages in which order, and where on the paper they come to lie."""

from PySide6.QtGui import QPageLayout, QPageSize, QTransform
from PySide6.QtPrintSupport import QPrintEngine, QPrinter

from core.exporters.paper import MM, PAGE_HEIGHT, PAGE_WIDTH

_CUPS_OPTIONS = QPrintEngine.PrintEnginePropertyKey(0xFE00)  # PPK_CupsOptions of Qt's own code; it has no other name
_LESS = 0.5 * MM  # a paper that lacks no more than this is A4 all the same


def set_up(printer: QPrinter, title: str) -> None:
    """Let a printer begin with A4 upright, without margins of its own: the pages bring theirs."""
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setDocName(title)
    printer.setCreator("年报编制")


def pages_to_print(printer: QPrinter, count: int, current: int = 0) -> list[int]:
    """Return the pages (from 0) as they are to come out, repeated where the printer itself makes no copies."""
    pages = list(range(count)) if _queue_picks(printer) else chosen(printer, count, current)
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages = pages[::-1]
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def chosen(printer: QPrinter, count: int, current: int = 0) -> list[int]:
    """Return the pages (from 0) that were asked for."""
    every = range(count)
    match printer.printRange():
        case QPrinter.PrintRange.PageRange:
            ranges = printer.pageRanges()
            return [page for page in every if ranges.isEmpty() or ranges.contains(page + 1)]
        case QPrinter.PrintRange.CurrentPage:
            return [min(max(current, 0), count - 1)]
        case _:
            return list(every)


def placing(printer: QPrinter) -> QTransform:
    """Return the way from the points of a page, y up, to the dots of the printer, y down.

    Pages keep their size and lie in the middle of a larger paper; on a smaller one they are made smaller.
    """
    paper = printer.paperRect(QPrinter.Unit.Point)
    share = min(1.0, (paper.width() + _LESS) / PAGE_WIDTH, (paper.height() + _LESS) / PAGE_HEIGHT)
    left, lower = (paper.width() - share * PAGE_WIDTH) / 2, (paper.height() - share * PAGE_HEIGHT) / 2
    dots = printer.resolution() / 72
    return QTransform(share * dots, 0, 0, -share * dots, left * dots, (paper.height() - lower) * dots)


def is_smaller_than_a4(printer: QPrinter) -> bool:
    """Tell whether pages are made smaller to fit the paper that was chosen."""
    paper = printer.paperRect(QPrinter.Unit.Point)
    return bool(paper.width() + _LESS < PAGE_WIDTH or paper.height() + _LESS < PAGE_HEIGHT)


def told(printer: QPrinter, count: int, current: int = 0) -> str:
    """Return in words what will come out: 共 6 页，2 份."""
    copies = max(printer.copyCount(), 1)
    return f"共 {len(chosen(printer, count, current))} 页" + (f"，{copies} 份" if copies > 1 else "")


def _queue_picks(printer: QPrinter) -> bool:
    """Tell whether the queue itself picks the pages: CUPS is told of several ranges, and would pick once more."""
    options = printer.printEngine().property(_CUPS_OPTIONS)  # names and values by turns; nothing elsewhere
    return isinstance(options, list | tuple) and "page-ranges" in options[::2]

"""The 图解 of a report as a file: PDF, PNG or SVG, all of the same page; or as the last page of the report's PDF."""

from collections.abc import Callable, Mapping
from pathlib import Path

from core import exporters, proving
from core.atomic import write_atomically
from core.errors import UserError
from core.exporters import Exported, pdf
from core.exporters.check_number import refuse_changed
from core.exporters.ink import printed
from core.exporters.marks import Composed
from core.exporters.paper import PAGE_HEIGHT, PAGE_WIDTH
from core.exporters.picture import page, png, svg
from core.exporters.picture.appended import appended
from core.printed_pages import BYTES_A_DOT, PrintedPages
from core.report import Report

DOTS = 200
"""On an inch of the PNG: sharp in print, and not too large for a website."""

_INCH = 72  # points


def export(report: Report, path: Path) -> Exported:
    """Write the 图解 to `path`, in the format that its suffix names.

    Raises `UserError` for another suffix, for want of fonts, where a final report says anything else than at its 定稿,
    and where it cannot be written; then a file that was there before is untouched.
    """
    refuse(path)
    refuse_changed(report)
    composed = page.compose(report)
    write_atomically(path, FORMATS[path.suffix.lower()](composed))
    return Exported(path, composed.notes)


def export_with_report(report: Report, path: Path) -> Exported:
    """Write the report as PDF with the 图解 as its last page, proved like the report by itself.

    Raises `UserError` as `core.proving.export` does, and where `path` is to be no PDF.
    """
    if path.suffix.lower() != ".pdf":
        raise UserError(f"附图解的年报不能写成“{path.name}”。", "请让文件名以 .pdf 结尾。")
    refuse_changed(report)
    return exporters.export(report, path, proving.read_back, _with_report)


def _with_report(report: Report) -> tuple[bytes, tuple[str, ...]]:
    composed = appended(pdf.compose(report), page.compose(report))
    return printed(composed), composed.notes


def refuse(path: Path) -> None:
    """Raise `UserError` where the suffix of `path` names no format of a 图解."""
    if path.suffix.lower() not in FORMATS:
        raise UserError(f"图解不能写成“{path.name}”。", f"请让文件名以 {'、'.join(FORMATS)} 结尾。")


def dots(composed: Composed, per_inch: float = DOTS) -> tuple[bytes, int, int]:
    """Return the page as dots, three bytes each (red, green, blue), with its width and height."""
    width, height = round(PAGE_WIDTH * per_inch / _INCH), round(PAGE_HEIGHT * per_inch / _INCH)
    stride = width * BYTES_A_DOT
    drawn = bytearray(stride * height)
    pages = PrintedPages(printed(composed))
    try:
        pages.draw(0, (width, height), (0, 0), drawn, (width, height, stride))
    finally:
        pages.close()
    rgb = bytearray(3 * width * height)
    for at in range(3):
        rgb[at::3] = drawn[2 - at :: BYTES_A_DOT]  # they were blue, green, red
    return bytes(rgb), width, height


def _png(composed: Composed) -> bytes:
    return png.written(*dots(composed), DOTS)


FORMATS: Mapping[str, Callable[[Composed], bytes]] = {".png": _png, ".pdf": printed, ".svg": svg.written}
"""By suffix: what makes a file of a composed page. The first is offered first."""

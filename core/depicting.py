"""The 图解 of a report as a file: PDF, PNG or SVG, all of the same page; or as the last page of the report's PDF.

Before it is given away a file is read back. Of a PDF that proves its words and numbers in their places, of an SVG and
of the last page of the report's PDF that the outlines there are those of these words, of a PNG that its dots are
those of a PDF that was read. How long the bars are is proved of none.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from core import exporters, proving, reading_back
from core.atomic import write_atomically
from core.errors import UserError
from core.exporters import Exported
from core.exporters.check_number import refuse_changed
from core.exporters.ink import printed
from core.exporters.marks import Composed
from core.exporters.paper import PAGE_HEIGHT, PAGE_WIDTH
from core.exporters.picture import appended, page, png, svg
from core.exporters.picture.contents import figures
from core.exporters.picture.proof import Seen, prove
from core.exporters.proof import Proof
from core.exporters.proof import refuse as refuse_different
from core.importers.pdf import letters
from core.printed_pages import BYTES_A_DOT, PrintedPages
from core.report import Report

DOTS = 200
"""On an inch of the PNG: sharp in print, and not too large for a website."""

_INCH = 72  # points


def export(report: Report, path: Path) -> Exported:
    """Write the 图解 to `path`, in the format that its suffix names.

    Raises `UserError` for another suffix, for want of fonts, where a final report says anything else than at its 定稿,
    where what is read back from the file is anything else than the report, and where it cannot be written; then a file
    that was there before is untouched.
    """
    refuse(path)
    refuse_changed(report)
    composed = page.compose(report)
    data = FORMATS[path.suffix.lower()](composed)
    proof = _proved(report, composed, _READERS[path.suffix.lower()](data, composed, path.name), path.name)
    write_atomically(path, data)
    return Exported(path, composed.notes, proof)


def export_with_report(report: Report, path: Path) -> Exported:
    """Write the report as PDF with the 图解 as its last page, proved like the report by itself.

    Raises `UserError` as `core.proving.export` does, and where `path` is to be no PDF.
    """
    if path.suffix.lower() != ".pdf":
        raise UserError(f"附图解的年报不能写成“{path.name}”。", "请让文件名以 .pdf 结尾。")
    refuse_changed(report)
    return exporters.export(report, path, _read_back, _with_report)


def _read_back(report: Report, data: bytes, path: Path) -> Proof | None:
    """Return how the report in the file compares; refuse a last page that is anything else than its 图解."""
    composed = page.compose(report)
    _proved(report, composed, reading_back.of_last_page(data, composed, path.name), path.name)
    return proving.read_back(report, data, path)


def _proved(report: Report, composed: Composed, seen: Sequence[Seen], name: str) -> Proof:
    """Return how the page of a file compares, where it says what it should; else raise `UserError`."""
    twins = reading_back.twins(composed)
    proof = prove(figures(report), composed, seen, lambda text: letters.ordinary(text).translate(twins))
    refuse_different(proof, name, "图解应有的内容")
    return proof


def _with_report(report: Report) -> tuple[bytes, tuple[str, ...]]:
    composed = appended.compose(report)
    return printed(composed), composed.notes


def refuse(path: Path) -> None:
    """Raise `UserError` where the suffix of `path` names no format of a 图解."""
    if path.suffix.lower() not in FORMATS:
        raise UserError(f"图解不能写成“{path.name}”。", f"请让文件名以 {'、'.join(FORMATS)} 结尾。")


def dots(composed: Composed, per_inch: float = DOTS) -> tuple[bytes, int, int]:
    """Return the page as dots, three bytes each (red, green, blue), with its width and height."""
    return _dots(printed(composed), per_inch)


def _dots(document: bytes, per_inch: float) -> tuple[bytes, int, int]:
    width, height = round(PAGE_WIDTH * per_inch / _INCH), round(PAGE_HEIGHT * per_inch / _INCH)
    stride = width * BYTES_A_DOT
    drawn = bytearray(stride * height)
    pages = PrintedPages(document)
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


def _of_png(data: bytes, composed: Composed, name: str) -> list[Seen]:
    """Return the characters of the page whose dots these are, printed and drawn once more."""
    document = printed(composed)
    if not png.holds(data, *_dots(document, DOTS), DOTS):
        raise reading_back.unreadable(name, "或者图上的点与应画的页面不同")
    return reading_back.of_pdf(document, name)


FORMATS: Mapping[str, Callable[[Composed], bytes]] = {".png": _png, ".pdf": printed, ".svg": svg.written}
"""By suffix: what makes a file of a composed page. The first is offered first."""

_READERS: Mapping[str, Callable[[bytes, Composed, str], Sequence[Seen]]] = {
    ".png": _of_png,
    ".pdf": lambda data, _, name: reading_back.of_pdf(data, name),
    ".svg": reading_back.of_svg,
}

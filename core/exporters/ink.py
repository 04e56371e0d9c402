"""Print the marks of finished pages into a PDF file, through reportlab's canvas."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, cast

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from core.exporters.faces import ONE_AT_A_TIME
from core.exporters.hb_font import HbFont
from core.exporters.marks import Bookmark, Composed, Frame, Mark, Text
from core.exporters.paper import PAGE_HEIGHT, PAGE_WIDTH

rl_config.useA85 = 0  # page contents as bytes: smaller, and quicker than as letters

_HAIRLINE = 0.5
_BOLD = 0.03  # of the size: the stroke that thickens a regular cut
_PROGRAM = "年报编制"


def printed(composed: Composed) -> bytes:
    """Return the file; the same pages give the same bytes. May be called from any thread."""
    with ONE_AT_A_TIME:
        return _printed(composed)


def _printed(composed: Composed) -> bytes:
    fonts = _fonts(composed.pages)
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        initialFontName=next(iter(fonts)),  # else the file names Helvetica and does not hold it
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        lang="zh-CN",
    )
    _describe(canvas, composed.title, composed.author)
    names = {name: font.prepare(canvas._doc, chars) for name, (font, chars) in fonts.items()}  # noqa: SLF001 - no other way
    for page in composed.pages:
        _print(canvas, page, names)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _describe(canvas: Any, title: str, author: str) -> None:
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject("政府信息公开工作年度报告")
    canvas.setCreator(_PROGRAM)
    canvas.setProducer(_PROGRAM)


def _fonts(pages: Sequence[Sequence[Mark]]) -> dict[str, tuple[HbFont, dict[str, None]]]:
    """Return the fonts used, with the characters each of them sets, in order of first use."""
    fonts: dict[str, tuple[HbFont, dict[str, None]]] = {}
    for mark in (mark for page in pages for mark in page if isinstance(mark, Text)):
        for piece in mark.pieces:
            if piece.font not in fonts:
                fonts[piece.font] = (cast(HbFont, pdfmetrics.getFont(piece.font)), {})
            fonts[piece.font][1].update(dict.fromkeys(piece.text))
    return fonts


def _print(canvas: Any, page: Sequence[Mark], names: dict[str, tuple[str, dict[str, str]]]) -> None:
    content = [f"{_HAIRLINE} w"]
    for mark in page:
        match mark:
            case Text():
                content += _text(mark, names)
            case Frame():
                content.append(_frame(mark))
            case Bookmark():
                canvas.bookmarkHorizontal(mark.text, 0, mark.y)
                canvas.addOutlineEntry(mark.text, mark.text, level=0)
    canvas._code.append("\n".join(content))  # noqa: SLF001 - the canvas's own text objects take three times as long


def _frame(mark: Frame) -> str:
    """Round the corners, not the sides, so that cells side by side share one line exactly."""
    left, lower = round(mark.x, 2), round(mark.y, 2)
    right, upper = round(mark.x + mark.width, 2), round(mark.y + mark.height, 2)
    return f"{left:.2f} {lower:.2f} {right - left:.2f} {upper - lower:.2f} re S"


def _text(mark: Text, names: dict[str, tuple[str, dict[str, str]]]) -> Iterator[str]:
    yield f"BT 2 Tr {_BOLD * mark.size:.2f} w" if mark.bold else "BT"
    for piece in mark.pieces:
        name, codes = names[piece.font]
        words = "".join(codes[char] for char in piece.text)
        yield (
            f"{name} {mark.size:.2f} Tf {piece.spread + mark.track:.3f} Tc "
            f"1 0 0 1 {mark.x + piece.x:.2f} {mark.y:.2f} Tm <{words}> Tj"
        )
    yield f"0 Tr ET {_HAIRLINE} w" if mark.bold else "ET"

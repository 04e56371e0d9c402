"""PDF pages drawn in the test: words at places, ruled tables with merged cells, in a font that needs no file."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
SIZE = 10
PADDING = 3
HEIGHT = A4[1]
Cell = tuple[int, int, int, int, str]  # row, column, rows, columns, words
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


FILLER = "这一句话只是为了让这一页不是空白"


def pdf(path: Path, *pages: Callable[[Canvas], None], size: tuple[float, float] = A4, filler: str = FILLER) -> Path:
    """Write a file with a page for each of the functions that draw one, and a line at the foot of the first."""
    canvas = Canvas(str(path), pagesize=size)
    for number, draw in enumerate(pages):
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        if filler and not number:
            write(canvas, 70, size[1] - 150, filler, page=size[1])
        canvas.showPage()
    canvas.save()
    return path


def write(canvas: Canvas, left: float, top: float, text: str, *, size: float = SIZE, page: float = HEIGHT) -> None:
    """Write words whose upper left corner is at a place counted from the upper left corner of the page."""
    canvas.setFont(FONT, size)
    canvas.drawString(left, page - top - 0.88 * size, text)


def lines(canvas: Canvas, *texts: str, left: float = 70, top: float = 80, step: float = 24, size: float = 14) -> None:
    """Write lines one below the other."""
    for place, text in enumerate(texts):
        write(canvas, left, top + step * place, text, size=size)


def table(
    canvas: Canvas,
    cells: Iterable[Cell],
    *,
    left: float = 60,
    top: float = 100,
    widths: Sequence[float] = (80, 80, 80, 80),
    high: float = 24,
    heights: Sequence[float] = (),
    page: float = HEIGHT,
    open_sides: bool = False,
) -> None:
    """Draw a ruled table: each cell's edges as lines, its words wrapped at its width."""
    cells = list(cells)
    edges = [left + sum(widths[:place]) for place in range(len(widths) + 1)]
    most = max(row + rows for row, _, rows, _, _ in cells)
    tall = [*heights, *[high] * most]
    levels = [top + sum(tall[:row]) for row in range(most + 1)]
    for row, column, rows, columns, text in cells:
        x0, x1 = edges[column], edges[column + columns]
        y0, y1 = levels[row], levels[row + rows]
        canvas.line(x0, page - y0, x1, page - y0)
        canvas.line(x0, page - y1, x1, page - y1)
        for x in (x0, x1):
            if not (open_sides and x in {edges[0], edges[-1]}):
                canvas.line(x, page - y0, x, page - y1)
        for place, part in enumerate(wrapped(text, x1 - x0 - 2 * PADDING)):
            write(canvas, x0 + PADDING, y0 + 2 + place * (SIZE + 1), part, page=page)


def wrapped(text: str, width: float) -> list[str]:
    """Return the lines of a text in so many points; only Chinese words are cut."""
    parts = [""]
    for sign in text:
        if parts[-1] and pdfmetrics.stringWidth(parts[-1] + sign, FONT, SIZE) > width:
            parts.append("")
        parts[-1] += sign
    return parts


def plain_cells(rows: Sequence[Sequence[str]], first: int = 0) -> list[Cell]:
    """Return the cells of a table without merged ones."""
    return [(first + row, column, 1, 1, text) for row, texts in enumerate(rows) for column, text in enumerate(texts)]

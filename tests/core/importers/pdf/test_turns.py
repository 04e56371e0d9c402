"""Pages that lie on their side."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from core.importers.extract import Grid, Paragraph
from core.importers.pdf import reader as pdf
from tests.core.importers.drawn_papers import pdf as write_pdf
from tests.core.importers.drawn_papers import plain_cells, table, write

ROWS = [["项目", "件数"], ["规章", "12"]]
TALL, WIDE = A4[1], A4[0]


def _turned(canvas: Canvas, *, rotate: int) -> None:
    """Draw for a page that a viewer turns clockwise, so that what is shown stands upright, its origin upper left.

    A page turned by one or three quarters is written lying, and shown standing.
    """
    right, up = {90: (WIDE, 0.0), 180: (WIDE, TALL), 270: (0.0, WIDE)}[rotate]
    canvas.translate(right, up)
    canvas.rotate(rotate)
    shown = WIDE if rotate == 90 else TALL
    table(canvas, plain_cells(ROWS), widths=(100, 100), page=shown)
    write(canvas, 60, 40, "横排的表格上面有一行字", page=shown)
    canvas.setPageRotation(rotate)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path, rotate: int) -> None:
    path = write_pdf(tmp_path / "横.pdf", lambda canvas: _turned(canvas, rotate=rotate), filler="")
    paragraph, grid = pdf.read(path).blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(grid, Grid)
    assert paragraph.text == "横排的表格上面有一行字"
    assert [list(row) for row in grid.rows] == ROWS
    box = grid.boxes[1, 0]
    assert [round(edge) for edge in (box.left, box.top, box.right, box.bottom)] == [60, 124, 160, 148]


def test_a_table_printed_sideways_on_an_upright_page_has_its_place_there(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(WIDE, 0)
        canvas.rotate(90)
        table(canvas, plain_cells(ROWS), widths=(100, 100), page=WIDE)
        write(canvas, 60, 40, "横排的表格上面有一行字", page=WIDE)

    grid = pdf.read(write_pdf(tmp_path / "横.pdf", page, filler="")).blocks[1]
    assert isinstance(grid, Grid)
    assert [list(row) for row in grid.rows] == ROWS
    box = grid.boxes[1, 0]
    assert [round(edge) for edge in (box.left, box.top, box.right, box.bottom)] == [
        124,
        round(TALL) - 160,
        148,
        round(TALL) - 60,
    ]

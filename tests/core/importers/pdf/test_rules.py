"""Ruling lines, however a program draws them."""

from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from core.importers.pdf.file import PDFIUM, address, opened, opened_page
from core.importers.pdf.rules import Drawn, drawn_on
from core.importers.pdf.turns import frame_of
from tests.core.importers.drawn_papers import HEIGHT, pdf


def drawn(path: Path, draw: Callable[[Canvas], object]) -> Drawn:
    pdf(path, lambda canvas: (draw(canvas), None)[1], filler="")
    with PDFIUM, opened(path) as document, opened_page(document, 0) as page:
        return drawn_on(page, address(page), frame_of(page))


def rounded(lines: list[tuple[float, float, float]]) -> list[tuple[int, ...]]:
    return sorted(tuple(round(value) for value in line) for line in lines)


def test_a_stroke_is_a_line(tmp_path: Path) -> None:
    found = drawn(tmp_path / "线.pdf", lambda canvas: canvas.line(100, HEIGHT - 50, 300, HEIGHT - 50))
    assert [line[0] for line in rounded(found.across)] == [50]
    assert found.down == []


def test_a_thin_filled_rectangle_is_a_line(tmp_path: Path) -> None:
    found = drawn(tmp_path / "线.pdf", lambda canvas: canvas.rect(100, HEIGHT - 80, 0.5, 60, stroke=0, fill=1))
    assert rounded(found.down) == [(100, 20, 80)]


def test_the_edges_of_a_drawn_rectangle_are_four_lines(tmp_path: Path) -> None:
    found = drawn(tmp_path / "线.pdf", lambda canvas: canvas.rect(100, HEIGHT - 80, 200, 60, stroke=1, fill=0))
    assert rounded(found.across) == [(20, 100, 300), (80, 100, 300)]
    assert rounded(found.down) == [(100, 20, 80), (300, 20, 80)]


def test_a_filled_area_is_no_line_and_tells_whether_it_is_dark(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.5)
        canvas.rect(100, HEIGHT - 80, 200, 60, stroke=0, fill=1)
        canvas.setFillColorRGB(0.95, 0.95, 0.95)
        canvas.rect(100, HEIGHT - 180, 200, 60, stroke=0, fill=1)

    found = drawn(tmp_path / "面.pdf", page)
    assert (found.across, found.down) == ([], [])
    assert len(found.areas) == 2
    assert [round(edge) for edge in found.dark[0]] == [100, 20, 300, 80]


def test_lines_inside_a_form_stand_where_the_form_puts_them(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.beginForm("frame")
        canvas.line(0, 0, 100, 0)
        canvas.endForm()
        canvas.translate(50, HEIGHT - 300)
        canvas.scale(2, 2)
        canvas.doForm("frame")

    found = drawn(tmp_path / "套.pdf", page)
    assert rounded(found.across) == [(300, 50, 250)]


def test_slanted_lines_and_curves_are_no_rules(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.line(100, 100, 300, 300)
        canvas.circle(200, 500, 80)

    found = drawn(tmp_path / "斜.pdf", page)
    assert (found.across, found.down) == ([], [])

"""Pictures of pages."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4

from core.errors import UserError
from core.importers.pdf.picture import page_picture, page_sizes
from tests.core.importers.drawn_papers import HEIGHT, pdf, write


def paper(path: Path) -> Path:
    def page(canvas: object) -> None:
        canvas.setFillColorRGB(1, 0, 0)  # type: ignore[attr-defined]  # of the canvas
        canvas.rect(0, HEIGHT / 2, A4[0], HEIGHT / 2, stroke=0, fill=1)  # type: ignore[attr-defined]  # of the canvas

    return pdf(path, page, lambda canvas: write(canvas, 50, 50, "乙"), filler="")


def test_a_page_is_drawn_as_wide_as_asked_in_its_own_colours(tmp_path: Path) -> None:
    picture = page_picture(paper(tmp_path / "图.pdf"), 0, 200)
    assert (picture.width, picture.height) == (200, 283)
    assert len(picture.rgb) == 3 * 200 * 283
    assert picture.rgb[:3] == b"\xff\x00\x00"
    assert picture.rgb[-3:] == b"\xff\xff\xff"


def test_a_picture_is_never_larger_than_a_screen_can_use(tmp_path: Path) -> None:
    assert page_picture(paper(tmp_path / "图.pdf"), 1, 10**6).width == 3000


def test_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        page_picture(paper(tmp_path / "图.pdf"), 2, 200)


def test_the_sizes_of_all_pages_are_known_without_drawing_them(tmp_path: Path) -> None:
    sizes = page_sizes(paper(tmp_path / "图.pdf"))
    assert [(round(wide), round(high)) for wide, high in sizes] == [(595, 842), (595, 842)]

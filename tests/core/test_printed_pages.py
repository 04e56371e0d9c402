"""The pages of a PDF of our own making, as dots."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from core.printed_pages import BYTES_A_DOT, PrintedPages

SIZE = (100, 200)


@pytest.fixture
def pages() -> PrintedPages:
    canvas = Canvas("", pagesize=SIZE)
    for colour in ((1, 0, 0), (0, 0, 1)):
        canvas.setFillColorRGB(*colour)
        canvas.rect(0, 150, 50, 50, stroke=0, fill=1)  # the upper left quarter, and a half of the next below
        canvas.showPage()
    return PrintedPages(canvas.getpdfdata())


def dots(pages: PrintedPages, page: int, corner: tuple[int, int], part: tuple[int, int]) -> bytearray:
    drawn = bytearray(BYTES_A_DOT * part[0] * part[1])
    pages.draw(page, SIZE, corner, drawn, (*part, BYTES_A_DOT * part[0]))
    return drawn


def dot(drawn: bytearray, width: int, x: int, y: int) -> tuple[int, ...]:
    """Blue, green and red."""
    at = BYTES_A_DOT * (y * width + x)
    return tuple(drawn[at : at + 3])


def test_a_page_is_drawn_on_white(pages: PrintedPages) -> None:
    drawn = dots(pages, 0, (0, 0), SIZE)
    assert dot(drawn, 100, 10, 10) == (0, 0, 255)
    assert dot(drawn, 100, 10, 60) == (255, 255, 255)


def test_a_part_of_a_page_is_the_same_as_in_the_whole(pages: PrintedPages) -> None:
    whole, part = dots(pages, 0, (0, 0), SIZE), dots(pages, 0, (40, 40), (20, 20))
    assert all(dot(part, 20, x, y) == dot(whole, 100, 40 + x, 40 + y) for x in range(20) for y in range(20))


def test_rows_are_drawn_anew_and_the_others_stay_as_they_are(pages: PrintedPages) -> None:
    whole, drawn = dots(pages, 0, (0, 0), SIZE), bytearray(b"\x55" * BYTES_A_DOT * SIZE[0] * SIZE[1])
    pages.draw(0, SIZE, (0, 0), drawn, (*SIZE, BYTES_A_DOT * SIZE[0]), rows=[(40, 50), (50, 60)])
    line = BYTES_A_DOT * SIZE[0]
    assert [drawn[y * line : (y + 1) * line] == whole[y * line : (y + 1) * line] for y in range(40, 60)] == [True] * 20
    assert set(drawn[: 40 * line]) == set(drawn[60 * line :]) == {0x55}


def test_each_page_has_its_own_picture(pages: PrintedPages) -> None:
    assert pages.count == 2
    assert dot(dots(pages, 1, (0, 0), SIZE), 100, 10, 10) == (255, 0, 0)


def test_a_page_that_is_not_there_is_a_fault(pages: PrintedPages) -> None:
    with pytest.raises(ValueError, match="page 2 of 2"):
        dots(pages, 2, (0, 0), SIZE)


def test_nothing_is_drawn_after_the_file_was_closed(pages: PrintedPages) -> None:
    pages.close()
    pages.close()
    with pytest.raises(ValueError, match="closed"):
        dots(pages, 0, (0, 0), SIZE)


def test_what_is_no_pdf_is_a_fault() -> None:
    with pytest.raises(ValueError, match="of our own making"):
        PrintedPages(b"no pages")

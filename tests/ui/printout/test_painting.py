"""Marks of composed pages, painted as the PDF shows them."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtGui import QImage, QPainter, QTransform
from pytestqt.qtbot import QtBot

from core.exporters.marks import Bookmark, Composed, Frame, Mark, Shape, Stamp
from core.exporters.paper import MM, PAGE_HEIGHT, PAGE_WIDTH
from core.exporters.pdf import compose, printed
from core.printed_pages import BYTES_A_DOT, PrintedPages
from tests.examples import TEXTS, filled
from ui.printout.painting import paint, path_of

SCALE = 1 / (0.2 * MM)
"""Dots a point: one dot is 0.2 mm."""

SIZE = (round(PAGE_WIDTH * SCALE), round(PAGE_HEIGHT * SCALE))
SQUARE = (("m", (10.0, 10.0)), ("l", (30.0, 10.0)), ("l", (30.0, 30.0)), ("l", (10.0, 30.0)), ("h", ()))


def painted(marks: Iterable[Mark], size: tuple[int, int] = SIZE, scale: float = SCALE) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(QTransform(scale, 0, 0, -scale, 0, size[1]))
    paint(painter, marks)
    painter.end()
    return image


def colour(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    dot = image.pixelColor(x, y)
    return dot.red(), dot.green(), dot.blue()


def grey(image: QImage) -> Image.Image:
    made = Image.frombytes("RGBX", (image.width(), image.height()), bytes(image.constBits()), "raw", "BGRX")
    return made.convert("L")


def of_the_file(composed: Composed) -> list[Image.Image]:
    pages = PrintedPages(printed(composed))
    made = []
    for page in range(pages.count):
        dots = bytearray(BYTES_A_DOT * SIZE[0] * SIZE[1])
        pages.draw(page, SIZE, (0, 0), dots, (*SIZE, BYTES_A_DOT * SIZE[0]))
        made.append(Image.frombytes("RGBX", SIZE, bytes(dots), "raw", "BGRX").convert("L"))
    pages.close()
    return made


def astray(one: Image.Image, other: Image.Image) -> int:
    """Count dark dots of one picture that have no grey one of the other within a dot."""
    near = other.filter(ImageFilter.MinFilter(3)).point(lambda value: 255 if value > 160 else 0)
    dark = one.point(lambda value: 255 if value < 60 else 0)
    return ImageChops.multiply(near, dark).histogram()[255]


@pytest.mark.parametrize("unit", ["青禾县林业局", "𬭎州市㙟头镇人民政府"])
def test_every_page_is_painted_as_the_file_shows_it_within_a_fifth_of_a_millimetre(qtbot: QtBot, unit: str) -> None:
    composed = compose(replace(filled({"t3.granted.natural": 1234567}), unit=unit, texts=dict(TEXTS)))
    for page, shown in zip(composed.pages, of_the_file(composed), strict=True):
        ours = grey(painted(page))
        assert astray(ours, shown) == 0
        assert astray(shown, ours) == 0


def test_the_comparison_itself_sees_what_is_moved_by_two_fifths(qtbot: QtBot) -> None:
    composed = compose(filled())
    shown = of_the_file(composed)[0]
    moved = ImageChops.offset(shown, 2, 0)
    assert astray(moved, shown) > 50


def test_a_shape_is_filled_and_lined_in_its_colours(qtbot: QtBot) -> None:
    red, blue = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)
    image = painted((Shape(SQUARE, fill=red, line=blue, width=4.0),), (40, 40), 1.0)
    assert colour(image, 20, 20) == (255, 0, 0)
    assert colour(image, 10, 20) == (0, 0, 255)
    assert colour(image, 5, 20) == (255, 255, 255)


def test_a_shape_without_colours_leaves_the_paper_white(qtbot: QtBot) -> None:
    assert painted((Shape(SQUARE), Bookmark("一", 20.0)), (40, 40), 1.0).pixelColor(20, 20).lightness() == 255


def test_a_stamp_is_grey(qtbot: QtBot) -> None:
    image = painted((Stamp(SQUARE, 0.5),), (40, 40), 1.0)
    assert image.pixelColor(20, 20).red() == pytest.approx(127, abs=1)


def test_a_frame_is_a_fine_line_and_not_filled(qtbot: QtBot) -> None:
    image = painted((Frame(10, 10, 20, 20),), (80, 80), 2.0)
    assert image.pixelColor(20, 40).lightness() < 128
    assert image.pixelColor(40, 40).lightness() == 255


def test_what_goes_round_twice_is_filled_all_the_same(qtbot: QtBot) -> None:
    image = painted((Shape((*SQUARE, *SQUARE), fill=(0.0, 0.0, 0.0)),), (40, 40), 1.0)
    assert image.pixelColor(20, 20).lightness() == 0


def test_all_steps_of_a_path_are_known_and_others_are_a_fault() -> None:
    path = path_of((("re", (0.0, 0.0, 5.0, 5.0)), ("m", (0.0, 0.0)), ("c", (0.0, 9.0, 9.0, 9.0, 9.0, 0.0)), ("h", ())))
    assert path.boundingRect().width() == pytest.approx(9)
    with pytest.raises(ValueError, match="no step v"):
        path_of((("v", (1.0, 2.0)),))

"""Dots as a PNG file, opened by another program's reader."""

from io import BytesIO

import pytest
from PIL import Image

from core.exporters.picture import png

DOTS = bytes(range(18))


def test_another_reader_sees_the_same_dots_and_the_size_on_paper() -> None:
    image = Image.open(BytesIO(png.written(DOTS, 3, 2, 200.0)))
    assert (image.size, image.mode) == ((3, 2), "RGB")
    assert image.tobytes() == DOTS
    assert image.info["dpi"] == pytest.approx((200, 200), abs=0.1)


def test_too_few_or_too_many_dots_make_no_file() -> None:
    with pytest.raises(ValueError, match="three bytes"):
        png.written(DOTS, 3, 3, 72.0)


def test_its_own_dots_are_found_in_it_and_no_others() -> None:
    data = png.written(DOTS, 3, 2, 200.0)
    assert png.holds(data, DOTS, 3, 2, 200.0)
    assert not png.holds(data, bytes(18), 3, 2, 200.0)
    assert not png.holds(data, DOTS, 2, 3, 200.0)
    assert not png.holds(data, DOTS, 3, 2, 72.0)


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_a_damaged_or_torn_file_does_not_hold_them(at: int) -> None:
    data = png.written(DOTS, 3, 2, 200.0)
    place = at % len(data)
    assert not png.holds(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :], DOTS, 3, 2, 200.0)
    assert not png.holds(data[:place], DOTS, 3, 2, 200.0)

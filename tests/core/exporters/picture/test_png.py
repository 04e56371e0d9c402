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

"""The icon of the program, as Windows reads it."""

import struct
from pathlib import Path

import pytest

from installer.windows import icon

pytestmark = pytest.mark.usefixtures("qapp")  # one application for all tests, of the kind that windows need


def test_every_size_is_there_and_lies_where_the_directory_says(tmp_path: Path) -> None:
    data = icon.make(tmp_path / "a.ico").read_bytes()
    zero, kind, count = struct.unpack("<3H", data[:6])
    assert (zero, kind, count) == (0, 1, len(icon.SIZES))
    end = 6 + 16 * count
    for size, entry in zip(icon.SIZES, struct.iter_unpack("<4B2H2I", data[6:end]), strict=True):
        width, _, _, _, _, depth, length, offset = entry
        assert (width or 256, depth, offset) == (size, 32, end)
        assert data[offset:].startswith(b"\x89PNG" if size == 256 else struct.pack("<3I", 40, size, 2 * size))
        end += length
    assert end == len(data)


def test_a_plain_picture_stands_upside_down_before_an_empty_mask() -> None:
    top, bottom = b"\1\2\3\4" * 2, b"\5\6\7\x08" * 2
    assert icon.plain(2, top + bottom)[40:] == bottom + top + bytes(8)


def test_the_margin_of_the_setup_is_a_plain_bitmap_of_twice_its_size(tmp_path: Path) -> None:
    data = icon.make_sidebar(tmp_path / "a.bmp").read_bytes()
    assert data[:2] == b"BM"
    assert struct.unpack("<iiHH", data[18:30]) == (328, 628, 1, 24)

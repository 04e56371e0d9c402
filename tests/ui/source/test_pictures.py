"""Where the pictures of pages come from."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core import exporters
from core.errors import UserError
from tests.examples import filled
from tests.ui.scans import write_picture, write_scan
from ui.source import pictures

NOT_CALLED_OFF = threading.Event()


def darkest(image: QImage) -> int:
    rows = range(0, image.height(), 2)
    return min(image.pixelColor(x, y).lightness() for y in rows for x in range(0, image.width(), 2))


def test_the_pages_of_our_own_pdf_are_a4_and_show_words(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    exporters.export(filled(), path)
    sizes = pictures.sizes_of(path, NOT_CALLED_OFF)
    assert [round(side) for side in sizes[0]] == [595, 842]
    image = pictures.picture_of(path, 0, 400, NOT_CALLED_OFF)
    assert (image.width(), image.height()) == (400, 566)
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert darkest(image) < 80


def test_a_scan_is_shown_as_any_other_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    path = write_scan(tmp_path / "扫描.pdf", pages=3)
    assert len(pictures.sizes_of(path, NOT_CALLED_OFF)) == 3
    assert darkest(pictures.picture_of(path, 2, 300, NOT_CALLED_OFF)) < 80


@pytest.mark.parametrize("name", ["照片.png", "照片.jpg", "照片.bmp", "其实是 PNG.jpg"])
def test_a_picture_file_is_one_page(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    path = write_picture(tmp_path / name)
    ((wide, high),) = pictures.sizes_of(path, NOT_CALLED_OFF)
    assert abs(high / wide - 877 / 620) < 0.01
    image = pictures.picture_of(path, 0, 310, NOT_CALLED_OFF)
    assert (image.width(), round(image.height() / 10)) == (310, 44)
    assert darkest(image) < 80


def test_a_picture_that_breaks_off_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    whole = write_picture(tmp_path / "照片.png").read_bytes()
    path = tmp_path / "半张.png"
    path.write_bytes(whole[:20])
    with pytest.raises(UserError, match=r"图片“半张\.png”显示不了"):
        pictures.sizes_of(path, NOT_CALLED_OFF)


def test_a_picture_of_a_billion_dots_is_not_unpacked(qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(40000, 1, QImage.Format.Format_Mono)
    image.fill(Qt.GlobalColor.white)
    path = tmp_path / "大.png"
    assert image.save(str(path))
    data = bytearray(path.read_bytes())
    data[20:24] = (40000).to_bytes(4, "big")  # the height that its head tells
    path.write_bytes(data)
    with pytest.raises(UserError, match="显示不了"):
        pictures.picture_of(path, 0, 300, NOT_CALLED_OFF)


def test_a_file_that_is_gone_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="打不开了"):
        pictures.sizes_of(tmp_path / "没有.pdf", NOT_CALLED_OFF)
    with pytest.raises(UserError, match="打不开了"):
        pictures.picture_of(tmp_path / "没有.pdf", 0, 300, NOT_CALLED_OFF)

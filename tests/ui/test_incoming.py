"""What lies in a drag or on the clipboard."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.incoming import Incoming, incoming


def test_copied_files_are_files_whatever_else_is_told_of_them(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "上年 年报.docx"))])
    data.setText("file:///上年 年报.docx")
    assert incoming(data) == Incoming((tmp_path / "上年 年报.docx",))


def test_a_link_among_files_is_left_out(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/x"), QUrl.fromLocalFile(str(tmp_path / "a.docx"))])
    assert incoming(data).files == (tmp_path / "a.docx",)


def test_a_link_alone_is_a_link_and_nothing_to_read() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/x")])
    assert incoming(data).is_link
    assert not incoming(data).is_something


def test_a_piece_of_a_web_page_comes_in_both_forms() -> None:
    data = QMimeData()
    data.setHtml("<p>总体情况</p>")
    data.setText("总体情况")
    found = incoming(data)
    assert (found.text, found.html) == ("总体情况", "<p>总体情况</p>")
    assert found.is_something


def test_a_picture_alone_is_no_words(qtbot: QtBot) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    data = QMimeData()
    data.setImageData(image)
    assert incoming(data).is_picture
    assert not incoming(data).is_something


def test_blanks_are_nothing() -> None:
    data = QMimeData()
    data.setText(" \n\t")
    assert not incoming(data).is_something
    assert not incoming(QMimeData()).is_something


def test_an_empty_clipboard_holds_nothing() -> None:
    assert incoming(None) == Incoming()

"""Dragging files and words onto the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QMainWindow, QTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.dragging import drop, file_data, hover, leave
from ui.drop_zone import DropZone, words_for
from ui.incoming import Incoming


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.setAcceptDrops(True)
    made.setCentralWidget(QTextEdit())
    made.resize(600, 400)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def zone(qtbot: QtBot, window: QMainWindow) -> DropZone:
    made = DropZone(window, lambda: True)
    window.show()
    return made


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_while_a_file_hovers_the_window_says_what_will_be_done(window: QMainWindow, zone: DropZone) -> None:
    assert hover(window, file_data([Path("上年年报.docx").absolute()]))
    assert zone.isVisible()
    assert zone.size() == window.size()
    assert "放开鼠标，读“上年年报.docx”" in zone.words()
    leave(window)
    assert not zone.isVisible()
    assert zone.words() == ""


def test_a_file_let_go_over_a_field_is_taken_and_the_field_stays_empty(
    qtbot: QtBot, window: QMainWindow, zone: DropZone, tmp_path: Path
) -> None:
    with qtbot.waitSignal(zone.dropped) as told:
        drop(window, file_data([tmp_path / "甲.docx"]), QPoint(300, 200))
    assert told.args == [Incoming((tmp_path / "甲.docx",))]
    assert not zone.isVisible()
    field = window.centralWidget()
    assert isinstance(field, QTextEdit)
    assert field.toPlainText() == ""


def test_words_are_taken_where_no_report_is_open(qtbot: QtBot, window: QMainWindow, zone: DropZone) -> None:
    with qtbot.waitSignal(zone.dropped) as told:
        drop(window, words("总体情况"))
    assert told.args == [Incoming(text="总体情况")]


def test_words_go_to_the_field_under_them_where_a_report_is_open(qtbot: QtBot, window: QMainWindow) -> None:
    zone = DropZone(window, lambda: False)
    window.show()
    with qtbot.assertNotEmitted(zone.dropped):
        drop(window, words("总体情况"), QPoint(300, 200))
    field = window.centralWidget()
    assert isinstance(field, QTextEdit)
    assert field.toPlainText() == "总体情况"


def test_nothing_to_read_is_not_taken(window: QMainWindow, zone: DropZone) -> None:
    hover(window, words("  "))
    assert not zone.isVisible()


def test_it_is_painted_over_the_window(window: QMainWindow, zone: DropZone) -> None:
    hover(window, file_data([Path("上年年报.docx").absolute()]))
    image = window.grab().toImage()
    frame = zone.palette().color(zone.foregroundRole())
    row = [image.pixelColor(x, 12) for x in range(12, 588)]
    assert any(colour.blue() > colour.red() + 40 for colour in row), frame.name()
    leave(window)


@pytest.mark.parametrize(
    ("brought", "said"),
    [
        (Incoming((Path("a.docx"), Path("b.docx"))), "一次只能读一份，这里有 2 个文件"),
        (Incoming((Path("项目.nianbao"),)), "放开鼠标，打开“项目.nianbao”"),
        (Incoming((Path("年报.pdf"),)), "放开鼠标，读“年报.pdf”"),
        (Incoming((Path("年报.xyz"),)), "放开鼠标，试着读“年报.xyz”"),
        (Incoming(text="总体情况"), "放开鼠标，读这段文字"),
    ],
)
def test_each_kind_has_its_words(brought: Incoming, said: str) -> None:
    assert words_for(brought)[0] == said

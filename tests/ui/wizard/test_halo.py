"""Frames around parts of a window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.wizard.halo import Halo


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    for words in ("甲", "乙"):
        row.addWidget(QPushButton(words))
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def buttons(window: QWidget) -> list[QPushButton]:
    return list(window.findChildren(QPushButton))


def test_a_frame_lies_close_around_its_part(window: QWidget) -> None:
    first = buttons(window)[0]
    halo = Halo(window)
    halo.frame([first])
    assert halo.isVisible()
    assert halo.geometry() == first.geometry().adjusted(-2, -2, 2, 2)


def test_several_parts_have_a_frame_each(window: QWidget) -> None:
    halo = Halo(window)
    halo.frame(buttons(window))
    assert len(halo.frames) == 2
    assert not halo.frames[0].intersects(halo.frames[1])


def test_the_frame_follows_a_part_that_moves(window: QWidget) -> None:
    first = buttons(window)[0]
    halo = Halo(window)
    halo.frame([first])
    window.resize(600, 300)
    assert halo.geometry() == first.geometry().adjusted(-2, -2, 2, 2)


def test_it_goes_when_its_part_is_hidden_and_when_nothing_is_to_be_framed(window: QWidget) -> None:
    first = buttons(window)[0]
    halo = Halo(window)
    halo.frame([first])
    first.hide()
    assert not halo.isVisible()
    first.show()
    assert halo.isVisible()
    halo.frame([])
    assert not halo.isVisible()


def test_clicks_go_through_it(qtbot: QtBot, window: QWidget) -> None:
    first = buttons(window)[0]
    Halo(window).frame([first])
    place = first.geometry().center()
    assert window.childAt(place) is first
    with qtbot.waitSignal(first.clicked):
        qtbot.mouseClick(window.childAt(place), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

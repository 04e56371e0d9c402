"""The window as it is first painted."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from ui.main_window import COMFORT, TITLES, MainWindow


def test_the_menus_stand_there_from_the_first_paint(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert tuple(action.text() for action in window.menuBar().actions()) == TITLES


def test_a_file_may_be_dropped_anywhere(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow()
    taken: list[Path] = []
    qtbot.addWidget(window)
    window.take_file = taken.append
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/x"), QUrl.fromLocalFile(str(tmp_path / "上年 年报.docx"))])
    no_key, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, no_key))
    assert taken == [tmp_path / "上年 年报.docx"]


def test_it_does_not_close_while_something_would_be_lost(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.may_close = lambda: False
    assert not window.close()
    window.may_close = lambda: True
    assert window.close()


def test_its_place_on_the_screen_can_be_given_to_the_next_one(qtbot: QtBot) -> None:
    one = MainWindow()
    qtbot.addWidget(one)
    one.resize(700, 500)
    other = MainWindow(one.geometry_words())
    qtbot.addWidget(other)
    assert other.size() == one.size()


def test_on_a_small_screen_it_takes_all_the_room(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_first()
    room = window.screen().availableGeometry()
    assert window.isMaximized() is (room.width() < COMFORT[0] + 40 or room.height() < COMFORT[1] + 40)

"""The window as it is first painted."""

from pytestqt.qtbot import QtBot

from ui.main_window import COMFORT, TITLES, MainWindow


def test_the_menus_stand_there_from_the_first_paint(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert tuple(action.text() for action in window.menuBar().actions()) == TITLES


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

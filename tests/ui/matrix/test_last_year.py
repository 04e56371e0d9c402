from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.matrix.conftest import Open
from ui.matrix.last_year import LastYear, LastYearButton


def test_a_click_shows_last_year_where_it_was_shown_before(qtbot: QtBot) -> None:
    button = LastYearButton()
    qtbot.addWidget(button)
    told: list[LastYear] = []
    button.chosen.connect(told.append)
    button.tell_at_hand(at_hand=True)
    button.show_at(LastYear.BELOW)
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == [LastYear.BELOW, LastYear.HIDDEN, LastYear.BELOW]


def test_the_menu_of_the_button_says_where(qtbot: QtBot) -> None:
    button = LastYearButton()
    qtbot.addWidget(button)
    button.tell_at_hand(at_hand=True)
    beside, below = button.menu().actions()
    below.trigger()
    assert (button.where, below.isChecked(), beside.isChecked()) == (LastYear.BELOW, True, False)
    with qtbot.waitSignal(button.chosen) as chosen:
        beside.trigger()
    assert chosen.args == [LastYear.BESIDE]


def test_without_a_last_year_nothing_can_be_shown(desk: Open) -> None:
    d = desk("t3", {}, last={"granted.natural": "8"})
    d.editor.show_last_year(LastYear.BESIDE)
    button: LastYearButton | None = d.editor.findChild(LastYearButton)
    assert button is not None
    button.tell_at_hand(at_hand=False)
    assert not d.view.delegate.last_year_shown
    assert not button.isEnabled()

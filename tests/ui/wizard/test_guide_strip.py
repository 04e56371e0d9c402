"""The strip that leads through the sample, by keys and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.looking import child, click, words
from ui.wizard.guide_strip import GuideStrip
from ui.wizard.stations import STATIONS


@pytest.fixture
def strip(qtbot: QtBot) -> GuideStrip:
    made = GuideStrip()
    qtbot.addWidget(made)
    made.resize(1366, 40)
    made.begin()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_begins_at_the_first_station_and_enter_goes_on(qtbot: QtBot, strip: GuideStrip) -> None:
    assert "1/6　步骤" in words(strip)
    on = child(strip, QPushButton, "guideNext")
    assert QApplication.focusWidget() is on
    with qtbot.waitSignal(strip.arrived) as told:
        qtbot.keyClick(on, Qt.Key.Key_Return)
    assert told.args == [STATIONS[1]]
    assert "2/6　填表" in words(strip)


def test_back_goes_back_and_is_out_of_use_at_the_first(qtbot: QtBot, strip: GuideStrip) -> None:
    assert not child(strip, QPushButton, "guideBack").isEnabled()
    click(qtbot, strip, "guideNext")
    click(qtbot, strip, "guideBack")
    assert "1/6" in words(strip)


def test_the_last_station_ends_it(qtbot: QtBot, strip: GuideStrip) -> None:
    for _ in STATIONS[1:]:
        click(qtbot, strip, "guideNext")
    assert child(strip, QPushButton, "guideNext").text() == "看完了(&N)"
    with qtbot.waitSignal(strip.left):
        click(qtbot, strip, "guideNext")
    assert not strip.isVisible()


def test_escape_and_the_button_put_it_away_at_any_station(qtbot: QtBot, strip: GuideStrip) -> None:
    with qtbot.waitSignal(strip.left):
        qtbot.keyClick(child(strip, QPushButton, "guideNext"), Qt.Key.Key_Escape)
    strip.begin()
    with qtbot.waitSignal(strip.left):
        click(qtbot, strip, "guideAway")


def test_a_screen_reader_hears_the_station_with_the_button(strip: GuideStrip) -> None:
    assert child(strip, QPushButton, "guideNext").accessibleDescription() == f"步骤：{STATIONS[0].words}"

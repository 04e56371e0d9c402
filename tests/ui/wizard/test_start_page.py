"""The start page: doors and drafts that were left behind."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.report import Report
from core.settings import Recent
from core.storage.project import Project
from core.storage.recovery import Leftover
from tests.ui.looking import child, click
from ui.wizard.start_page import StartPage


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.mark.parametrize("name", ["startFromLastYear", "startOpen", "startNew", "startSample"])
def test_each_door_tells_that_it_was_chosen(qtbot: QtBot, page: StartPage, name: str) -> None:
    with qtbot.waitSignal(page.door_chosen) as chosen:
        click(qtbot, page, name)
    assert chosen.args == [name]
    assert child(page, QPushButton, name).accessibleDescription()


def left_behind(tmp_path: Path) -> Leftover:
    report = Report(unit="青禾县水务局", year=2026)
    return Leftover(tmp_path / "x.recovery", "", datetime.now().astimezone(), Project(report))


def test_a_draft_that_was_left_behind_is_offered_with_unit_and_time(
    qtbot: QtBot, page: StartPage, tmp_path: Path
) -> None:
    leftover = left_behind(tmp_path)
    page.offer((leftover,))
    offer = child(page, QWidget, "leftoverOffer")
    assert "有一份没有保存的草稿：青禾县水务局 · 2026 年度，今天" in offer.accessibleName()
    with qtbot.waitSignal(page.leftover_wanted) as wanted:
        click(qtbot, page, "leftoverTake")
    assert wanted.args == [leftover]


def test_enter_after_a_fall_brings_the_draft_back_rather_than_starting_anew(
    qtbot: QtBot, page: StartPage, tmp_path: Path
) -> None:
    page.focus_first()
    page.offer((left_behind(tmp_path),))
    assert child(page, QPushButton, "leftoverTake").hasFocus()


def test_a_clerk_who_has_gone_on_is_not_called_back_to_the_offer(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    child(page, QPushButton, "startOpen").setFocus()
    page.offer((left_behind(tmp_path),))
    assert child(page, QPushButton, "startOpen").hasFocus()


def test_enter_goes_on_with_the_latest_report(qtbot: QtBot, page: StartPage) -> None:
    page.focus_first()
    recents = (Recent("乙.nianbao", "青禾县林业局", 2026), Recent("甲.nianbao", "青禾县水务局", 2026))
    page.show_recents(recents, frozenset())
    page.show_recents(recents, frozenset())  # again, once it is known which of them are gone
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == ["乙.nianbao"]


def test_without_any_report_the_first_door_has_the_keyboard(page: StartPage) -> None:
    page.show_recents((), frozenset())
    page.focus_first()
    assert child(page, QPushButton, "startFromLastYear").hasFocus()


def test_what_is_not_wanted_can_be_taken_back(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    page.offer((left_behind(tmp_path),))
    with qtbot.waitSignal(page.leftover_refused):
        click(qtbot, page, "leftoverRefuse")
    with qtbot.waitSignal(page.leftover_kept):
        click(qtbot, page, "leftoverBack")
    qtbot.waitUntil(child(page, QPushButton, "leftoverTake").isVisible)

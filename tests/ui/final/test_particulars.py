"""What is asked for at 定稿."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.deadlines import today
from core.report import Report
from tests.ui.looking import child, click
from ui.final.particulars import Particulars

REPORT = Report(unit="青禾县水务局", year=2026, sign_off={"drafter": "苏禾"})


def shown(qtbot: QtBot, report: Report = REPORT, person: str = "") -> Particulars:
    made = Particulars(report, person)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_unit_day_and_the_person_of_last_time_stand_there_already(qtbot: QtBot) -> None:
    asked = shown(qtbot, person="林知远")
    assert child(asked, QLabel, "finalUnit").text() == "青禾县水务局"
    assert (asked.day, asked.person) == (today(), "林知远")
    assert asked.signers == {"drafter": "苏禾", "reviewer": "", "deputy": "", "leader": ""}
    assert asked.is_filled()


def test_without_a_person_it_goes_no_further_and_says_so(qtbot: QtBot) -> None:
    asked = shown(qtbot)
    assert not asked.is_filled()
    lack = child(asked, QLabel, "finalPersonLack")
    assert lack.isVisible()
    field = child(asked, QLineEdit, "finalPerson")
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "su")
    assert not lack.isVisible()
    assert asked.is_filled()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("青禾县水务局\n2027年1月18日", "● 与落款日期（2027年1月18日）不同"),
        ("青禾县水务局\n2027年1月20日", ""),
        ("青禾县水务局", ""),
    ],
)
def test_a_day_other_than_that_of_the_closing_lines_is_warned_about(qtbot: QtBot, words: str, said: str) -> None:
    asked = shown(qtbot, replace(REPORT, texts={"signature": words}))
    child(asked, QDateEdit, "finalDay").setDate(QDate(2027, 1, 20))
    assert asked.day == date(2027, 1, 20)
    assert child(asked, QLabel, "finalDayNote").text() == said


def test_the_day_is_written_as_in_the_closing_lines_and_the_wheel_does_not_turn_it(qtbot: QtBot) -> None:
    asked = shown(qtbot)
    day = child(asked, QDateEdit, "finalDay")
    day.setDate(QDate(2027, 1, 5))
    assert day.text() == "2027年1月5日"
    day.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(day, wheel)
    assert day.text() == "2027年1月5日"


def test_a_wrong_name_of_the_unit_leads_to_the_cover(qtbot: QtBot) -> None:
    asked = shown(qtbot)
    with qtbot.waitSignal(asked.cover_asked):
        click(qtbot, asked, "finalToCover")


def test_tab_goes_from_top_to_bottom(qtbot: QtBot) -> None:
    asked = shown(qtbot)
    child(asked, QWidget, "finalToCover").setFocus()
    names = ["finalDay", "finalPerson", "signer_drafter", "signer_reviewer", "signer_deputy", "signer_leader"]
    gone: list[str] = []
    for _ in range(12):
        asked.focusNextChild()
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() in names and focus.objectName() not in gone:
            gone.append(focus.objectName())
    assert gone == names

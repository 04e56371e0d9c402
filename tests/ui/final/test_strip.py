"""The strip above a final report."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.exporters.check_number import check_number
from core.report import Final, Report
from core.storage.project import Project
from tests.examples import filled
from tests.ui.looking import child, click
from ui.final.strip import FinalStrip
from ui.session import Session


def strip(qtbot: QtBot, report: Report, number: str = "") -> tuple[Session, FinalStrip]:
    session = Session()
    final = Final("苏禾", "2025-01-20", number or check_number(report))
    session.start(Project(replace(report, final=final)))
    made = FinalStrip(session)
    qtbot.addWidget(made)
    made.tell()
    made.show()
    return session, made


def test_it_tells_day_person_and_number(qtbot: QtBot) -> None:
    _, shown = strip(qtbot, filled())
    number = check_number(filled())
    words = child(shown, QLabel, "finalStripWords").text()
    assert words == f"✓ 已定稿（2025年1月20日，经办人苏禾，校验号 {number}），不能修改。"
    assert shown.accessibleName() == words


def test_one_that_was_changed_elsewhere_is_told_with_both_numbers(qtbot: QtBot) -> None:
    _, shown = strip(qtbot, filled(), "3F7K-9Q2M")
    words = child(shown, QLabel, "finalStripWords").text()
    assert words.startswith("▲ 定稿以后内容在别处被改过：定稿时校验号 3F7K-9Q2M，现在是 ")
    assert not child(shown, QPushButton, "finalAgain").isVisible()


def test_a_refused_key_draws_the_eye_here_for_a_moment(qtbot: QtBot) -> None:
    session, shown = strip(qtbot, filled())
    calm = shown.styleSheet()
    session.refuse()
    assert shown.styleSheet() != calm
    qtbot.waitUntil(lambda: shown.styleSheet() == calm, timeout=3000)


def test_its_buttons_lead_back_and_to_the_files(qtbot: QtBot) -> None:
    _, shown = strip(qtbot, filled())
    with qtbot.waitSignal(shown.withdraw_asked):
        click(qtbot, shown, "finalWithdraw")
    with qtbot.waitSignal(shown.again_asked):
        click(qtbot, shown, "finalAgain")

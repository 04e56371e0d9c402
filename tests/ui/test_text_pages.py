"""Bringing last year's texts up to date in the whole window, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.report import OrgType, Report
from core.storage.project import Project, View
from tests.ui.looking import child
from ui.program import Program
from ui.sections.prose_field import ProseField

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
K = Qt.Key

LAST = Report(
    unit="青禾县水务局",
    year=2025,
    org_type=OrgType.DEPARTMENT,
    texts={
        "preamble": "根据条例编制本报告。",
        "s1": "（一）主动公开。发布信息若干条。及时更新目录。\n（二）依申请公开。没有收到申请。",
        "s5": "公开不够及时。今后加强培训。",
    },
)


@pytest.fixture
def desk(program: Program) -> Program:
    program.session.start(Project(edits.carry_over(LAST), View("s1")))
    program.show_bench()
    return program


def begin(qtbot: QtBot, desk: Program) -> None:
    """Turn to the overview in the active window."""
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    qtbot.keyClick(desk.window, K.Key_2, ALT)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ProseField))


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifiers)


def field(desk: Program) -> ProseField:
    found = QApplication.focusWidget()
    assert isinstance(found, ProseField)
    return found


def test_all_texts_are_confirmed_sentence_by_sentence_with_one_key(desk: Program, qtbot: QtBot) -> None:
    begin(qtbot, desk)
    assert desk.bench.steps.mark_of("s1") == "3 句待更新"
    for _ in range(4):  # the first goes from the sub-heading to the first sentence
        press(qtbot, K.Key_O, ALT)
    assert "s1" not in desk.session.report.stale
    assert field(desk).key == "s1"
    press(qtbot, K.Key_6, ALT)
    press(qtbot, K.Key_O, ALT)
    assert desk.bench.steps.mark_of("s5") == "1 句待更新"
    press(qtbot, K.Key_Z, CTRL)
    press(qtbot, K.Key_Q, ALT)
    assert desk.session.report.stale == frozenset({"preamble"})


def test_a_missing_content_is_begun_and_written_by_keys_alone(desk: Program, qtbot: QtBot) -> None:
    begin(qtbot, desk)
    listed = child(desk.bench.page, QListWidget, "outlineList")
    while QApplication.focusWidget() is not listed:
        press(qtbot, K.Key_Tab, SHIFT)
    for _ in range(2):
        press(qtbot, K.Key_Right)
    press(qtbot, K.Key_Return)
    qtbot.keyClicks(field(desk), "ok")
    assert desk.session.report.text("s1").endswith("\n（三）政府信息管理。ok")
    assert listed.item(2).text() == "✓ 政府信息管理"


def test_a_paragraph_that_was_deleted_comes_back_from_last_year_by_keys_alone(desk: Program, qtbot: QtBot) -> None:
    begin(qtbot, desk)
    press(qtbot, K.Key_End, CTRL)
    press(qtbot, K.Key_Home, SHIFT)
    press(qtbot, K.Key_Delete)
    press(qtbot, K.Key_D, ALT)
    beside = child(desk.bench.page, QWidget, "last_s1")
    qtbot.waitUntil(beside.isVisible)
    field(desk)
    while QApplication.focusWidget() is not beside:
        press(qtbot, K.Key_Tab)
    press(qtbot, K.Key_End, CTRL)
    press(qtbot, K.Key_Z, ALT)
    qtbot.waitUntil(lambda: "没有收到申请。" in desk.session.report.text("s1"))
    assert field(desk).key == "s1"

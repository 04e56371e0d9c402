"""Asking what a file is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looking import click, words
from ui.filing import Intent
from ui.wizard.intent_bar import IntentBar


@pytest.fixture
def bar(qtbot: QtBot) -> IntentBar:
    window = QWidget()
    made = IntentBar(window)
    qtbot.addWidget(window)
    window.resize(900, 60)
    made.resize(900, 60)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.window_kept = window  # type: ignore[attr-defined]  # Python must not throw it away
    return made


@pytest.mark.parametrize(
    ("name", "intent"),
    [("intentAttach", Intent.ATTACH), ("intentAdopt", Intent.ADOPT), ("intentDraft", Intent.DRAFT)],
)
def test_each_button_is_an_answer(qtbot: QtBot, bar: IntentBar, name: str, intent: Intent) -> None:
    told: list[Intent] = []
    bar.ask("上年年报.docx", told.append)
    assert "“上年年报.docx”是哪一份？" in words(bar)
    click(qtbot, bar, name)
    assert told == [intent]
    assert not bar.isVisible()


def test_the_first_answer_has_the_keyboard_and_escape_calls_off(qtbot: QtBot, bar: IntentBar) -> None:
    told: list[Intent] = []
    bar.ask("上年年报.docx", told.append)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "intentAttach"
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert told == []


def test_calling_off_answers_nothing(qtbot: QtBot, bar: IntentBar) -> None:
    told: list[Intent] = []
    bar.ask("上年年报.docx", told.append)
    click(qtbot, bar, "intentCancel")
    assert not bar.isVisible()
    assert told == []


def test_enter_answers_with_the_button_that_has_the_keyboard(qtbot: QtBot, bar: IntentBar) -> None:
    told: list[Intent] = []
    bar.ask("上年年报.docx", told.append)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert told == [Intent.ATTACH]
    assert not bar.isVisible()

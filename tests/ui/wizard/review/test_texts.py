"""The texts that were read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from core.report import Report
from ui.wizard.review.texts import MISSING, TextsView

TEXTS = {"preamble": "依据条例编制。", "s1": "做了公开。\n（一）主动公开。", "s6": "没有收费<b>。"}


@pytest.fixture
def view(qtbot: QtBot) -> TextsView:
    view = TextsView()
    qtbot.addWidget(view)
    view.show_texts(Report(texts=TEXTS))
    view.resize(600, 120)
    view.show()
    return view


def test_every_text_stands_under_its_heading(view: TextsView) -> None:
    lines = view.toPlainText().split("\n")
    assert lines[:5] == ["前言", "依据条例编制。", "一、总体情况", "做了公开。", "（一）主动公开。"]
    assert lines[-1] == "没有收费<b>。"


def test_a_text_that_was_not_read_is_said_to_be_missing_where_the_form_wants_one(view: TextsView) -> None:
    lines = view.toPlainText().split("\n")
    assert lines[lines.index("五、存在的主要问题及改进情况") + 1] == MISSING
    assert not any(line.startswith("二、") for line in lines)


def test_going_into_a_text_is_told_once(qtbot: QtBot, view: TextsView) -> None:
    told: list[str] = []
    view.entered.connect(told.append)
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    view.moveCursor(QTextCursor.MoveOperation.End)
    assert told[-1] == "s6"
    assert len(told) == len(set(told))


def test_it_can_be_led_to_a_text_without_telling(qtbot: QtBot, view: TextsView) -> None:
    with qtbot.assertNotEmitted(view.entered):
        view.show_text("s6")
    assert view.textCursor().selectedText() == "六、其他需要报告的事项"


def test_nothing_can_be_typed_into_it(qtbot: QtBot, view: TextsView) -> None:
    before = view.toPlainText()
    qtbot.keyClicks(view, "abc")
    assert view.toPlainText() == before

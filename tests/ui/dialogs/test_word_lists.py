"""The window with the word lists, by key and mouse."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.checks import word_file, wordlists
from core.storage.project import Project
from tests.examples import filled
from tests.ui.looking import child, click
from ui.dialogs.word_lists import WordListsWindow
from ui.session import Session


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.session = Session()
        self.session.start(Project(replace(filled(), texts={"s1": "青和县认真布署年度工作。"})))
        self.window = WordListsWindow(self.session)
        self.said: list[str] = []
        self.window.said.connect(self.said.append)
        qtbot.addWidget(self.window)
        self.window.open_file()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def text(self) -> QPlainTextEdit:
        return child(self.window, QPlainTextEdit, "wordListsText")

    @property
    def state(self) -> str:
        return child(self.window, QLabel, "wordState").text()

    def slips(self) -> list[str | None]:
        return [finding.excerpt for finding in self.session.verdict.findings if finding.code == "S31"]

    def faults(self) -> list[str]:
        listed = child(self.window, QListWidget, "wordFaults")
        return [listed.item(row).text() for row in range(listed.count())]

    def write(self, text: str) -> None:
        self.text.selectAll()
        self.text.insertPlainText(text)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    wordlists.renew()
    yield Desk(qtbot)
    wordlists.renew()


def test_the_built_in_lists_are_there_to_begin_with(desk: Desk) -> None:
    assert desk.text.hasFocus()
    assert desk.text.toPlainText() == wordlists.as_text()
    assert desk.state == "已保存。"
    assert desk.slips() == ["布署"]


def test_what_is_saved_by_key_is_judged_by_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.write("[错字]\n青和县 → 青禾县")
    assert desk.state == "还没有保存。"
    qtbot.keyClick(desk.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.slips() == ["青和县"]
    assert desk.said == ["词表已保存，已按新词表审核。"]
    assert desk.state == "已保存。"
    assert word_file.opened() == "[错字]\n青和县 → 青禾县"


def test_a_line_that_is_not_understood_is_told_by_number_and_gone_to(desk: Desk, qtbot: QtBot) -> None:
    desk.write("[会议]\n大会\n\n[错字]\n青和县 青禾县")
    qtbot.waitUntil(lambda: len(desk.faults()) == 2)
    assert desk.faults()[0] == "▲ 第 2 行：应写名称和年份，如：党的二十大 2022-2027。"
    listed = child(desk.window, QListWidget, "wordFaults")
    place = listed.visualItemRect(listed.item(1)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.text.textCursor().selectedText() == "青和县 青禾县"
    assert desk.text.hasFocus()
    click(qtbot, desk.window, "btnSaveWords")
    assert desk.said == ["词表已保存，2 行看不懂，没有采用。"]


def test_after_saving_by_mouse_undo_reaches_the_words(desk: Desk, qtbot: QtBot) -> None:
    before = desk.text.toPlainText()
    desk.text.insertPlainText("看不懂的一行\n")
    click(qtbot, desk.window, "btnSaveWords")
    assert desk.text.hasFocus()
    qtbot.keyClick(desk.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.text.toPlainText() == before


def test_the_built_in_lists_can_be_put_back_and_that_undone(desk: Desk, qtbot: QtBot) -> None:
    desk.write("[错字]\n青和县 → 青禾县")
    click(qtbot, desk.window, "btnSaveWords")
    click(qtbot, desk.window, "btnBuiltInWords")
    assert desk.text.toPlainText() == wordlists.as_text()
    desk.text.undo()
    assert desk.text.toPlainText() == "[错字]\n青和县 → 青禾县"
    desk.text.redo()
    click(qtbot, desk.window, "btnSaveWords")
    assert not wordlists.file().exists()
    assert desk.slips() == ["布署"]


def test_what_is_not_saved_is_pointed_at_before_the_window_goes(desk: Desk, qtbot: QtBot) -> None:
    strip = child(desk.window, QFrame, "unsaved")
    desk.write("[总体情况字数]\n800")
    qtbot.keyClick(desk.text, Qt.Key.Key_Escape)
    assert desk.window.isVisible()
    assert strip.isVisible()
    click(qtbot, desk.window, "btnSaveAndClose")
    assert not desk.window.isVisible()
    assert wordlists.current().most_words == 800


def test_what_is_dropped_is_not_there_again(desk: Desk, qtbot: QtBot) -> None:
    desk.write("[总体情况字数]\n800")
    click(qtbot, desk.window, "btnCloseWords")
    click(qtbot, desk.window, "btnDropWords")
    assert not desk.window.isVisible()
    desk.window.open_file()
    assert desk.text.toPlainText() == wordlists.as_text()
    assert not child(desk.window, QFrame, "unsaved").isVisible()


def test_typing_on_takes_the_question_away(desk: Desk, qtbot: QtBot) -> None:
    desk.write("[总体情况字数]\n800")
    assert not desk.window.may_leave()
    qtbot.keyClicks(desk.text, "0")
    assert not child(desk.window, QFrame, "unsaved").isVisible()
    assert not desk.window.may_leave()
    assert desk.window.may_leave()


def test_a_disk_that_takes_nothing_is_told_and_nothing_is_lost(desk: Desk, qtbot: QtBot) -> None:
    wordlists.file().mkdir(parents=True)
    desk.write("[总体情况字数]\n800")
    click(qtbot, desk.window, "btnSaveWords")
    assert desk.state.startswith("▲ 没有保存“词表.txt”")
    assert not desk.window.is_saved
    assert desk.text.toPlainText() == "[总体情况字数]\n800"


def test_what_carries_meaning_has_a_name_for_those_who_listen(desk: Desk) -> None:
    assert desk.text.accessibleName() == "词表"
    assert child(desk.window, QListWidget, "wordFaults").accessibleName() == "看不懂的行"

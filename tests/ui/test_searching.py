"""The keys of find and replace."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core.storage.project import Project
from tests.examples import filled
from tests.ui.looking import child
from ui.program import Program
from ui.search.bar import SearchBar

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(program: Program) -> None:
    program.session.start(Project(filled()))
    program.show_bench()


def test_no_bar_is_made_before_it_is_asked_for(program: Program) -> None:
    opened(program)
    assert program.window.findChild(SearchBar) is None


def test_f3_without_words_asks_for_some(qtbot: QtBot, program: Program) -> None:
    opened(program)
    qtbot.keyClick(QApplication.focusWidget() or program.window, Qt.Key.Key_F3)
    assert child(program.window, QLineEdit, "searchWanted").hasFocus()


def test_ctrl_h_offers_to_replace(qtbot: QtBot, program: Program) -> None:
    opened(program)
    qtbot.keyClick(QApplication.focusWidget() or program.window, Qt.Key.Key_H, CONTROL)
    assert child(program.window, QLineEdit, "searchBy").isVisible()


def test_previous_and_next_are_in_the_menu(program: Program) -> None:
    opened(program)
    actions = program.menus.actions
    assert [actions[name].shortcut().toString() for name in ("find", "replace", "findNext", "findPrevious")] == [
        "Ctrl+F",
        "Ctrl+H",
        "F3",
        "Shift+F3",
    ]


def test_ctrl_k_outside_a_text_says_where_to_put_the_caret(qtbot: QtBot, program: Program) -> None:
    opened(program)
    program.bench.show_step("s3")
    program.bench.page.focus_first()
    program.menus.actions["insertNumber"].trigger()
    assert "先把光标放到" in program.window.said.text()

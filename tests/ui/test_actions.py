"""The menus as data."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.looking import children
from ui.actions import SEPARATOR, Entry, build
from ui.program import Program

OWNED_BY_INPUT_METHODS = ("Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F")


def test_an_entry_becomes_an_action_with_its_keys(qtbot: QtBot) -> None:
    menu, done = QMenu(), []
    qtbot.addWidget(menu)
    entries = (Entry("save", "保存(&S)", lambda: done.append("saved"), ("Ctrl+S", "F12")), SEPARATOR)
    actions = build((menu,), (entries,))
    actions["save"].trigger()
    assert done == ["saved"]
    assert [key.toString() for key in actions["save"].shortcuts()] == ["Ctrl+S", "F12"]
    assert len(menu.actions()) == 2


def test_a_key_that_the_focused_field_handles_is_written_but_not_taken(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    actions = build((menu,), ((Entry("copy", "复制(&C)", lambda: None, shown="Ctrl+C"),),))
    assert actions["copy"].text() == "复制(&C)\tCtrl+C"
    assert actions["copy"].shortcuts() == []


def test_no_key_is_taken_twice_or_from_the_input_method(program: Program) -> None:
    keys = [key.toString() for action in program.menus.actions.values() for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))
    assert not {QKeySequence(key).toString() for key in OWNED_BY_INPUT_METHODS} & set(keys)


def test_every_menu_and_line_has_a_letter_of_its_own(program: Program) -> None:
    for menu in children(program.window.menuBar(), QMenu):
        letters = [text[text.index("&") + 1] for text in (action.text() for action in menu.actions()) if "&" in text]
        assert sorted(letters) == sorted(set(letters)), menu.title()

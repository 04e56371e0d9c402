"""The rules and the word lists from the menus and from a finding."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from core.checks import wordlists
from core.checks.catalogue import RULES
from core.storage.project import Project
from tests.examples import column, filled
from tests.ui.looking import child
from ui.dialogs.rules import RulesWindow
from ui.dialogs.rules_tree import RulesTree
from ui.dialogs.word_lists import WordListsWindow
from ui.program import Program


@pytest.fixture(autouse=True)
def own_lists() -> Iterator[None]:
    wordlists.renew()
    yield
    wordlists.renew()


def opened(program: Program) -> Program:
    program.session.start(Project(filled(column("natural", new=3, granted=2))))
    program.show_bench()
    return program


def count(program: Program) -> str:
    return child(program.window, QLabel, "rulesCount").text()


def test_the_rules_can_be_read_before_a_report_is_opened_and_switched_after(program: Program) -> None:
    program.menus.actions["rules"].trigger()
    window = child(program.window, RulesWindow, "rulesWindow")
    assert window.isVisible()
    assert not window.isModal()
    assert count(program) == f"审核规则共 {len(RULES)} 条"
    opened(program)
    assert count(program).startswith("全部启用")
    program.filing.put_away()
    program.show_start()
    assert count(program).startswith("审核规则共")


def test_a_rule_that_is_switched_off_is_told_at_the_foot_and_undone_in_the_window(
    program: Program, qtbot: QtBot
) -> None:
    opened(program)
    program.ruling.show_rules("A03")
    tree = child(program.window, RulesTree, "rulesTree")
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: program.window.said.text().startswith("本单位已停用规则 A03"))
    assert program.menus.actions["undo"].text() == "撤销(&U)：停用规则 A03"
    program.menus.actions["undo"].trigger()
    assert program.window.said.text() == "已撤销：停用规则 A03"
    qtbot.waitUntil(lambda: count(program).startswith("全部启用"))


def test_the_rule_of_a_finding_is_shown_from_the_button_below_the_list(program: Program) -> None:
    opened(program)
    program.bench.panel.next_finding()
    menu = child(program.bench.panel, QToolButton, "btnRule").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.objectName() == "aboutRule").trigger()
    tree = child(program.window, RulesTree, "rulesTree")
    assert tree.currentItem().text(0) == program.session.verdict.findings[0].code


def test_words_that_were_typed_and_not_saved_keep_the_program_open_once(program: Program) -> None:
    program.menus.actions["words"].trigger()
    words = child(program.window, WordListsWindow, "wordListsWindow")
    assert words.isVisible()
    child(words, QPlainTextEdit, "wordListsText").insertPlainText("# 我的词\n")
    assert not program.window.close()
    assert program.window.isVisible()
    assert program.window.close()
    assert QApplication.activeModalWidget() is None

"""The window with all rules, by key and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.checks.catalogue import RULES
from core.storage.project import Project
from tests.examples import column, filled
from tests.ui.looking import child, click
from ui.dialogs.rules import RulesWindow
from ui.session import Session

ALL = len(RULES)


class Desk:
    """A session, the window, and whether a report lies open."""

    def __init__(self, qtbot: QtBot) -> None:
        self.is_open = True
        self.session = Session()
        self.session.start(Project(filled(column("natural", new=3, granted=2))))
        self.window = RulesWindow(self.session, lambda: self.is_open)
        self.said: list[str] = []
        self.window.said.connect(self.said.append)
        qtbot.addWidget(self.window)
        self.window.show_rule("")
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def count(self) -> str:
        return child(self.window, QLabel, "rulesCount").text()

    @property
    def search(self) -> QLineEdit:
        return child(self.window, QLineEdit, "ruleSearch")

    def codes(self) -> list[str]:
        return [finding.code for finding in self.session.verdict.findings]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_a_rule_is_found_and_switched_off_by_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    assert desk.search.hasFocus()
    qtbot.keyClicks(desk.search, "a03")
    qtbot.keyClick(desk.search, Qt.Key.Key_Down)
    assert desk.window.tree.hasFocus()
    assert "A03" in desk.codes()
    qtbot.keyClick(desk.window.tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.session.report.switched_off == {"A03"})
    assert "A03" not in desk.codes()
    assert desk.count == f"● 已停用 1 条规则　共 {ALL} 条"
    assert desk.said == ["本单位已停用规则 A03，校核单上会列出。按 Ctrl+Z 可以撤销。"]
    assert desk.session.document.undo_label == "停用规则 A03"


def test_undo_here_and_elsewhere_is_followed(desk: Desk, qtbot: QtBot) -> None:
    desk.window.show_rule("A03")
    qtbot.keyClick(desk.window.tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.session.report.switched_off == {"A03"})
    qtbot.keyClick(desk.window.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.count == f"全部启用　共 {ALL} 条"
    qtbot.keyClick(desk.window.tree, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.count == f"● 已停用 1 条规则　共 {ALL} 条"
    desk.session.undo()
    assert desk.count == f"全部启用　共 {ALL} 条"


def test_other_work_is_not_undone_from_here(desk: Desk, qtbot: QtBot) -> None:
    desk.session.edit("填写单位", lambda report: report.__class__(unit="云溪县水务局"))
    qtbot.keyClick(desk.window.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.report.unit == "云溪县水务局"


def test_all_rules_are_switched_on_at_once(desk: Desk, qtbot: QtBot) -> None:
    button = child(desk.window, QPushButton, "btnAllRulesOn")
    assert not button.isVisible()
    for code in ("A03", "N14"):
        desk.window.tree.switched.emit(code, False)
    qtbot.waitUntil(lambda: desk.count.startswith("● 已停用 2 条规则"))
    click(qtbot, desk.window, "btnAllRulesOn")
    assert desk.session.report.switched_off == frozenset()
    assert desk.count.startswith("全部启用")
    assert not button.isVisible()


def test_a_box_cleared_in_the_list_of_those_switched_off_goes_from_there(desk: Desk, qtbot: QtBot) -> None:
    for code in ("A03", "N14"):
        desk.window.tree.switched.emit(code, False)
    qtbot.waitUntil(lambda: desk.count.startswith("● 已停用 2 条规则"))
    tree = desk.window.tree
    tree.setCurrentItem(tree.topLevelItem(0).child(0))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.session.report.switched_off == {"N14"})
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not desk.session.report.switched_off)
    assert desk.count.startswith("全部启用")
    assert tree.topLevelItem(0).isHidden()


def test_a_named_rule_is_gone_to_whatever_was_searched_for(desk: Desk, qtbot: QtBot) -> None:
    desk.search.insert("复议")
    desk.window.show_rule("S27")
    assert desk.search.text() == ""
    assert desk.window.tree.currentItem().text(0) == "S27"
    assert desk.window.tree.hasFocus()


def test_a_search_without_an_answer_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.search.insert("彩虹")
    assert child(desk.window, QLabel, "rulesNothing").text() == "没有找到“彩虹”。换个字词试试。"
    assert not desk.window.tree.isVisible()
    desk.search.clear()
    assert desk.window.tree.isVisible()


def test_without_a_report_the_list_only_tells(desk: Desk) -> None:
    desk.is_open = False
    desk.window.refresh()
    assert desk.count == f"审核规则共 {ALL} 条"
    assert desk.window.tree.topLevelItem(1).child(0).data(0, Qt.ItemDataRole.CheckStateRole) is None


def test_another_report_brings_its_own_switches(desk: Desk, qtbot: QtBot) -> None:
    desk.window.tree.switched.emit("A03", False)
    qtbot.waitUntil(lambda: desk.count.startswith("● 已停用 1 条规则"))
    desk.session.start(Project(filled()))
    assert desk.count.startswith("全部启用")


def test_escape_and_the_button_close_it_and_it_opens_again(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.window, Qt.Key.Key_Escape)
    assert not desk.window.isVisible()
    desk.window.show_rule("")
    click(qtbot, desk.window, "btnCloseRules")
    assert not desk.window.isVisible()


def test_what_is_typed_in_a_window_opened_again_takes_the_place_of_the_old_search(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.search, "a03")
    desk.window.close()
    desk.window.show_rule("")
    qtbot.keyClicks(desk.search, "n01")
    assert desk.search.text() == "n01"


def test_what_carries_meaning_has_a_name_for_those_who_listen(desk: Desk) -> None:
    assert desk.search.accessibleName() == "查找规则"
    assert desk.window.tree.accessibleName() == "审核规则"

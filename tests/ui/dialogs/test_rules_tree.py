"""The rules as a list to look through."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from core.checks.catalogue import RULES
from core.checks.register import FAMILIES
from ui.dialogs.rules_tree import RulesTree

NARRATIVE = f"文字与表格　{sum(rule.code.startswith('N') for rule in RULES)} 条"
CHECK = Qt.ItemDataRole.CheckStateRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def tree(qtbot: QtBot) -> RulesTree:
    tree = RulesTree()
    qtbot.addWidget(tree)
    tree.resize(760, 400)
    tree.show()
    return tree


def groups(tree: RulesTree) -> dict[str, list[QTreeWidgetItem]]:
    """The lines in view under the heads of their groups."""
    tops = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    shown = {top.text(0): [top.child(i) for i in range(top.childCount())] for top in tops if not top.isHidden()}
    return {name: [item for item in items if not item.isHidden()] for name, items in shown.items()}


def codes(tree: RulesTree) -> dict[str, list[str]]:
    return {name: [item.text(0) for item in items] for name, items in groups(tree).items()}


def line(tree: RulesTree, code: str) -> QTreeWidgetItem:
    return next(item for items in reversed(groups(tree).values()) for item in items if item.text(0) == code)


def test_every_rule_stands_under_its_family_with_mark_and_words(tree: RulesTree) -> None:
    listed = codes(tree)
    assert sorted(code for group in listed.values() for code in group) == [rule.code for rule in RULES]
    assert listed["表内审核　10 条"] == [f"A{number:02}" for number in range(1, 11)]
    assert [line(tree, "A01").text(column) for column in range(3)] == [
        "A01",
        "▲ 必须改",
        "表三每一行：六类申请人相加应等于“总计”",
    ]
    assert line(tree, "N05").text(1) == "● 要说明"
    assert line(tree, "S27").text(1) == "○ 提示"


def test_what_is_switched_off_stands_once_more_at_the_top(tree: RulesTree) -> None:
    tree.take(frozenset({"N14", "S05"}))
    assert next(iter(codes(tree).items())) == ("本单位已停用　2 条", ["N14", "S05"])
    assert line(tree, "N14").text(2).endswith("（已停用）")
    assert line(tree, "N14").checkState(0) is Qt.CheckState.Unchecked
    assert line(tree, "N14").data(0, SPOKEN).endswith("，已停用")
    tree.take(frozenset())
    assert "N14" not in next(iter(codes(tree).values()))
    assert line(tree, "N14").checkState(0) is Qt.CheckState.Checked


def test_without_a_report_there_is_nothing_to_tick(tree: RulesTree, qtbot: QtBot) -> None:
    tree.take(None)
    assert line(tree, "A01").data(0, CHECK) is None
    spy = QSignalSpy(tree.switched)
    tree.go_to("A01")
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert spy.count() == 0
    tree.take(frozenset())
    assert line(tree, "A01").checkState(0) is Qt.CheckState.Checked


def test_the_space_bar_and_a_click_on_the_box_switch(tree: RulesTree, qtbot: QtBot) -> None:
    tree.take(frozenset())
    tree.go_to("C02")
    with qtbot.waitSignal(tree.switched) as pressed:
        qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert pressed.args == ["C02", False]
    tree.take(frozenset({"C02"}))
    item = line(tree, "C02")
    tree.scrollToItem(item)
    box = tree.visualItemRect(item)
    with qtbot.waitSignal(tree.switched) as clicked:
        for x in range(box.left(), box.left() + 40, 4):  # wherever the style draws the box
            qtbot.mouseClick(
                tree.viewport(), Qt.MouseButton.LeftButton, pos=box.center().__class__(x, box.center().y())
            )
            if clicked.signal_triggered:
                break
    assert clicked.args == ["C02", True]


def test_what_is_under_the_eyes_stays_there_when_a_line_is_added_above(tree: RulesTree) -> None:
    tree.take(frozenset())
    tree.go_to("S05")
    before = tree.visualItemRect(line(tree, "S05")).top()
    tree.take(frozenset({"S05"}))
    assert tree.visualItemRect(line(tree, "S05")).top() == before


def test_rules_are_searched_by_code_words_and_family(tree: RulesTree) -> None:
    assert tree.show_only("办结率")
    assert codes(tree) == {NARRATIVE: ["N21", "N22"]}
    tree.go_to_first()
    assert tree.currentItem().text(0) == "N21"
    assert not tree.show_only("没有这样的规则")
    assert codes(tree) == {}
    assert tree.show_only("")
    assert len(codes(tree)) == len(FAMILIES)


def test_a_search_holds_while_rules_are_switched(tree: RulesTree) -> None:
    tree.take(frozenset())
    tree.show_only("办结率")
    tree.take(frozenset({"A01", "N22"}))
    assert codes(tree) == {NARRATIVE: ["N21", "N22"]}, "what is found is not pushed down by a second list of it"


def test_in_dark_the_marks_take_their_lighter_colours(tree: RulesTree) -> None:
    light = line(tree, "A01").foreground(1).color()
    dark = QPalette(tree.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#e8e8e8"))
    tree.setPalette(dark)
    assert line(tree, "A01").foreground(1).color().lightness() > light.lightness()

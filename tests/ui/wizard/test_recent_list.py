"""The projects that were open lately."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.settings import Recent
from ui.wizard.recent_list import RecentList

ONE = Recent("甲.nianbao", "青禾县水务局", 2026, "草稿", 3, org_type="department")
TWO = Recent("乙.nianbao", "青禾县林业局", 2025, "可以定稿", 0)


@pytest.fixture
def recents(qtbot: QtBot) -> RecentList:
    recents = RecentList(today=lambda: date(2027, 1, 19))
    qtbot.addWidget(recents)
    recents.show_all((ONE, TWO), frozenset({"乙.nianbao"}))
    recents.show()
    return recents


def words(recents: RecentList, row: int) -> list[str]:
    item = recents.topLevelItem(row)
    return [item.text(column) for column in range(recents.columnCount())] if item is not None else []


def test_each_is_told_with_unit_year_state_what_is_open_and_place(recents: RecentList) -> None:
    assert words(recents, 0) == [
        "青禾县水务局",
        "2026 年度",
        "草稿",
        "3 处",
        "还有 12 天（1月31日前报送并公布）",
        "甲.nianbao",
    ]


def test_a_vanished_file_is_said_to_be_gone(recents: RecentList) -> None:
    assert words(recents, 1)[2] == "找不到"
    assert "文件已不在原处" in words(recents, 1)[5]


def test_enter_opens_and_delete_takes_off_the_list(qtbot: QtBot, recents: RecentList) -> None:
    recents.setCurrentItem(recents.topLevelItem(0))
    with qtbot.waitSignal(recents.chosen) as chosen:
        qtbot.keyClick(recents, Qt.Key.Key_Return)
    with qtbot.waitSignal(recents.dropped) as dropped:
        qtbot.keyClick(recents, Qt.Key.Key_Delete)
    assert chosen.args == dropped.args == ["甲.nianbao"]


def test_an_empty_list_says_what_will_come_here(recents: RecentList) -> None:
    recents.show_all((), frozenset())
    assert words(recents, 0)[0].startswith("还没有打开过年报。从上面任选一种方式开始")


def test_what_is_not_filled_in_yet_still_wants_work(recents: RecentList) -> None:
    unfinished = replace(ONE, is_complete=False)
    recents.show_all((unfinished, replace(unfinished, open_findings=0), replace(ONE, open_findings=0)), frozenset())
    assert [words(recents, row)[3] for row in range(3)] == ["3 处，未填完", "未填完", "无"]

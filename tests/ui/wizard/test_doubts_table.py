"""The doubts of a reading, one key each."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.examples import filled
from tests.ui.looking import children
from ui.wizard.doubts_table import CELL_KEYS, OTHER_KEYS, DoubtsTable


@dataclass(frozen=True)
class Doubt:
    where: str
    raw: str
    reason: str


GRANTED, PARTIAL = "t3.granted.natural", "t3.partial.natural"


@pytest.fixture
def table(qtbot: QtBot) -> DoubtsTable:
    table = DoubtsTable()
    qtbot.addWidget(table)
    doubts = (Doubt(GRANTED, "9?", "看不清"), Doubt(PARTIAL, "/", "不是数字"), Doubt("s5", "五、问题", "标题不一致"))
    table.show_doubts(filled({GRANTED: "9?", PARTIAL: "/"}), doubts)
    table.show()
    return table


def test_what_was_read_is_taken_as_long_as_nothing_else_is_said(table: DoubtsTable) -> None:
    assert table.answers() == {GRANTED: "9?", PARTIAL: "/"}


def test_enter_takes_it_and_moves_on(qtbot: QtBot, table: DoubtsTable) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.currentRow() == 1
    assert table.answers()[GRANTED] == "9?"


def test_delete_leaves_the_cell_empty_and_moves_on(qtbot: QtBot, table: DoubtsTable) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert table.currentRow() == 1
    assert table.answers()[GRANTED] == ""


def test_a_digit_puts_another_value_in_its_place(qtbot: QtBot, table: DoubtsTable) -> None:
    qtbot.keyClick(table, Qt.Key.Key_7)
    qtbot.keyClick(children(table, QLineEdit)[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.answers()[GRANTED] == "7")


def test_a_doubt_about_words_can_only_be_read(qtbot: QtBot, table: DoubtsTable) -> None:
    table.setCurrentCell(2, 0)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert set(table.answers()) == {GRANTED, PARTIAL}


def test_after_the_last_line_the_table_has_been_gone_through(qtbot: QtBot, table: DoubtsTable) -> None:
    with qtbot.waitSignal(table.gone_through):
        for _ in range(3):
            qtbot.keyClick(table, Qt.Key.Key_Return)


def test_what_is_typed_on_a_line_without_a_cell_is_refused_aloud(qtbot: QtBot, table: DoubtsTable) -> None:
    table.setCurrentCell(2, 0)
    with qtbot.waitSignal(table.keys_told) as told:
        qtbot.keyClick(table, Qt.Key.Key_5)
    assert told.args == [OTHER_KEYS, True]
    assert table.currentRow() == 2
    assert table.left() == 3
    assert not children(table, QLineEdit)


def test_the_keys_are_told_as_they_work_on_the_line(qtbot: QtBot, table: DoubtsTable) -> None:
    with qtbot.waitSignal(table.keys_told) as told:
        table.setCurrentCell(2, 0)
    assert told.args == [OTHER_KEYS, False]
    with qtbot.waitSignal(table.keys_told) as told:
        table.setCurrentCell(0, 0)
    assert told.args == [CELL_KEYS, False]


def test_a_row_with_one_cell_takes_the_number(qtbot: QtBot, table: DoubtsTable) -> None:
    table.show_doubts(filled({"t2.penalties.decisions": ""}), [Doubt("t2.penalties", "", "没有找到这一行")])
    qtbot.keyClick(table, Qt.Key.Key_5)
    qtbot.keyClick(children(table, QLineEdit)[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.answers() == {"t2.penalties.decisions": "5"})
    assert table.left() == 0


def test_of_two_lines_about_one_cell_the_answered_one_counts(qtbot: QtBot, table: DoubtsTable) -> None:
    table.show_doubts(filled({GRANTED: "9"}), [Doubt(GRANTED, "9", "有两处"), Doubt(GRANTED, "8", "有两处")])
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert table.answers() == {GRANTED: ""}

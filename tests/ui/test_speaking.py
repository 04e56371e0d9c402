"""Where the keyboard arrives is spoken."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListWidget, QTableWidget, QTableWidgetItem, QTreeWidget
from pytestqt.qtbot import QtBot

from ui.speaking import child_of_current, speak_current


def table(qtbot: QtBot) -> QTableWidget:
    made = QTableWidget(3, 2)
    for row in range(3):
        for column in range(2):
            made.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("row", "column"), [(0, 0), (1, 1), (2, 0)])
def test_the_number_of_a_cell_leads_to_that_cell_in_the_tree(qtbot: QtBot, row: int, column: int) -> None:
    made = table(qtbot)
    made.setCurrentCell(row, column)
    child = child_of_current(made)
    assert child is not None
    node = QAccessible.queryAccessibleInterface(made).child(child)
    assert node.text(QAccessible.Text.Name) == f"{row} {column}"


def test_the_number_of_a_line_leads_to_that_line(qtbot: QtBot) -> None:
    made = QListWidget()
    made.addItems(["甲", "乙"])
    qtbot.addWidget(made)
    made.setCurrentRow(1)
    child = child_of_current(made)
    assert child is not None
    assert QAccessible.queryAccessibleInterface(made).child(child).text(QAccessible.Text.Name) == "乙"


def test_where_nothing_is_current_and_for_a_tree_nothing_is_told(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.setCurrentIndex(QModelIndex())
    assert child_of_current(made) is None
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    assert child_of_current(tree) is None


def test_telling_changes_neither_the_keyboard_nor_the_place(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.show()
    made.setFocus()
    made.setCurrentCell(1, 1)
    speak_current(made)
    assert (made.currentRow(), made.currentColumn()) == (1, 1)

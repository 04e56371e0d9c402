"""Typing another value into a line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.looking import child, children
from ui.wizard.review.value_editing import EDITOR, ValueEditing


class Listed(QTreeWidget):
    """One line with a value in its second column."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[object, str]] = []
        self.setColumnCount(2)
        self.setItemDelegate(ValueEditing(0, lambda line, words: self.told.append((line, words)), self))
        self.item_ = QTreeWidgetItem(self, ["表三", "9"])
        self.item_.setData(0, Qt.ItemDataRole.UserRole, "甲")
        self.item_.setFlags(self.item_.flags() | Qt.ItemFlag.ItemIsEditable)

    def open(self) -> QLineEdit:
        self.editItem(self.item_, 1)
        return child(self, QLineEdit, EDITOR)


@pytest.fixture
def listed(qtbot: QtBot) -> Listed:
    listed = Listed()
    qtbot.addWidget(listed)
    listed.show()
    listed.activateWindow()
    qtbot.waitUntil(listed.isActiveWindow)
    return listed


def test_what_is_typed_is_handed_on_and_not_written(qtbot: QtBot, listed: Listed) -> None:
    editor = listed.open()
    assert editor.text() == "9"
    editor.setText("12")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not children(listed, QLineEdit))
    assert listed.told == [("甲", "12")]
    assert listed.item_.text(1) == "9"


def test_enter_on_what_stands_there_says_so(qtbot: QtBot, listed: Listed) -> None:
    qtbot.keyClick(listed.open(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed.told == [("甲", "9")])


def test_leaving_without_a_change_says_nothing(qtbot: QtBot, listed: Listed) -> None:
    listed.open()
    listed.setFocus()
    qtbot.waitUntil(lambda: not children(listed, QLineEdit))
    assert listed.told == []


def test_leaving_with_a_change_keeps_it(qtbot: QtBot, listed: Listed) -> None:
    listed.open().setText("7")
    listed.setFocus()
    qtbot.waitUntil(lambda: listed.told == [("甲", "7")])

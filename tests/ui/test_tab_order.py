"""Tab goes through the parts as they stand, whenever they were made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from tests.ui.looking import child
from ui.tab_order import follow, next_stop, stops


def part(name: str, number: int) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    for index in range(number):
        field = QLineEdit()
        field.setObjectName(f"{name}{index}")
        row.addWidget(field)
    return made


def window(qtbot: QtBot, *parts: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    for each in parts:
        row.addWidget(each)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def walked(qtbot: QtBot, first: QWidget, steps: int) -> list[str]:
    first.setFocus()
    names = []
    for _ in range(steps):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    return names


def test_a_part_made_late_is_reached_where_it_stands(qtbot: QtBot) -> None:
    left, right, middle = part("left", 1), part("right", 2), part("middle", 2)
    whole = window(qtbot, left, right)
    layout = whole.layout()
    assert isinstance(layout, QHBoxLayout)
    layout.insertWidget(1, middle)
    middle.show()
    follow([left, middle, right])
    assert walked(qtbot, child(whole, QLineEdit, "left0"), 6) == [
        "left0",
        "middle0",
        "middle1",
        "right0",
        "right1",
        "left0",
    ]


def test_what_does_not_take_the_keyboard_is_no_stop(qtbot: QtBot) -> None:
    button = QPushButton("甲")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    whole = window(qtbot, part("one", 1), button)
    assert [stop.objectName() for stop in stops(whole)] == ["one0"]


def test_no_parts_are_no_trouble() -> None:
    follow([])


def test_a_container_that_hands_the_keyboard_on_is_passed_by(qtbot: QtBot) -> None:
    """Qt would go from the last field to the second of the pane, for the pane stands first in its chain."""
    pane, last = part("pane", 2), part("last", 1)
    pane.setFocusProxy(child(pane, QLineEdit, "pane1"))
    whole = window(qtbot, pane, last)
    end = child(whole, QLineEdit, "last0")
    assert next_stop(end, forward=True) is child(whole, QLineEdit, "pane0")
    assert next_stop(child(whole, QLineEdit, "pane0"), forward=False) is end


def test_what_is_hidden_or_out_of_use_is_passed_by_and_a_lonely_stop_leads_nowhere(qtbot: QtBot) -> None:
    whole = window(qtbot, part("one", 3))
    first, second, third = (child(whole, QLineEdit, f"one{number}") for number in range(3))
    second.hide()
    assert next_stop(first, forward=True) is third
    third.setEnabled(False)
    assert next_stop(first, forward=True) is None


def test_what_was_walked_past_outlives_the_page_it_was_reached_from(qtbot: QtBot) -> None:
    whole = QMainWindow()
    action = whole.menuBar().addMenu("文件").addAction("打开")
    first, page = part("first", 1), part("page", 2)
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.addWidget(first)
    row.addWidget(page)
    whole.setCentralWidget(middle)
    qtbot.addWidget(whole)
    whole.show()
    assert len(list(stops(first))) == 3
    next_stop(child(page, QLineEdit, "page1"), forward=True)
    next_stop(child(page, QLineEdit, "page0"), forward=False)
    delete(page)
    assert isValid(action)
    assert isValid(whole)
    assert isValid(first)
    assert action.text() == "打开"

"""The plain controls."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.controls import Floating, OneLine, Rule, button, caption, emptied, heading, note, plain, scrolled


def test_a_button_does_its_action_and_can_be_found(qtbot: QtBot) -> None:
    done: list[str] = []
    made = button("导出(&X)", "exportXlsx", lambda: done.append("x"))
    qtbot.addWidget(made)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert (done, made.objectName()) == (["x"], "exportXlsx")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_button_with_the_keyboard_is_pressed_by_enter_and_by_space(qtbot: QtBot, key: Qt.Key) -> None:
    done: list[str] = []
    made = button("导出(&X)", "exportXlsx", lambda: done.append("x"))
    made.setAutoDefault(False)
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made, key)
    assert done == ["x"]


def test_a_held_enter_presses_nothing(qtbot: QtBot) -> None:
    done: list[str] = []
    made = button("导出(&X)", "exportXlsx", lambda: done.append("x"))
    qtbot.addWidget(made)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(made, held)
    assert done == []


def test_words_from_a_file_are_never_taken_for_markup(qtbot: QtBot) -> None:
    for made in (plain("<b>甲</b>"), note("<b>甲</b>")):
        qtbot.addWidget(made)
        assert made.textFormat() is Qt.TextFormat.PlainText


def test_headings_are_large_and_captions_small(qtbot: QtBot) -> None:
    sizes = []
    for made in (caption("甲"), plain("甲"), heading("甲")):
        qtbot.addWidget(made)
        sizes.append(made.font().pointSizeF())
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 3


def test_a_page_scrolls_in_an_area_that_takes_no_keyboard_itself(qtbot: QtBot) -> None:
    page = QWidget()
    page.setMinimumHeight(500)
    area = scrolled(page)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    assert area.verticalScrollBar().maximum() > 0
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_layout_can_be_emptied(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(plain("甲"))
    emptied(column)
    assert column.count() == 0


def test_a_floating_board_is_parted_from_what_it_covers_by_a_line(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    board = Floating(page, "board")
    board.setGeometry(10, 10, 80, 40)
    picture = board.grab().toImage()
    assert picture.pixelColor(0, 20) == theme.colours(board.palette()).muted
    assert picture.pixelColor(40, 20) != picture.pixelColor(0, 20)


def test_words_at_the_foot_change_without_asking_for_another_layout(qtbot: QtBot) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    line = OneLine("said")
    row.addWidget(line)
    qtbot.addWidget(window)
    window.resize(120, 40)
    window.show()
    QApplication.processEvents()
    ear = _Ear(window)
    before = line.grab().toImage()
    line.setText("已粘贴 12 格，2 格与计算值不符，没有覆盖，已列在右边")
    QApplication.processEvents()
    assert QEvent.Type.LayoutRequest not in ear.heard
    assert line.grab().toImage() != before
    assert line.accessibleName() == line.text()
    line.clear()
    assert line.text() == ""
    assert line.grab().toImage() == before


class _Ear(QObject):
    """Hears what a widget is told."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.heard: list[QEvent.Type] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.heard.append(event.type())
        return False


def test_a_rule_is_one_line_of_the_colour_of_tables(qtbot: QtBot) -> None:
    made = Rule()
    qtbot.addWidget(made)
    made.resize(40, 1)
    made.show()
    assert made.height() == 1
    assert made.grab().toImage().pixelColor(20, 0) == theme.colours(made.palette()).grid

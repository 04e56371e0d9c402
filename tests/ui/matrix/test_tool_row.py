from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ui.matrix.tool_row import ToolRow
from ui.theme import STEP


def made(qtbot: QtBot, width: int) -> tuple[ToolRow, QLabel, QPushButton]:
    row, heading, tool = ToolRow(), QLabel("三、收到和处理政府信息公开申请情况"), QPushButton("其余填 0")
    heading.setWordWrap(True)
    row.add(tool)
    row.lay_in(heading)
    row.resize(width, 80)
    qtbot.addWidget(row)
    row.show()
    return row, heading, tool


def test_where_there_is_room_the_heading_stands_beside_the_tools(qtbot: QtBot) -> None:
    row, heading, tool = made(qtbot, 700)
    qtbot.waitUntil(lambda: heading.geometry().center().y() - tool.geometry().center().y() in {-1, 0, 1})
    assert row.is_in_one_line


def test_on_a_narrow_page_the_heading_stands_above_them_in_one_line(qtbot: QtBot) -> None:
    row, heading, tool = made(qtbot, 260)
    qtbot.waitUntil(lambda: heading.geometry().bottom() < tool.geometry().top())
    assert heading.height() < 2 * heading.fontMetrics().height()
    row.resize(700, 80)
    qtbot.waitUntil(lambda: heading.geometry().bottom() > tool.geometry().top())


def test_a_button_that_unfolds_does_not_touch_its_neighbour(qtbot: QtBot) -> None:
    row, _, tool = made(qtbot, 700)
    fold = QToolButton()
    fold.setText("表外文字")
    row.add(fold, 0)
    qtbot.waitUntil(lambda: tool.x() > fold.geometry().right())
    assert tool.x() - fold.geometry().right() > STEP

"""Lines of the search in the filling notes."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.findings.hits_delegate import HitsDelegate

LONG = "一份名册隐去身份证号后给了申请人，只在这里计1件，不再计入其他情形。"


@pytest.fixture
def listed(qtbot: QtBot) -> QListWidget:
    made = QListWidget()
    made.setItemDelegate(HitsDelegate(made))
    made.addItems([f"三(二) 部分公开\n{LONG}", "三(二) 部分公开\n短。", "没有找到。"])
    qtbot.addWidget(made)
    made.resize(260, 400)
    made.show()
    return made


def height(listed: QListWidget, row: int) -> int:
    return listed.visualItemRect(listed.item(row)).height()


def test_a_long_note_has_the_lines_that_it_needs(listed: QListWidget) -> None:
    line = listed.fontMetrics().height()
    assert height(listed, 0) >= height(listed, 1) + line
    assert height(listed, 1) > height(listed, 2)


def test_the_marked_line_has_the_accent_at_its_edge(listed: QListWidget) -> None:
    listed.setCurrentRow(1)
    shades = theme.colours(listed.palette())
    box = listed.visualItemRect(listed.item(1))
    image = listed.viewport().grab().toImage()
    assert QColor(image.pixel(1, box.center().y())) == shades.accent
    assert QColor(image.pixel(box.right() - 2, box.top() + 1)) == shades.selection

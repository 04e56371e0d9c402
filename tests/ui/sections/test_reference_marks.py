"""How numbers that follow the tables look in a text."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from tests.examples import filled
from ui.sections.reference_marks import reference_at, reference_marks, words_about

SHOWN = filled({"t3.new_requests.natural": 12}).read("共{t3.new_requests.total}件")


def test_a_number_has_a_ground_and_a_line_under_exactly_its_digits(qtbot: QtBot) -> None:
    edit = QTextEdit(SHOWN.text)
    qtbot.addWidget(edit)
    ((stretch, look),) = reference_marks(edit, SHOWN)
    assert SHOWN.text[stretch.start : stretch.start + stretch.length] == "12"
    assert look.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
    assert look.background().color() != edit.palette().base().color()


def test_both_ends_of_a_number_belong_to_it() -> None:
    assert [reference_at(SHOWN, place) is not None for place in range(5)] == [False, True, True, True, False]


def test_the_tip_tells_the_place_in_the_table() -> None:
    assert words_about(SHOWN.references[0]) == "表三·一、本年新收政府信息公开申请数量·总计，随表格变化"
    assert words_about(None) == ""

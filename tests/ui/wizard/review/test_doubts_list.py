"""The list of doubts, one key each."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core.report import Report
from tests.examples import filled
from tests.ui.looking import child, children
from ui.wizard.review.doubt_lines import lines_of, words_in
from ui.wizard.review.doubts_list import DONE, VALUE, DoubtsList
from ui.wizard.review.value_editing import EDITOR


@dataclass(frozen=True)
class Doubt:
    where: str
    raw: str = "0？"
    reason: str = "看不清"


GRANTED, PARTIAL = "t3.granted.natural", "t3.partial.natural"
COLUMNS = ("natural", "business", "research", "public_welfare")
ROW = tuple(Doubt(f"t3.granted.{column}") for column in COLUMNS)


def fill(listed: DoubtsList, report: Report, *doubts: Doubt) -> None:
    lines = lines_of(report, doubts)
    words = [words_in(report, one) for line in lines for one in (line, *line.parts)]
    listed.show_lines(lines, words)


@pytest.fixture
def listed(qtbot: QtBot) -> DoubtsList:
    listed = DoubtsList()
    qtbot.addWidget(listed)
    fill(listed, filled({GRANTED: "9?"}), Doubt(GRANTED, "9?"), Doubt(PARTIAL), Doubt("s5", "五、", "标题不一致"))
    listed.resize(800, 300)
    listed.show()
    return listed


def test_enter_takes_what_was_read(qtbot: QtBot, listed: DoubtsList) -> None:
    with qtbot.waitSignal(listed.taken) as taken:
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert taken.args[0].where == GRANTED


@pytest.mark.parametrize(("key", "words"), [(Qt.Key.Key_0, "0"), (Qt.Key.Key_Delete, "")])
def test_zero_and_delete_settle_at_once(qtbot: QtBot, listed: DoubtsList, key: Qt.Key, words: str) -> None:
    with qtbot.waitSignal(listed.given) as given:
        qtbot.keyClick(listed, key)
    assert (given.args[0].where, given.args[1]) == (GRANTED, words)
    assert not children(listed, QLineEdit)


def test_another_digit_opens_the_value_and_enter_gives_it_once(qtbot: QtBot, listed: DoubtsList) -> None:
    told: list[str] = []
    listed.given.connect(lambda _, words: told.append(words))
    qtbot.keyClick(listed, Qt.Key.Key_1)
    editor = child(listed, QLineEdit, EDITOR)
    qtbot.keyClick(editor, Qt.Key.Key_2)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told == ["12"])
    qtbot.wait(20)
    assert told == ["12"]


def test_escape_gives_up_what_is_typed(qtbot: QtBot, listed: DoubtsList) -> None:
    with qtbot.assertNotEmitted(listed.given):
        qtbot.keyClick(listed, Qt.Key.Key_7)
        qtbot.keyClick(child(listed, QLineEdit, EDITOR), Qt.Key.Key_Escape)
        qtbot.wait(20)


def test_a_double_click_opens_the_value(qtbot: QtBot, listed: DoubtsList) -> None:
    item = listed.topLevelItem(1)
    assert item is not None
    at = listed.visualItemRect(item).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert child(listed, QLineEdit, EDITOR).isVisible()


def test_zero_may_begin_an_amount(qtbot: QtBot, listed: DoubtsList) -> None:
    where = "t2.admin_fees.amount_wan"
    fill(listed, filled({where: "3元"}), Doubt(where, "3元"))
    with qtbot.assertNotEmitted(listed.given):
        qtbot.keyClick(listed, Qt.Key.Key_0)
    assert child(listed, QLineEdit, EDITOR).text() == "0"


def test_what_is_typed_on_a_line_without_a_cell_is_refused(qtbot: QtBot, listed: DoubtsList) -> None:
    listed.select("s5")
    with qtbot.waitSignal(listed.refused), qtbot.assertNotEmitted(listed.given):
        qtbot.keyClick(listed, Qt.Key.Key_5)
    assert not children(listed, QLineEdit)
    with qtbot.waitSignal(listed.elsewhere_wanted):
        qtbot.keyClick(listed, Qt.Key.Key_F2)


def test_the_many_of_a_row_stand_under_one_line_that_settles_them(qtbot: QtBot, listed: DoubtsList) -> None:
    fill(listed, filled(), *ROW, Doubt(PARTIAL))
    assert listed.topLevelItemCount() == 2
    with qtbot.waitSignal(listed.given) as given:
        qtbot.keyClick(listed, Qt.Key.Key_0)
    assert given.args[0].cells == tuple(f"t3.granted.{column}" for column in COLUMNS)
    qtbot.keyClick(listed, Qt.Key.Key_Right)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    with qtbot.waitSignal(listed.given) as given:
        qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert given.args[0].where == GRANTED


def test_going_on_passes_what_is_settled_and_begins_again_at_the_end(listed: DoubtsList) -> None:
    words = ["9?", "0", "进入后核对"]
    listed.show_words(words, frozenset({1}))
    assert listed.go_on()
    assert listed.currentIndex().row() == 2
    assert listed.go_on()
    assert listed.currentIndex().row() == 0
    listed.show_words(words, frozenset({0, 1, 2}))
    assert not listed.go_on()


def test_stepping_over_settled_lines_goes_one_by_one(listed: DoubtsList) -> None:
    listed.show_words(["9?", "0", "x"], frozenset({0, 1, 2}))
    assert listed.step(1)
    assert listed.currentIndex().row() == 1
    assert listed.step(-1)
    assert listed.currentIndex().row() == 0


def test_values_and_ticks_are_shown(listed: DoubtsList) -> None:
    listed.show_words(["7", "0", "x"], frozenset({0}))
    item = listed.topLevelItem(0)
    assert item is not None
    assert (item.text(VALUE), item.text(DONE)) == ("7", "✓")


def test_backspace_opens_an_empty_value(qtbot: QtBot, listed: DoubtsList) -> None:
    qtbot.keyClick(listed, Qt.Key.Key_Backspace)
    assert child(listed, QLineEdit, EDITOR).text() == ""


def test_full_width_digits_of_an_input_method_are_taken(qtbot: QtBot, listed: DoubtsList) -> None:
    zero = QInputMethodEvent("", [])
    zero.setCommitString("０")
    with qtbot.waitSignal(listed.given) as given:
        QApplication.sendEvent(listed, zero)
    assert given.args[1] == "0"
    seven = QInputMethodEvent("", [])
    seven.setCommitString("７")
    QApplication.sendEvent(listed, seven)
    assert child(listed, QLineEdit, EDITOR).text() == "７"


def test_what_an_input_method_composes_goes_on_in_the_value(qtbot: QtBot, listed: DoubtsList) -> None:
    QApplication.sendEvent(listed, QInputMethodEvent("w", []))
    editor = child(listed, QLineEdit, EDITOR)
    done = QInputMethodEvent("", [])
    done.setCommitString("无")
    QApplication.sendEvent(editor, done)
    assert editor.text() == "无"


def test_stepping_stays_on_the_only_line_that_is_not_settled(listed: DoubtsList) -> None:
    listed.show_words(["9?", "0", "x"], frozenset({1, 2}))
    assert listed.step(1)
    assert listed.currentIndex().row() == 0

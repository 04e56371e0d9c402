"""Words and digits of an input method in a cell, as `QInputMethodEvent`; with a real one in tests/ime."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.composing import compose
from tests.ui.matrix.conftest import Desk, Open

Key = Qt.Key
CELL = "granted.natural"


def composing(d: Desk, letters: str) -> None:
    """Show letters, or none any more, that are not words yet, where the input method would send them."""
    QApplication.sendEvent(target(d), QInputMethodEvent(letters, []))


def target(d: Desk) -> QWidget:
    return QApplication.focusWidget() or d.view


def at(d: Desk, name: str = CELL) -> Desk:
    """Go to a cell."""
    d.go(name)
    return d


def test_all_letters_that_are_composed_show_in_the_cell_and_become_its_words(desk: Open) -> None:
    d = at(desk(cells={CELL: "5"}))
    looks = []
    for letters in ("w", "wu"):
        composing(d, letters)
        editor = d.view.editor()
        assert editor is not None
        assert editor.text() == ""
        looks.append(editor.grab().toImage())
    assert looks[0] != looks[1]
    compose(d.view, "无")
    d.press(Key.Key_Return)
    assert d.raw(CELL) == "无"


def test_the_report_waits_until_composing_is_done(desk: Open) -> None:
    d = at(desk(cells={CELL: "5"}))
    composing(d, "w")
    assert d.raw(CELL) == "5"
    assert d.undo_label is None


@pytest.mark.parametrize("digits", ["１２", "１2", "12"])
def test_digits_that_come_one_by_one_without_composing_are_all_there(desk: Open, digits: str) -> None:
    d = at(desk(cells={CELL: "5"}))
    for digit in digits:
        compose(target(d), digit)
    d.press(Key.Key_Return)
    assert d.raw(CELL) == "12"
    assert d.undo_label == "修改 予以公开·自然人"


def test_digits_that_were_composed_are_digits(desk: Open) -> None:
    d = at(desk())
    composing(d, "1")
    compose(d.view, "１２")
    d.press(Key.Key_Return)
    assert d.raw(CELL) == "12"


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return, Key.Key_Escape])
def test_composing_that_is_given_up_leaves_the_cell_as_it_was(desk: Open, key: Key) -> None:
    d = at(desk(cells={CELL: "5"}))
    composing(d, "w")
    composing(d, "")
    d.press(key)
    assert d.raw(CELL) == "5"
    assert d.undo_label is None


def test_a_digit_after_composing_was_given_up_overwrites_the_cell(desk: Open) -> None:
    d = at(desk(cells={CELL: "5"}))
    composing(d, "w")
    composing(d, "")
    d.press("7", Key.Key_Return)
    assert d.raw(CELL) == "7"


def test_the_end_of_an_older_composing_does_not_close_a_cell_that_a_key_has_opened(desk: Open) -> None:
    d = at(desk(cells={CELL: "5"}))
    d.press("1")
    QApplication.sendEvent(d.view, QInputMethodEvent("", []))  # input methods tell it whenever the keyboard moves on
    d.press("2", Key.Key_Return)
    assert d.raw(CELL) == "12"


def test_a_click_elsewhere_while_composing_blanks_nothing(desk: Open) -> None:
    d = at(desk(cells={CELL: "5"}))
    composing(d, "w")
    d.click("granted.business")
    assert (d.raw(CELL), d.at) == ("5", "granted.business")


def test_nothing_is_composed_over_a_sum(desk: Open) -> None:
    d = at(desk(), "granted.total")
    assert not d.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    composing(d, "w")
    compose(d.view, "１")
    assert d.view.editor() is None
    assert d.said == ["这一格是合计，自动计算，不用填"]


def test_the_input_method_is_on_again_beside_a_sum(desk: Open) -> None:
    d = at(desk(), "granted.total")
    d.press(Key.Key_Left)
    assert d.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_candidates_are_asked_for_below_the_current_cell(desk: Open) -> None:
    d = at(desk())
    place = d.view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    d.go("granted.business")
    beside = d.view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert beside.left() > place.left()
    assert beside.top() == place.top()

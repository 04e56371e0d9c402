from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.matrix.conftest import Open

Mod, Button = Qt.KeyboardModifier, Qt.MouseButton


def test_a_click_goes_to_a_cell_and_a_drag_selects_a_range(desk: Open) -> None:
    d = desk()
    d.click("granted.natural")
    assert (d.at, d.chosen) == ("granted.natural", ["granted.natural"])
    viewport = d.view.viewport()
    QTest.mousePress(viewport, Button.LeftButton, Mod.NoModifier, d.spot("granted.natural"))
    QTest.mouseMove(viewport, d.spot("partial.business"))
    d.view.extend(d.cell("partial.business"))
    QTest.mouseRelease(viewport, Button.LeftButton, Mod.NoModifier, d.spot("partial.business"))
    assert (d.at, len(d.chosen)) == ("granted.natural", 4)


def test_shift_click_stretches_and_ctrl_click_adds(desk: Open) -> None:
    d = desk()
    d.click("granted.natural")
    d.click("partial.research", Mod.ShiftModifier)
    assert (d.at, len(d.chosen)) == ("granted.natural", 6)
    d.click("carried_forward.natural", Mod.ControlModifier)
    assert (d.at, len(d.chosen)) == ("carried_forward.natural", 7)
    d.click("carried_forward.natural", Mod.ControlModifier)
    assert (d.at, len(d.chosen)) == ("granted.natural", 6)


def test_a_right_click_keeps_the_selection_it_falls_into(desk: Open) -> None:
    d = desk()
    d.go("granted.natural")
    d.view.extend(d.cell("partial.business"))
    d.click("partial.business", button=Button.RightButton)
    assert len(d.chosen) == 4
    d.click("carried_forward.natural", button=Button.RightButton)
    assert d.chosen == ["carried_forward.natural"]


def test_the_menu_key_asks_for_the_menu_below_the_cell(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    d.editor.view.menu_wanted.disconnect()
    with qtbot.waitSignal(d.view.menu_wanted) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(d.view.viewport(), event)
    below = d.view.visualRect(d.editor.model.index_of(d.view.current)).bottomLeft()
    assert asked.args == [d.view.viewport().mapToGlobal(below)]


def test_stretching_over_a_value_printed_wide_selects_it_once(desk: Open) -> None:
    d = desk("t2")
    d.go("normative_docs.issued")
    d.view.extend(d.cell("penalties.decisions"))
    assert d.chosen == ["normative_docs.issued", "licensing.decisions", "penalties.decisions"]


def test_a_small_window_scrolls_to_the_cell_that_is_gone_to(desk: Open) -> None:
    d = desk()
    d.editor.resize(620, 300)
    d.go("carried_forward.total")
    rect = d.view.visualRect(d.editor.model.index_of(d.view.current))
    assert d.view.viewport().rect().contains(rect)


def test_ctrl_tab_leaves_the_table(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    d.press(Qt.Key.Key_Tab, held=Mod.ControlModifier)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    assert focus is not d.view

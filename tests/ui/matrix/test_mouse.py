from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.matrix.conftest import Open

Mod, LEFT = Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def test_a_drag_selects_and_the_cell_it_began_in_stays_current(desk: Open) -> None:
    d = desk()
    viewport = d.view.viewport()
    QTest.mousePress(viewport, LEFT, Mod.NoModifier, d.spot("granted.natural"))
    QTest.mouseMove(viewport, d.spot("partial.business"))
    QTest.mouseRelease(viewport, LEFT, Mod.NoModifier, d.spot("partial.business"))
    assert (d.at, len(d.chosen)) == ("granted.natural", 4)
    QTest.mouseMove(viewport, d.spot("carried_forward.natural"))
    assert len(d.chosen) == 4


def test_a_drag_beyond_the_edge_selects_as_far_as_the_edge(desk: Open) -> None:
    d = desk()
    viewport = d.view.viewport()
    QTest.mousePress(viewport, LEFT, Mod.NoModifier, d.spot("granted.natural"))
    beyond = QPointF(viewport.width() + 60, d.spot("granted.natural").y())
    event = QMouseEvent(QEvent.Type.MouseMove, beyond, viewport.mapToGlobal(beyond), LEFT, LEFT, Mod.NoModifier)
    QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, LEFT, Mod.NoModifier, QPoint(0, 0))
    assert len(d.chosen) == 7


def test_over_the_fill_handle_the_mouse_is_a_cross(desk: Open) -> None:
    d = desk()
    d.go("granted.natural")
    QTest.mouseMove(d.view.viewport(), d.view.handle.spot().center())
    assert d.view.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
    QTest.mouseMove(d.view.viewport(), d.spot("carried_forward.business"))
    assert d.view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_drag_held_below_the_table_scrolls_and_selects_on_to_its_end(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    d.editor.resize(860, 300)
    viewport = d.view.viewport()
    below = QPointF(d.spot("granted.natural").x(), viewport.height() + 40)
    QTest.mousePress(viewport, LEFT, Mod.NoModifier, d.spot("new_requests.natural"))
    event = QMouseEvent(QEvent.Type.MouseMove, below, viewport.mapToGlobal(below), LEFT, LEFT, Mod.NoModifier)
    QApplication.sendEvent(viewport, event)
    qtbot.waitUntil(lambda: len(d.chosen) == 25)
    QTest.mouseRelease(viewport, LEFT, Mod.NoModifier, QPoint(0, 0))
    assert d.view.verticalScrollBar().value() > 0
    assert not d.view._mouse._beyond.isActive()


def test_the_middle_button_does_nothing(desk: Open) -> None:
    d = desk()
    d.click("granted.natural", button=Qt.MouseButton.MiddleButton)
    assert d.at == "new_requests.natural"

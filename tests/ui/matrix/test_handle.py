from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.matrix.conftest import Open

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_the_handle_stands_at_the_corner_of_a_rectangle_and_nowhere_else(desk: Open) -> None:
    d = desk()
    d.go("granted.natural")
    d.view.extend(d.cell("partial.business"))
    corner = d.view.visualRect(d.editor.model.index_of(d.cell("partial.business"))).bottomRight()
    assert d.view.handle.is_under(corner)
    d.click("carried_forward.natural", Qt.KeyboardModifier.ControlModifier)
    assert d.view.handle.spot().isEmpty()


def test_drawing_the_handle_down_fills_and_selects_all_of_it(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "6"})
    d.go("granted.natural")
    viewport = d.view.viewport()
    QTest.mousePress(viewport, LEFT, NONE, d.view.handle.spot().center())
    QTest.mouseMove(viewport, d.spot("denied_state_secret.natural"))
    assert d.view.handle.target == (d.cell("partial.natural"), d.cell("denied_state_secret.natural"))
    QTest.mouseRelease(viewport, LEFT, NONE, d.spot("denied_state_secret.natural"))
    assert [d.raw("partial.natural"), d.raw("denied_state_secret.natural")] == ["6", "6"]
    assert (d.undo_label, len(d.chosen)) == ("填充 2 格", 3)
    assert not d.view.handle.target


def test_drawing_back_over_the_selection_fills_nothing(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "6"})
    d.go("granted.natural")
    viewport = d.view.viewport()
    QTest.mousePress(viewport, LEFT, NONE, d.view.handle.spot().center())
    QTest.mouseMove(viewport, d.spot("partial.natural"))
    QTest.mouseMove(viewport, d.spot("granted.natural"))
    QTest.mouseRelease(viewport, LEFT, NONE, d.spot("granted.natural"))
    assert d.undo_label is None


def test_a_double_click_on_the_handle_fills_down_beside_what_is_written(desk: Open) -> None:
    d = desk("t3", {"partial.natural": "1", "denied_state_secret.natural": "1", "granted.business": "0"})
    d.go("granted.business")
    spot = d.view.handle.spot().center()
    QTest.mouseClick(d.view.viewport(), LEFT, NONE, spot)
    QTest.mouseDClick(d.view.viewport(), LEFT, NONE, spot)
    assert [d.raw("partial.business"), d.raw("denied_state_secret.business")] == ["0", "0"]
    assert d.raw("denied_law_forbidden.business") == ""


def test_the_handle_is_seen(desk: Open) -> None:
    d = desk()
    d.go("granted.natural")
    picture = d.view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    assert picture.pixelColor(d.view.handle.spot().center() * ratio) == d.view.delegate.colours.accent

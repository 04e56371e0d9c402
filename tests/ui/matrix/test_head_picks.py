from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.matrix.conftest import Desk, Open
from ui.matrix.heads import Head

LEFT, Mod = Qt.MouseButton.LeftButton, Qt.KeyboardModifier


def place(d: Desk, head: Head, words: str) -> QPoint:
    label = next(label for label in d.view.source.table.labels if label.text == words)
    return d.view.geometry_.rect(label.span).center() + head.origin()


def test_a_drag_over_the_row_heads_selects_their_lines(desk: Open) -> None:
    d = desk()
    head = d.view.heads[0]
    QTest.mousePress(head.viewport(), LEFT, Mod.NoModifier, place(d, head, "1.属于国家秘密"))
    QTest.mouseMove(head.viewport(), place(d, head, "3.危及“三安全一稳定”"))
    QTest.mouseRelease(head.viewport(), LEFT, Mod.NoModifier, place(d, head, "3.危及“三安全一稳定”"))
    assert (len(d.chosen), d.at) == (21, "denied_state_secret.natural")


def test_a_drag_over_the_column_heads_selects_their_columns(desk: Open) -> None:
    d = desk()
    head = d.view.heads[1]
    QTest.mousePress(head.viewport(), LEFT, Mod.NoModifier, place(d, head, "商业企业"))
    QTest.mouseMove(head.viewport(), place(d, head, "社会公益组织"))
    QTest.mouseRelease(head.viewport(), LEFT, Mod.NoModifier, place(d, head, "社会公益组织"))
    assert len(d.chosen) == 75


def test_shift_selects_from_the_last_head_and_ctrl_adds_one(desk: Open) -> None:
    d = desk()
    head = d.view.heads[0]
    QTest.mouseClick(head.viewport(), LEFT, Mod.NoModifier, place(d, head, "1.属于国家秘密"))
    QTest.mouseClick(head.viewport(), LEFT, Mod.ShiftModifier, place(d, head, "4.保护第三方合法权益"))
    assert len(d.chosen) == 28
    QTest.mouseClick(head.viewport(), LEFT, Mod.ControlModifier, place(d, head, "（七）总计"))
    assert len(d.chosen) == 35
    assert "total_handled.natural" in d.chosen


def test_shift_without_a_head_before_begins_at_the_current_cell(desk: Open) -> None:
    d = desk()
    d.go("denied_state_secret.research")
    head = d.view.heads[0]
    QTest.mouseClick(head.viewport(), LEFT, Mod.ShiftModifier, place(d, head, "2.其他法律行政法规禁止公开"))
    assert len(d.chosen) == 14


def test_the_right_button_on_a_head_keeps_the_selection(desk: Open) -> None:
    d = desk()
    head = d.view.heads[0]
    d.view.extend(d.cell("granted.business"))
    QTest.mouseClick(head.viewport(), Qt.MouseButton.RightButton, Mod.NoModifier, place(d, head, "（七）总计"))
    assert len(d.chosen) == 6

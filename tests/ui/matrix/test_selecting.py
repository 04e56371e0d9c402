from PySide6.QtCore import Qt

from tests.ui.matrix.conftest import Open

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_ctrl_bracket_on_a_sum_goes_to_its_terms(desk: Open) -> None:
    d = desk()
    d.go("granted.total")
    d.press(Key.Key_BracketLeft, held=CTRL)
    assert d.at == "granted.natural"
    assert len(d.chosen) == 6
    d.press(Key.Key_Tab)
    assert d.at == "granted.business"


def test_the_other_bracket_goes_to_the_sums_over_a_cell(desk: Open) -> None:
    d = desk()
    d.go("granted.natural")
    d.press(Key.Key_BracketRight, held=CTRL)
    assert set(d.chosen) == {"granted.total", "total_handled.natural"}


def test_a_cell_that_no_sum_uses_says_so(desk: Open) -> None:
    d = desk()
    d.go("carried_forward.total")
    d.press(Key.Key_BracketRight, held=CTRL)
    assert d.said == ["没有合计用到这一格"]
    assert d.at == "carried_forward.total"


def test_in_a_table_of_one_line_ctrl_a_selects_the_procedure_first(desk: Open) -> None:
    d = desk("t4")
    d.press(Key.Key_A, held=CTRL)
    assert len(d.chosen) == 5
    d.press(Key.Key_A, held=CTRL)
    assert len(d.chosen) == 15

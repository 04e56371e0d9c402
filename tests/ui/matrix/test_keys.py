"""The habits of the hands, one a test."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from core import edits
from core.cells import CellId
from tests.ui.matrix.conftest import Open
from ui.matrix.keys import TAB

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


def test_a_typed_number_and_enter_write_the_cell_and_go_down(desk: Open) -> None:
    d = desk()
    d.press("12", Key.Key_Return)
    assert (d.raw("new_requests.natural"), d.at) == ("12", "carried_in.natural")
    assert d.undo_label == "修改 本年新收政府信息公开申请数量·自然人"


def test_shift_enter_commits_and_goes_up(desk: Open) -> None:
    d = desk()
    d.go("carried_in.natural")
    d.press("3")
    d.press(Key.Key_Return, held=SHIFT)
    assert (d.raw("carried_in.natural"), d.at) == ("3", "new_requests.natural")


def test_enter_passes_over_the_computed_total(desk: Open) -> None:
    d = desk()
    d.go("other_misc.natural")
    d.press(Key.Key_Return)
    assert d.at == "carried_forward.natural"


def test_tab_goes_right_without_opening_an_editor(desk: Open) -> None:
    d = desk()
    d.press("1", Key.Key_Tab)
    assert (d.at, d.view.editor()) == ("new_requests.business", None)
    d.press(Key.Key_Backtab, held=SHIFT)
    assert d.at == "new_requests.natural"


def test_tab_passes_over_the_total_to_the_next_line(desk: Open) -> None:
    d = desk()
    d.go("new_requests.other_org")
    d.press(Key.Key_Tab)
    assert d.at == "carried_in.natural"


def test_enter_after_a_run_of_tab_returns_to_the_column_where_it_began(desk: Open) -> None:
    d = desk()
    d.press("1", Key.Key_Tab, "2", Key.Key_Tab, "3", Key.Key_Return)
    assert d.at == "carried_in.natural"
    assert [d.raw(f"new_requests.{column}") for column in ("natural", "business", "research")] == ["1", "2", "3"]


def test_an_arrow_ends_the_run_of_tab(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Down, Key.Key_Return)
    assert d.at == "granted.research"


def test_arrows_move_and_may_stand_on_a_total(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_Down, Key.Key_End, Key.Key_Up)
    assert d.at == "new_requests.total"
    d.press(Key.Key_Home)
    assert d.at == "new_requests.natural"


def test_an_arrow_while_typing_commits_and_moves(desk: Open) -> None:
    d = desk()
    d.press("7", Key.Key_Right)
    assert (d.raw("new_requests.natural"), d.at, d.view.editor()) == ("7", "new_requests.business", None)


def test_f2_edits_with_the_caret_at_the_end_and_arrows_move_the_caret(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "12"})
    d.press(Key.Key_F2, "3", Key.Key_Left, Key.Key_Left, "0", Key.Key_Return)
    assert d.raw("new_requests.natural") == "1023"


def test_a_double_click_edits_with_the_caret_at_the_end(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "12"})
    d.click("granted.natural")
    QTest.mouseDClick(d.view.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, d.spot("granted.natural"))
    d.press("5", Key.Key_Return)
    assert d.raw("granted.natural") == "125"


def test_escape_gives_up_what_was_typed(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "12"})
    d.press("99", Key.Key_Escape)
    assert (d.raw("new_requests.natural"), d.at, d.view.editor()) == ("12", "new_requests.natural", None)
    assert d.undo_label is None


def test_a_typed_digit_replaces_what_stood_there(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "12"})
    d.press("5", Key.Key_Return)
    assert d.raw("new_requests.natural") == "5"


def test_the_number_pad_types_and_its_enter_goes_down(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_4, Key.Key_2, Key.Key_Enter, held=Mod.KeypadModifier)
    assert (d.raw("new_requests.natural"), d.at) == ("42", "carried_in.natural")


def test_backspace_empties_the_cell_and_opens_it(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "12"})
    d.press(Key.Key_Backspace)
    editor = d.view.editor()
    assert editor is not None
    assert editor.text() == ""
    d.press(Key.Key_Escape)
    assert d.raw("new_requests.natural") == "12"


def test_delete_over_a_range_is_one_step_of_undo(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "12", "carried_in.natural": "3", "granted.natural": "9"})
    d.press(Key.Key_Down, held=SHIFT)
    d.press(Key.Key_Delete)
    assert [d.raw("new_requests.natural"), d.raw("carried_in.natural")] == ["", ""]
    assert d.undo_label == "清除 2 格"
    d.press(Key.Key_Z, held=CTRL)
    assert [d.raw("new_requests.natural"), d.raw("carried_in.natural")] == ["12", "3"]


def test_undo_and_redo_go_to_the_cells_that_changed(desk: Open) -> None:
    d = desk()
    d.press("1", Key.Key_Return, "2", Key.Key_Return)
    d.go("carried_forward.other_org")
    d.press(Key.Key_Z, held=CTRL)
    assert (d.at, d.raw("carried_in.natural")) == ("carried_in.natural", "")
    d.press(Key.Key_Z, held=CTRL)
    assert d.at == "new_requests.natural"
    d.press(Key.Key_Y, held=CTRL)
    assert (d.at, d.raw("new_requests.natural")) == ("new_requests.natural", "1")
    d.press(Key.Key_Z, held=CTRL | SHIFT)
    assert d.raw("carried_in.natural") == "2"


def test_ctrl_arrow_goes_to_the_edge_of_the_printed_group(desk: Open) -> None:
    d = desk()
    d.go("denied_law_forbidden.business")
    d.press(Key.Key_Down, held=CTRL)
    assert d.at == "denied_admin_query.business"
    d.press(Key.Key_Right, held=CTRL)
    assert d.at == "denied_admin_query.other_org"


def test_shift_arrows_stretch_the_selection_and_the_current_cell_stays(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_Down, Key.Key_Right, held=SHIFT)
    assert d.at == "new_requests.natural"
    assert d.chosen == ["new_requests.natural", "new_requests.business", "carried_in.natural", "carried_in.business"]
    d.press(Key.Key_Left, held=SHIFT)
    assert d.chosen == ["new_requests.natural", "carried_in.natural"]


def test_ctrl_shift_arrow_stretches_to_the_edge_of_the_group(desk: Open) -> None:
    d = desk()
    d.go("unable_not_held.natural")
    d.press(Key.Key_Down, held=CTRL | SHIFT)
    assert d.chosen == [f"unable_{name}.natural" for name in ("not_held", "needs_creation", "unclear")]


def test_home_end_and_with_ctrl_the_corners(desk: Open) -> None:
    d = desk()
    d.go("granted.research")
    d.press(Key.Key_End)
    assert d.at == "granted.total"
    d.press(Key.Key_End, held=CTRL)
    assert d.at == "carried_forward.total"
    d.press(Key.Key_Home, held=CTRL)
    assert d.at == "new_requests.natural"


def test_page_down_and_up_go_by_what_is_in_view(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_PageDown)
    assert d.at not in {"new_requests.natural", "carried_in.natural"}
    d.press(Key.Key_PageUp)
    assert d.at == "new_requests.natural"


def test_ctrl_a_selects_the_printed_group_and_then_the_whole_table(desk: Open) -> None:
    d = desk()
    d.go("unable_unclear.natural")
    d.press(Key.Key_A, held=CTRL)
    assert len(d.chosen) == 21
    assert d.at == "unable_unclear.natural"
    d.press(Key.Key_A, held=CTRL)
    assert len(d.chosen) == 175


def test_alt_page_down_goes_a_screen_to_the_right_and_page_up_back(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_PageDown, held=Mod.AltModifier)
    assert d.at.startswith("new_requests.")
    assert d.at != "new_requests.natural"
    d.press(Key.Key_PageUp, held=Mod.AltModifier)
    assert d.at == "new_requests.natural"


def test_enter_goes_right_for_who_set_it_so(desk: Open) -> None:
    d = desk()
    d.session.enter_goes_right = True
    d.press("1", Key.Key_Return, "2", Key.Key_Enter)
    assert (d.raw("new_requests.natural"), d.raw("new_requests.business"), d.at) == ("1", "2", "new_requests.research")
    d.press(Key.Key_Return, held=SHIFT)
    assert d.at == "new_requests.business"


def test_enter_after_a_run_of_tab_returns_also_where_enter_goes_right(desk: Open) -> None:
    d = desk()
    d.session.enter_goes_right = True
    d.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    assert d.at == "carried_in.natural"


def test_arrows_of_the_number_pad_move_when_it_is_switched_to_them(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_Down, Key.Key_Right, held=Mod.KeypadModifier)
    assert d.at == "carried_in.business"


def test_ctrl_d_fills_down_and_ctrl_r_to_the_right(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "4"})
    d.press(Key.Key_Down, Key.Key_Down, held=SHIFT)
    d.press(Key.Key_D, held=CTRL)
    assert [d.raw("carried_in.natural"), d.raw("granted.natural")] == ["4", "4"]
    d.go("granted.business")
    d.press(Key.Key_R, held=CTRL)
    assert d.raw("granted.business") == "4"


def test_ctrl_d_on_a_single_cell_takes_the_cell_above(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "4"})
    d.go("carried_in.natural")
    d.press(Key.Key_D, held=CTRL)
    assert d.raw("carried_in.natural") == "4"


def test_ctrl_enter_puts_what_was_typed_into_all_selected_cells_but_sums(desk: Open) -> None:
    d = desk()
    d.go("granted.other_org")
    d.press(Key.Key_Down, Key.Key_Right, held=SHIFT)
    d.press("0")
    d.press(Key.Key_Return, held=CTRL)
    assert [d.raw("granted.other_org"), d.raw("partial.other_org"), d.raw("granted.total")] == ["0", "0", ""]
    assert d.undo_label == "填充 2 格"


def test_enter_inside_a_selection_goes_round_in_it(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_Down, held=SHIFT)
    d.press("1", Key.Key_Return, "2", Key.Key_Return)
    assert [d.raw("new_requests.natural"), d.raw("carried_in.natural"), d.at] == ["1", "2", "new_requests.natural"]
    assert len(d.chosen) == 2


def test_full_width_digits_become_digits(desk: Open) -> None:
    d = desk()
    d.press("１２", Key.Key_Return)
    assert d.raw("new_requests.natural") == "12"


def test_the_first_letter_composed_by_an_input_method_is_not_lost(desk: Open) -> None:
    d = desk()
    QApplication.sendEvent(d.view, QInputMethodEvent("w", []))
    done = QInputMethodEvent("", [])
    done.setCommitString("无")
    QApplication.sendEvent(d.view, done)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    d.press(Key.Key_Return)
    assert d.raw("new_requests.natural") == "无"


def test_no_editor_opens_over_a_sum_by_key_double_click_or_input_method(desk: Open) -> None:
    d = desk()
    d.go("new_requests.total")
    d.press("5")
    d.press(Key.Key_F2, Key.Key_Backspace)
    QTest.mouseDClick(d.view.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, d.spot("new_requests.total"))
    QApplication.sendEvent(d.view, QInputMethodEvent("w", []))
    assert d.view.editor() is None
    assert d.said[0] == "这一格是合计，自动计算，不用填"
    assert not d.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_copy_and_paste_carry_a_range_as_one_step(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "4", "carried_in.natural": "5"})
    d.press(Key.Key_Down, held=SHIFT)
    d.press(Key.Key_C, held=CTRL)
    assert QGuiApplication.clipboard().text() == "4\r\n5"
    d.go("new_requests.business")
    d.press(Key.Key_V, held=CTRL)
    assert [d.raw("new_requests.business"), d.raw("carried_in.business")] == ["4", "5"]
    assert (d.undo_label, d.said[-1]) == ("粘贴 2 格", "已粘贴 2 格")


def test_cut_empties_the_cells_in_one_step(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "4"})
    d.press(Key.Key_X, held=CTRL)
    assert (d.raw("new_requests.natural"), d.undo_label) == ("", "剪切 1 格")
    assert QGuiApplication.clipboard().text() == "4"


def test_escape_takes_the_frame_of_the_copied_cells_away(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_C, held=CTRL)
    assert list(d.view.framed) == [CellId("t3.new_requests.natural")]
    d.press(Key.Key_Escape)
    assert not d.view.framed


def test_leaving_an_editor_by_the_mouse_commits(desk: Open) -> None:
    d = desk()
    d.press("8")
    d.click("granted.natural")
    assert (d.raw("new_requests.natural"), d.at) == ("8", "granted.natural")


def test_keys_that_mean_nothing_here_are_left_to_the_window(desk: Open) -> None:
    d = desk()
    before = d.session.report
    d.press(Key.Key_PageDown, Key.Key_PageUp, Key.Key_S, held=CTRL)
    assert (d.at, d.session.report) == ("new_requests.natural", before)


def test_the_fee_is_typed_with_its_decimals(desk: Open) -> None:
    d = desk("t2")
    d.go("admin_fees.amount_wan")
    d.press("2.02", Key.Key_Return)
    assert d.raw("admin_fees.amount_wan") == "2.02"


def test_words_that_are_no_number_are_kept_as_typed(desk: Open) -> None:
    d = desk()
    d.press("/", Key.Key_Return)
    assert d.raw("new_requests.natural") == "/"


def test_an_edit_made_elsewhere_is_gone_to(desk: Open) -> None:
    d = desk()
    d.session.edit("改", edits.set_cell, CellId("t3.granted.natural"), "10")
    assert d.at == "granted.natural"


def test_shift_space_selects_the_line_and_ctrl_space_the_column(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_Space, held=SHIFT)
    assert len(d.chosen) == 7
    d.press(Key.Key_Space, held=CTRL)
    assert len(d.chosen) == 25
    assert d.raw("new_requests.natural") == ""


def test_ctrl_bracket_selects_the_cells_of_the_balance_and_then_those_of_the_sum(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_BracketLeft, held=CTRL)
    assert d.chosen == [f"{row}.natural" for row in ("new_requests", "carried_in", "total_handled", "carried_forward")]
    d.press(Key.Key_BracketLeft, held=CTRL)
    assert len(d.chosen) == 7


@pytest.mark.parametrize("table", ["t2", "t3", "t4"])
def test_whatever_keys_are_pressed_sums_stay_sums_and_the_table_stays_usable(desk: Open, table: str) -> None:
    d = desk(table)
    hands = random.Random(7)
    keys = [
        *(
            Key.Key_Up,
            Key.Key_Down,
            Key.Key_Left,
            Key.Key_Right,
            Key.Key_Home,
            Key.Key_End,
            Key.Key_PageDown,
            Key.Key_PageUp,
        ),
        *(Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape, Key.Key_F2),
        *(Key.Key_Delete, Key.Key_Backspace, Key.Key_Space, Key.Key_1, Key.Key_0, Key.Key_Slash, Key.Key_Minus),
        *(Key.Key_C, Key.Key_X, Key.Key_V, Key.Key_Z, Key.Key_Y, Key.Key_D, Key.Key_R, Key.Key_A, Key.Key_BracketLeft),
    ]
    for _ in range(250):
        held = hands.choices([Mod.NoModifier, SHIFT, CTRL, CTRL | SHIFT], [6, 1, 2, 1])[0]
        key = hands.choice(keys)
        if key not in TAB or not held & CTRL:  # which would leave the table
            d.press(key, held=held)
    d.press(Key.Key_Escape)
    report = d.session.report
    assert not any(report.form.cells[cell].computed for cell in report.typed)
    assert d.editor.current_cell() in d.view.grid.places
    assert d.chosen
    d.press(Key.Key_Home, held=CTRL)
    d.press("7", Key.Key_Return)
    assert d.session.report.entry(d.view.grid.rows[0][0]).raw == "7"


def test_escape_takes_the_frame_away_and_then_means_something_to_the_page_around(desk: Open) -> None:
    d = desk()
    reached: list[int] = []
    d.editor.keyPressEvent = lambda event: reached.append(event.key())  # type: ignore[method-assign]  # a page around
    d.editor.copy()
    d.press(Key.Key_Escape)
    assert (d.view.framed, reached) == ((), [])
    d.press(Key.Key_Escape)
    assert reached == [Key.Key_Escape]

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.matrix.conftest import Open


def test_commands_on_sums_alone_say_why_nothing_happens(desk: Open) -> None:
    d = desk()
    d.go("granted.total")
    commands = d.editor.commands
    for command in (commands.clear, commands.cut, lambda: commands.fill("0")):
        command()
    assert d.said == ["这一格是合计，自动计算，不用填"] * 3
    assert d.undo_label is None


def test_a_filled_range_is_one_step_that_names_its_cells(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "4"})
    d.view.extend(d.cell("granted.natural"))
    d.editor.commands.fill_down()
    assert d.undo_label == "向下填充 2 格"
    assert [d.raw("carried_in.natural"), d.raw("granted.natural")] == ["4", "4"]


def test_typing_takes_the_frame_of_a_copy_away(desk: Open) -> None:
    d = desk()
    d.editor.copy()
    d.press("5")
    d.press("\r")
    assert not d.view.framed


def test_an_empty_in_force_is_proposed_and_taken_with_one_key(desk: Open) -> None:
    d = desk(
        "t2",
        {"normative_docs.issued": "3", "normative_docs.repealed": "1"},
        {"normative_docs.in_force": "9"},
    )
    d.go("normative_docs.in_force")
    assert d.told[-1].endswith("按去年 9 + 制发 3 − 废止 1 推算为 11，按 Ctrl+E 填入")
    assert d.raw("normative_docs.in_force") == ""
    d.press(Qt.Key.Key_E, held=Qt.KeyboardModifier.ControlModifier)
    assert d.raw("normative_docs.in_force") == "11"
    assert d.undo_label == "填入推算的现行有效件数"
    d.press(Qt.Key.Key_E, held=Qt.KeyboardModifier.ControlModifier)
    assert d.said[-1].startswith("只有空着的“现行有效”可以推算")


def test_f4_repeats_what_was_done_last_on_what_is_selected_now(desk: Open) -> None:
    d = desk("t3", {"partial.natural": "3"})
    d.press(Qt.Key.Key_F4)
    assert d.said == ["还没有可以重复的操作"]
    d.press("7", Qt.Key.Key_Return)
    d.press(Qt.Key.Key_F4)
    assert d.raw("carried_in.natural") == "7"
    d.press(Qt.Key.Key_Delete)
    d.go("partial.natural")
    d.press(Qt.Key.Key_F4)
    assert [d.raw("carried_in.natural"), d.raw("partial.natural")] == ["", ""]


def test_what_was_typed_and_left_by_the_mouse_can_be_repeated(desk: Open) -> None:
    d = desk()
    d.press("5")
    d.click("granted.natural")
    d.press(Qt.Key.Key_F4)
    assert d.raw("granted.natural") == "5"


def test_the_fill_handle_repeats_the_selection_as_one_step(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "1", "partial.natural": "2"})
    source = (d.cell("granted.natural"), d.cell("partial.natural"))
    target = tuple(d.cell(f"denied_{row}.natural") for row in ("state_secret", "law_forbidden", "safety_stability"))
    d.editor.commands.draw_out(source, target)
    assert [d.session.report.entry(cell).raw for cell in target] == ["1", "2", "1"]
    assert (d.undo_label, len(d.chosen)) == ("填充 3 格", 5)


def test_last_years_value_is_taken_for_one_cell_only(desk: Open) -> None:
    d = desk("t3", {}, {"granted.natural": "9", "partial.natural": "4"})
    d.go("granted.natural")
    commands = d.editor.commands
    assert commands.can(commands.take_last_year)
    commands.take_last_year()
    assert (d.raw("granted.natural"), d.undo_label) == ("9", "填上年值 9")
    d.view.extend(d.cell("partial.natural"))
    assert not commands.can(commands.take_last_year)
    commands.take_last_year()
    assert d.raw("partial.natural") == ""


def test_only_numbers_are_pasted_where_that_is_asked(desk: Open) -> None:
    d = desk("t3", {"new_requests.business": "8"})
    QGuiApplication.clipboard().setText("4\t/\t3件")
    d.press(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [d.raw(f"new_requests.{name}") for name in ("natural", "business", "research")] == ["4", "8", "3件"]

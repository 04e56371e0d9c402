from PySide6.QtCore import Qt

from tests.ui.matrix.conftest import Open


def test_the_menu_names_its_commands_and_their_keys(desk: Open) -> None:
    d = desk()
    menu = d.editor.commands.menu(d.editor)
    named = {action.text(): action.shortcut().toString() for action in menu.actions() if not action.isSeparator()}
    assert named["粘贴(&P)"] == "Ctrl+V"
    assert set(named) >= {"剪切(&T)", "复制(&C)", "清除(&D)", "填 &0", "向下填充(&W)", "向右填充(&R)"}


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


def test_every_command_of_the_menu_can_be_done_on_a_fresh_table(desk: Open) -> None:
    d = desk("t4")
    menu = d.editor.commands.menu(d.editor)
    for action in menu.actions():
        action.trigger()
    assert d.raw("review.pending") == "0"


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

from tests.ui.matrix.conftest import Desk, Open
from ui.matrix.menu import menu_of


def actions(d: Desk) -> dict[str, bool]:
    menu = menu_of(d.editor.commands, d.editor)
    return {action.text(): action.isEnabled() for action in menu.actions() if not action.isSeparator()}


def test_the_menu_names_its_commands_and_their_keys(desk: Open) -> None:
    d = desk()
    menu = menu_of(d.editor.commands, d.editor)
    named = {action.text(): action.shortcut().toString() for action in menu.actions() if not action.isSeparator()}
    assert named["粘贴(&P)"] == "Ctrl+V"
    assert set(named) >= {
        "剪切(&T)",
        "复制(&C)",
        "只粘贴数值(&S)",
        "清除(&D)",
        "向下填充(&W)",
        "写批注(&N)",
        "查看勾稽：用到的各格(&G)",
        "恢复上年值(&L)",
        "此格历史(&I)",
    }


def test_every_mnemonic_of_the_menu_is_its_own(desk: Open) -> None:
    letters = [words.split("&")[1][0] for words in actions(desk())]
    assert len(letters) == len(set(letters))


def test_every_command_of_the_menu_can_be_done_on_a_fresh_table(desk: Open) -> None:
    d = desk("t4")
    for action in menu_of(d.editor.commands, d.editor).actions():
        action.trigger()
    assert d.raw("review.pending") == "0"


def test_what_means_nothing_here_is_grey(desk: Open) -> None:
    d = desk("t3", {}, {"granted.natural": "9"})
    assert not actions(d)["恢复上年值(&L)"]
    d.go("granted.natural")
    assert actions(d)["恢复上年值(&L)"]
    d.go("carried_forward.total")
    assert not actions(d)["查看勾稽：计入的合计(&J)"]


def test_the_history_of_a_cell_tells_what_stood_there_and_puts_it_back(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "4"})
    assert not actions(d)["此格历史(&I)"]
    d.press("5", "\r")
    d.go("new_requests.natural")
    menu = menu_of(d.editor.commands, d.editor)
    history = next(action.menu() for action in menu.actions() if action.text() == "此格历史(&I)")
    assert [action.text() for action in history.actions()] == ["4　打开时"]  # type: ignore[attr-defined]  # a QMenu
    history.actions()[0].trigger()  # type: ignore[attr-defined]  # a QMenu
    assert (d.raw("new_requests.natural"), d.undo_label) == ("4", "恢复为 4")

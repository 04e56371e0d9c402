"""What the window says, and for how long."""

from pytestqt.qtbot import QtBot

from core import edits
from core.errors import UserError
from ui.program import Program
from ui.words import FROZEN


def test_what_is_said_at_the_foot_goes_away(qtbot: QtBot, program: Program) -> None:
    program.telling._hush.setInterval(20)
    program.telling.say("已粘贴 12 格")
    assert program.window.said.text() == "已粘贴 12 格"
    qtbot.waitUntil(lambda: program.window.said.text() == "")


def test_undo_and_redo_are_said_at_the_foot(qtbot: QtBot, program: Program) -> None:
    program.filing.new()
    program.session.edit("粘贴 12 格", edits.set_unit, "青禾县水务局")
    program.telling.say("已粘贴 12 格")
    said = []
    for act in ("undo", "undo", "redo"):
        program.menus.actions[act].trigger()
        said.append(program.window.said.text())
    assert said == ["已撤销：粘贴 12 格", "已撤销：粘贴 12 格", "已重做：粘贴 12 格"]


def test_words_about_a_step_that_was_undone_go_with_the_next_step(program: Program) -> None:
    program.filing.new()
    program.session.edit("粘贴 12 格", edits.set_unit, "青禾县水务局")
    program.session.undo()
    assert program.window.said.text() == "已撤销：粘贴 12 格"
    program.session.edit("填写年度", edits.set_year, 2026)
    assert program.window.said.text() == ""


def test_who_tries_to_change_a_final_report_is_answered_at_the_foot(program: Program) -> None:
    program.filing.new()
    program.session.edit("定稿", edits.finalise, "林一", "2027-01-20", "3F7K-9Q2M")
    program.session.edit("填写年度", edits.set_year, 2026)
    assert program.window.said.text() == FROZEN


def test_what_went_wrong_with_one_report_is_not_said_beside_another(program: Program) -> None:
    program.filing.new()
    program.telling.show_error(UserError("读不出来。", "请换一个文件。"))
    assert program.notice.words() == "▲ 读不出来。请换一个文件。"
    program.filing.new()
    assert program.notice.words() == ""

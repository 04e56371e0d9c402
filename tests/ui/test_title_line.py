"""The title and the corner at the top right say which report is open and whether it is safe."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import edits
from tests.ui.conftest import Answers
from tests.ui.looking import click
from ui.program import Program


def test_only_the_program_is_named_where_nothing_is_open(program: Program) -> None:
    assert program.window.windowTitle() == "年报编制"
    assert not program.window.head.isVisible()


def test_an_open_report_is_named_and_said_to_be_unsaved(qtbot: QtBot, program: Program) -> None:
    click(qtbot, program.window, "startNew")
    program.session.edit("改单位", edits.set_unit, "青禾县水务局")
    assert "青禾县水务局" in program.window.windowTitle()
    assert "未保存" in program.window.windowTitle()
    assert "还没有保存到文件" in program.window.head.text()


def test_a_saved_report_is_named_with_its_file(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    click(qtbot, program.window, "startNew")
    program.session.edit("改单位", edits.set_unit, "青禾县水务局")
    answers.save = tmp_path / "年报.nianbao"
    qtbot.keyClick(program.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "年报.nianbao" in program.window.windowTitle()
    assert "已保存" in program.window.head.text()


def test_a_very_long_name_leaves_the_menus_their_room(qtbot: QtBot, program: Program) -> None:
    click(qtbot, program.window, "startNew")
    long = "青禾县林业和草原局" * 6 + "（县绿化委员会办公室）"
    program.session.edit("改单位", edits.set_unit, long)
    assert long in program.window.windowTitle()
    head = program.window.head
    assert head.text().startswith("青禾县林业和草原局青禾县林业和…化委员会办公室） · 年度未填")
    bar = program.window.menuBar()
    last = bar.actionGeometry(bar.actions()[-1])
    assert last.isValid()
    assert last.right() < head.x()

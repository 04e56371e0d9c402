"""What the menus say and when."""

from pytestqt.qtbot import QtBot

from core import edits
from tests.ui.conftest import Answers
from tests.ui.looking import click
from ui.program import Program


def test_without_a_report_only_what_makes_sense_can_be_chosen(program: Program) -> None:
    enabled = {name for name, action in program.menus.actions.items() if action.isEnabled()}
    assert {"new", "open", "fromLastYear", "adopt", "quit", "help", "about"} <= enabled
    assert not {"save", "undo", "exportPdf", "nextFinding", "step1"} & enabled


def test_undo_and_redo_name_what_they_would_do(program: Program) -> None:
    program.filing.new()
    program.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    undo, redo = program.menus.actions["undo"], program.menus.actions["redo"]
    assert (undo.text(), undo.isEnabled()) == ("撤销(&U)：填写单位", True)
    assert (redo.text(), redo.isEnabled()) == ("重做(&R)", False)
    undo.trigger()
    assert program.session.report.unit == ""
    assert (redo.text(), redo.isEnabled()) == ("重做(&R)：填写单位", True)


def test_the_steps_can_be_chosen_from_the_menu(program: Program) -> None:
    program.filing.new()
    program.menus.actions["step4"].trigger()
    assert program.bench.step.id == "s3"
    program.menus.actions["nextStep"].trigger()
    assert program.bench.step.id == "s4"
    program.menus.actions["previousStep"].trigger()
    assert program.bench.step.id == "s3"


def test_the_side_panel_folds_and_stays_so(program: Program) -> None:
    program.filing.new()
    program.menus.actions["panel"].trigger()
    assert not program.bench.panel.isVisible()
    assert not program.memory.settings.panel_shown


def test_the_check_sheet_is_asked_for_in_the_menu_and_on_the_last_page(
    program: Program, answers: Answers, qtbot: QtBot
) -> None:
    program.filing.new()
    program.menus.actions["exportSheet"].trigger()
    program.bench.show_step("finish")
    click(qtbot, program.bench.page, "exportSheet")
    assert answers.asked == ["导出校核单"] * 2

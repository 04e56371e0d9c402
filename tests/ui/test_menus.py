"""What the menus say and when."""

from core import edits
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

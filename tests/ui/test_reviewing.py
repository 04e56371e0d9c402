"""The page on which a reading is looked over comes to the front by itself, and lets in only what was confirmed."""

from pytestqt.qtbot import QtBot

from tests.examples import filled
from tests.ui.looking import click
from ui.filing import Intent, Reading
from ui.program import Program


def test_what_was_read_comes_to_the_front_to_be_looked_over(program: Program) -> None:
    in_front = [program.reviewing.is_in_front]
    program.filing.was_read.emit(Reading("上年.docx", Intent.DRAFT, filled(), ()))
    assert [*in_front, program.reviewing.is_in_front] == [False, True]
    assert not program.has_report


def test_what_was_confirmed_is_let_in(qtbot: QtBot, program: Program) -> None:
    reading = Reading("上年.docx", Intent.DRAFT, filled(), ())
    program.reviewing.show_reading(reading)
    with qtbot.waitSignal(program.reviewing.let_in) as told:
        click(qtbot, program.window, "reviewAccept")
    assert told.args == [reading, ""]
    assert program.session.report.unit == filled().unit


def test_what_was_called_off_leaves_the_desk_as_it_was(program: Program) -> None:
    program.reviewing.show_reading(Reading("上年.docx", Intent.DRAFT, filled(), ()))
    program.reviewing.page.called_off.emit()
    assert program.window.stack.currentWidget() is program.window.start
    assert program.session.report.unit == ""

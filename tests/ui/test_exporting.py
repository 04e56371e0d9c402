"""Exporting the open report."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from core.storage.project import Project
from tests.examples import filled
from tests.ui.conftest import Answers
from ui.exporting import Exporting
from ui.program import Program


def test_a_report_is_written_where_the_clerk_says(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.session.start(Project(filled()))
    answers.save = tmp_path / "年报.xlsx"
    with qtbot.waitSignal(program.exporting.done, timeout=20_000) as done:
        program.exporting.export(".xlsx")
    assert done.args[0] == tmp_path / "年报.xlsx"
    assert (tmp_path / "年报.xlsx").stat().st_size > 0
    assert program.memory.settings.last_folder == str(tmp_path)


def test_a_place_that_cannot_be_written_to_is_told(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    answers.save = tmp_path / "没有" / "年报.xlsx"
    with qtbot.waitSignal(program.exporting.failed, timeout=20_000):
        program.exporting.export(".xlsx")
    assert "文件夹不存在" in program.notice.words()
    assert not program.exporting.is_busy


def test_nothing_happens_when_it_is_called_off(qtbot: QtBot, program: Program, answers: Answers) -> None:
    exporting: Exporting = program.exporting
    with qtbot.assertNotEmitted(exporting.busy):
        exporting.export(".pdf")
    assert answers.asked == ["导出"]

"""What stands behind the doors of the start page."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from core.storage import project as storage
from core.storage.project import Project
from core.storage.recovery import RecoveryCopy, leftovers
from tests.examples import filled
from tests.ui.looking import click, words
from ui.program import Program

LAST = replace(filled({"t3.carried_forward.natural": 3}), unit="青禾县水务局", year=2025)


def fall(where: Path, path: Path | None = None) -> RecoveryCopy:
    """Leave a draft behind as a program does that falls."""
    fallen = RecoveryCopy(where)
    fallen.write(Project(LAST), path)
    fallen._lock.close()
    return fallen


def test_a_draft_that_was_left_behind_comes_back_unsaved(
    qtbot: QtBot, new_program: Callable[[], Program], tmp_path: Path
) -> None:
    where = tmp_path / "home" / "recovery"
    fall(where)
    program = new_program()
    program.doors.offer_leftovers()
    qtbot.waitUntil(lambda: "有一份没有保存的草稿：青禾县水务局 · 2025 年度" in words(program.window.start))
    click(qtbot, program.window.start, "leftoverTake")
    assert program.session.report == LAST
    assert not program.session.is_saved
    assert leftovers(where) == ()


def test_a_draft_whose_file_holds_the_same_is_not_offered(
    qtbot: QtBot, new_program: Callable[[], Program], tmp_path: Path
) -> None:
    where, path = tmp_path / "home" / "recovery", tmp_path / "甲.nianbao"
    storage.save(path, Project(LAST), None)
    fallen = fall(where, path)
    program = new_program()
    program.doors.offer_leftovers()
    qtbot.waitUntil(lambda: not fallen.file.exists())
    qtbot.wait(50)  # what was found comes back to the window
    assert "没有保存的草稿" not in words(program.window.start)


def test_a_draft_that_was_refused_is_gone_only_when_the_session_ends(
    qtbot: QtBot, new_program: Callable[[], Program], tmp_path: Path
) -> None:
    where = tmp_path / "home" / "recovery"
    fallen = fall(where)
    program = new_program()
    program.doors.offer_leftovers()
    qtbot.waitUntil(lambda: "有一份没有保存的草稿" in words(program.window.start))
    click(qtbot, program.window.start, "leftoverRefuse")
    assert fallen.file.exists()
    program.doors.throw_away_refused()
    assert not fallen.file.exists()

"""The recovery copy that a session keeps: never more than a moment behind, and none of what is saved."""

import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.errors import UserError
from core.report import Report
from core.storage.project import Project, from_bytes, load, save
from core.storage.recovery import Leftover, RecoveryCopy, leftovers
from tests.examples import filled
from ui.pace import GUARD_MS
from ui.session import Session, no_recovery_copy

NEW = CellId("t3.new_requests.natural")
GRANTED = CellId("t3.granted.natural")


def saved(session: Session) -> bool:
    return session.is_saved


@pytest.fixture
def session() -> Session:
    session = Session()
    session.start(Project(filled()))
    return session


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[RecoveryCopy]:
    copy = RecoveryCopy(tmp_path / "recovery")
    yield copy
    copy.close()


def kept(copy: RecoveryCopy) -> Report:
    return from_bytes(copy.file.read_bytes().partition(b"\n")[2], "x").report


def test_every_edit_undo_and_redo_is_in_the_recovery_copy(copy: RecoveryCopy) -> None:
    session = Session(copy)
    session.edit("修改", edits.set_cell, NEW, "2")
    session.edit("修改", edits.set_cell, GRANTED, "2")
    assert kept(copy) == session.report
    session.undo()
    session.settle()
    assert kept(copy) == session.report
    session.redo()
    session.settle()
    assert kept(copy).value(GRANTED) == 2
    session.close()


def test_what_is_saved_has_no_recovery_copy(copy: RecoveryCopy, tmp_path: Path) -> None:
    session = Session(copy)
    session.edit("修改", edits.set_cell, NEW, "2")
    session.save(tmp_path / "年报.nianbao")
    assert not copy.file.exists()
    session.edit("修改", edits.set_cell, NEW, "3")
    assert copy.file.exists()
    session.undo()
    session.settle()
    assert not copy.file.exists()
    session.close()


def test_opening_a_file_makes_no_copy_but_an_unsaved_draft_does(copy: RecoveryCopy, tmp_path: Path) -> None:
    path = tmp_path / "年报.nianbao"
    save(path, Project(filled()), None)
    session = Session(copy)
    session.open(path)
    assert not copy.file.exists()
    session.start(Project(edits.carry_over(filled())))
    assert kept(copy).unit == "青禾县林业局"
    session.close()
    assert list(copy.file.parent.iterdir()) == []


def left_behind(tmp_path: Path, last_known: str | None) -> Leftover:
    """A copy with one more edit than the file 年报.nianbao."""
    report = edits.set_cell(filled(), NEW, "2")
    written = datetime.now().astimezone()
    return Leftover(tmp_path / "x.recovery", str(tmp_path / "年报.nianbao"), written, Project(report), last_known)


def test_a_copy_tells_which_content_of_the_file_it_goes_on_from(copy: RecoveryCopy, tmp_path: Path) -> None:
    mark = save(tmp_path / "年报.nianbao", Project(filled()), None)
    session = Session(copy)
    session.open(tmp_path / "年报.nianbao")
    session.edit("修改", edits.set_cell, NEW, "2")
    kept_by_lock = copy.file.read_bytes()
    session.close()
    (tmp_path / "left.recovery").write_bytes(kept_by_lock)
    (left,) = leftovers(tmp_path)
    assert (left.fingerprint, left.path) == (mark, str(tmp_path / "年报.nianbao"))


def test_a_restored_copy_is_not_saved_and_can_be_saved_over_its_file(session: Session, tmp_path: Path) -> None:
    mark = save(tmp_path / "年报.nianbao", Project(filled()), None)
    session.restore(left_behind(tmp_path, mark))
    assert not saved(session)
    session.save()
    assert load(tmp_path / "年报.nianbao")[0].report.value(NEW) == 2


def test_a_restored_copy_is_not_saved_over_what_somebody_else_wrote_since(session: Session, tmp_path: Path) -> None:
    mark = save(tmp_path / "年报.nianbao", Project(filled()), None)
    save(tmp_path / "年报.nianbao", Project(Report(unit="对方")), mark)
    session.restore(left_behind(tmp_path, mark))
    with pytest.raises(UserError, match="没有覆盖"):
        session.save()
    assert load(tmp_path / "年报.nianbao")[0].report.unit == "对方"


def test_a_copy_that_the_fallen_program_had_just_saved_is_saved(session: Session, tmp_path: Path) -> None:
    left = left_behind(tmp_path, "known before the last save")
    save(tmp_path / "年报.nianbao", left.project, None)
    session.restore(left)
    assert saved(session)
    session.edit("修改", edits.set_cell, NEW, "3")
    session.save()


def test_a_copy_whose_file_is_gone_is_restored_and_not_saved(session: Session, tmp_path: Path) -> None:
    session.restore(left_behind(tmp_path, "x"))
    assert not saved(session)
    session.save()
    assert saved(session)


def test_a_copy_that_cannot_be_written_is_told_once_and_logged_and_typing_goes_on(
    copy: RecoveryCopy, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(RecoveryCopy, "write", refuse)
    session = Session(copy)
    told: list[UserError] = []
    session.unguarded.connect(told.append)
    with caplog.at_level(logging.ERROR):
        session.edit("修改", edits.set_cell, NEW, "1")
        session.edit("修改", edits.set_cell, NEW, "2")
    assert session.report.value(NEW) == 2
    assert "recovery copy" in caplog.text
    assert [str(error) for error in told] == [str(no_recovery_copy())]
    monkeypatch.undo()
    session.edit("修改", edits.set_cell, NEW, "3")
    monkeypatch.setattr(RecoveryCopy, "write", refuse)
    session.edit("修改", edits.set_cell, NEW, "4")
    assert len(told) == 2
    session.close()


def test_the_recovery_copy_lacks_typing_for_a_moment_at_most_however_long_it_goes_on(
    qtbot: QtBot, copy: RecoveryCopy
) -> None:
    session = Session(copy)
    waited = 0
    while not copy.file.exists():
        session.edit_merging("s1", "输入", edits.set_text, "s1", "公开" * (waited + 1))
        qtbot.wait(20)
        waited += 20
        assert waited < 20 * GUARD_MS
    assert kept(copy).text("s1").startswith("公开")
    qtbot.waitUntil(lambda: kept(copy) == session.report)
    session.close()


def test_a_session_that_closes_while_words_wait_leaves_no_copy(qtbot: QtBot, copy: RecoveryCopy) -> None:
    session = Session(copy)
    session.edit_merging("s1", "输入", edits.set_text, "s1", "公开")
    session.close()
    qtbot.wait(2 * GUARD_MS)
    assert list(copy.file.parent.iterdir()) == []

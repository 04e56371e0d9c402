"""Saving without being asked."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core import edits
from core.storage import project as storage
from core.storage.project import Project
from tests.examples import filled
from ui.autosave import Autosave
from ui.session import Session


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    session = Session()
    session.start(Project(filled()))
    return session


@pytest.fixture
def autosave(session: Session, monkeypatch: pytest.MonkeyPatch) -> Autosave:
    monkeypatch.setattr("ui.autosave.PAUSE_MS", 20)
    return Autosave(session)


def test_a_project_with_a_file_is_saved_soon_after_an_edit(
    qtbot: QtBot, session: Session, autosave: Autosave, tmp_path: Path
) -> None:
    session.save(tmp_path / "甲.nianbao")
    session.edit("改单位", edits.set_unit, "青禾县水务局")
    assert not session.is_saved
    qtbot.waitUntil(lambda: session.is_saved)
    assert storage.load(tmp_path / "甲.nianbao")[0].report.unit == "青禾县水务局"


def test_a_document_without_a_file_is_left_alone(qtbot: QtBot, session: Session, autosave: Autosave) -> None:
    session.edit("改单位", edits.set_unit, "青禾县水务局")
    qtbot.wait(60)
    assert session.path is None
    assert not session.is_saved


def test_it_stops_when_it_fails_and_begins_again_after_a_save_by_hand(
    qtbot: QtBot, session: Session, autosave: Autosave, tmp_path: Path
) -> None:
    file = tmp_path / "甲.nianbao"
    session.save(file)
    file.write_bytes(b"changed by somebody else")
    with qtbot.waitSignal(autosave.failed) as failed:
        session.edit("改单位", edits.set_unit, "青禾县水务局")
    assert "被别人或另一个窗口改过" in failed.args[0].message
    assert autosave.is_stopped
    session.edit("改年度", edits.set_year, 2025)
    qtbot.wait(60)
    assert file.read_bytes() == b"changed by somebody else"
    session.save(tmp_path / "乙.nianbao")
    assert not autosave.is_stopped

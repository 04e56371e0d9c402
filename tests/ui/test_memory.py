"""The settings while the program runs."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from core.report import OrgType, Report
from core.storage.project import Project
from tests.examples import column, filled
from ui.memory import Memory
from ui.session import Session


def test_a_saved_project_is_remembered_with_its_state_and_place(qtbot: QtBot, tmp_path: Path) -> None:
    session, memory = Session(), Memory(tmp_path / "settings.json")
    session.start(Project(replace(filled(column("natural", new=5)), unit="青禾县水务局", year=2026)))
    session.save(tmp_path / "甲.nianbao")
    session.look_at("s3", "t3.granted.natural")
    memory.remember(session)
    recent = Memory(tmp_path / "settings.json").place_in(tmp_path / "甲.nianbao")
    assert recent is not None
    assert (recent.unit, recent.year, recent.state) == ("青禾县水务局", 2026, "草稿")
    assert (recent.step, recent.cell) == ("s3", "t3.granted.natural")
    assert recent.open_findings >= 1
    assert memory.settings.last_folder == str(tmp_path)


def test_what_was_never_saved_is_not_remembered(qtbot: QtBot) -> None:
    memory = Memory()
    memory.remember(Session())
    assert memory.settings.recents == ()


def test_a_project_can_be_forgotten(qtbot: QtBot, tmp_path: Path) -> None:
    session, memory = Session(), Memory()
    session.save(tmp_path / "甲.nianbao")
    memory.remember(session)
    memory.forget(str(tmp_path / "甲.nianbao"))
    assert memory.settings.recents == ()
    assert (tmp_path / "甲.nianbao").is_file()


def test_settings_that_cannot_be_written_stop_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    memory = Memory(tmp_path / "file" / "settings.json")
    memory.change(panel_shown=False)
    memory.write()
    assert not memory.settings.panel_shown


def test_the_kind_of_unit_is_remembered_for_the_dates_on_the_start_page(tmp_path: Path) -> None:
    session, memory = Session(), Memory(tmp_path / "settings.json")
    session.start(Project(Report(unit="云泽市统计局", year=2026, org_type=OrgType.DEPARTMENT)))
    session.save(tmp_path / "甲.nianbao")
    memory.remember(session)
    assert Memory(tmp_path / "settings.json").settings.recents[0].org_type == "department"

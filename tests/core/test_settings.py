"""Settings: remembered per user, never in the way."""

from pathlib import Path

import pytest

from core.settings import MOST_RECENTS, Recent, Settings, load, recent_of, save, with_recent, without_recent


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    kept = Settings(
        last_folder="D:/年报", panel_shown=False, recents=(Recent("D:/年报/a.nianbao", "青禾县水务局", 2026),)
    )
    assert save(tmp_path / "新建" / "settings.json", kept)
    assert load(tmp_path / "新建" / "settings.json") == kept


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"recents": 5}'])
def test_a_damaged_file_means_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert load(tmp_path / "settings.json") == Settings()


def test_a_missing_file_means_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == Settings()


def test_a_value_of_the_wrong_type_has_its_default_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"steps_width": true, "last_folder": "甲", "unknown": 1}', "utf-8")
    assert load(tmp_path / "settings.json") == Settings(last_folder="甲")


def test_a_recent_without_a_path_is_left_out(tmp_path: Path) -> None:
    content = '{"recents": [{"unit": "甲"}, 3, {"path": "乙.nianbao", "year": "二零"}]}'
    (tmp_path / "settings.json").write_text(content, "utf-8")
    assert load(tmp_path / "settings.json").recents == (Recent("乙.nianbao"),)


def test_settings_that_cannot_be_written_are_told_and_raise_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert not save(tmp_path / "file" / "settings.json", Settings())


def test_the_latest_project_stands_first_and_once() -> None:
    settings = with_recent(with_recent(Settings(), Recent("a")), Recent("b"))
    assert [recent.path for recent in with_recent(settings, Recent("a", "甲局")).recents] == ["a", "b"]


def test_only_ten_projects_are_remembered() -> None:
    settings = Settings()
    for number in range(MOST_RECENTS + 3):
        settings = with_recent(settings, Recent(str(number)))
    assert [recent.path for recent in settings.recents][:2] == ["12", "11"]
    assert len(settings.recents) == MOST_RECENTS


def test_a_vanished_project_can_be_taken_off_the_list() -> None:
    settings = with_recent(Settings(), Recent("a"))
    assert without_recent(settings, "a").recents == ()
    assert recent_of(settings, Path("a")) == Recent("a")


def test_on_a_stick_places_are_found_again_under_another_letter(tmp_path: Path) -> None:
    """The folder that the stick is mounted at stands for its letter."""
    here, there = tmp_path / "E", tmp_path / "F"
    kept = Settings(last_folder=str(here / "年报"), recents=(Recent(str(here / "年报" / "a.nianbao")),))
    assert save(here / "年报编制" / "data" / "settings.json", kept, carried=True)
    here.rename(there)
    found = load(there / "年报编制" / "data" / "settings.json", carried=True)
    assert found.last_folder == str(there / "年报")
    assert found.recents[0].path == str(there / "年报" / "a.nianbao")


def test_on_a_stick_a_place_of_the_computer_stays_and_none_stays_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_drive(*_: object) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'E:'")

    elsewhere = str(tmp_path / "年报" / "a.nianbao")
    with monkeypatch.context() as patched:
        patched.setattr("os.path.relpath", other_drive)
        save(tmp_path / "stick" / "settings.json", Settings(recents=(Recent(elsewhere),)), carried=True)
    found = load(tmp_path / "stick" / "settings.json", carried=True)
    assert (found.last_folder, found.recents[0].path) == ("", elsewhere)

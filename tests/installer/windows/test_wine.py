"""How Windows programs are run on Debian."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from installer.windows.wine import Wine, windows_path


def test_a_program_gets_a_chinese_locale_a_prefix_of_its_own_and_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}

    def run(line: list[str], **given: Any) -> subprocess.CompletedProcess[bytes]:
        seen.update(given, line=line)
        return subprocess.CompletedProcess(line, 0, b"", b"")

    monkeypatch.setattr(subprocess, "run", run)
    Wine(tmp_path / "prefix", tmp_path / "locales", {"A": "1"}).run("a.exe", "/S")
    assert seen["line"] == ["wine", "a.exe", "/S"]
    assert seen["input"] == b"\n"
    environment = seen["env"]
    assert (environment["LC_ALL"], environment["A"]) == ("zh_CN.UTF-8", "1")
    assert environment["WINEPREFIX"] == str(tmp_path / "prefix")


def test_a_place_of_this_machine_has_a_name_on_drive_z(tmp_path: Path) -> None:
    place = tmp_path / "甲 乙.exe"
    assert windows_path(place) == "Z:" + str(place.resolve()).replace("/", "\\")

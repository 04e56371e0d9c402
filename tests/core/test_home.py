"""The user's own folder."""

import sys
from pathlib import Path

import pytest

from core import home


def test_a_folder_that_is_named_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "甲 乙"))
    assert home.folder() == tmp_path / "甲 乙"


@pytest.mark.skipif(sys.platform == "win32", reason="the folder of Linux")
def test_linux_keeps_it_with_the_other_states_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NIANBAO_HOME", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert home.folder() == tmp_path / "nianbao"


def test_the_portable_program_keeps_everything_in_the_folder_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NIANBAO_HOME", raising=False)
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "nianbao.exe"))
    assert home.folder() != tmp_path / "data"
    (tmp_path / "data").mkdir()
    assert home.folder() == tmp_path / "data"


def test_a_folder_beside_python_is_nobodys_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    (tmp_path / "data").mkdir()
    assert home.beside_program() is None

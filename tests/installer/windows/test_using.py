"""Using the installed program: each deed finds what it is there to find."""

import json
import subprocess
from pathlib import Path

import pytest

from core.self_test import VERDICT, FailedError
from installer.windows import using
from installer.windows.installed import Installed
from installer.windows.screen import Screen
from installer.windows.using import Using
from installer.windows.wine import Wine


@pytest.fixture
def here(tmp_path: Path) -> Installed:
    """A prefix with a user and an installed program in it; nothing is run."""
    (tmp_path / "prefix" / "drive_c" / "users" / "张三").mkdir(parents=True)
    (tmp_path / "pictures").mkdir()
    here = Installed(Wine(tmp_path / "prefix", tmp_path / "locales"), Screen(":0"), tmp_path / "pictures")
    here.program.mkdir(parents=True)
    return here


def answering(monkeypatch: pytest.MonkeyPatch, status: int, said: str = "") -> None:
    done = subprocess.CompletedProcess[bytes]([], status, said.encode())
    monkeypatch.setattr(Wine, "run", lambda *_, **__: done)


def test_a_setup_that_refuses_while_the_program_runs_is_right_and_one_that_does_not_is_wrong(
    here: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here.program / "nianbao.exe").write_bytes(b"MZ")
    answering(monkeypatch, 5)
    assert "5" in Using(here).refuse_to_install()
    answering(monkeypatch, 0)
    with pytest.raises(FailedError, match="应为 5"):
        Using(here).refuse_to_install()


def test_the_verdict_of_the_program_is_taken_over_with_what_failed(
    here: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = here.wine.drive / "自检 结果"
    out.mkdir()
    line = {"name": "窗口", "passed": False, "said": "没有画出来"}
    surroundings = {"platform": "windows", "screen": [1, 1], "dots": 96.0, "ratio": 1.0, "frozen": True}
    (out / VERDICT).write_text(json.dumps({"passed": False, "lines": [line], **surroundings}), "utf-8")
    answering(monkeypatch, 1)
    with pytest.raises(FailedError, match="窗口：没有画出来"):
        Using(here).test_itself()
    assert (here.pictures / "自检-结果.json").is_file()


def test_the_value_without_a_name_is_read_from_what_reg_shows() -> None:
    shown = "\r\nHKEY_CURRENT_USER\\Software\\Classes\\.nianbao\r\n    (默认)    REG_SZ    nianbao.document\r\n"
    assert using._value(shown) == "nianbao.document"
    assert using._value("") == ""

"""What is tried with the installed program: each deed finds what it is there to find."""

from pathlib import Path

import pytest

from core.self_test import FailedError
from installer.windows import installed
from installer.windows.installed import Installed
from installer.windows.screen import Screen
from installer.windows.wine import Wine


@pytest.fixture
def here(tmp_path: Path) -> Installed:
    """A prefix with a user and an installed program in it; nothing is run."""
    (tmp_path / "prefix" / "drive_c" / "users" / "张三").mkdir(parents=True)
    (tmp_path / "pictures").mkdir()
    here = Installed(Wine(tmp_path / "prefix", tmp_path / "locales"), Screen(":0"), tmp_path / "pictures")
    here.program.mkdir(parents=True)
    return here


def bundle_of(here: Installed, monkeypatch: pytest.MonkeyPatch) -> Path:
    bundle = here.pictures.parent / "bundle"
    bundle.mkdir()
    for place in (bundle, here.program):
        (place / "nianbao.exe").write_bytes(b"MZ")
    (here.program / "uninstall.exe").write_bytes(b"MZ")
    monkeypatch.setattr(installed, "BUNDLE", bundle)
    return bundle


def test_files_that_are_as_they_were_packed_are_counted(here: Installed, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle_of(here, monkeypatch)
    assert here.compare_files() == "1 个"


@pytest.mark.parametrize(("name", "content"), [("old.dll", b"MZ"), ("nianbao.exe", b"changed")])
def test_a_file_too_many_or_a_changed_one_is_found(
    here: Installed, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    bundle_of(here, monkeypatch)
    (here.program / name).write_bytes(content)
    with pytest.raises(FailedError):
        here.compare_files()


def test_a_file_that_the_uninstaller_leaves_is_named_and_the_report_of_the_user_is_none(here: Installed) -> None:
    here.document.parent.mkdir(parents=True)
    here.document.write_bytes(b"{}")
    here.program.rmdir()
    assert here.look_for_files() == "没有"
    (here.wine.user / "Desktop").mkdir()
    (here.wine.user / "Desktop" / "年报编制.lnk").write_bytes(b"L")
    with pytest.raises(FailedError, match=r"年报编制\.lnk"):
        here.look_for_files()


def test_a_key_that_the_uninstaller_leaves_is_named_also_a_chinese_one(
    here: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Wine, "settle", lambda _: None)
    for name in ("user.reg", "system.reg", "userdef.reg"):
        (here.wine.prefix / name).write_text("[Software\\\\Wine]\n", "utf-8")
    assert here.look_for_keys() == "没有"
    for left in ('"InstallDir"="C:\\\\nianbao"\n', '@="\\x5e74\\x62a5\\x7f16\\x5236"\n'):
        (here.wine.prefix / "user.reg").write_text(left, "utf-8")
        with pytest.raises(FailedError, match="留下了"):
            here.look_for_keys()

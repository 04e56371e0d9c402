"""What is handed out."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from installer.windows import pack
from installer.windows.places import HERE


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "bundle"
    (place / "_internal").mkdir(parents=True)
    (place / "nianbao.exe").write_bytes(b"MZ")
    (place / "_internal" / "示例.nianbao").write_bytes(b"{}")
    monkeypatch.setattr(pack, "BUNDLE", place)
    return place


def test_the_portable_folder_has_one_name_and_brings_the_folder_of_settings_along(bundle: Path) -> None:
    with zipfile.ZipFile(pack.portable(bundle.parent / "out" / "a.zip")) as made:
        names = made.namelist()
        assert "data" in made.read("年报编制/data/说明.txt").decode("utf-8-sig")
    assert names == ["年报编制/_internal/示例.nianbao", "年报编制/nianbao.exe", "年报编制/data/说明.txt"]


def test_the_fonts_are_laid_into_the_program(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack, "FONTS", tmp_path / "fonts")
    pack.add_fonts()  # on Windows there are none
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "楷.ttf").write_bytes(b"font")
    pack.add_fonts()
    assert (bundle / "_internal" / "resources" / "fonts" / "楷.ttf").read_bytes() == b"font"


def test_the_papers_beside_the_program_are_for_notepad(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notice.txt").write_text("甲\n乙\n", "utf-8")
    monkeypatch.setattr(pack, "NOTICE", tmp_path / "notice.txt")
    pack.add_papers()
    assert (bundle / "第三方组件.txt").read_bytes() == "\ufeff甲\r\n乙\r\n".encode()
    assert (bundle / "许可.txt").read_text("utf-8-sig").startswith("MIT")


@pytest.mark.skipif(shutil.which("makensis") is None, reason="without makensis")
def test_what_makensis_complains_of_is_passed_on(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack, "ICON", bundle / "no.ico")
    with pytest.raises(pack.PackError, match=r"no\.ico"):
        pack.setup(out=bundle.parent / "setup.exe")


def test_a_failing_makensis_leaves_no_doubt(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = subprocess.CompletedProcess[bytes]([], 1, "坏了".encode(), b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: told)
    with pytest.raises(pack.PackError, match="坏了"):
        pack.setup(out=bundle.parent / "setup.exe")


def test_the_uninstaller_takes_away_what_the_setup_wrote_and_nothing_of_the_user() -> None:
    script = (HERE / "nianbao.nsi").read_text("utf-8")
    install, _, remove = script.partition('Section "Uninstall"')
    written = set(re.findall(r'WriteReg\w+ HKCU "(\$\{ENTRY\}|\$\{CLASSES\}\\[^"\\]+|Software\\\$\{ID\})', install))
    removed = set(re.findall(r'DeleteRegKey HKCU "([^"]+)"', remove))
    assert written == removed
    deep = re.findall(r'RMDir /r "([^"]+)"', remove)
    own = [r"$LOCALAPPDATA\${ID}\calls", r"$LOCALAPPDATA\${ID}\log"]
    assert sorted(deep) == [r"$INSTDIR\_internal", *own, r"$SMPROGRAMS\${FAMILY}"]


def test_the_setup_asks_for_no_administrator_and_nothing_of_the_whole_machine() -> None:
    script = (HERE / "nianbao.nsi").read_text("utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert "SetShellVarContext all" not in script

"""The notice of third parties: nothing is handed out without its licence."""

from pathlib import Path

import pytest

from installer.windows import notice
from installer.windows.places import ROOT

PY311 = Path("/programs/py311")
"""Where the interpreter lies; nothing of its name says so."""


@pytest.fixture(autouse=True)
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the cut fonts would lie; none were made."""
    monkeypatch.setattr(notice, "FONTS", tmp_path / "fonts")
    return tmp_path / "fonts"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of packages as pip leaves it: one with a licence, one without, and Qt's."""
    place = tmp_path / "site-packages"
    package(place, "Alpha", "1.2", {"alpha/__init__.py": "", "Alpha-1.2.dist-info/licenses/LICENSE": "Be kind."})
    package(place, "Bare", "3", {"bare.py": ""})
    package(place, "PySide6_Essentials", "6.8.3", {"PySide6/Qt6Core.dll": ""})
    return place


def package(place: Path, name: str, version: str, files: dict[str, str]) -> None:
    about = f"{name}-{version}.dist-info"
    every = {**files, f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"}
    every[f"{about}/RECORD"] = "".join(f"{file},,\n" for file in every)
    for file, content in every.items():
        (place / file).parent.mkdir(parents=True, exist_ok=True)
        (place / file).write_text(content, "utf-8")


def tables(tmp_path: Path, modules: list[tuple[str, str]], files: list[tuple[str, str]]) -> Path:
    (tmp_path / "PYZ-00.toc").write_text(repr(("x", [(*each, "PYMODULE") for each in modules])), "utf-8")
    (tmp_path / "COLLECT-00.toc").write_text(repr(([(*each, "BINARY") for each in files],)), "utf-8")
    return tmp_path


def test_the_notice_names_what_is_in_the_bundle_with_version_and_licence(tmp_path: Path, site: Path) -> None:
    modules = [("alpha", r"Z:\b\Lib\site-packages\alpha\__init__.py"), ("main", f"{ROOT.as_posix()}/main.py")]
    files = [
        ("PySide6\\Qt6Core.dll", r"Z:\b\Lib\site-packages\PySide6\Qt6Core.dll"),
        ("MSVCP140.dll", r"Z:\MSVCP140.dll"),
        ("_bz2.pyd", r"Z:\Programs\py311\DLLs\_bz2.pyd"),
    ]
    names = notice.write(tables(tmp_path, modules, files), PY311, site, tmp_path / "notice.txt")
    words = (tmp_path / "notice.txt").read_text("utf-8")
    assert names == ("Alpha", "Microsoft Visual C++ 运行库", "PySide6_Essentials", "Python 3.11")
    assert "- Alpha 1.2\n" in words
    assert "Be kind." in words
    assert "qt-everywhere-src-6.8.3" in words
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in words
    assert "Bare" not in words


def test_the_fonts_come_with_their_licences(tmp_path: Path, site: Path, fonts: Path) -> None:
    fonts.mkdir()
    (fonts / "kai-licence.txt").write_text("Open Font Licence", "utf-8")
    qt = [("PySide6\\Qt6Core.dll", r"Z:\b\Lib\site-packages\PySide6\Qt6Core.dll")]
    assert notice.FREE_FONTS in notice.write(tables(tmp_path, [], qt), PY311, site, tmp_path / "notice.txt")
    assert "Open Font Licence" in (tmp_path / "notice.txt").read_text("utf-8")


def test_a_file_of_nobody_stops_the_build(tmp_path: Path, site: Path) -> None:
    with pytest.raises(notice.UnknownOriginError, match=r"stray\.dll"):
        notice.write(tables(tmp_path, [], [("stray.dll", r"C:\tools\stray.dll")]), PY311, site, tmp_path / "notice.txt")


def test_a_package_without_the_words_of_its_licence_stops_the_build(tmp_path: Path, site: Path) -> None:
    modules = [("bare", r"Z:\b\Lib\site-packages\bare.py")]
    with pytest.raises(notice.UnknownOriginError, match="Bare"):
        notice.write(tables(tmp_path, modules, []), PY311, site, tmp_path / "notice.txt")

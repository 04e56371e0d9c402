"""What goes into the frozen program."""

from pathlib import Path

import pytest

from core.command_line import VERSION
from installer.windows import contents
from installer.windows.places import ROOT


@pytest.mark.parametrize(
    "name",
    [
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt6Network.dll",
        "PySide6/Qt6OpenGL.dll",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "PySide6/plugins/imageformats/qtiff.dll",
        "PySide6/plugins/platforms/qminimal.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/translations/qtbase_de.qm",
        "libcrypto-3.dll",
        "lxml/includes/libxml/tree.h",
        "reportlab/fonts/VeraBd.ttf",
    ],
)
def test_what_the_window_does_not_use_is_left_out(name: str) -> None:
    assert not contents.is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6\\Qt6Core.dll",
        "PySide6/Qt6PrintSupport.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/platforms/qoffscreen.dll",
        "PySide6/plugins/iconengines/qsvgicon.dll",
        "PySide6/translations/qtbase_zh_CN.qm",
        "lxml/etree.cp311-win_amd64.pyd",
        "resources/fonts/NianbaoKai.ttf",
    ],
)
def test_what_the_program_uses_stays(name: str) -> None:
    assert contents.is_wanted(name)


def test_all_modules_of_a_package_are_taken_along_but_those_that_are_left_out() -> None:
    names = contents.modules_of(ROOT / "ui")
    assert {"ui", "ui.app", "ui.matrix", "ui.matrix.view"} <= set(names)
    assert "ui.walk" not in names


def test_no_command_without_a_window_loads_qt_at_its_start() -> None:
    assert not contents.is_wanted_at_start("pyi_rth_pyside6")
    assert contents.is_wanted_at_start("main")


def test_the_numbers_lists_and_words_beside_the_code_are_taken_along(tmp_path: Path) -> None:
    (tmp_path / "core" / "form").mkdir(parents=True)
    (tmp_path / "core" / "form" / "words.txt").write_text("词", "utf-8")
    (tmp_path / "core" / "form" / "layout.py").write_text("", "utf-8")
    assert contents.data_of(tmp_path / "core", tmp_path) == [
        (str(tmp_path / "core" / "form" / "words.txt"), "core/form")
    ]


def test_the_properties_of_the_program_name_it_and_its_version(tmp_path: Path) -> None:
    words = Path(contents.version_file(tmp_path)).read_text("utf-8")
    assert f"StringStruct('FileVersion', '{VERSION}')" in words
    assert "年报编制" in words
    assert f"filevers=({', '.join(VERSION.split('.'))}, 0)" in words

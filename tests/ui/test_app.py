"""Starting the window."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from core.storage.recovery import RecoveryCopy
from tests.ui.looking import words
from ui import app
from ui.calls import Calls
from ui.faults import Faults
from ui.main_window import MainWindow
from ui.outlined import Outlined

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("openpyxl", "reportlab", "lxml", "uharfbuzz")


@pytest.fixture
def quiet_log() -> Iterator[None]:
    """Take away the handlers that a test adds."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_the_first_paint_waits_for_no_rules_no_form_and_no_library() -> None:
    code = "import sys, ui.app; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = run.stdout.split()
    assert [name for name in loaded if name.split(".")[0] in HEAVY] == []
    assert [name for name in loaded if name.startswith(("core.form", "core.checks", "core.importers"))] == []


PAINTING = """
import os, ui.app
def painted(*given):
    with open("/proc/self/maps") as maps:
        print(*{os.path.basename(line.split()[-1]) for line in maps if "imageformats" in line or "Svg" in line})
    print("painted", flush=True)
    os._exit(0)
ui.app.furnish = painted
ui.app.run([])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process has in its memory")
def test_the_first_paint_loads_no_library_for_pictures(tmp_path: Path) -> None:
    variables = {**os.environ, "NIANBAO_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    line = [sys.executable, "-c", PAINTING]
    run = subprocess.run(line, cwd=ROOT, env=variables, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["painted"]


SETTLING = """
import gc, os, ui.app
from PySide6.QtCore import QTimer
ui.app.SETTLED_MS = 50
def furnished(*given):
    QTimer.singleShot(400, told)
def told():
    print(gc.get_freeze_count() > 20_000, flush=True)
    os._exit(0)
ui.app.furnish = furnished
ui.app.run([])
"""


def test_what_is_there_after_the_start_is_searched_for_cycles_no_more(tmp_path: Path) -> None:
    variables = {**os.environ, "NIANBAO_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    line = [sys.executable, "-c", SETTLING]
    run = subprocess.run(line, cwd=ROOT, env=variables, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["True"]


def test_pictures_are_read_after_the_moment_without_plugins(qapp: QApplication) -> None:
    before = qapp.libraryPaths()
    with app.no_plugins():
        assert qapp.libraryPaths() == []
    assert qapp.libraryPaths() == before
    assert not QPixmap(str(ROOT / "resources" / "icons" / "nianbao.svg")).isNull()


def test_the_program_works_without_the_libraries_until_they_are_needed() -> None:
    code = "import sys, ui.program, ui.workbench, ui.wizard.review_page; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [name for name in run.stdout.split() if name.split(".")[0] in HEAVY] == []


def test_the_log_is_kept_small(tmp_path: Path, quiet_log: None) -> None:
    file = tmp_path / "log" / "nianbao.log"
    file.parent.mkdir()
    file.write_bytes(b"x" * (600 * 1024))
    assert app.keep_log(tmp_path) == file
    logging.getLogger("甲").warning("乙")
    assert file.stat().st_size < 1000
    assert file.with_suffix(".old.log").stat().st_size == 600 * 1024


def test_without_a_place_for_the_log_the_program_starts_all_the_same(tmp_path: Path, quiet_log: None) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert app.keep_log(tmp_path / "file") is None


def test_standard_buttons_speak_chinese(qtbot: QtBot, qapp: QApplication) -> None:
    font, palette = qapp.font(), qapp.palette()
    app.dress(qapp)
    try:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert {button.text() for button in box.buttons()} == {"关闭", "取消"}
    finally:
        qapp.setFont(font)
        qapp.setPalette(palette)


def test_a_painted_window_is_furnished_and_offers_what_was_left_behind(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path))
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    app.furnish(window, tmp_path, Faults(None, window), [])
    assert window.menus[0].actions()
    qtbot.waitUntil(lambda: "最近的年报" in words(window.start))
    assert len(list((tmp_path / "recovery").glob("*.lock"))) == 1
    assert window.close()
    calls: Calls | None = window.findChild(Calls)
    assert calls is not None
    calls.close()  # as it is when the application ends


def test_two_programs_keep_copies_of_their_own(tmp_path: Path) -> None:
    one, two = RecoveryCopy(tmp_path), RecoveryCopy(tmp_path)
    assert one.file != two.file
    one.close()
    two.close()


@pytest.mark.parametrize(
    ("given", "then"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "fcitx;ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "fcitx5;ibus"),
        ({"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "wayland"}, "wayland"),
        ({"QT_IM_MODULE": "ibus"}, None),
        ({}, None),
    ],
)
def test_where_the_desktop_asks_for_fcitx_ibus_is_asked_for_as_well(given: dict[str, str], then: str | None) -> None:
    app.reach_input_methods(given)
    assert given.get("QT_IM_MODULES") == then


@pytest.mark.parametrize(("given", "then"), [({}, "1"), ({"IBUS_ENABLE_SYNC_MODE": "0"}, "0")])
def test_keys_wait_for_the_input_method_unless_told_otherwise(given: dict[str, str], then: str) -> None:
    app.reach_input_methods(given)
    assert given["IBUS_ENABLE_SYNC_MODE"] == then


def test_high_contrast_that_is_switched_on_meanwhile_is_followed_and_left_again(qapp: QApplication) -> None:
    before, stark = qapp.palette(), QPalette(QColor("#000000"))
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        stark.setColor(role, QColor("#000000"))
    stark.setColor(QPalette.ColorRole.Text, QColor("#ffffff"))
    qapp.setPalette(stark)
    app.follow_contrast(qapp)
    assert isinstance(qapp.style(), Outlined)
    qapp.setPalette(before)
    app.follow_contrast(qapp)
    assert not isinstance(qapp.style(), Outlined)

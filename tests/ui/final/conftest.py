"""The sample as a project with a file, ready for 定稿, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.storage import project as storage
from tests.ui.looking import child, click
from ui.filing import SAMPLES
from ui.final.dialog import FinalDialog
from ui.program import Program


@pytest.fixture
def ready(program: Program, tmp_path: Path) -> Program:
    """The window with the finished sample, saved as 年报.nianbao."""
    path = tmp_path / "年报.nianbao"
    storage.save(path, storage.load(next(SAMPLES.glob("*.nianbao")))[0], None)
    program.filing.open_path(path)
    return program


def dialog(program: Program) -> FinalDialog:
    """The dialog, opened if it is not."""
    if program.finalising.act is None:
        program.finalising.open()
    assert program.finalising.act is not None
    return program.finalising.act.dialog


def only(shown: FinalDialog, *keys: str) -> None:
    """Tick these products alone."""
    for key, box in shown.choice._boxes.items():
        box.setChecked(key in keys)


def finalise(qtbot: QtBot, program: Program, *keys: str, person: str = "苏禾") -> FinalDialog:
    """Go through the dialog as a clerk does, and wait for the files."""
    shown = dialog(program)
    only(shown, *keys)
    field = child(shown, QLineEdit, "finalPerson")
    field.clear()
    qtbot.keyClicks(field, person) if person.isascii() else field.setText(person)
    click(qtbot, shown, "finalAgree")
    qtbot.waitUntil(lambda: not shown.is_writing, timeout=30000)
    return shown

"""What tests of the window share: a home of their own, and a window whose questions the test answers."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.files import Ask
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.program import Program
from ui.session import Session

os.environ.setdefault(
    "QT_QPA_PLATFORM", "offscreen"
)  # before the first QApplication; a machine of the CI has no screen


@dataclass
class Answers:
    """What the clerk will answer to the next questions, and the questions that were asked."""

    open: Path | None = None
    save: Path | None = None
    keep: bool | None = False
    asked: list[str] = field(default_factory=list)
    proposed: str = ""

    def ask(self) -> Ask:
        return Ask(self._open, self._save, self._keep)

    def _open(self, _parent: QWidget, title: str, _folder: str, _kinds: str) -> Path | None:
        self.asked.append(title)
        return self.open

    def _save(self, _parent: QWidget, title: str, proposed: str, _kind: str) -> Path | None:
        self.asked.append(title)
        self.proposed = proposed
        return self.save

    def _keep(self, _parent: QWidget, words: str) -> bool | None:
        self.asked.append(words)
        return self.keep


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep recovery copies, settings and log of a test away from those of whoever runs it."""
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def program(new_program: Callable[[], Program]) -> Program:
    return new_program()


@pytest.fixture
def new_program(qtbot: QtBot, answers: Answers, tmp_path: Path) -> Callable[[], Program]:
    """Start the program, or start it once more with the same settings."""

    def start() -> Program:
        window = MainWindow()
        program = Program(window, Session(), Memory(tmp_path / "settings.json"), answers.ask())
        qtbot.addWidget(window)
        window.resize(1366, 740)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return program

    return start

"""The whole window with a report on the desk, how long a key takes in it, and how long what follows a key."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core import settings
from core.cells import CellId
from core.report import Report
from core.storage.project import Project
from core.storage.recovery import RecoveryCopy
from ui.app import build
from ui.dialogs.files import Ask
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.program import Program
from ui.session import Session

TIMES = 60
CELL = CellId("t3.granted.natural")
ROUNDS = 3
"""Turns of the event loop after a key: what a timer of no delay asks to be painted counts, too."""
CLOCK = time.perf_counter
"""What is measured: the time that passes, or (`time.thread_time`) what a busy machine gave us of it."""
PATIENCE = 5.0
"""Seconds after which findings that did not come are a fault."""


@contextmanager
def opened(report: Report) -> Iterator[Program]:
    """Give the program with a report on the desk and table 3 in view; its files lie in a folder of their own."""
    application = QApplication.instance() or build([])
    with tempfile.TemporaryDirectory(prefix="nianbao-") as name:
        os.environ["NIANBAO_HOME"] = name
        copy = RecoveryCopy(Path(name) / "recovery")
        program = _program(Path(name), copy)
        program.session.start(Project(report))
        program.show_bench()  # else the start page stays in front and nothing of the table is painted
        program.bench.show_step("s3")
        application.processEvents()
        try:
            yield program
        finally:
            program.session.close()
            program.window.deleteLater()
            application.processEvents()


def in_window(report: Report) -> tuple[list[float], list[float], list[float]]:
    """Measure the first digit (an editor opens), Enter (number, totals and balance), and Enter to the findings."""
    with opened(report) as program:
        taken = [_type(program, number) for number in range(100, 100 + TIMES)][5:]
    return [digit for digit, *_ in taken], [enter for _, enter, _ in taken], [found for *_, found in taken]


def press(program: Program, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> float:
    """Press a key where the keyboard is; return the seconds until its work is done and painted.

    Findings that wait for their time are not waited for: see `follow`.
    """
    before = CLOCK()
    QTest.keyClick(_focus(program), key, held)
    for _ in range(ROUNDS):
        _turn()
    return CLOCK() - before


def follow(program: Program) -> tuple[float, float]:
    """Let findings and recovery copy follow an edit.

    Returns the seconds until they are there and painted, and those of the longest turn of the event loop on the way:
    so long a key that is pressed meanwhile may have to wait.
    """
    begun, since, turns = CLOCK(), time.monotonic(), []
    while not program.session.is_settled:
        turns.append(_turn())
        time.sleep(0.0005)  # waiting is no work
        if time.monotonic() - since > PATIENCE:
            raise AssertionError("the findings did not follow")
    turns += [_turn() for _ in range(ROUNDS)]
    return CLOCK() - begun, max(turns)


def _turn() -> float:
    before = CLOCK()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as where a loop runs: closed editors go
    return CLOCK() - before


def _program(home: Path, copy: RecoveryCopy) -> Program:
    window = MainWindow(settings.load(home / "settings.json").geometry)
    program = Program(window, Session(copy), Memory(home / "settings.json"), Ask(*[lambda *_: None] * 3))
    window.resize(1366, 740)
    window.show()
    QTest.qWaitForWindowExposed(window)
    return program


def _type(program: Program, number: int) -> tuple[float, float, float]:
    program.bench.page.editor.show_cell(CELL)
    QApplication.processEvents()
    digit, *_ = [press(program, Qt.Key(ord(key))) for key in str(number)]
    enter = press(program, Qt.Key.Key_Return)
    if program.session.report.value(CELL) != number:
        raise AssertionError("what was typed did not arrive")
    return digit, enter, enter + follow(program)[0]


def _focus(program: Program) -> QWidget:
    return QApplication.focusWidget() or program.bench.page.editor.view

"""From a key press to the fresh page of the true PDF beside the text, and what a thousand edits leave in memory.

`python -m tests.bench.preview [EDITS]`: goal 50 ms for 95 of 100 keys. The report is the finished sample; the preview
stands beside the page at 1366 pixels, as a clerk has it while typing. A key counts from its press until the pages in
view show it and are painted; what of that is composing, printing and drawing is measured beside it, in one run.
"""

import gc
import sys
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core import edits
from core.cells import CellId
from core.exporters.pdf import compose, printed
from core.printed_pages import BYTES_A_DOT, PrintedPages
from core.report import Report
from core.storage import project as storage
from tests.bench.table import rows, say
from tests.bench.window import opened
from ui.filing import SAMPLES
from ui.program import Program

KEYS = 120
EDITS = 1000
GOAL = 50.0
CELL = CellId("t3.granted.natural")
PAGE = 3
"""Where the cell stands, counted from 0."""
PATIENCE = 5.0


def sample() -> Report:
    """Return the report that is edited."""
    return storage.load(next(SAMPLES.glob("*.nianbao")))[0].report


def in_table(program: Program) -> list[float]:
    """Measure Enter after another number in table 3."""
    taken = []
    for number in range(100, 100 + KEYS // 2):
        program.bench.page.editor.show_cell(CELL)
        for digit in str(number):
            QTest.keyClicks(_focus(program), digit)
        _wait(program)
        taken.append(_press(program, Qt.Key.Key_Return))
    return taken[5:]


def in_text(program: Program) -> list[float]:
    """Measure each letter typed into the longest text."""
    program.bench.show_place("s1", "s1")
    _wait(program)
    return [_press(program, Qt.Key.Key_A) for _ in range(KEYS)][5:]


def in_core() -> dict[str, list[float]]:
    """Measure what is done for a key, one part after the other, without a window."""
    parts: dict[str, list[float]] = {"compose": [], "print a page": [], "draw it, 780 dots wide": []}
    report, size = sample(), (780, 1103)
    dots = bytearray(BYTES_A_DOT * size[0] * size[1])
    for number in range(KEYS // 2):
        edited = edits.set_cell(report, CELL, str(number + 100))
        begun = time.perf_counter()
        composed = compose(edited)
        set_at = time.perf_counter()
        pages = PrintedPages(printed(replace(composed, pages=composed.pages[PAGE : PAGE + 1], tags=())))
        printed_at = time.perf_counter()
        pages.draw(0, size, (0, 0), dots, (*size, BYTES_A_DOT * size[0]))
        drawn_at = time.perf_counter()
        pages.close()
        for part, seconds in zip(parts, (set_at - begun, printed_at - set_at, drawn_at - printed_at), strict=True):
            parts[part].append(seconds)
    return {part: taken[5:] for part, taken in parts.items()}


def memory(program: Program, count: int) -> list[tuple[int, float]]:
    """Return the memory of the whole process in MB, a few times on the way through so many edits."""
    program.bench.go_to(CELL)
    told = []
    for number in range(count + 1):
        program.session.edit("改", edits.set_cell, CELL, str(number % 900 + 100))
        _wait(program)
        if number % (count // 5) == 0:
            gc.collect()
            told.append((number, _resident()))
    return told


def _press(program: Program, key: Qt.Key) -> float:
    before = time.perf_counter()
    QTest.keyClick(_focus(program), key)
    _wait(program)
    program.previewing.pane.view.viewport().repaint()
    return time.perf_counter() - before


def _focus(program: Program) -> QWidget:
    return QApplication.focusWidget() or program.window


def _wait(program: Program) -> None:
    begun = time.perf_counter()
    while not program.previewing.pane.is_fresh:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as where a loop runs
        if time.perf_counter() - begun > PATIENCE:
            raise AssertionError("the fresh page did not come")
        time.sleep(0.0002)  # as a loop that waits for events: the other thread works meanwhile


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _line(name: str, taken: list[float]) -> tuple[str, ...]:
    ordered = sorted(taken)
    late = ordered[int(len(ordered) * 0.95)]
    return name, f"{median(ordered) * 1000:.1f}", f"{late * 1000:.1f}", f"{ordered[-1] * 1000:.1f}"


def main() -> None:
    """Print all figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EDITS
    body = [_line(part, taken) for part, taken in in_core().items()]
    with opened(sample()) as program:
        program.previewing.toggle_beside()
        _wait(program)
        gc.freeze()  # as the program does some seconds after its start
        body += [_line("Enter in table 3 to the fresh page", in_table(program))]
        body += [_line("a letter in a text to the fresh page", in_text(program))]
        say(f"the true PDF after a key, ms (goal: {GOAL:.0f} at 95 %):")
        rows(("", "median", "95 %", "max"), body)
        say("", "memory of the whole program with the preview, MB:")
        for number, megabytes in memory(program, count):
            say(f"  after {number:5} edits {megabytes:7.1f}")


if __name__ == "__main__":
    main()

"""2,000 random edits typed into table 3 of the whole window, and whether 10,000 of them use up memory.

`python -m tests.bench.edits`: findings panel and last year's values shown; numbers with Enter, Delete, undo, redo and
paste. Each key is measured until what it changes of the table is painted: value, totals, balance. Goals: 95 % of the
keys under 16 ms, none over 50 ms, and no more memory after 10,000 edits than after the first 2,000, when the history of
undo is full.

Findings, marks, the states of the steps, the title line and the recovery copy follow a moment later (`ui.pace`). It is
told when they are painted, counted from the key, and how long the longest turn of the event loop was meanwhile: a key
pressed then has to wait for it. Then the same edits are made without any pause, so that the rules fall into the keys.
With `--cpu` the processor's time is measured instead of that of the clock: for a machine that others keep busy.
Set `QT_QPA_PLATFORM=xcb` under a real display to measure there what is measured off the screen otherwise.
"""

import random
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core import edits
from core.cells import CellId
from tests.bench import window
from tests.bench.keypress import reports
from tests.bench.table import rows, say
from tests.bench.window import follow, opened, press
from ui.program import Program

MEASURED, MANY = 2000, 10_000
SEED = 5
SOON, LATE = 0.016, 0.050
CTRL = Qt.KeyboardModifier.ControlModifier
WEIGHTS = {"number": 60, "Delete": 10, "undo": 12, "redo": 6, "paste": 12}
BLOCKS = ("17", "8\t0\n3\t21", "1\n2\n3\n4", "5\t6\t7")
HEAD = ("key", "times", "median", "p95", "p99", "max", "> 50 ms")
Taken = Mapping[str, list[float]]


def edit(program: Program, chance: random.Random, taken: defaultdict[str, list[float]]) -> float:
    """Go to a random cell and make a random edit there; keep how long each key took, return the last one's time."""
    view = program.bench.page.editor.view
    view.go(chance.choice([cell for cell in view.grid.places if view.is_open(cell)]))
    QApplication.processEvents()
    kind = chance.choices([*WEIGHTS], [*WEIGHTS.values()])[0]
    if kind == "number":
        digits = str(chance.choice((0, chance.randrange(10), chance.randrange(2000))))
        taken["first digit"].append(press(program, Qt.Key(ord(digits[0]))))
        taken["next digit"] += [press(program, Qt.Key(ord(digit))) for digit in digits[1:]]
        taken[kind := "Enter"].append(press(program, Qt.Key.Key_Return))
    elif kind == "paste":
        QGuiApplication.clipboard().setText(chance.choice(BLOCKS))
        taken[kind].append(press(program, Qt.Key.Key_V, CTRL))
        if not view.hasFocus():  # a preview asks whether to take what is on the clipboard
            taken[kind := "paste taken"].append(press(program, Qt.Key.Key_Return))
            view.setFocus()
    else:
        key = {"undo": Qt.Key.Key_Z, "redo": Qt.Key.Key_Y}.get(kind, Qt.Key.Key_Delete)
        taken[kind].append(press(program, key, Qt.KeyboardModifier.NoModifier if kind == "Delete" else CTRL))
    return taken[kind][-1]


def walk(program: Program, chance: random.Random, taken: defaultdict[str, list[float]]) -> None:
    """Press an arrow."""
    taken["arrow"].append(press(program, chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Right))))


@dataclass
class Measured:
    """Seconds by kind of key: with a pause after each edit, and without; and those of what follows an edit."""

    keys: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    hurried: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    findings: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    used: list[tuple[int, float]] = field(default_factory=list)


def measured(program: Program) -> Measured:
    """Make all edits; the memory in MiB is taken after each fifth of them."""
    chance, told = random.Random(SEED), Measured()
    for count in range(1, MANY + 1):
        if count <= MEASURED:
            behind = edit(program, chance, told.keys)
            if not program.session.is_settled:
                since, longest = follow(program)
                told.findings.append(behind + since)
                told.turns.append(longest)
            walk(program, chance, told.keys)
        else:
            taken = told.hurried if count <= 2 * MEASURED else defaultdict(list)
            edit(program, chance, taken)
            walk(program, chance, taken)
        if count % (MANY // 5) == 0:
            told.used.append((count, memory()))
    return told


def memory() -> float:
    """Return what the process holds in memory now, in MiB."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def show(taken: Taken) -> None:
    """Print a line for each kind of key, and one for all."""
    every = [seconds for kind in taken.values() for seconds in kind]
    rows(HEAD, [(kind, *_line(times)) for kind, times in (*taken.items(), ("all keys", every))])
    soon = sum(seconds < SOON for seconds in every) / len(every)
    say(f"{soon:.2%} of the keys in under {SOON * 1000:.0f} ms", "")


def _line(times: list[float]) -> tuple[str, ...]:
    ordered = sorted(times)
    shares = (ordered[int((len(ordered) - 1) * share)] for share in (0.95, 0.99, 1))
    figures = (f"{seconds * 1000:.2f}" for seconds in (median(ordered), *shares))
    return str(len(ordered)), *figures, str(sum(seconds > LATE for seconds in ordered))


def main() -> None:
    if "--cpu" in sys.argv:
        window.CLOCK = time.thread_time
    report = dict(reports())["full, last year attached"]
    with opened(edits.set_cell(report, CellId("t3.new_requests.business"), "999")) as program:
        program.bench.page.editor.set_last_year_shown(True)
        told = measured(program)
    clock = "the processor" if "--cpu" in sys.argv else "the clock"
    say(f"{MEASURED} random edits in the whole window ({QGuiApplication.platformName()}), ms by {clock}")
    say("key to value, totals and balance painted, a pause after each edit:")
    show(told.keys)
    say("what follows an edit:")
    rows(HEAD, [("key to findings painted", *_line(told.findings)), ("longest turn meanwhile", *_line(told.turns))])
    say("", f"{MEASURED} more without any pause, the rules fall into the keys:")
    show(told.hurried)
    say("memory in MiB: " + ", ".join(f"{size:.1f} after {count}" for count, size in told.used))


if __name__ == "__main__":
    main()

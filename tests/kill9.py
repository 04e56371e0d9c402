"""Kill the program at random moments and see what is left: `python -m tests.kill9 --kills 200`.

A child opens a project and types: edits and saves, each told on its standard output with its time once the session has
taken it, half of them typed into a table, after which the recovery copy follows a moment later. It is killed (SIGKILL)
at a random moment. Afterwards the project file must open, and the newer of project file and recovery copy must hold
every edit, but those typed in the last `GUARD_MS` before the kill; of the one in flight all or nothing.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from core import edits
from core.report import Report
from core.storage.project import Project, load, save
from core.storage.recovery import RecoveryCopy, leftovers
from tests.examples import TYPED, filled

ROOT = Path(__file__).resolve().parent.parent
EVERY = 3
"""A save after so many edits, on average."""


MOST_EDITS = 15
"""Edits that are waited for before the kill, at most."""

HANDS = 0.06
"""Seconds between two edits, at most: quicker than hands."""

SAFE = 0.0
"""The time of an edit that is guarded when it is told."""

LATE = 0.25 + 0.10
"""Seconds that the copy may be behind (`ui.pace.GUARD_MS`), and those that a busy machine may add to it."""


def edited(report: Report, number: int) -> Report:
    """Return the report after edit `number`, which can be told from what every other number leaves."""
    cell = TYPED[number % len(TYPED)]
    return edits.set_unit(edits.set_cell(report, cell, str(number)), f"第{number}次")


def number_of(report: Report) -> int:
    """The edit after which a report stands."""
    return int(report.unit.removeprefix("第").removesuffix("次"))


def after(number: int) -> Report:
    """The report that all edits up to `number` leave."""
    report = begin()
    for step in range(1, number + 1):
        report = edited(report, step)
    return report


def begin() -> Report:
    return edits.set_unit(edits.attach_last_year(filled(), filled()), "第0次")


def type_on(folder: Path) -> None:
    """Be the child: type and save until killed."""
    from PySide6.QtCore import QCoreApplication  # the parent, and those who only want `edited`, need no Qt

    from ui.session import Session

    application, chance = QCoreApplication([]), random.Random()
    session = Session(RecoveryCopy(folder / "recovery"))
    session.open(folder / "年报.nianbao")
    number = number_of(session.report)
    _tell(number, SAFE)
    while True:
        number += 1
        by_hand, saves = chance.random() < 0.5, chance.random() < 1 / EVERY
        (session.edit_by_hand if by_hand else session.edit)("修改", edited, number)
        if saves:
            session.save()
        _tell(number, time.monotonic() if by_hand and not saves else SAFE)
        until = time.monotonic() + chance.uniform(0, HANDS)
        while time.monotonic() < until:
            application.processEvents()
            time.sleep(0.001)


def _tell(number: int, since: float) -> None:
    """Acknowledge an edit, and say since when it waits to be guarded."""
    sys.stdout.write(f"{number} {since}\n")
    sys.stdout.flush()


@dataclass
class Outcome:
    """What was found after the kills."""

    kills: int = 0
    edits: int = 0
    from_copy: int = 0
    late: int = 0
    in_flight: int = 0
    left_files: int = 0


def kill_once(folder: Path, chance: random.Random, outcome: Outcome) -> None:
    """Let the child type for a random while, kill it, and hold what is left against what was acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.kill9", "--type", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    seen = "".join(child.stdout.readline() for _ in range(chance.randint(1, MOST_EDITS)))
    time.sleep(chance.uniform(0.0, 0.01))
    child.send_signal(signal.SIGKILL)
    killed = time.monotonic()
    rest = child.communicate(timeout=10)[0]
    told = [line.split() for line in (seen + rest).rpartition("\n")[0].splitlines()]
    owed = max(int(number) for number, since in told if float(since) < killed - LATE)
    _judge(folder, owed, int(told[-1][0]), outcome)


def _judge(folder: Path, owed: int, acknowledged: int, outcome: Outcome) -> None:
    path = folder / "年报.nianbao"
    in_file = number_of(load(path)[0].report)  # a file that does not open ends the script with its sentence
    copies = leftovers(folder / "recovery")
    newest = max([load(path)[0].report, *(left.project.report for left in copies)], key=number_of)
    found = number_of(newest)
    if not owed <= found <= acknowledged + 1 or newest != after(found):
        raise AssertionError(f"{owed} owed, {acknowledged} acknowledged, {in_file} in the file, {found} found")
    outcome.kills += 1
    outcome.edits = found
    outcome.from_copy += found > in_file
    outcome.late += found < acknowledged
    outcome.in_flight += found == acknowledged + 1
    outcome.left_files += sum(file.name.endswith(".tmp") for file in folder.iterdir())
    _sweep(folder, newest)


def _sweep(folder: Path, newest: Report) -> None:
    """Do what the start page does: take up the copy, and begin again from a clean desk."""
    for file in [*folder.glob(".~*"), *(folder / "recovery").iterdir()]:
        file.unlink()
    save(folder / "年报.nianbao", Project(newest), None)


def run(kills: int, seed: int) -> Outcome:
    """Kill so many times; `AssertionError` at the first loss."""
    chance, outcome = random.Random(seed), Outcome()
    with tempfile.TemporaryDirectory(prefix="nianbao-") as name:
        folder = Path(name)
        (folder / "recovery").mkdir()
        save(folder / "年报.nianbao", Project(begin()), None)
        for _ in range(kills):
            kill_once(folder, chance, outcome)
    return outcome


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    arguments.add_argument("--type", type=Path, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.type:
        type_on(given.type)
    if sys.platform == "win32":
        sys.stdout.write("no SIGKILL on Windows\n")
        return 0
    outcome = run(given.kills, given.seed)
    sys.stdout.write(
        f"seed {given.seed}: {outcome.kills} kills over {outcome.edits} edits, every project file opened, "
        f"no edit lost that was owed\n"
        f"  {outcome.from_copy} times the recovery copy was newer than the file, "
        f"{outcome.late} times it lacked what was typed just before, "
        f"{outcome.in_flight} times the edit in flight was kept as well, "
        f"{outcome.left_files} unfinished temporary files beside the project\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

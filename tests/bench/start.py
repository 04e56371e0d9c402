"""From the start of the process to a usable window, against a bare window and against LibreOffice Calc.

`python -m tests.bench.start [--rounds N]` (Linux, with Xvfb and xdotool): in every round, one after the other, a bare
PySide6 window of the same size, our window, and Calc opening our own .xlsx. "painted" is the first paint, "usable" the
moment when menus, session and buttons do their work. Goals: at most 1.3 times the bare window, at most 0.2 times Calc.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from core import commands
from tests.bench.table import rows, say

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
LONGEST = 12.0
"""Seconds to wait for a Calc: about one start in ten never shows its window and is tried again."""

TRIES = 4

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    seen = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.seen:
            self.seen = True
            QTimer.singleShot(0, lambda: print("painted\\nusable", flush=True))
application = QApplication([])
window = Window()
window.resize(1180, 720)
window.show()
application.exec()
"""

OURS = """
import sys
import ui.app
furnish = ui.app.furnish
def told(*given):
    print("painted", flush=True)
    furnish(*given)
    heavy = {"openpyxl", "reportlab", "lxml", "uharfbuzz", "fontTools", "numpy", "PIL"}
    print("usable", *sorted(heavy & set(sys.modules)), flush=True)
ui.app.furnish = told
import main
sys.exit(main.main([]))
"""


def window_times(code: str, home: Path) -> tuple[float, float, list[str]]:
    """Start a window; return the seconds to its first paint and to its use, and the heavy libraries loaded by then."""
    before = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "NIANBAO_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    painted = time.perf_counter() - before
    words = process.stdout.readline().split()
    usable = time.perf_counter() - before
    process.kill()
    process.communicate()
    if words[:1] != ["usable"]:
        raise RuntimeError("the window did not come up")
    return painted, usable, words[1:]


def calc_time(xlsx: Path, profile: Path) -> float:
    """Start Calc with a file that it has not seen; return the seconds until its window is on the screen."""
    before = time.perf_counter()
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--norestore", "--nologo", "--calc", str(xlsx)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while time.perf_counter() - before < LONGEST:
            seek = ["xdotool", "search", "--onlyvisible", "--name", "LibreOffice Calc"]
            if subprocess.run(seek, capture_output=True, check=False).stdout.strip():
                return time.perf_counter() - before
            time.sleep(0.005)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    raise TimeoutError("Calc did not come up")


def settled_calc_time(folder: Path, xlsx: Path, turn: int) -> float:
    """The time of the first Calc of a few that comes up."""
    for attempt in range(TRIES):
        try:
            return calc_time(*untouched(folder, xlsx, turn * TRIES + attempt))
        except TimeoutError:
            say(f"round {turn}: Calc did not come up, once more")
    raise TimeoutError("Calc never came up")


def untouched(folder: Path, xlsx: Path, turn: int) -> tuple[Path, Path]:
    """Return a file and a settled profile in which no Calc was killed yet: a killed one asks questions at the next."""
    settled = folder / "calc"
    if not settled.exists():
        convert = ["--headless", "--convert-to", "csv", "--outdir", str(folder), str(xlsx)]
        subprocess.run(
            ["soffice", f"-env:UserInstallation={settled.as_uri()}", *convert], capture_output=True, check=True
        )
    fresh = Path(shutil.copy(xlsx, folder / f"bench-{turn}.xlsx"))
    return fresh, Path(shutil.copytree(settled, folder / f"calc-{turn}"))


@contextmanager
def screen() -> Iterator[None]:
    """Have a screen of a clerk's size, for the time of the measuring."""
    number, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(number) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def measure(rounds: int, folder: Path) -> None:
    xlsx = folder / "bench.xlsx"
    commands.export(next(SAMPLE.glob("*.nianbao")), xlsx)
    has_calc = shutil.which("soffice") is not None and shutil.which("xdotool") is not None
    taken: dict[str, list[float]] = {"bare window": [], "ours, painted": [], "ours, usable": [], "Calc": []}
    heavy: set[str] = set()
    for turn in range(rounds + 1):
        bare = window_times(BARE, folder)[0]
        painted, usable, loaded = window_times(OURS, folder)
        calc = settled_calc_time(folder, xlsx, turn) if has_calc else 0.0
        heavy |= set(loaded)
        if turn:  # the first round fills the disk's cache and Calc's profile
            for name, seconds in zip(taken, (bare, painted, usable, calc), strict=True):
                taken[name].append(seconds)
    middle = {name: median(seconds) for name, seconds in taken.items()}
    body = [
        (
            name,
            f"{middle[name] * 1000:.0f}",
            f"{min(seconds) * 1000:.0f}-{max(seconds) * 1000:.0f}",
            f"{middle[name] / middle['bare window']:.2f}",
            f"{middle[name] / middle['Calc']:.2f}" if has_calc else "",
        )
        for name, seconds in taken.items()
        if any(seconds)
    ]
    say(f"process start to window, ms, {rounds} rounds in turn:")
    rows(("", "median", "range", "x bare", "x Calc"), body)
    say(f"heavy libraries loaded when usable: {' '.join(sorted(heavy)) or 'none'}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=10)
    rounds = arguments.parse_args().rounds
    with screen(), tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as name:
        measure(rounds, Path(name))


if __name__ == "__main__":
    main()

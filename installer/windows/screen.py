"""A screen of its own for windows under Wine: Xvfb with a window manager, looked at and typed on from outside."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZE = "2048x1152x24"
"""Room for the window at 144 dpi."""

PATIENCE = 60.0
"""Seconds until a window is there, on a busy machine."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen that is there; `name` is what DISPLAY must say."""

    name: str

    def variables(self) -> dict[str, str]:
        return {"DISPLAY": self.name}

    def titles(self) -> list[str]:
        """Return the titles of the windows that are shown."""
        found = self._ask("xdotool", "search", "--onlyvisible", "--name", ".").split()
        return [title for window in found if (title := self._ask("xdotool", "getwindowname", window).strip())]

    def wait_for(self, words: str, seconds: float = PATIENCE) -> str:
        """Return the title of a window that says these words, or "" if none comes in time."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if title := next((title for title in self.titles() if words in title), ""):
                return title
            time.sleep(0.3)
        return ""

    def wait_until_gone(self, words: str, seconds: float = PATIENCE) -> bool:
        """Tell whether no window says these words any more."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not any(words in title for title in self.titles()):
                return True
            time.sleep(0.3)
        return False

    def press(self, keys: str) -> None:
        """Press keys, as xdotool names them, on the window that is active."""
        self._ask("xdotool", "key", "--clearmodifiers", keys)

    def picture(self, file: Path) -> None:
        """Keep what the screen shows."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self._ask("import", "-window", "root", str(file))

    def _ask(self, *line: str) -> str:
        environment = {**os.environ, **self.variables()}
        done = subprocess.run(line, env=environment, capture_output=True, check=False)
        return done.stdout.decode("utf-8", "replace")


@contextmanager
def opened() -> Iterator[Screen]:
    """Open a screen on a number that is free, with a window manager; both end with the block."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        screen = Screen(f":{told.readline().strip()}")
    manager = subprocess.Popen(
        ["openbox"], env={**os.environ, **screen.variables()}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield screen
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()

"""A screen of its own with real windows on it: Xvfb, a window manager and a message bus; keys and clicks by xdotool.

Everything that is pressed and clicked is counted.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "xdotool")
SIZE = "1366x768x24"
PATIENCE = 20.0
"""Seconds after which what was waited for will not come any more."""

# No services: nothing that a desktop would start by itself may outlive the test.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


def missing(*programs: str) -> list[str]:
    """Which of these programs, and of those that every desktop needs, are not installed."""
    return [name for name in (*PROGRAMS, *programs) if shutil.which(name) is None]


@dataclass
class Desktop:
    """The hands at one screen. `keys` and `clicks` count what they did."""

    folder: Path
    environment: dict[str, str]
    keys: int = 0
    clicks: int = 0
    _started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, *command: str | Path, **more: str) -> subprocess.Popen[bytes]:
        """Start a program on this screen; it ends with the desktop."""
        with (self.folder / "desktop.log").open("ab") as log:
            process = subprocess.Popen(
                [str(part) for part in command],
                env=self.environment | more,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._started.append(process)
        return process

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """End a program and what it started."""
        for how in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, how)
                process.wait(5)
            except (ProcessLookupError, PermissionError):
                break
            except subprocess.TimeoutExpired:
                continue
        process.wait()
        self._started.remove(process)

    def stop_all(self) -> None:
        for process in reversed(list(self._started)):
            self.stop(process)

    # ------------------------------------------------------------ hands

    def press(self, *keys: str) -> None:
        """Press keys by their X names ("Return", "ctrl+Next"); one that is held down with another is one press."""
        self.keys += len(keys)
        self._do("key", "--delay", "25", "--", *keys)

    def type(self, letters: str) -> None:
        """Press one key for each letter, as fast as a good typist."""
        self.keys += len(letters)
        self._do("type", "--delay", "40", "--", letters)

    def click(self, x: int, y: int, *, times: int = 1, with_shift: bool = False) -> None:
        """Go to a place of the screen and click there: one action, however often the button goes down."""
        self.clicks += 1
        held = ("keydown", "shift") if with_shift else ()
        freed = ("keyup", "shift") if with_shift else ()
        self._do("mousemove", "--sync", str(x), str(y), *held, "click", "--repeat", str(times), "1", *freed)

    # ------------------------------------------------------------ eyes

    def windows(self, **by: str) -> list[str]:
        """The windows in view whose name or class fits: windows(name="年报编制"), windows(class_="soffice")."""
        asked = [part for kind, words in by.items() for part in ("--" + kind.rstrip("_"), words)]
        return self._do("search", "--onlyvisible", *asked, check=False).split()

    def title(self) -> str:
        """The name of the window that has the keyboard, empty where none has."""
        return self._do("getactivewindow", "getwindowname", check=False).strip()

    def bring(self, name: str) -> str:
        """Wait for a window, give it the keyboard and return its number."""
        self.wait_for(lambda: self.windows(name=name), f"a window called {name}")
        window = self.windows(name=name)[-1]
        self._do("windowactivate", "--sync", window)
        return window

    def wait_for(self, happened: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Wait until something is so; `AssertionError` where it does not come to be."""
        end = time.monotonic() + patience
        while not happened():
            if time.monotonic() > end:
                raise AssertionError(f"waited {patience:.0f} s in vain for {what}")
            time.sleep(0.05)

    def picture(self, path: Path) -> None:
        """Keep what the screen shows now."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def ask(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a short command on this screen."""
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
        )

    def _do(self, *command: str, check: bool = True) -> str:
        done = self.ask("xdotool", *command)
        if check and done.returncode:
            raise AssertionError(f"xdotool {' '.join(command)}: {done.stderr.strip()}")
        return done.stdout


@contextmanager
def desktop(folder: Path, **environment: str) -> Iterator[Desktop]:
    """Give an empty screen whose programs keep everything they write below `folder`."""
    shown = Desktop(folder, os.environ | _own_places(folder) | environment)
    shown.environment.pop("QT_QPA_PLATFORM", None)
    try:
        shown.environment["DISPLAY"] = _screen(shown)
        shown.environment["DBUS_SESSION_BUS_ADDRESS"] = _bus(shown)
        shown.start("openbox")
        shown.wait_for(lambda: "_NET_SUPPORTING_WM_CHECK" in shown.ask("xprop", "-root").stdout, "the window manager")
        yield shown
    finally:
        shown.stop_all()


def _own_places(folder: Path) -> dict[str, str]:
    places = {
        "HOME": folder / "home",
        "XDG_CONFIG_HOME": folder / "home" / ".config",
        "XDG_CACHE_HOME": folder / "home" / ".cache",
        "XDG_DATA_HOME": folder / "home" / ".local",
        "XDG_RUNTIME_DIR": folder / "run",
        "NIANBAO_HOME": folder / "home" / "nianbao",
    }
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {name: str(place) for name, place in places.items()} | {"NO_AT_BRIDGE": "1", "LC_ALL": "C.UTF-8"}


def _screen(shown: Desktop) -> str:
    """Start the screen and return its name; the server itself chooses a free number."""
    read, write = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    shown._started.append(process)
    os.close(write)
    with os.fdopen(read) as said:
        return f":{said.readline().strip()}"


def _bus(shown: Desktop) -> str:
    config = shown.folder / "bus.conf"
    config.write_text(BUS.format(folder=shown.folder / "run"), encoding="utf-8")
    told = shown.folder / "bus"
    with told.open("wb") as out:
        process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
            env=shown.environment,
            stdout=out,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    shown._started.append(process)
    shown.wait_for(lambda: told.read_text(encoding="utf-8").strip(), "the message bus")
    return told.read_text(encoding="utf-8").strip()

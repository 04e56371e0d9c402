"""Runs another program in the background for a while, and ends it with all that it started."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

_TICK = 0.05
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW
_OURS = ("PYTHONHOME", "PYTHONPATH", "PYTHONUTF8", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM")
"""Settings of this program that would mislead another one, which may bring its own Python or Qt."""


def run(command: Sequence[str], folder: Path, seconds: float, called_off: threading.Event | None = None) -> bool:
    """Run a command in a folder; tell whether it came to a good end within the time and was not called off."""
    try:
        process = _started(command, folder)
    except OSError:
        return False
    until = time.monotonic() + seconds
    try:
        while process.poll() is None:
            if time.monotonic() > until or (called_off is not None and called_off.is_set()):
                return False
            time.sleep(_TICK)
        return process.returncode == 0
    finally:
        _end(process)


def end(pids: Sequence[int]) -> None:
    """End processes by their numbers, with all that they started; those that are gone are passed over."""
    for pid in pids:
        if sys.platform == "win32":
            _taskkill(pid)
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)


def _started(command: Sequence[str], folder: Path) -> "subprocess.Popen[bytes]":
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    return subprocess.Popen(  # noqa: S603  an installed program, found by us; the file's name is never the user's
        list(command),
        cwd=folder,
        env=kept,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and its children, also those that outlived it."""
    if sys.platform == "win32":
        if process.poll() is None:
            _taskkill(process.pid)
        process.kill()  # should the tool be locked, as offices do it
    else:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5)


def _taskkill(pid: int) -> None:
    tool = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(  # noqa: S603  a part of Windows, named with its place
            [str(tool), "/F", "/T", "/PID", str(pid)],
            capture_output=True,
            creationflags=_NO_WINDOW,
            timeout=5,
            check=False,
        )

"""One program for one user: a second start hands its file to the program that runs already, and ends.

The one that runs holds a lock, and looks into a folder of calls beside it; whoever takes a call away has answered it.
A call that nobody answers in time is taken back, and the second program opens a window of its own.
"""

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from core.atomic import write_atomically
from core.errors import UserError

if sys.platform == "win32":
    import ctypes
    import msvcrt

    def _hold(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _let_come_forward() -> None:
        """Windows lets only the program that was started last bring a window to the front; pass that on."""
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
else:
    import fcntl

    def _hold(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_come_forward() -> None:
        """Nothing: the window manager decides."""


PATIENCE = 4.0
"""Seconds for the other program to answer: it may be starting, or reading from a slow disk."""

LOCK = "running.lock"
"""The file that the program that runs holds; where there is none, none runs."""

_CALLS, _CALL = "calls", ".call"
_TICK = 0.02
_LONGEST = 40_000
"""Characters of a call that is looked at; Windows' longest path has fewer."""


def take(place: Path) -> IO[bytes] | None:
    """Become the program that answers calls for a user's own folder; None if another one is, or nothing can be locked.

    The lock lasts as long as the file that is returned is open.
    """
    try:
        calls_of(place).mkdir(parents=True, exist_ok=True)
        lock = (place / LOCK).open("wb")
    except OSError:
        return None
    try:
        _hold(lock)
    except OSError:
        lock.close()
        return None
    return lock


def give_up(place: Path, lock: IO[bytes]) -> None:
    """Be the program that answers no more."""
    lock.close()
    with contextlib.suppress(OSError):
        (place / LOCK).unlink()


def calls_of(place: Path) -> Path:
    """Return the folder in which calls are left."""
    return place / _CALLS


def hand_over(place: Path, file: str = "", seconds: float = PATIENCE) -> bool:
    """Ask the program that runs, if one does, to open a file ("" for none); tell whether it does."""
    if not (place / LOCK).exists():
        return False
    with contextlib.suppress(OSError):
        if (lock := take(place)) is not None:  # nobody runs: the lock was left by one that ended
            give_up(place, lock)
            return False
        _let_come_forward()
        return _call(calls_of(place), file, seconds)
    return False


def _call(calls: Path, file: str, seconds: float) -> bool:
    call = calls / f"{time.time_ns()}-{os.getpid()}{_CALL}"
    try:
        write_atomically(call, json.dumps(str(Path(file).absolute()) if file else "").encode())
    except UserError:
        return False
    until = time.monotonic() + seconds
    while call.exists():
        if time.monotonic() > until:
            call.unlink(missing_ok=True)
            return False
        time.sleep(_TICK)
    return True


def answer(place: Path) -> Iterator[str]:
    """Take the calls that are there away and yield the files they are about; what makes no sense is about none."""
    for call in sorted(calls_of(place).glob(f"*{_CALL}")):
        try:
            said = json.loads(call.read_text("utf-8")[:_LONGEST])
            call.unlink()
        except (OSError, ValueError, RecursionError):
            with contextlib.suppress(OSError):
                call.unlink()
            continue
        yield said if isinstance(said, str) else ""

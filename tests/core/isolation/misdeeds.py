"""A reading process that does to order what hostile files make readers do; tests start it in place of the real one."""

import ctypes
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from core.isolation import worker  # noqa: E402  the path comes first


def hang() -> None:
    while True:
        time.sleep(0.01)


def eat() -> None:
    eaten = []
    while True:
        eaten.append(bytearray(1 << 24))


def fall_down() -> None:
    if sys.platform == "win32":
        os.abort()  # there Python catches the other
    ctypes.string_at(0)


def leave() -> None:
    os._exit(3)


def dig() -> None:
    dig()


def divide() -> None:
    1 / 0  # noqa: B018  the fault is wanted


def exit_politely() -> None:
    sys.exit("no")


def chatter() -> None:
    sys.stdout.write("to nobody\n")
    os.write(1, b"raw words\n")
    sys.stderr.write("nor here\n")


def write() -> None:
    Path("written.txt").write_text("x", encoding="utf-8")


DEEDS: dict[str, Callable[[], None]] = {
    deed.__name__: deed for deed in (hang, eat, fall_down, leave, dig, divide, exit_politely, chatter, write)
}


def misdeed(request: dict[str, Any]) -> tuple[Any, bytes]:
    """Do what the file's name says; any other file is read as ever."""
    deed = DEEDS.get(Path(request["path"]).stem)
    if deed is None:
        return _FILE(request)
    deed()
    return "done", b"\x00\n" * 3


_FILE = worker._DEEDS["file"]

if __name__ == "__main__":
    worker._DEEDS["file"] = misdeed
    sys.exit(worker.serve())

"""From the start of the installed program to its first paint, against a bare window frozen in the same way.

`python -m installer.windows.start [--rounds N] [--program FOLDER]`, on Debian under Wine, after
`python3 installer/dev.py windows`: in every round the two are started one after the other. A window counts as painted
when the screen shows something light in its middle, which is looked at from outside. Goal: at most 1.5 times.
"""

import argparse
import ctypes
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from installer.windows import fetch, freeze, screen, wine
from installer.windows.places import BUNDLE, HERE, PREFIX, WORK
from installer.windows.wine import Wine, windows_path

BARE = WORK / "bare" / "bare"
GOAL = 1.5
LONGEST = 120.0
SPOT, SIDE = (1012, 500), 24
"""Where it is looked, in pixels of the screen, and how many of them each way: within both windows."""

LIGHT = 0x80
LOOK_SECONDS = 0.004
ALL_PLANES, Z_PIXMAP = 0xFFFFFFFF, 2


class DarkError(RuntimeError):
    """No window came up in time."""


def main(arguments: list[str]) -> int:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--rounds", type=int, default=9)
    given.add_argument("--program", type=Path, default=BUNDLE, help="the folder of the program")
    chosen = given.parse_args(arguments)
    windows = wine.make(PREFIX)
    freeze_bare(windows)
    with screen.opened() as shown:
        windows.variables.update(shown.variables(), NIANBAO_HOME=r"C:\start")
        keeper = windows.start("cmd.exe")  # as long as one program runs, Wine itself need not start
        try:
            taken = measure(windows, looker(shown.name), chosen.program, chosen.rounds)
        finally:
            keeper.kill()
            windows.close()
    return tell(*taken)


def measure(windows: Wine, shows: Callable[[], bool], program: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Return the seconds of the bare window and of ours, round by round; the first round of all is not counted."""
    bare, ours = list[float](), list[float]()
    for number in range(rounds + 1):
        one, known = seconds(windows, shows, BARE / "bare.exe")
        other, loaded = seconds(windows, shows, program / freeze.EXE)
        print(f"{number}：空窗口 {one:.2f} 秒，本程序 {other:.2f} 秒，多载入 {sorted(loaded - known)}", flush=True)
        if number:  # the first one fills the disk's cache
            bare.append(one)
            ours.append(other)
    return bare, ours


def libraries(pid: int) -> set[str]:
    """Return the names of the libraries of the bundle that a program under Wine has in its memory."""
    mapped = Path(f"/proc/{pid}/maps").read_text("utf-8", "replace").splitlines()
    files = {Path(line.split(maxsplit=5)[5]) for line in mapped if line.endswith((".pyd", ".dll"))}
    return {file.name for file in files if "_internal" in file.parts}


def seconds(windows: Wine, shows: Callable[[], bool], program: Path) -> tuple[float, set[str]]:
    """Start a program, wait for the first paint of its window, and end it; return also what it had loaded by then."""
    shutil.rmtree(windows.drive / "start", ignore_errors=True)  # what the one that was ended left locked
    until_dark = time.monotonic() + LONGEST
    while shows():
        if time.monotonic() > until_dark:
            raise DarkError("the window before did not go")
        time.sleep(LOOK_SECONDS)
    began = time.monotonic()
    process = windows.start(windows_path(program))
    try:
        while not shows():
            if time.monotonic() - began > LONGEST:
                raise DarkError(str(program))
            time.sleep(LOOK_SECONDS)
        taken = time.monotonic() - began
        return taken, libraries(process.pid)
    finally:
        windows.run("taskkill", "/f", "/im", program.name)
        process.kill()
        process.wait()


def tell(bare: list[float], ours: list[float]) -> int:
    times = median(ours) / median(bare)
    for name, found in (("空窗口", bare), ("本程序", ours)):
        print(f"{name}：中位数 {median(found):.2f} 秒（{min(found):.2f}-{max(found):.2f}），{len(found)} 次")
    print(f"{times:.2f} 倍，目标 {GOAL} 倍")
    return int(times > GOAL)


def freeze_bare(windows: Wine) -> None:
    if (BARE / "bare.exe").is_file():
        return
    shutil.rmtree(BARE.parent, ignore_errors=True)
    places = ["--distpath", windows_path(BARE.parent), "--workpath", windows_path(WORK / "pyinstaller")]
    python = windows_path(fetch.windows_python() / "python.exe")
    spec = windows_path(HERE / "bare.spec")
    done = windows.run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, spec, seconds=900)
    if not (BARE / "bare.exe").is_file():
        raise freeze.FreezeError(done.stdout.decode("utf-8", "replace")[-2000:])


# ---------------------------------------------------------------- what the screen shows


class _Picture(ctypes.Structure):
    """The head of an XImage, as far as it is read here."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", ctypes.POINTER(ctypes.c_ubyte)),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "bytes_per_line")),
    )


def looker(display: str) -> Callable[[], bool]:
    """Return what tells whether the screen is light in its middle. It asks the X server itself: some 0.1 ms a time."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = x11.XDefaultRootWindow.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x11.XGetImage.restype = ctypes.POINTER(_Picture)
    x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_void_p, *[ctypes.c_int] * 2, *[ctypes.c_uint] * 2]
    x11.XGetImage.argtypes += [ctypes.c_ulong, ctypes.c_int]
    x11.XDestroyImage.argtypes = [ctypes.POINTER(_Picture)]
    opened = x11.XOpenDisplay(display.encode())
    root = x11.XDefaultRootWindow(opened)

    def shows() -> bool:
        picture = x11.XGetImage(opened, root, *SPOT, SIDE, SIDE, ALL_PLANES, Z_PIXMAP)
        content = picture.contents
        values = bytes(content.data[0 : content.bytes_per_line * content.height])
        x11.XDestroyImage(picture)
        return sum(values) / len(values) * 4 / 3 > LIGHT  # of four bytes one says nothing

    return shows


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Renew the lock files from the pins in pyproject.toml: `python3 installer/lock.py`.

Each pinned package stands there with the hashes of all its files, for every system and every Python the program
supports, so one lock serves Windows, Linux and macOS. The resolver (uv) lives in a throw-away environment; the
machine's own configuration decides where packages come from, and no such place is written into the files.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
RESOLVER = "uv==0.13.9"
OLDEST_PYTHON = "3.11"
HEAD = "# Written by installer/lock.py from pyproject.toml; change the pins there and renew this file.\n"
WINDOWS = ("--python-platform", "x86_64-pc-windows-msvc")
"""For what is only needed to build for Windows: no markers, so that pip on another system takes all of it too."""

_START = re.compile(r"(?m)^(?=[A-Za-z0-9])")


def packages(lock: str) -> dict[str, str]:
    """Return the blocks of a lock file (pin and hashes) by package name."""
    blocks = [block for block in _START.split(lock) if re.match("[A-Za-z0-9]", block)]
    return {re.split("[=;\\s]", block, maxsplit=1)[0]: block.rstrip() + "\n" for block in blocks}


def beyond(base: str, lock: str) -> str:
    """Return what `lock` holds more than `base`, so that a package is pinned in one place only."""
    known = packages(base)
    return "".join(block for name, block in packages(lock).items() if name not in known)


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        resolver = _resolver(Path(place))
        run = HEAD + _compile(resolver)
        (HERE / "requirements.txt").write_text(run, encoding="utf-8", newline="\n")
        tests = _compile(resolver, "--extra", "test", "--constraint", str(HERE / "requirements.txt"))
        text = f"{HEAD}-r requirements.txt\n{beyond(run, tests)}"
        (HERE / "requirements-test.txt").write_text(text, encoding="utf-8", newline="\n")
        bundle = _compile(resolver, "--extra", "bundle", "--constraint", str(HERE / "requirements.txt"), on=WINDOWS)
        text = f"{HEAD}-r requirements.txt\n{beyond(run, bundle)}"
        (HERE / "requirements-bundle.txt").write_text(text, encoding="utf-8", newline="\n")


def _resolver(place: Path) -> list[str]:
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", RESOLVER], check=True)
    return [str(python), "-m", "uv"]


def _compile(resolver: list[str], *options: str, on: tuple[str, ...] = ("--universal",)) -> str:
    command = [*resolver, "pip", "compile", "pyproject.toml", *on, "--generate-hashes", "--quiet"]
    command += ["--no-header", "--no-annotate", "--python-version", OLDEST_PYTHON, *options]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8").stdout


if __name__ == "__main__":
    main()

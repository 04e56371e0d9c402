"""The command `read`: what stands in one file, or in many of them, several at a time.

Knows no report: the reading processes answer with values that are ready to be printed, so that it starts at once.
"""

import glob
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import IO, Any

from core.errors import UserError
from core.isolation import desk

BETWEEN_LINES = 5.0
"""Seconds between two lines that tell how far it is, where they cannot be written over each other."""


def read(path: Path) -> dict[str, Any]:
    """What stands in a file, cell by cell; `UserError` if it cannot be read."""
    if path.is_dir():
        raise folder(path)
    return desk.values_of(path)


def read_many(paths: Sequence[Path], jobs: int | None = None) -> Iterator[dict[str, Any]]:
    """Yield what stands in each file, in the order given: "file" and the values, or "file" and "error"."""
    answers = desk.values_of_many([path for path in paths if not path.is_dir()], jobs)
    for path in paths:
        answer = folder(path) if path.is_dir() else next(answers)
        yield {"file": str(path), **({"error": str(answer)} if isinstance(answer, UserError) else answer)}


def folder(path: Path) -> UserError:
    """Return the error for a folder where a file is wanted."""
    return UserError(f"“{path.name or path}”是文件夹，不是文件。", f"请写出里面的文件，例如 {path / '*.docx'}。")


def expanded(paths: Iterable[Path], *, by_us: bool = sys.platform == "win32") -> list[Path]:
    """Return the files that are meant by wildcards; elsewhere than on Windows the shell has put them in already."""
    files: list[Path] = []
    for path in paths:
        found = sorted(glob.glob(str(path))) if by_us and not path.exists() else []  # noqa: PTH207  any folder
        files += map(Path, found or [str(path)])
    return files


def as_text(content: dict[str, Any]) -> str:
    """Return what is printed for one file alone."""
    return json.dumps(content, ensure_ascii=False, indent=1)


def as_line(content: dict[str, Any]) -> str:
    """Return what is printed for one file of many."""
    return json.dumps(content, ensure_ascii=False)


class Progress:
    """Tells on standard error how many files are read: in one place on a terminal, else a line now and then."""

    def __init__(self, total: int, stream: IO[str]) -> None:
        self._total, self._stream = total, stream
        self._in_place = stream.isatty()
        self._last = monotonic()

    def tell(self, done: int) -> None:
        """Tell that so many are read."""
        is_last = done == self._total
        if self._in_place:
            self._stream.write(f"\r已读 {done}/{self._total}{chr(10) if is_last else '…'}")
            self._stream.flush()
            return
        now = monotonic()
        if is_last or now - self._last >= BETWEEN_LINES:
            self._last = now
            self._stream.write(f"已读 {done}/{self._total}{'' if is_last else '…'}\n")
            self._stream.flush()

"""The recovery copy: written after every edit, a moment later while somebody types, offered at the next start if the
program did not end as it should.

Each open document has one copy in a folder of the user's own, beside a lock that only a living program holds. A copy
whose lock is free was left behind.
"""

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from uuid import uuid4

from core.atomic import UNFINISHED
from core.errors import UserError
from core.storage.project import Project, from_bytes, load, to_bytes

if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_FALL = 5.0
"""Seconds between the last copy and the fall that an interrupted save can take."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A copy that a program left behind: its file, the project file it belongs to ("" if never saved), its time.

    `fingerprint` is that of the project file as the fallen program last knew it.
    """

    file: Path
    path: str
    written: datetime
    project: Project
    fingerprint: str | None = None


class RecoveryCopy:
    """The copy of one open document. It is not flushed to the disk each time: it guards against a fall of the program,
    the project file itself against a fall of the machine.
    """

    def __init__(self, where: Path) -> None:
        where.mkdir(parents=True, exist_ok=True)
        self.file = where / f"{uuid4().hex}.recovery"
        self._lock_file = self.file.with_suffix(".lock")
        self._lock = self._lock_file.open("wb")
        _hold(self._lock)

    def write(self, project: Project, path: Path | None, fingerprint: str | None = None) -> None:
        """Replace the copy; `OSError` if it cannot be written."""
        head = json.dumps({"path": str(path) if path else "", "fingerprint": fingerprint}, ensure_ascii=False)
        fresh = self.file.with_suffix(".new")
        fresh.write_bytes(head.encode() + b"\n" + to_bytes(project, for_eyes=False))
        fresh.replace(self.file)

    def drop(self) -> None:
        """Remove the copy: what it held is saved, or was given up knowingly."""
        self.file.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove the copy and let go of the lock."""
        self.drop()
        self._lock.close()
        self._lock_file.unlink(missing_ok=True)


def leftovers(where: Path) -> tuple[Leftover, ...]:
    """Return the readable copies that no living program holds, newest first."""
    found = [left for file in where.glob("*.recovery") if _is_free(file) and (left := _read(file))]
    return tuple(sorted(found, key=lambda left: left.written, reverse=True))


def worth_offering(where: Path) -> tuple[Leftover, ...]:
    """Return the copies that hold what their project files do not, newest first; the others are discarded."""
    found = leftovers(where)
    kept = tuple(left for left in found if not _is_in_its_file(left))
    for left in found:
        if left not in kept:
            discard(left)
    return kept


def _is_in_its_file(leftover: Leftover) -> bool:
    try:
        return bool(leftover.path) and load(Path(leftover.path))[0].report == leftover.project.report
    except UserError:  # a file that is gone or damaged is one more reason to offer the copy
        return False


def discard(leftover: Leftover) -> None:
    """Remove a copy that was restored or is not wanted, and what an interrupted save left beside its project."""
    leftover.file.unlink(missing_ok=True)
    leftover.file.with_suffix(".lock").unlink(missing_ok=True)
    if leftover.path:
        _sweep(Path(leftover.path).parent, leftover.written.timestamp() + _FALL)


def _sweep(folder: Path, until: float) -> None:
    """Remove unfinished files up to a time; what is younger may be somebody's who is just saving."""
    for unfinished in folder.glob(UNFINISHED):
        try:
            if unfinished.stat().st_mtime <= until:
                unfinished.unlink()
        except OSError:
            continue  # somebody else's, or gone already


def _is_free(file: Path) -> bool:
    try:
        with file.with_suffix(".lock").open("ab") as lock:
            _hold(lock)
    except OSError:
        return False
    return True


def _read(file: Path) -> Leftover | None:
    """A copy, or None where it cannot be read: then it is left where it is, for us to look at."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        told = json.loads(head)
        written = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
        mark = told.get("fingerprint")
        return Leftover(file, str(told["path"]), written, from_bytes(body, file.name), str(mark) if mark else None)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, UserError):
        return None

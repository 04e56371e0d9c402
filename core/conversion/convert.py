"""The second way for files that no reader of ours can read: an installed office program saves them anew.

Meant for the program itself, not for its reading processes, which may start nothing. The file is copied under a plain
name first: the program then leaves no lock file beside the clerk's own, and meets no name that it might take for a
switch.
"""

import shutil
import tempfile
import threading
import time
from pathlib import Path

from core.conversion.programs import PIDS, SHEETS, Program, programs
from core.conversion.running import end, run
from core.importers.kinds import HEAD_BYTES, Kind, kind_of

SECONDS = 30.0
"""How long all attempts at one file may take together."""

_SUFFIXES = {
    Kind.DOC: ".doc",
    Kind.ODT: ".odt",
    Kind.ODS: ".ods",
    Kind.WORD_XML: ".xml",
    Kind.EXCEL_XML: ".xml",
}
_OLD = frozenset({".wps", ".wpt", ".et"})


def converter_name() -> str | None:
    """Return the name of the installed office program that would be used, None if there is none."""
    return next((program.name for program in programs(Kind.DOC)), None)


def converted(
    path: Path,
    into: Path,
    kind: Kind | None = None,
    *,
    called_off: threading.Event | None = None,
    seconds: float = SECONDS,
) -> Path | None:
    """Have an office program save a file as .docx or .xlsx in the folder `into`; return where.

    `kind` is what the file is, where that is known already (`NeedsConversionError.kind`): then it is not looked into.
    None: no such program is installed, or none could read the file within the time, or `called_off` was set.
    """
    kind = kind or _kind(path)
    suffix = _suffix(path, kind)
    if suffix is None:
        return None
    target = into / ("converted.xlsx" if kind in SHEETS or suffix == ".et" else "converted.docx")
    until = time.monotonic() + seconds
    for program in programs(kind, suffix):
        left = until - time.monotonic()
        if left > 0 and _made(program, path, suffix, target, seconds=left, called_off=called_off):
            return target
    return None


def _kind(path: Path) -> Kind:
    with path.open("rb") as stream:
        return kind_of(path, stream.read(HEAD_BYTES))


def _suffix(path: Path, kind: Kind) -> str | None:
    """Return the suffix that tells office programs what a file is, whatever it is called; None if none would know."""
    if kind is Kind.WPS:
        return path.suffix.lower() if path.suffix.lower() in _OLD else ".wps"
    return _SUFFIXES.get(kind)


def _made(
    program: Program, path: Path, suffix: str, target: Path, *, seconds: float, called_off: threading.Event | None
) -> bool:
    """Let a program make the target; tell whether it did."""
    with tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"{target.stem}{suffix}"  # LibreOffice names its target after the source
        shutil.copyfile(path, source)
        try:
            done = run(program.command(source, target, folder), folder, seconds, called_off)
        finally:
            end(_told(folder / PIDS))
    return done and target.is_file() and target.stat().st_size > 0


def _told(pids: Path) -> list[int]:
    """Return the processes that a script told of: they would go on without it."""
    if not pids.is_file():
        return []
    return [int(line) for line in pids.read_text(encoding="ascii", errors="ignore").split() if line.isdecimal()]

"""The way round by an installed office program, for a file that no reader of ours knows.

The program saves the file anew, and what it saved is read in a reading process like any other.
"""

import hashlib
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from core.conversion import converted
from core.importers.kinds import Kind
from core.isolation import sentences
from core.isolation.process import Reply


def reply_to(
    path: Path, kind: Kind, ask: Callable[[Path], Reply], called_off: threading.Event | None = None
) -> Reply | None:
    """Return what `ask` answers for the file saved anew; None where there is no program that could save it.

    A report that comes back is told to come from the file itself. OSError: the file is gone or cannot be copied.
    """
    with tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as folder:
        target = converted(path, Path(folder), kind, called_off=called_off)
        if called_off is not None and called_off.is_set():
            raise sentences.called_off(path.name)
        if target is None:
            return None
        reply = ask(target.rename(target.with_name(f"{path.stem}{target.suffix}")))
    good = reply.content.get("good")
    if isinstance(good, dict) and isinstance(good.get("report"), dict):
        source = {"name": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        good["report"]["source"] = source
    return reply

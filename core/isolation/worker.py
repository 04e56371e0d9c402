"""The reading process: takes one request a line, answers with one line of JSON, and ends when nobody asks any more.

Requests: {"do": "file" | "content" | "answer" | "sizes", "path"}, {"do": "pasted", "text", "html"},
{"do": "picture", "path", "page", "width"}. Answers: {"good": ...} or {"error": {"message", "hint"}}, with "peak" (bytes
of memory), "seconds" (of the processor), "spent" (another process should read on) and, where "bytes" is told, so many
bytes of a picture.
"""

import contextlib
import faulthandler
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from importlib.util import cache_from_source
from pathlib import Path
from typing import IO, Any

from core import home
from core.errors import UserError
from core.isolation import bounds, guard, sentences

LONGEST = bounds.SECONDS * 1.5
"""Seconds after which the process ends itself, should nobody be left to end it."""

MUCH_BYTES = bounds.MOST_BYTES // 2
PASTED = "粘贴的文字"

_Answer = tuple[Any, bytes]
_logs: list[IO[bytes]] = []
"""The open log, in a process that reads for another."""


def serve() -> int:
    """Answer requests until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one who asks; he ends this process
    inbox, outbox = _pipes()
    log = _log()
    _logs.append(log)
    faulthandler.enable(log)
    is_bounded = bounds.bound_myself()
    _warm_up()
    guard.refuse()
    _say(outbox, {"bounded": is_bounded})
    while line := inbox.readline():
        faulthandler.dump_traceback_later(LONGEST, exit=True, file=log)
        content, tail = answer(json.loads(line))
        _say(outbox, content, tail)
        faulthandler.cancel_dump_traceback_later()
    return 0


def _warm_up() -> None:
    """Load what every file needs, before there is one, and have the readers compiled: later nothing can be written."""
    import core.importers
    import core.isolation.wire

    if sys.platform == "win32":
        import platform  # PDFium's Python asks it for the system, and it runs a program of Windows to tell: only now

        platform.uname()
    if sys.dont_write_bytecode or getattr(sys, "frozen", False):
        return
    for source in Path(core.importers.__path__[0]).glob("*.py"):
        if not Path(cache_from_source(str(source))).exists():
            import py_compile  # start-up seam: once after the program was unpacked

            with contextlib.suppress(OSError, py_compile.PyCompileError):  # a folder that cannot be written to
                py_compile.compile(str(source), doraise=True)


def answer(request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Do what is asked; whatever goes wrong becomes a sentence."""
    before = time.process_time()
    error, value, tail, spent = None, None, b"", False
    name = Path(request["path"]).name if "path" in request else PASTED
    try:
        value, tail = _DEEDS[request["do"]](request)
    except UserError as problem:
        error = problem
    except MemoryError:
        error, spent = sentences.too_much(name), True
    except RecursionError:
        error, spent = sentences.too_deep(name), True
    except (Exception, SystemExit):  # noqa: BLE001  whoever asks gets a sentence, the log gets the traceback
        _keep(name)
        error = sentences.not_expected(name, str(_log_file()))
    peak = bounds.peak_bytes()
    told = {"peak": peak, "seconds": round(time.process_time() - before, 4), "spent": spent or peak > MUCH_BYTES}
    if error is not None:
        return {"error": _error_out(error), **told}, b""
    return {"good": value, **told, **({"bytes": len(tail)} if tail else {})}, tail


def _file(request: dict[str, Any]) -> _Answer:
    from core import importers
    from core.isolation import wire

    return wire.recognised_out(importers.read_report(Path(request["path"]))), b""


def _content(request: dict[str, Any]) -> _Answer:
    from core import importers
    from core.isolation import wire

    return wire.extract_out(importers.read(Path(request["path"]))), b""


def _pasted(request: dict[str, Any]) -> _Answer:
    from core import importers
    from core.isolation import wire

    return wire.recognised_out(importers.read_pasted(request["text"], request["html"])), b""


def _values(request: dict[str, Any]) -> _Answer:
    """What the command `read` prints, made here so that the one who asks need not know reports."""
    from core import importers
    from core.importers.recogniser.answer import as_json, recognised_as_json
    from core.storage import project

    path = Path(request["path"])
    if project.looks_like(path):
        return as_json(project.load(path)[0].report), b""
    return recognised_as_json(importers.read_report(path)), b""


def _picture(request: dict[str, Any]) -> _Answer:
    from core.importers.pdf import picture as pdf_picture

    picture = pdf_picture.page_picture(Path(request["path"]), request["page"], request["width"])
    return [picture.width, picture.height], picture.rgb


def _sizes(request: dict[str, Any]) -> _Answer:
    from core.importers.pdf import picture as pdf_picture

    return pdf_picture.page_sizes(Path(request["path"])), b""


_DEEDS: dict[str, Callable[[dict[str, Any]], _Answer]] = {
    "file": _file,
    "content": _content,
    "pasted": _pasted,
    "answer": _values,
    "picture": _picture,
    "sizes": _sizes,
}


def _error_out(error: UserError) -> dict[str, Any]:
    from core.isolation import wire

    return wire.error_out(error)


# ---------------------------------------------------------------- pipes and log


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Return the ways in and out, and leave nothing to stray prints, neither of Python nor of a library in C."""
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    if sys.platform == "win32":
        import msvcrt

        for stream in (inbox, outbox):
            msvcrt.setmode(stream.fileno(), os.O_BINARY)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for place in (0, 1, 2):
        os.dup2(nowhere, place)
    return inbox, outbox


def _say(outbox: IO[bytes], content: dict[str, Any], tail: bytes = b"") -> None:
    outbox.write(json.dumps(content).encode("ascii") + b"\n")
    outbox.write(tail)
    outbox.flush()


def _log_file() -> Path:
    return home.folder() / "log" / "reading.log"


def _log() -> IO[bytes]:
    """Open the log, the one file that this process writes, and begin it anew when it is long."""
    path = _log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_long = path.exists() and path.stat().st_size > bounds.MOST_LOG_BYTES // 4
        log = path.open("wb" if is_long else "ab", buffering=0)
    except OSError:
        log = Path(os.devnull).open("ab", buffering=0)  # noqa: SIM115  it is open for as long as the process is there
    return log


def _keep(name: str) -> None:
    """Write the fault that is being handled into the log."""
    import traceback  # start-up seam: hardly ever needed

    words = f"{time.strftime('%Y-%m-%d %H:%M:%S')} could not read {name}\n{traceback.format_exc()}"
    if _logs:
        _logs[0].write(words.encode("utf-8", "backslashreplace"))

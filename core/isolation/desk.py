"""Where files are given to be read: each is read in a process of its own, bounded in time and memory.

One process is kept at hand for a while, so that reading a file again takes no new start. Each function raises
`UserError` with a sentence whatever the file does: it may be broken, hostile, endless.
"""

import atexit
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from core.errors import UserError
from core.isolation import sentences
from core.isolation.pool import Pool
from core.isolation.process import Reply

if TYPE_CHECKING:
    from core.importers.extract import Extract, PagePicture
    from core.importers.recogniser.recognise import Recognised

AHEAD = 16
"""Files read ahead for each process of many, should one file take its time."""

MOST_JOBS = 16
PASTED = "粘贴的文字"

Made = TypeVar("Made")

_NONSENSE = (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError)
"""What values raise that no reading process of ours sends."""

_POOL = Pool()
atexit.register(_POOL.close)
close = _POOL.close
warm_up = _POOL.warm_up


def pids() -> list[int]:
    """Return the reading processes that are there now."""
    return _POOL.pids


def read_file(path: Path, called_off: threading.Event | None = None) -> "Recognised":
    """Return the report in a file. `called_off`, once set, ends the reading at once."""
    return _made(_recognised, _read(_POOL, path, "file", called_off), path.name)


def read_content(path: Path, called_off: threading.Event | None = None) -> "Extract":
    """Return what stands in a file, whether or not it is a report."""

    def content(reply: Reply) -> "Extract":
        from core.isolation import wire  # start-up seam: brings the recogniser along

        return wire.extract_in(_good(reply))

    return _made(content, _read(_POOL, path, "content", called_off), path.name)


def read_pasted(text: str, html: str = "", called_off: threading.Event | None = None) -> "Recognised":
    """Return the report in words that were pasted, which the clipboard may hold as a web page too."""
    return _made(_recognised, _POOL.ask({"do": "pasted", "text": text, "html": html}, PASTED, called_off), PASTED)


def page_picture(path: Path, page: int, width: int, called_off: threading.Event | None = None) -> "PagePicture":
    """Return a page of a PDF file, counted from 0, as a picture so many dots wide."""
    from core.importers.extract import PagePicture  # start-up seam

    request = {**_about(path, "picture"), "page": page, "width": width}

    def picture(reply: Reply) -> PagePicture:
        wide, high = _good(reply)
        if 3 * wide * high != len(reply.tail):
            raise ValueError("size")
        return PagePicture(wide, high, reply.tail)

    return _made(picture, _POOL.ask(request, path.name, called_off), path.name)


def page_sizes(path: Path, called_off: threading.Event | None = None) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page of a PDF file, in points."""
    reply = _POOL.ask(_about(path, "sizes"), path.name, called_off)
    return _made(lambda sizes: tuple((float(wide), float(high)) for wide, high in _good(sizes)), reply, path.name)


def values_of(path: Path) -> dict[str, Any]:
    """Return what a report says as values for the command `read`."""
    return _made(_values, _read(_POOL, path, "answer"), path.name)


def read_many(paths: Iterable[Path], jobs: int | None = None) -> "Iterator[Recognised | UserError]":
    """Yield the report of each file, or why it could not be read, in the order given; several are read at a time."""
    return _many(paths, "file", _recognised, jobs)


def values_of_many(paths: Iterable[Path], jobs: int | None = None) -> Iterator[dict[str, Any] | UserError]:
    """Yield for each file, in the order given, what `values_of` returns, or why it could not be read."""
    return _many(paths, "answer", _values, jobs)


def _many(
    paths: Iterable[Path], deed: str, made: Callable[[Reply], Made], jobs: int | None
) -> Iterator[Made | UserError]:
    import os
    from concurrent.futures import Future, ThreadPoolExecutor  # start-up seam: one file needs none

    jobs = max(1, min(jobs or os.cpu_count() or 1, MOST_JOBS))
    pool, called_off = Pool(keep=jobs, rest=None), threading.Event()
    waiting: deque[tuple[str, Future[Reply]]] = deque()

    def finished() -> Made | UserError:
        name, reply = waiting.popleft()
        try:
            return _made(made, reply.result(), name)
        except UserError as error:
            return error

    with ThreadPoolExecutor(jobs) as threads:
        try:
            for path in paths:
                waiting.append((path.name, threads.submit(_read, pool, path, deed, called_off)))
                if len(waiting) >= jobs * AHEAD:
                    yield finished()
            while waiting:
                yield finished()
        finally:
            called_off.set()
            threads.shutdown(cancel_futures=True)
            pool.close()


def _read(pool: Pool, path: Path, deed: str, called_off: threading.Event | None = None) -> Reply:
    """Have a file read, by way of an installed office program where only that knows it."""
    reply = pool.ask(_about(path, deed), path.name, called_off)
    error = reply.content.get("error")
    if not isinstance(error, dict) or "convert" not in error:
        return reply
    from core.importers.kinds import Kind  # start-up seam: hardly ever needed
    from core.isolation import detour

    kind = _made(lambda _: Kind(error["convert"]), reply, path.name)

    def ask(anew: Path) -> Reply:
        return pool.ask(_about(anew, deed), path.name, called_off)

    try:
        return detour.reply_to(path, kind, ask, called_off) or reply
    except OSError:
        return reply


def _made(made: Callable[[Reply], Made], reply: Reply, name: str) -> Made:
    """Return what an answer tells; `UserError` where it makes no sense, for then something took the process over."""
    try:
        return made(reply)
    except _NONSENSE as problem:
        raise sentences.broke_off(name) from problem


def _values(reply: Reply) -> dict[str, Any]:
    return dict(_good(reply))


def _about(path: Path, deed: str) -> dict[str, Any]:
    return {"do": deed, "path": str(path.absolute())}


def _good(reply: Reply) -> Any:
    if "error" in reply.content:
        from core.isolation import wire

        raise wire.error_in(reply.content["error"])
    return reply.content["good"]


def _recognised(reply: Reply) -> "Recognised":
    from core.isolation import wire  # start-up seam: brings the recogniser along

    return wire.recognised_in(_good(reply))

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
from core.isolation.process import Reply, Worker

if TYPE_CHECKING:
    from core.importers.extract import PagePicture
    from core.importers.recognise import Recognised

MOST_FILES = 200
"""Files that one process reads: what a library leaks stays small."""

REST_SECONDS = 120.0
AHEAD = 16
"""Files read ahead for each process of many, should one file take its time."""

MOST_JOBS = 16
PASTED = "粘贴的文字"

Given = TypeVar("Given")
Made = TypeVar("Made")


class Desk:
    """Reading processes at hand: `keep` of them rest for some seconds before they are ended, for ever if None."""

    def __init__(self, keep: int = 1, rest: float | None = REST_SECONDS) -> None:
        self._keep, self._rest = keep, rest
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._is_closed = False

    def ask(self, request: dict[str, Any], name: str, called_off: threading.Event | None = None) -> Reply:
        """Have a request answered by a process at hand or a new one."""
        worker = self._take()
        try:
            return worker.ask(request, name, called_off)
        finally:
            self._put_back(worker)

    def warm_up(self) -> None:
        """Start a process now, so that the first file need not wait for it."""
        self._put_back(self._take())

    def close(self) -> None:
        """End all processes, also those at work."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._idle.clear()
            workers = list(self._all)
            self._all.clear()
        for worker in workers:
            worker.end()

    @property
    def pids(self) -> list[int]:
        """The processes that are there now."""
        with self._lock:
            return [worker.pid for worker in self._all]

    def _take(self) -> Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.is_alive:
                    return worker
                self._all.discard(worker)
                worker.end()
        worker = _started()
        with self._lock:
            self._all.add(worker)
        return worker

    def _put_back(self, worker: Worker) -> None:
        with self._lock:
            stays = worker.is_fresh and worker.read < MOST_FILES and len(self._idle) < self._keep
            if stays and worker in self._all:
                self._idle.append(worker)
                self._begin_rest()
                return
            self._all.discard(worker)
        worker.end()

    def _begin_rest(self) -> None:
        if self._rest is None:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(self._rest, self._end_idle)
        self._timer.daemon = True
        self._timer.start()

    def _end_idle(self) -> None:
        with self._lock:
            workers, self._idle = self._idle, []
            self._all.difference_update(workers)
        for worker in workers:
            worker.end()


def _started() -> Worker:
    try:
        return Worker()
    except OSError as problem:
        raise sentences.not_started() from problem


_DESK = Desk()
atexit.register(_DESK.close)
close = _DESK.close
warm_up = _DESK.warm_up


def pids() -> list[int]:
    """Return the reading processes that are there now."""
    return _DESK.pids


def read_file(path: Path, called_off: threading.Event | None = None) -> "Recognised":
    """Return the report in a file. `called_off`, once set, ends the reading at once."""
    return _recognised(_read(_DESK, path, "file", called_off))


def read_pasted(text: str, html: str = "", called_off: threading.Event | None = None) -> "Recognised":
    """Return the report in words that were pasted, which the clipboard may hold as a web page too."""
    return _recognised(_DESK.ask({"do": "pasted", "text": text, "html": html}, PASTED, called_off))


def page_picture(path: Path, page: int, width: int, called_off: threading.Event | None = None) -> "PagePicture":
    """Return a page of a PDF file, counted from 0, as a picture so many dots wide."""
    from core.importers.extract import PagePicture  # start-up seam

    request = {**_about(path, "picture"), "page": page, "width": width}
    reply = _DESK.ask(request, path.name, called_off)
    wide, high = _good(reply)
    if 3 * wide * high != len(reply.tail):
        raise sentences.broke_off(path.name)
    return PagePicture(wide, high, reply.tail)


def page_sizes(path: Path, called_off: threading.Event | None = None) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page of a PDF file, in points."""
    sizes = _good(_DESK.ask(_about(path, "sizes"), path.name, called_off))
    return tuple((float(wide), float(high)) for wide, high in sizes)


def values_of(path: Path) -> dict[str, Any]:
    """Return what a report says as values for the command `read`."""
    return dict(_good(_read(_DESK, path, "answer")))


def read_many(paths: Iterable[Path], jobs: int | None = None) -> "Iterator[Recognised | UserError]":
    """Yield the report of each file, or why it could not be read, in the order given; several are read at a time."""
    return _many(paths, "file", _recognised, jobs)


def values_of_many(paths: Iterable[Path], jobs: int | None = None) -> Iterator[dict[str, Any] | UserError]:
    """Yield for each file, in the order given, what `values_of` returns, or why it could not be read."""
    return _many(paths, "answer", lambda reply: dict(_good(reply)), jobs)


def _many(
    paths: Iterable[Path], deed: str, made: Callable[[Reply], Made], jobs: int | None
) -> Iterator[Made | UserError]:
    import os
    from concurrent.futures import Future, ThreadPoolExecutor  # start-up seam: one file needs none

    jobs = max(1, min(jobs or os.cpu_count() or 1, MOST_JOBS))
    desk, called_off = Desk(keep=jobs, rest=None), threading.Event()
    waiting: deque[Future[Reply | UserError]] = deque()

    def work(path: Path) -> Reply | UserError:
        try:
            return _read(desk, path, deed, called_off)
        except UserError as error:
            return error

    def finished() -> Made | UserError:
        reply = waiting.popleft().result()
        if isinstance(reply, UserError):
            return reply
        try:
            return made(reply)
        except UserError as error:
            return error

    with ThreadPoolExecutor(jobs) as pool:
        try:
            for path in paths:
                waiting.append(pool.submit(work, path))
                if len(waiting) >= jobs * AHEAD:
                    yield finished()
            while waiting:
                yield finished()
        finally:
            called_off.set()
            pool.shutdown(cancel_futures=True)
            desk.close()


def _read(desk: Desk, path: Path, deed: str, called_off: threading.Event | None = None) -> Reply:
    """Have a file read, by way of an installed office program where only that knows it."""
    reply = desk.ask(_about(path, deed), path.name, called_off)
    if "convert" not in reply.content.get("error", {}):
        return reply
    from core.importers.kinds import Kind  # start-up seam: hardly ever needed
    from core.isolation import detour

    kind = Kind(reply.content["error"]["convert"])

    def ask(anew: Path) -> Reply:
        return desk.ask(_about(anew, deed), path.name, called_off)

    try:
        return detour.reply_to(path, kind, ask, called_off) or reply
    except OSError:
        return reply


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

"""Reading processes at hand, so that a file need not wait for one to start."""

import threading
from typing import Any

from core.isolation import sentences
from core.isolation.process import Reply, Worker

MOST_FILES = 200
"""Files that one process reads: what a library leaks stays small."""

REST_SECONDS = 120.0


class Pool:
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

"""One reading process and the pipes to it, seen from the program."""

import contextlib
import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from core.isolation import bounds, sentences

if TYPE_CHECKING:
    from core.isolation.job import Job

MOST_LINE_BYTES = 256 << 20
MOST_TAIL_BYTES = 256 << 20
TICK = 0.05
"""Seconds between two looks at whether the reading is still wanted."""

_MAIN = Path(__file__).resolve().parents[2] / "main.py"
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW: no black window flashes up


class Reply(NamedTuple):
    """What the process answered to one request: values, and the bytes that came after them."""

    content: dict[str, Any]
    tail: bytes = b""


def command() -> list[str]:
    """Return how this program is started as a reading process, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "worker"]
    return [sys.executable, "-X", "utf8", str(_MAIN), "worker"]


class Worker:
    """A reading process. It reads one file after the other; `is_fresh` is False once it should read no more."""

    def __init__(self) -> None:
        self.read = 0
        self.is_fresh = True
        self._is_ready = False
        self._is_bounded = False
        self._replies: SimpleQueue[Reply | None] = SimpleQueue()
        self._process = subprocess.Popen(  # noqa: S603  this program itself
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
        )
        self._job = _job(self._process)
        self._listener = threading.Thread(target=self._listen, name="reading process", daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, request: dict[str, Any], name: str, called_off: threading.Event | None = None) -> Reply:
        """Send a request and return the answer; `name` is the file's, for the sentences of `UserError`.

        Where no answer comes in time the process is ended, and with it whatever it was doing.
        """
        if not self._is_ready:
            first = self._wait(name, bounds.START_SECONDS, called_off)
            if first is None:
                raise self._ended(sentences.not_started())
            self._is_bounded = first.content.get("bounded") is True  # a job's memory is watched: Wine holds none to it
            self._is_ready = True
        self._send(request)
        reply = self._wait(name, bounds.SECONDS, called_off)
        if reply is None:
            raise self._ended(sentences.broke_off(name))
        self.read += 1
        self.is_fresh = reply.content.get("spent") is not True
        return reply

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def end(self) -> None:
        """End the process whatever it does; it has nothing to tidy up."""
        self.is_fresh = False
        self._process.kill()
        self._process.wait()
        if self._job is not None:
            self._job.close()
        self._listener.join(timeout=1)
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def _send(self, request: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it ended: the missing answer tells
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()

    def _wait(self, name: str, seconds: float, called_off: threading.Event | None) -> Reply | None:
        """Return the next answer, None where the process ended without one."""
        until = time.monotonic() + seconds
        while True:
            if called_off is not None and called_off.is_set():
                raise self._ended(sentences.called_off(name))
            left = until - time.monotonic()
            if left <= 0:
                raise self._ended(sentences.too_long(name) if self._is_ready else sentences.not_started())
            if self._is_ready and not self._is_bounded and bounds.memory_of(self.pid) > bounds.MOST_BYTES:
                raise self._ended(sentences.too_much(name))
            with contextlib.suppress(Empty):
                return self._replies.get(timeout=min(left, TICK))

    def _ended(self, error: Exception) -> Exception:
        self.end()
        return error

    def _listen(self) -> None:
        """Take in what the process says, on a thread: a pipe cannot be waited for with a time limit on Windows."""
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            try:
                while (reply := _next_reply(stream)) is not None:
                    self._replies.put(reply)
            except (OSError, ValueError, TypeError, RecursionError):
                self._process.kill()  # what it says makes no sense
        self._replies.put(None)


def _job(process: "subprocess.Popen[bytes]") -> "Job | None":
    if sys.platform == "win32":
        from core.isolation.job import Job

        return Job(process)
    return None


def _next_reply(stream: IO[bytes]) -> Reply | None:
    line = stream.readline(MOST_LINE_BYTES)
    if not line.endswith(b"\n"):
        return None
    content = json.loads(line)
    if not isinstance(content, dict):
        raise TypeError(type(content))
    size = content.get("bytes", 0)
    if type(size) is not int or not 0 <= size <= MOST_TAIL_BYTES:
        raise ValueError("bytes")
    tail = stream.read(size) if size else b""
    return Reply(content, tail) if len(tail) == size else None

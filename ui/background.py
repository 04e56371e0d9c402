"""Work that takes time, off the window's thread: the result, or what went wrong, comes back on it.

A thread cannot be stopped in Python; a task that is called off throws the result away, and sets an event for work that
can end early.
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from core.errors import UserError

log = logging.getLogger(__name__)


_under_way: set["Task"] = set()
"""Kept until the result was taken: nothing else holds them."""


class Task(QObject):
    """One piece of work under way. Exactly one of the three signals comes; none where its parent is gone.

    It is no child of its parent: what goes while a thread emits a signal of it brings the program down.
    """

    done = Signal(object)  # what the work returned
    failed = Signal(object)  # UserError, or any other exception: a fault of ours, already in the log
    given_up = Signal()
    _ended = Signal(bool, object)

    def __init__(self, work: Callable[[], object], parent: QObject, called_off: threading.Event | None = None) -> None:
        super().__init__()
        self._work = work
        self._called_off = called_off or threading.Event()
        self.is_running = True
        self._told = threading.Event()
        parent.destroyed.connect(self._abandon)
        self._ended.connect(self._take)  # a slot of this object: delivered on its own thread

    def start(self) -> None:
        _under_way.add(self)
        QThreadPool.globalInstance().start(self._run)

    def call_off(self) -> None:
        """Want the result no more."""
        if self.is_running:
            self.is_running = False
            self._called_off.set()
            self.given_up.emit()

    @Slot()
    def _abandon(self) -> None:
        self.is_running = False
        self._called_off.set()

    def _run(self) -> None:
        try:
            outcome: tuple[bool, object] = (True, self._work())
        except UserError as error:
            outcome = (False, error)
        except Exception as error:  # the wall between a worker thread and the window
            log.exception("background work failed")
            outcome = (False, error)
        try:
            self._ended.emit(*outcome)
        except RuntimeError:
            log.info("the window closed before its work was done")
        self._told.set()

    @Slot(bool, object)
    def _take(self, went_well: bool, outcome: Any) -> None:  # noqa: FBT001  the shape of the signal
        if self.is_running:
            self.is_running = False
            (self.done if went_well else self.failed).emit(outcome)
        self._told.wait()  # else it would be gone while its thread is still telling the result
        _under_way.discard(self)
        self.deleteLater()


def run(
    parent: QObject,
    work: Callable[[], object],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
    called_off: threading.Event | None = None,
) -> Task:
    """Start work on another thread; `done` or `failed` is called on the window's thread.

    `called_off` is set when the task is called off; work that looks at it ends early.
    """
    task = Task(work, parent, called_off)
    task.done.connect(done)
    task.failed.connect(failed)
    task.start()
    return task

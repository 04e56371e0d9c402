"""When rules and recovery copy follow an edit: at once, once its pixels are on the screen, or when the hands rest.

Judging, telling and guarding are turns of the event loop of their own, so that a key pressed meanwhile waits for one of
them and not for all.
"""

import time
from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

PAINTED_MS = 25
"""Milliseconds from the painting of an edit of a table, with its totals and its balance, until it is judged."""

LATEST_MS = 100
"""Milliseconds that the findings of a table may be behind, however quickly one edit follows another."""

AGAIN_MS = 5
"""Milliseconds until it is asked again whether what goes before the findings is done."""

JUDGE_MS = 120
"""Milliseconds without typing in a text until the findings are told anew."""

GUARD_MS = 250
"""Milliseconds of typing that the recovery copy may lack."""


class Pace(Enum):
    """How soon an edit is followed."""

    AT_ONCE = 0
    PAINTED = 1
    RESTED = 2


class Following(QObject):
    """The timers between an edit and what follows it."""

    judging_due = Signal()
    telling_due = Signal()
    guarding_due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._paint, self._judge, self._tell, self._guard = (QTimer(self, singleShot=True) for _ in range(4))
        self._paint.timeout.connect(lambda: self._judge.start(self._rest()))
        self._judge.timeout.connect(self._work_out)
        self._tell.timeout.connect(self._tell_now)
        self._guard.timeout.connect(self.guarding_due)
        self._since = 0.0
        self._guards_next = False
        self._goes_first: Callable[[], bool] = bool  # nothing does

    @property
    def is_behind(self) -> bool:
        """Whether findings wait to be told."""
        return any(timer.isActive() for timer in (self._paint, self._judge, self._tell))

    @property
    def is_unguarded(self) -> bool:
        """Whether the recovery copy waits to be written."""
        return self._guard.isActive()

    def give_way(self, goes_first: Callable[[], bool]) -> None:
        """Judge when this is no longer so (fresh pages are under way): who works meanwhile would be held up."""
        self._goes_first = goes_first

    def wait(self, pace: Pace) -> None:
        """Judge after a while in which no other edit comes; more typing does not put off the recovery copy."""
        if not self.is_behind:
            self._since = time.monotonic()
        self.told()
        self._guards_next = pace is Pace.PAINTED
        if pace is Pace.PAINTED:
            self._paint.start(0)  # comes when nothing else waits to be done, painting included
        else:
            self._judge.start(JUDGE_MS)
        if not self._guard.isActive():
            self._guard.start(GUARD_MS)

    def told(self) -> None:
        """Note that the findings were told."""
        for timer in (self._paint, self._judge, self._tell):
            timer.stop()

    def guarded(self) -> None:
        """Note that the recovery copy was written."""
        self._guard.stop()

    def stop(self) -> None:
        """Let nothing follow any more."""
        self.told()
        self.guarded()

    def _left(self) -> int:
        """Return the milliseconds that the findings may still be behind."""
        return LATEST_MS - round((time.monotonic() - self._since) * 1000)

    def _rest(self) -> int:
        return max(0, min(PAINTED_MS, self._left()))

    def _work_out(self) -> None:
        if self._goes_first() and self._left() > 0:
            self._judge.start(AGAIN_MS)
            return
        self._tell.start(0)
        self.judging_due.emit()

    def _tell_now(self) -> None:
        self.telling_due.emit()
        if self._guards_next and self._guard.isActive():
            self._guard.start(0)

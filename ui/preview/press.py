"""Where the preview is made: a report is composed, its pages in view printed as PDF and drawn, on another thread.

The pages in view are printed by the writer of the exported file, without the pages that nobody looks at and without
the structure that nobody sees: dot for dot they are those of the file, in a third of its time. One job at a time: what
is asked for meanwhile is one job more, with the report as it then stands. A page whose marks are the same as before
keeps its pictures.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.exporters.marks import Composed
from core.exporters.pdf import compose, printed
from core.printed_pages import PrintedPages
from core.report import Report
from ui import background
from ui.preview.redrawing import Redrawing
from ui.preview.tiles import Look, Tile

Compose = Callable[[Report], Composed]


SWITCH_S = 0.001
"""Seconds that the window waits for its turn while pages are made: with Python's own 5 ms it answers keys late."""


@dataclass(frozen=True, slots=True)
class Pull:
    """What comes off the press: the report it shows, its pages, the version of each, and the tiles that were drawn.

    `by` composed them; None where they are the report itself.
    """

    report: Report
    composed: Composed
    versions: tuple[int, ...]
    tiles: dict[Tile, QImage]
    by: Compose | None = None


@dataclass(slots=True)
class _Plate:
    """The last report that was composed. Only the job under way touches it."""

    report: Report | None = None
    composed: Composed | None = None
    versions: tuple[int, ...] = ()
    made: int = 0
    by: Compose | None = None
    redrawing: Redrawing = field(default_factory=Redrawing)

    def set(self, report: Report, by: Compose | None) -> None:
        """Compose a report; a page that changed gets a version of its own."""
        composed = (by or compose)(report)
        self.made += 1
        before = dict(enumerate(zip(self.versions, self.composed.pages, strict=True))) if self.composed else {}
        self.versions = tuple(
            before[at][0] if at in before and before[at][1] == page else self.made
            for at, page in enumerate(composed.pages)
        )
        for at, page in enumerate(composed.pages):
            if at in before and before[at][1] != page:
                self.redrawing.note(at, (before[at][0], self.made), before[at][1], page)
        self.report, self.composed, self.by = report, composed, by


@dataclass(slots=True)
class _Job:
    """What is asked for: a report, and what of it is in view. `have` are tiles that need not be drawn again."""

    report: Report
    tiles: Sequence[Tile]
    have: frozenset[Tile] = field(default_factory=frozenset)
    by: Compose | None = None


class Press(QObject):
    """Prints what is asked for; the newest order wins."""

    pulled = Signal(object)  # Pull
    failed = Signal(object)  # UserError or a fault of ours

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_S)
        self._plate = _Plate()
        self._next: _Job | None = None
        self._is_running = False

    @property
    def is_idle(self) -> bool:
        """Whether nothing is asked for."""
        return not self._is_running and self._next is None

    def ask(
        self,
        report: Report,
        tiles: Sequence[Tile],
        have: frozenset[Tile] = frozenset(),
        by: Compose | None = None,
    ) -> None:
        """Ask for a report, and of it for tiles; their version is that of the page as it then is.

        `by` composes something else that follows from the report.
        """
        self._next = _Job(report, tiles, have, by)
        self._start()

    def _start(self) -> None:
        if self._is_running or self._next is None:
            return
        job, self._next, self._is_running = self._next, None, True
        plate = self._plate
        background.run(self, lambda: _pull(plate, job), self._done, self._not_done)

    def _done(self, pull: Pull) -> None:
        self._is_running = False
        self.pulled.emit(pull)
        self._start()

    def _not_done(self, error: Exception) -> None:
        self._is_running = False
        if self._next is None:  # else the next one may go well
            self.failed.emit(error)
        self._start()


def _pull(plate: _Plate, job: _Job) -> Pull:
    if plate.report is not job.report or plate.by is not job.by:
        plate.set(job.report, job.by)
    assert plate.composed is not None  # it was set just now, or before
    wanted = [_now(tile, plate.versions) for tile in job.tiles if tile.page < len(plate.versions)]
    tiles = _drawn_all(plate.composed, [tile for tile in wanted if tile not in job.have], plate.redrawing)
    plate.redrawing.keep(wanted)
    return Pull(job.report, plate.composed, plate.versions, tiles, job.by)


def _drawn_all(composed: Composed, tiles: Sequence[Tile], redrawing: Redrawing) -> dict[Tile, QImage]:
    """Print the pages of the tiles, and draw the tiles from that."""
    if not tiles:
        return {}
    seen = sorted({tile.page for tile in tiles})
    pages = PrintedPages(printed(replace(composed, pages=tuple(composed.pages[page] for page in seen), tags=())))
    try:
        return {tile: redrawing.drawn(pages, seen.index(tile.page), tile) for tile in tiles}
    finally:
        pages.close()


def _now(tile: Tile, versions: Sequence[int]) -> Tile:
    return tile._replace(look=Look(versions[tile.page], tile.look.width, tile.look.height))

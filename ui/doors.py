"""What stands behind the doors of the start page: recent files, and drafts that were left behind."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core import home
from core.storage import recovery
from core.storage.recovery import Leftover
from ui import background
from ui.filing import Filing, Intent
from ui.memory import Memory
from ui.wizard.start_page import StartPage


class Doors(QObject):
    """Listens to the start page. A draft that was refused is thrown away only when the session ends."""

    failed = Signal(object)  # Exception

    def __init__(self, start: StartPage, filing: Filing, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._start, self._filing, self._memory = start, filing, memory
        self._refused: dict[Path, Leftover] = {}
        doors = {
            "startFromLastYear": lambda: filing.ask_and_read(Intent.DRAFT),
            "startOpen": filing.open,
            "startNew": filing.new,
            "startSample": filing.sample,
        }
        start.door_chosen.connect(lambda name: doors[name]())
        start.recent_chosen.connect(lambda path: filing.open_path(Path(path)))
        start.recent_dropped.connect(self._forget)
        start.leftover_wanted.connect(self._restore)
        start.leftover_refused.connect(lambda leftover: self._refused.update({leftover.file: leftover}))
        start.leftover_kept.connect(lambda leftover: self._refused.pop(leftover.file))

    def list_recents(self) -> None:
        """List what was open lately; whether it is still there is looked up meanwhile."""
        recents = self._memory.settings.recents
        self._start.show_recents(recents, frozenset())

        def look() -> frozenset[str]:  # a network drive that is gone can take seconds to say so
            return frozenset(recent.path for recent in recents if not Path(recent.path).is_file())

        if recents:
            background.run(self, look, lambda gone: self._start.show_recents(recents, gone), self.failed.emit)

    def offer_leftovers(self) -> None:
        """Look for drafts that were not saved and offer them; a file on a network drive may take its time."""
        where = home.folder() / "recovery"
        background.run(self, lambda: recovery.worth_offering(where), self._start.offer, self.failed.emit)

    def throw_away_refused(self) -> None:
        """Remove the drafts that the clerk did not want."""
        for leftover in self._refused.values():
            recovery.discard(leftover)

    def _forget(self, path: str) -> None:
        self._memory.forget(path)
        self.list_recents()

    def _restore(self, leftover: Leftover) -> None:
        self._refused.pop(leftover.file, None)
        self._filing.restore(leftover)
        self.offer_leftovers()

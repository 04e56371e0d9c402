"""The settings while the program runs: read once, written whenever something worth keeping changed."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from core import settings as store
from core.settings import Recent, Settings
from core.summary import summary
from ui.session import Session

log = logging.getLogger(__name__)


class Memory:
    """What is remembered for this user. Without a file nothing outlives the program.

    `carried` tells that the file travels with the program, on a stick.
    """

    def __init__(self, file: Path | None = None, *, carried: bool = False) -> None:
        self._file, self._carried = file, carried
        self.settings = store.load(file, carried=carried) if file else Settings()

    def change(self, **values: Any) -> None:
        """Set settings by name; they are written with the next `write`."""
        self.settings = replace(self.settings, **values)

    def remember(self, session: Session) -> None:
        """Put the open project, with its state and the clerk's place in it, at the head of the recent ones."""
        if session.path is None:
            return
        whole = summary(session.report, session.verdict)
        recent = Recent(
            path=str(session.path),
            unit=session.report.unit,
            year=session.report.year or 0,
            state=whole.standing,
            open_findings=whole.now.errors + whole.now.warnings,
            step=session.view.step,
            cell=session.view.cell,
            is_complete=whole.now.is_complete,
            org_type=session.report.org_type.value if session.report.org_type else "",
        )
        self.settings = replace(store.with_recent(self.settings, recent), last_folder=str(session.path.parent))
        self.write()

    def forget(self, path: str) -> None:
        """Take a project off the recent ones."""
        self.settings = store.without_recent(self.settings, path)
        self.write()

    def place_in(self, path: Path) -> Recent | None:
        """Return where the clerk left off in a project, if that is known."""
        return store.recent_of(self.settings, path)

    def write(self) -> None:
        if self._file is not None and not store.save(self._file, self.settings, carried=self._carried):
            log.warning("the settings could not be written to %s", self._file)

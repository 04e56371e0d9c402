"""The user's own folder for what outlives the program: recovery copies, settings, the log."""

import os
import sys
from pathlib import Path

PORTABLE = "data"
"""A folder of this name beside the installed program: what the program remembers goes there, as on a stick."""


def folder() -> Path:
    """Return the folder; it need not exist yet. `NIANBAO_HOME` names another one, for a test."""
    if chosen := os.environ.get("NIANBAO_HOME"):
        return Path(chosen)
    if (beside := beside_program()) is not None:
        return beside
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "nianbao"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "nianbao"


def beside_program() -> Path | None:
    """Return the folder `data` beside the program where it is the portable one, else None."""
    if not getattr(sys, "frozen", False):
        return None
    beside = Path(sys.executable).parent / PORTABLE
    return beside if beside.is_dir() else None

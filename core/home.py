"""The user's own folder for what outlives the program: recovery copies, settings, the log."""

import os
import sys
from pathlib import Path


def folder() -> Path:
    """Return the folder; it need not exist yet. `NIANBAO_HOME` names another one, for a stick or a test."""
    if chosen := os.environ.get("NIANBAO_HOME"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "nianbao"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "nianbao"

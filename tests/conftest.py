"""What every test leaves behind as it found it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine must not fail a test by its clock; in CI the examples are the same each time, so that red repeats.
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("house")


@pytest.fixture(autouse=True, scope="session")
def no_process_stays() -> Iterator[None]:
    """End the reading process that rests, and see that there is no other."""
    yield
    desk = sys.modules.get("core.isolation.desk")
    if desk is not None:
        desk.close()
    lists = Path("/proc/self/task").glob("*/children")
    children = [pid for some in lists for pid in some.read_text(encoding="ascii").split()]
    commands = [Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0") for pid in children]
    assert [command for command in commands if b"worker" in command] == []


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Empty the clipboard after a test that has a window.

    Without a display Qt drops what a test copied only after Python has ended, which brings the process down at its
    very end. Tests without a window load no Qt for this.
    """
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()

"""What every test leaves behind as it found it."""

import sys
from collections.abc import Iterator

import pytest


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

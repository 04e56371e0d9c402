"""What the tests of the reading processes share."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.isolation import desk, process

MISDEEDS = Path(__file__).with_name("misdeeds.py")


@pytest.fixture(autouse=True)
def _no_process_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    desk.close()  # one that was started with another home
    yield
    desk.close()
    assert desk.pids() == []


@pytest.fixture
def to_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading processes do what the name of the file says: see `misdeeds`."""
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-X", "utf8", str(MISDEEDS)])

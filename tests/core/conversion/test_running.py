"""Programs in the background: bounded in time, and ended with all that they started."""

import sys
import threading
import time
from pathlib import Path

import pytest

from core.conversion import running
from core.conversion.running import end, run
from tests.processes import ON_WINE, is_gone

CHILD = "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
CHILD += "open('pid.txt', 'w').write(str(p.pid)); time.sleep(60)"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_good_end_is_told_from_a_bad_one(tmp_path: Path) -> None:
    assert run(python("open('made', 'w').close()"), tmp_path, 20)
    assert (tmp_path / "made").exists()
    assert not run(python("raise SystemExit(3)"), tmp_path, 20)
    assert not run([str(tmp_path / "no-such-program")], tmp_path, 20)


@pytest.mark.skipif(ON_WINE, reason="the taskkill of Wine knows no children")
def test_what_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    assert not run(python(CHILD), tmp_path, 1.5)
    assert is_gone(int((tmp_path / "pid.txt").read_text()))


def test_what_is_called_off_ends_at_once(tmp_path: Path) -> None:
    called_off = threading.Event()
    called_off.set()
    begun = time.monotonic()
    assert not run(python("import time; time.sleep(60)"), tmp_path, 50, called_off)
    assert time.monotonic() - begun < 10


def test_another_program_does_not_get_our_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("NIANBAO_KEPT", "1")
    code = "import os; assert 'QT_QPA_PLATFORM' not in os.environ and os.environ['NIANBAO_KEPT']"
    assert run(python(code), tmp_path, 20)


def test_processes_can_be_ended_by_number_and_gone_ones_are_passed_over() -> None:
    process = running._started(python("import time; time.sleep(60)"), Path())
    end([process.pid])
    assert process.wait(5) != 0
    end([process.pid])
    assert is_gone(process.pid)

"""How the start of the installed program is measured."""

import os
import shutil
import subprocess
import sys
import time

import pytest

from installer.windows import places, screen, start


def test_more_than_the_goal_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.tell([1.0, 1.0, 9.0], [1.4, 1.5, 1.6]) == 0
    assert start.tell([1.0, 1.0, 9.0], [1.6, 1.6, 1.6]) == 1
    assert "1.60 倍，目标 1.5 倍" in capsys.readouterr().out


@pytest.mark.skipif(
    sys.platform != "linux" or not (shutil.which("Xvfb") and shutil.which("openbox")), reason="without Xvfb and openbox"
)
def test_it_is_seen_from_outside_whether_the_screen_is_light() -> None:
    with screen.opened() as shown:
        shows = start.looker(shown.name)
        assert not shows()
        variables = {**os.environ, **shown.variables(), "QT_QPA_PLATFORM": "xcb"}
        bare = subprocess.Popen([sys.executable, str(places.HERE / "bare.py")], env=variables)
        until = time.monotonic() + 60
        try:
            while not shows() and time.monotonic() < until:
                time.sleep(0.05)
            assert shows()
        finally:
            bare.kill()
            bare.wait()

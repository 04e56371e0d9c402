"""The script that builds on Windows, as far as it can be looked at elsewhere."""

import re

from installer.windows.places import HERE

SCRIPT = (HERE / "build.bat").read_bytes()


def test_any_windows_reads_it_whatever_its_code_page() -> None:
    assert SCRIPT.isascii()
    assert SCRIPT.count(b"\r\n") == SCRIPT.count(b"\n") > 10


def test_every_step_that_may_fail_is_looked_at() -> None:
    """By `if errorlevel`, for `||` behaves otherwise under Wine."""
    lines = SCRIPT.decode("ascii").splitlines()
    steps = [number for number, line in enumerate(lines) if re.match(r'makensis|py |"%PYTHON%"', line)]
    assert len(steps) == 4
    assert all(lines[number + 1].startswith("if errorlevel 1 goto ") for number in steps)
    goals = set(re.findall(r"goto (\w+)", "\n".join(lines)))
    assert goals <= {line.removeprefix(":") for line in lines if line.startswith(":")}


def test_the_packages_are_pinned_and_come_from_where_this_machine_takes_them() -> None:
    assert b"--require-hashes" in SCRIPT
    assert b"http" not in SCRIPT

"""The bound of a reading process on Windows. What the system makes of it can only be seen there."""

import ctypes
import subprocess
import sys

import pytest

from core.isolation import job
from core.isolation.bounds import MOST_BYTES


def test_a_job_is_given_the_bound_and_ends_with_the_program() -> None:
    limits = job.limits()
    assert (limits.process_memory, limits.flags & 0x2100) == (MOST_BYTES, 0x2100)
    assert ctypes.sizeof(limits) == (144 if ctypes.sizeof(ctypes.c_void_p) == 8 else 112)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no jobs elsewhere")
def test_without_jobs_nothing_is_held() -> None:
    with subprocess.Popen([sys.executable, "-c", "pass"]) as process:
        held = job.Job(process)
        assert not held.holds
        held.close()

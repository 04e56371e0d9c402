"""The memory of processes on Windows. What the system tells can only be seen there."""

import ctypes
import os
import sys

import pytest

from core.isolation import windows_memory


def test_the_counters_are_laid_out_as_windows_has_them() -> None:
    size = ctypes.sizeof(ctypes.c_void_p)
    assert ctypes.sizeof(windows_memory._Counters) == 8 + 8 * size
    assert windows_memory._Counters.peak_committed.offset == 8 + 7 * size


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has these counters")
def test_our_own_memory_is_told_and_that_of_no_process_is_none() -> None:
    kept = bytearray(64 << 20)
    assert len(kept) < windows_memory.now(os.getpid()) <= windows_memory.peak(os.getpid())
    assert windows_memory.now(2**22 + 1) == 0

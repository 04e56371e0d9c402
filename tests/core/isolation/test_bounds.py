"""The bounds of a reading process are kept by the system itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.isolation import bounds

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to its limit of addresses")
def test_the_system_refuses_more_memory_than_the_bound() -> None:
    code = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from core.isolation import bounds
assert bounds.bound_myself()
half = bytearray(bounds.MOST_BYTES // 2)
try:
    rest = bytearray(bounds.MOST_BYTES // 2)
except MemoryError:
    print("refused")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("refused\n", "")


def test_the_memory_of_a_process_can_be_seen() -> None:
    assert 1 << 20 < bounds.memory_of(os.getpid()) <= bounds.peak_bytes() + (64 << 20)
    assert bounds.memory_of(2**22 + 1) == 0

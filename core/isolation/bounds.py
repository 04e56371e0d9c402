"""How long a reading process may take and how much memory, and how the system is made to hold it to that."""

import os
import subprocess
import sys
from pathlib import Path

SECONDS = 10.0
MOST_BYTES = 1 << 30
MOST_LOG_BYTES = 4 << 20
START_SECONDS = 30.0
"""For Python to start on a slow disk under a virus scanner; counted apart from the reading."""


def bound_myself() -> bool:
    """Let the system refuse this process more than `MOST_BYTES`; tell whether it does. For POSIX.

    Also no file longer than the log may be, should native code write one, and no image of the memory after a crash.
    """
    if sys.platform == "win32":
        return False  # the parent lays it into a job
    import resource

    for kind, most in (
        (resource.RLIMIT_FSIZE, MOST_LOG_BYTES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_AS, MOST_BYTES),
    ):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # a stricter limit is set already, or the system has none of this kind
            return False
    return sys.platform == "linux"  # macOS takes the limit and does not keep it


def peak_bytes() -> int:
    """Return the most memory that this process had at a time, 0 where the system does not tell."""
    if sys.platform == "win32":
        from core.isolation import windows_memory

        return windows_memory.peak(os.getpid())
    try:  # what getrusage tells on Linux counts the parent that this process was forked from
        told = Path("/proc/self/status").read_bytes().partition(b"VmHWM:")[2].split()
        return int(told[0]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def memory_of(pid: int) -> int:
    """Return the bytes of memory that a process has now, 0 where they cannot be told."""
    if sys.platform == "win32":
        from core.isolation import windows_memory

        return windows_memory.now(pid)
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * 4096
    except (OSError, ValueError, IndexError):
        pass
    try:
        ask = ["/bin/ps", "-o", "rss=", "-p", str(pid)]
        told = subprocess.run(ask, capture_output=True, check=False)  # noqa: S603  no word of it is anybody's
        return int(told.stdout or 0) * 1024
    except (OSError, ValueError):
        return 0

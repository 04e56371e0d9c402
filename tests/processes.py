"""Whether a process is there, on every system."""

import ctypes
import os
import sys
import time
from pathlib import Path

if sys.platform == "win32":
    ON_WINE = hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")

    def is_there(pid: int) -> bool:
        """Tell whether a process runs; Python's own `os.kill(pid, 0)` would end it on Windows."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = ctypes.c_void_p
        kernel.WaitForSingleObject.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
        kernel.CloseHandle.argtypes = [ctypes.c_void_p]
        handle = kernel.OpenProcess(0x00100000, 0, pid)  # SYNCHRONIZE
        if not handle:
            return False
        try:
            return int(kernel.WaitForSingleObject(handle, 0)) == 0x102  # WAIT_TIMEOUT: it has not ended
        finally:
            kernel.CloseHandle(handle)
else:
    ON_WINE = False

    def is_there(pid: int) -> bool:
        """Tell whether a process runs; one that ended and that nobody asked after does not."""
        try:
            os.kill(pid, 0)
            stat = Path(f"/proc/{pid}/stat")
            return not stat.exists() or stat.read_text("utf-8", "replace").rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False


def is_gone(pid: int, seconds: float = 5.0) -> bool:
    """Wait for a process to end; tell whether it did."""
    until = time.monotonic() + seconds
    while is_there(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_there(pid)

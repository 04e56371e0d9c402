"""How much memory a process has on Windows, as the system counts it; 0 where it does not tell."""

import ctypes
import sys


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        *((name, ctypes.c_size_t) for name in ("peak_working_set", "working_set", "peak_paged", "paged")),
        *((name, ctypes.c_size_t) for name in ("peak_not_paged", "not_paged", "committed", "peak_committed")),
    )


def now(pid: int) -> int:
    """Return the bytes that a process has been promised by now, in memory or on the disk."""
    return int(_counters(pid).committed)


def peak(pid: int) -> int:
    """Return the most bytes that a process had been promised at a time."""
    return int(_counters(pid).peak_committed)


def _counters(pid: int) -> _Counters:
    counters = _Counters()
    counters.size = ctypes.sizeof(counters)
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = ctypes.c_void_p
        kernel.K32GetProcessMemoryInfo.argtypes = [ctypes.c_void_p, ctypes.POINTER(_Counters), ctypes.c_uint32]
        kernel.CloseHandle.argtypes = [ctypes.c_void_p]
        handle = kernel.OpenProcess(_TO_ASK, 0, pid)
        if handle:
            kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.size)
            kernel.CloseHandle(handle)
    return counters


_TO_ASK = 0x1000 | 0x0010  # PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_VM_READ

"""A Windows job: the way there to bound the memory of another process, and to end it when the program ends."""

import ctypes
import subprocess
import sys

from core.isolation.bounds import MOST_BYTES


class Job:
    """A Windows job: it bounds the memory of a process, and ends it when the program ends in whatever way."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._handle = 0
        self.holds = False
        if sys.platform == "win32":
            self._handle = _job()
            handle = int(process._handle)  # noqa: SLF001  the only way to the handle that it has open
            self.holds = bool(self._handle and _kernel().AssignProcessToJobObject(self._handle, handle))

    def close(self) -> None:
        """Let go of the job; whatever still runs in it ends."""
        if sys.platform == "win32" and self._handle:
            _kernel().CloseHandle(self._handle)
        self._handle = 0


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


_EXTENDED = 9  # JobObjectExtendedLimitInformation
_ONE_PROCESS, _PROCESS_MEMORY, _NO_FAULT_BOX, _ENDS_WITH_US = 0x8, 0x100, 0x400, 0x2000


def limits() -> _Limits:
    """Return what a job holds a reading process to."""
    given = _Limits()
    given.flags = _ONE_PROCESS | _PROCESS_MEMORY | _NO_FAULT_BOX | _ENDS_WITH_US
    given.processes = 1
    given.process_memory = MOST_BYTES
    return given


if sys.platform == "win32":

    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.CreateJobObjectW.argtypes = [ctypes.c_void_p, ctypes.c_wchar_p]
        kernel.SetInformationJobObject.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32]
        kernel.AssignProcessToJobObject.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        kernel.CloseHandle.argtypes = [ctypes.c_void_p]
        return kernel

    def _job() -> int:
        handle = _kernel().CreateJobObjectW(None, None)
        given = limits()
        if handle and _kernel().SetInformationJobObject(handle, _EXTENDED, ctypes.byref(given), ctypes.sizeof(given)):
            return int(handle)
        return 0

"""What a reading process may not do: reach the network, write a file, start a program.

Python tells every such deed to its audit hooks, also where a library does it. A hook cannot be taken away again.
"""

import os
import sys
from typing import Any

_FAMILIES = frozenset(
    {"socket", "subprocess", "urllib", "http", "ftplib", "smtplib", "poplib", "imaplib", "webbrowser", "pty", "shutil"}
    | {"tempfile", "winreg", "msvcrt", "syslog", "telnetlib", "nntplib", "signal", "sqlite3"}
)
_DEEDS = frozenset(
    f"os.{deed}"
    for deed in (
        *("system", "exec", "spawn", "posix_spawn", "fork", "forkpty", "startfile", "startfile/2", "kill", "killpg"),
        *("remove", "rename", "mkdir", "rmdir", "truncate", "link", "symlink", "chmod", "chown", "chflags", "lchmod"),
        *("utime", "setxattr", "removexattr", "putenv", "unsetenv", "lockf"),
    )
)
_READING_KEYS = frozenset({"winreg.OpenKey", "winreg.QueryValue", "winreg.EnumKey", "winreg.EnumValue"})
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class RefusedError(RuntimeError):
    """Something tried what no reader of files needs."""


def refuse() -> None:
    """From now on refuse this process network, writing and other programs."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_judge)


def _judge(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        _, mode, flags = arguments
        if (isinstance(mode, str) and any(sign in mode for sign in "wax+")) or (
            isinstance(flags, int) and flags & _TO_WRITE
        ):
            raise RefusedError(f"open for writing: {arguments!r}")
    elif event in _DEEDS or (event.partition(".")[0] in _FAMILIES and event not in _READING_KEYS):
        raise RefusedError(f"{event} {arguments!r}")

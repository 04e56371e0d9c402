"""Make the one-folder program out of the sources, by PyInstaller: on Windows itself, or with its Python under Wine."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace

from installer.windows import fetch
from installer.windows.places import BUNDLE, FROZEN, HERE, WORK
from installer.windows.wine import Wine, windows_path

SPEC = HERE / "nianbao.spec"
STORED = {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
"""Modules lie in the archive as they are: the setup packs them better than they would pack one by one."""

EXE, CONSOLE_EXE = "nianbao.exe", "nianbao-cli.exe"


class FreezeError(RuntimeError):
    """PyInstaller did not get to its end; its last words are in the message."""


def freeze(wine: Wine | None) -> None:
    """Write the bundle to `BUNDLE`, anew; without Wine by the Python that runs."""
    shutil.rmtree(FROZEN, ignore_errors=True)
    named = windows_path if wine else str
    options = ["--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", named(FROZEN), "--workpath", named(WORK / "pyinstaller"), named(SPEC)]
    if wine:
        python = windows_path(fetch.windows_python() / "python.exe")
        stored = replace(wine, variables={**wine.variables, **STORED})
        done = stored.run(python, "-m", "PyInstaller", *options, *places, seconds=900)
    else:
        line = [sys.executable, "-m", "PyInstaller", *options, *places]
        given = {**os.environ, **STORED}
        done = subprocess.run(line, env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode or not (BUNDLE / EXE).is_file():
        words = done.stdout.decode("utf-8", "replace").splitlines()[-30:]
        raise FreezeError("PyInstaller 没有完成：\n" + "\n".join(words))

"""Make the one-folder program out of the sources: by PyInstaller, with the Windows Python under Wine."""

import shutil

from installer.windows import fetch
from installer.windows.places import BUNDLE, FROZEN, HERE, WORK
from installer.windows.wine import Wine, windows_path

SPEC = HERE / "nianbao.spec"
EXE, CONSOLE_EXE = "nianbao.exe", "nianbao-cli.exe"


class FreezeError(RuntimeError):
    """PyInstaller did not get to its end; its last words are in the message."""


def freeze(wine: Wine) -> None:
    """Write the bundle to `BUNDLE`, anew."""
    shutil.rmtree(FROZEN, ignore_errors=True)
    python = windows_path(fetch.windows_python() / "python.exe")
    places = ["--distpath", windows_path(FROZEN), "--workpath", windows_path(WORK / "pyinstaller")]
    options = ["--noconfirm", "--log-level", "WARN", *places]
    done = wine.run(python, "-m", "PyInstaller", *options, windows_path(SPEC), seconds=900)
    if done.returncode or not (BUNDLE / EXE).is_file():
        words = done.stdout.decode("utf-8", "replace").splitlines()[-30:]
        raise FreezeError("PyInstaller 没有完成：\n" + "\n".join(words))

"""Windows programs on Debian: a prefix of Wine that says it is a Chinese Windows 10, and how programs are run in it."""

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from installer.windows import fetch

CLASS = r"HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\Windows.UI.ViewManagement.UISettings"
WITHOUT = "mscoree=;mshtml=;winemenubuilder.exe="
"""No .NET, no web page, and no entries among the programs of this machine."""

OUR_RUNTIME = "vcruntime140,vcruntime140_1,msvcp140,msvcp140_1,msvcp140_2=n"
"""The bundle's own C++ libraries instead of Wine's."""


@dataclass(frozen=True)
class Wine:
    """A prefix. `locales` is the folder of a Chinese locale made for it, should this machine have none."""

    prefix: Path
    locales: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def drive(self) -> Path:
        return self.prefix / "drive_c"

    def environment(self) -> dict[str, str]:
        """Return the variables for a program; Wine takes over those that it knows from Windows."""
        ours = {
            "HOME": str(self.prefix / "home"),  # Wine lets the desktop be that of whoever runs it
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": WITHOUT,
            "LOCPATH": str(self.locales),
            "LC_ALL": "zh_CN.UTF-8",
            "LANG": "zh_CN.UTF-8",
        }
        return {**os.environ, **ours, **self.variables}

    @property
    def user(self) -> Path:
        """The folder of the one user there is."""
        return next(place for place in (self.drive / "users").iterdir() if place.name != "Public")

    def path(self, place: Path) -> str:
        """Return how Windows programs call a place on drive C."""
        return "C:\\" + str(place.relative_to(self.drive)).replace("/", "\\")

    def run(self, *words: str, seconds: float = 300) -> subprocess.CompletedProcess[bytes]:
        """Run a Windows program and wait for it. Its input is a pipe: Python under Wine 8 dies of an empty device."""
        line = ["wine", *words]
        return subprocess.run(
            line,
            input=b"\n",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environment(),
            timeout=seconds,
            check=False,
        )

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        """Start a Windows program and go on; the caller ends it."""
        return subprocess.Popen(
            ["wine", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment(),
        )

    def registry(self, key: str) -> str:
        """Return what the registry holds at and below a key, as `reg query` shows it; nothing where it is absent."""
        done = self.run("reg", "query", key, "/s")
        return done.stdout.decode("gb18030", "replace") if done.returncode == 0 else ""

    def settle(self) -> None:
        """Wait until nothing runs in the prefix any more; only then the registry is on the disk."""
        subprocess.run(["wineserver", "-w"], env=self.environment(), check=False, timeout=120)

    def close(self) -> None:
        """End everything that runs in the prefix."""
        subprocess.run(["wineserver", "-k"], env=self.environment(), check=False)


def at(prefix: Path) -> Wine:
    """Return the prefix of a place, whether it is made or not."""
    return Wine(prefix, prefix.with_name(prefix.name + "-locales"))


def make(prefix: Path) -> Wine:
    """Return a prefix at a place, made anew if none is there."""
    wine = at(prefix)
    if (prefix / "made.txt").is_file():
        return wine
    shutil.rmtree(prefix, ignore_errors=True)
    chinese(wine.locales)
    (prefix / "home").mkdir(mode=0o700, parents=True)
    wine.run("wineboot", "-i")
    wine.run("winecfg", "-v", "win10")
    library = wine.drive / "windows" / "system32" / fetch.UI_DLL
    if not library.exists():  # Wine 10 has it
        library.write_bytes(fetch.ui_dll())
        value = rf"C:\windows\system32\{fetch.UI_DLL}"
        wine.run("reg", "add", CLASS, "/v", "DllPath", "/t", "REG_SZ", "/d", value, "/f")
    wine.settle()
    (prefix / "made.txt").write_text("ok\n", "ascii")
    return wine


def chinese(place: Path) -> None:
    """Make the locale zh_CN.UTF-8 in a folder of its own: Wine takes code page 936 and the language from it."""
    made = place / "zh_CN.UTF-8"
    if not made.is_dir():
        place.mkdir(parents=True, exist_ok=True)
        subprocess.run(["localedef", "-i", "zh_CN", "-f", "UTF-8", str(made)], check=True)


def windows_path(path: Path) -> str:
    """Return how Windows programs under Wine call a place of this machine."""
    return "Z:" + str(path.resolve()).replace("/", "\\")

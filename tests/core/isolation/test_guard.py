"""What a reading process is refused; each deed is tried in a process of its own, for a hook never goes away."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
TRY = """
import sys
sys.path.insert(0, {root!r})
from core.isolation import guard
import ctypes, http.client, multiprocessing, os, pathlib, shutil, smtplib, socket, subprocess, tempfile, urllib.request
guard.refuse()
try:
    {deed}
except guard.RefusedError:
    print("refused")
except OSError as error:
    print("refused" if isinstance(error.__context__, guard.RefusedError) else repr(error))
else:
    print("done")
"""


posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows starts no program in this way")


def tried(deed: str, folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", TRY.format(root=str(ROOT), deed=deed)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    ).stdout.strip()


@pytest.mark.parametrize(
    "deed",
    [
        "socket.socket()",
        "socket.getaddrinfo('localhost', 80)",
        "urllib.request.urlopen('http://127.0.0.1:9/')",
        "http.client.HTTPConnection('127.0.0.1', 9).connect()",
        "subprocess.run([sys.executable, '-c', 'pass'])",
        "os.system('exit 0')",
        pytest.param("os.posix_spawn(sys.executable, [sys.executable, '-c', 'pass'], {})", marks=posix),
        "os.execv(sys.executable, [sys.executable, '-c', 'pass'])",
        pytest.param("os.fork()", marks=posix),
        "open('new.txt', 'w')",
        "open('old.txt', 'r+')",
        "open('old.txt', 'ab')",
        "os.open('new.txt', os.O_CREAT | os.O_WRONLY)",
        "pathlib.Path('new.txt').write_text('x')",
        "pathlib.Path('new').mkdir()",
        "os.remove('old.txt')",
        "os.rename('old.txt', 'new.txt')",
        "os.truncate('old.txt', 0)",
        "shutil.copyfile('old.txt', 'new.txt')",
        "tempfile.TemporaryFile()",
    ],
)
def test_network_writing_and_other_programs_are_refused(tmp_path: Path, deed: str) -> None:
    (tmp_path / "old.txt").write_text("alt", encoding="utf-8")
    assert tried(deed, tmp_path) == "refused"
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("old.txt", "alt")]


@pytest.mark.parametrize(
    "deed", ["open('old.txt').close()", "pathlib.Path('old.txt').read_bytes()", "os.listdir()", "import zipfile, csv"]
)
def test_reading_is_not(tmp_path: Path, deed: str) -> None:
    (tmp_path / "old.txt").write_text("alt", encoding="utf-8")
    assert tried(deed, tmp_path) == "done"

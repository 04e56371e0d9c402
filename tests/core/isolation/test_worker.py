"""The reading process from inside: every request is answered, whatever a reader does."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core import importers
from core.isolation import desk, wire, worker

ROOT = Path(__file__).resolve().parents[3]
LAST_YEAR = next((ROOT / "resources" / "sample").glob("*.docx"))
PROJECT = next((ROOT / "resources" / "sample").glob("*.nianbao"))
MISDEEDS = Path(__file__).with_name("misdeeds.py")


def asked(*requests: dict[str, str], home: Path, program: list[str] | None = None) -> list[bytes]:
    """The lines that a process says when it is asked this and then nothing more; it must end by itself."""
    done = subprocess.run(
        [sys.executable, *(program or [str(ROOT / "main.py"), "worker"])],
        input=b"".join(json.dumps(request).encode() + b"\n" for request in requests),
        capture_output=True,
        timeout=60,
        check=True,
        cwd=home,
        env={**os.environ, "NIANBAO_HOME": str(home)},
    )
    assert done.stderr == b""
    return done.stdout.splitlines()


def test_it_answers_line_by_line_and_ends_when_nobody_asks(tmp_path: Path) -> None:
    request = {"do": "file", "path": str(LAST_YEAR)}
    first, *answers = asked(request, {"do": "file", "path": "没有.docx"}, request, home=tmp_path)
    assert json.loads(first) == {"bounded": sys.platform == "linux"}
    good, bad, again = map(json.loads, answers)
    assert wire.recognised_in(good["good"]) == importers.read_report(LAST_YEAR)
    assert again["good"] == good["good"]
    assert "没有.docx" in bad["error"]["message"]


def test_nothing_but_answers_stands_on_its_output(tmp_path: Path) -> None:
    lines = asked({"do": "file", "path": "chatter.docx"}, home=tmp_path, program=[str(MISDEEDS)])
    assert json.loads(lines[1])["good"] == "done"
    assert lines[2:] == [b"\x00"] * 3


@pytest.mark.parametrize(
    ("deed", "sentence", "logged"),
    [
        pytest.param(
            *("eat", "内存", ""),
            marks=pytest.mark.skipif(sys.platform == "win32", reason="on Windows the parent bounds the memory"),
        ),
        ("dig", "层层嵌套", ""),
        ("divide", "没有料到", "ZeroDivisionError"),
        ("exit_politely", "没有料到", "SystemExit"),
        ("write", "没有料到", "RefusedError: open for writing"),
    ],
)
def test_what_goes_wrong_is_a_sentence_and_the_next_file_is_read(
    tmp_path: Path, deed: str, sentence: str, logged: str
) -> None:
    requests = [{"do": "file", "path": f"{deed}.docx"}, {"do": "file", "path": str(LAST_YEAR)}]
    _, bad, good = map(json.loads, asked(*requests, home=tmp_path, program=[str(MISDEEDS)]))
    assert f"“{deed}.docx”" in bad["error"]["message"]
    assert sentence in bad["error"]["message"]
    assert "Traceback" not in str(bad)
    assert good["good"]["format"] == "F2021"
    assert logged in (tmp_path / "log" / "reading.log").read_text(encoding="utf-8")
    assert not (tmp_path / "written.txt").exists()


def test_a_request_that_nobody_knows_is_answered_too() -> None:
    content, tail = worker.answer({"do": "dance"})
    assert "没有料到" in content["error"]["message"]
    assert tail == b""


def test_the_values_of_the_command_are_made_there(tmp_path: Path) -> None:
    values = desk.values_of(PROJECT)
    assert (values["format"], len(values["tables"])) == ("F2021", 3)
    assert values == worker.answer({"do": "answer", "path": str(PROJECT)})[0]["good"]


def test_readers_are_compiled_once_though_reading_writes_nothing(tmp_path: Path) -> None:
    compiled = tmp_path / "compiled"
    variables = {"NIANBAO_HOME": str(tmp_path), "PYTHONPYCACHEPREFIX": str(compiled)}
    command = [sys.executable, str(ROOT / "main.py"), "worker"]
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, input=b"", capture_output=True, check=True, env={**plain, **variables})
    readers = {path.name.partition(".")[0] for path in compiled.rglob("*.pyc") if path.parent.name == "importers"}
    assert readers == {path.stem for path in (ROOT / "core" / "importers").glob("*.py")}


def test_a_log_that_grew_long_begins_anew(tmp_path: Path) -> None:
    log = tmp_path / "log" / "reading.log"
    log.parent.mkdir()
    log.write_bytes(b"x" * (1 << 20) + b"x")
    asked(home=tmp_path)
    assert log.stat().st_size == 0


def test_without_a_place_for_a_log_it_reads_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")
    _, answer = asked({"do": "file", "path": str(LAST_YEAR)}, home=tmp_path)
    assert "good" in json.loads(answer)


def test_on_windows_the_system_is_asked_for_before_other_programs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.11 runs Windows' own `ver` to know its version, which PDFium's Python wants to know when loaded."""
    asked: list[str] = []
    monkeypatch.setattr("platform.uname", lambda: asked.append("uname"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    worker._warm_up()
    monkeypatch.setattr(sys, "platform", "win32")
    worker._warm_up()
    assert asked == (["uname"] if os.name == "posix" else ["uname", "uname"])

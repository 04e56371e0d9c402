"""A reading process that hangs, eats memory, falls down or talks nonsense: each is one sentence."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.isolation import bounds, process
from core.isolation.process import Worker
from tests.processes import is_gone


@pytest.fixture
def worker() -> Iterator[Worker]:
    one = Worker()
    yield one
    one.end()


def ask(worker: Worker, deed: str) -> process.Reply:
    return worker.ask({"do": "file", "path": f"{deed}.docx"}, f"{deed}.docx")


@pytest.mark.usefixtures("to_order")
@pytest.mark.parametrize(
    ("deed", "sentence"), [("fall_down", "出了故障，没有读入"), ("leave", "出了故障，没有读入"), ("hang", "还没有读完")]
)
def test_a_process_that_gives_no_answer_is_ended_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, deed: str, sentence: str, worker: Worker
) -> None:
    monkeypatch.setattr(bounds, "SECONDS", 1.0)
    with pytest.raises(UserError, match=sentence):
        ask(worker, deed)
    assert (worker.is_alive, worker.is_fresh) == (False, False)


@pytest.mark.usefixtures("to_order")
def test_the_parent_watches_the_memory_where_the_system_does_not(
    monkeypatch: pytest.MonkeyPatch, worker: Worker
) -> None:
    monkeypatch.setattr(bounds, "MOST_BYTES", 200 << 20)  # here, not in the process: its own bound is 1 GB
    ask(worker, "chatter")
    worker._is_bounded = False
    with pytest.raises(UserError, match="内存"):
        ask(worker, "eat")


@pytest.mark.usefixtures("to_order")
def test_an_answer_may_be_followed_by_bytes(worker: Worker) -> None:
    reply = ask(worker, "chatter")
    assert (reply.content["good"], reply.tail) == ("done", b"\x00\n" * 3)


@pytest.mark.parametrize(
    "says", ["print('no json')", "print('[1]')", "print(chr(123) * 10)", "print('{\"bytes\": -1}')", "pass"]
)
def test_a_process_that_talks_nonsense_has_not_started(monkeypatch: pytest.MonkeyPatch, says: str) -> None:
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", says])
    worker = Worker()
    with pytest.raises(UserError, match="没有启动起来"):
        ask(worker, "x")
    assert not worker.is_alive


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process.command() == [sys.executable, "worker"]
    monkeypatch.setattr(sys, "frozen", False)
    assert process.command()[-2:] == [str(Path(__file__).resolve().parents[3] / "main.py"), "worker"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not sent there")
def test_no_process_outlives_the_program_that_was_killed(tmp_path: Path) -> None:
    code = "import sys, time; sys.path.insert(0, sys.argv[1]); from core.isolation import desk; desk.warm_up()"
    code += "; print(*desk.pids(), flush=True); time.sleep(60)"
    root = str(Path(__file__).resolve().parents[3])
    with subprocess.Popen(
        [sys.executable, "-c", code, root], stdout=subprocess.PIPE, text=True, env={**os.environ}
    ) as program:
        assert program.stdout is not None
        (pid,) = map(int, program.stdout.readline().split())
        program.send_signal(signal.SIGKILL)
    assert is_gone(pid)

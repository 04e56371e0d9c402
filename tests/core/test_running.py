"""A second start and the program that runs."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from core import running

ROOT = Path(__file__).resolve().parents[2]


def second(place: Path, file: str) -> "subprocess.Popen[str]":
    code = (
        f"from pathlib import Path\nfrom core import running\nprint(running.hand_over(Path({str(place)!r}), {file!r}))"
    )
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_without_a_program_that_runs_a_start_goes_on_by_itself(tmp_path: Path) -> None:
    assert not running.hand_over(tmp_path / "home", "甲.nianbao")
    assert not (tmp_path / "home").exists()


def test_a_lock_that_was_left_by_one_that_fell_is_nobodys(tmp_path: Path) -> None:
    (tmp_path / running.LOCK).write_bytes(b"")
    assert not running.hand_over(tmp_path, "甲.nianbao")
    assert not (tmp_path / running.LOCK).exists()


def test_the_file_of_a_second_start_is_taken_with_its_full_path(tmp_path: Path) -> None:
    lock = running.take(tmp_path)
    assert lock is not None
    other = second(tmp_path, "我的 年报.nianbao")
    answered: list[str] = []
    until = time.monotonic() + 30
    while not answered and time.monotonic() < until:
        answered += running.answer(tmp_path)
        time.sleep(0.01)
    assert (other.communicate()[0].strip(), other.returncode) == ("True", 0)
    assert answered == [str(ROOT / "我的 年报.nianbao")]
    running.give_up(tmp_path, lock)
    assert not (tmp_path / running.LOCK).exists()


def test_a_call_that_nobody_answers_is_taken_back(tmp_path: Path) -> None:
    lock = running.take(tmp_path)
    assert lock is not None
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(running._call(running.calls_of(tmp_path), "", 0.1)))
    asking.start()
    asking.join()
    assert answers == [False]
    assert list(running.calls_of(tmp_path).iterdir()) == []
    running.give_up(tmp_path, lock)


def test_only_one_program_answers(tmp_path: Path) -> None:
    lock = running.take(tmp_path)
    assert lock is not None
    assert running.take(tmp_path) is None
    running.give_up(tmp_path, lock)
    again = running.take(tmp_path)
    assert again is not None
    running.give_up(tmp_path, again)


def test_where_nothing_can_be_written_nobody_answers(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert running.take(tmp_path / "file") is None


@pytest.mark.parametrize("nonsense", [b"{", b"\xff\xfe", b"[1]", b"[" * 100_000])
def test_a_call_that_makes_no_sense_is_taken_away(tmp_path: Path, nonsense: bytes) -> None:
    running.calls_of(tmp_path).mkdir()
    (running.calls_of(tmp_path) / "1.call").write_bytes(nonsense)
    assert [file for file in running.answer(tmp_path) if file] == []
    assert list(running.calls_of(tmp_path).iterdir()) == []

"""Processes at hand: one reads on after the other, rests, and ends."""

import time
from collections.abc import Iterator

import pytest

from core.errors import UserError
from core.isolation import pool, process
from core.isolation.pool import Pool
from tests.core.isolation.test_desk import LAST_YEAR
from tests.processes import ON_WINE, is_there

REQUEST = {"do": "file", "path": str(LAST_YEAR)}


@pytest.fixture
def one() -> Iterator[Pool]:
    made = Pool()
    yield made
    made.close()
    assert made.pids == []


def test_one_process_reads_one_file_after_the_other(one: Pool) -> None:
    pids = set()
    for _ in range(3):
        assert "good" in one.ask(REQUEST, "x").content
        pids |= set(one.pids)
    assert len(pids) == 1


def test_after_many_files_another_process_reads_on(one: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MOST_FILES", 2)
    one.ask(REQUEST, "x")
    first = one.pids
    one.ask(REQUEST, "x")
    assert one.pids == []
    one.ask(REQUEST, "x")
    assert one.pids != first


def test_a_process_that_rests_too_long_is_ended() -> None:
    short = Pool(rest=0.1)
    short.ask(REQUEST, "x")
    (pid,) = short.pids
    time.sleep(0.5)
    assert (short.pids, is_there(pid)) == ([], False)


def test_one_that_ended_while_it_rested_is_not_asked(one: Pool) -> None:
    one.warm_up()
    one._idle[0]._process.kill()
    one._idle[0]._process.wait()
    assert "good" in one.ask(REQUEST, "x").content


@pytest.mark.skipif(ON_WINE, reason="Wine holds no job to its memory; the parent then ends the process")
@pytest.mark.usefixtures("to_order")
def test_one_that_took_much_memory_reads_no_more(one: Pool) -> None:
    assert "内存" in str(one.ask({"do": "file", "path": "eat.docx"}, "eat.docx").content["error"])
    assert one.pids == []


def test_a_system_that_starts_nothing_gets_a_sentence(one: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "command", lambda: ["no such program"])
    with pytest.raises(UserError, match="没有启动起来"):
        one.ask(REQUEST, "x")

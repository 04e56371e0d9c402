"""When judging, telling and guarding follow an edit."""

import time

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import pace
from ui.pace import GUARD_MS, JUDGE_MS, LATEST_MS, PAINTED_MS, Following, Pace


class Heard(QObject):
    """What came due, in order, and when."""

    def __init__(self, following: Following) -> None:
        super().__init__()
        self.order: list[str] = []
        self.begun = time.monotonic()
        self.judged_after = 0.0
        self._following = following
        following.judging_due.connect(self._judge)
        following.telling_due.connect(self._tell)
        following.guarding_due.connect(self._guard)

    def _judge(self) -> None:
        self.order.append("judge")
        self.judged_after = (time.monotonic() - self.begun) * 1000

    def _tell(self) -> None:
        self.order.append("tell")
        self._following.told()

    def _guard(self) -> None:
        self.order.append("guard")
        self._following.guarded()


def waiting(following: Following) -> tuple[bool, bool]:
    return following.is_behind, following.is_unguarded


@pytest.fixture
def following(qapp: QApplication) -> Following:
    return Following(qapp)


@pytest.fixture
def heard(following: Following) -> Heard:
    return Heard(following)


def test_a_table_is_judged_once_painted_then_told_then_guarded(
    qtbot: QtBot, following: Following, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "GUARD_MS", 60_000)  # it comes behind the telling, not when its own time is up
    following.wait(Pace.PAINTED)
    assert waiting(following) == (True, True)
    qtbot.waitUntil(lambda: len(heard.order) == 3)
    assert heard.order == ["judge", "tell", "guard"]
    assert waiting(following) == (False, False)


def test_edits_that_follow_quickly_put_the_findings_off_but_not_for_long(
    qtbot: QtBot, following: Following, heard: Heard
) -> None:
    while not heard.order:
        following.wait(Pace.PAINTED)
        qtbot.wait(PAINTED_MS // 5)
    assert PAINTED_MS <= heard.judged_after < 3 * LATEST_MS


def test_who_goes_first_is_waited_for(qtbot: QtBot, following: Following, heard: Heard) -> None:
    busy = [True]
    following.give_way(lambda: busy[0])
    following.wait(Pace.PAINTED)
    qtbot.wait(2 * PAINTED_MS)
    assert heard.order == []
    assert waiting(following) == (True, True)
    busy[0] = False
    qtbot.waitUntil(lambda: len(heard.order) == 3)
    assert heard.order == ["judge", "tell", "guard"]


def test_who_goes_first_is_not_waited_for_beyond_measure(qtbot: QtBot, following: Following, heard: Heard) -> None:
    following.give_way(lambda: True)
    following.wait(Pace.PAINTED)
    qtbot.waitUntil(lambda: len(heard.order) == 3)
    assert heard.judged_after >= LATEST_MS


def test_words_are_judged_when_the_hands_rest_and_guarded_before_that_if_they_do_not(
    qtbot: QtBot, following: Following, heard: Heard
) -> None:
    while "guard" not in heard.order:
        following.wait(Pace.RESTED)
        qtbot.wait(JUDGE_MS // 6)
        assert time.monotonic() - heard.begun < 10 * GUARD_MS / 1000
    assert heard.order == ["guard"]
    qtbot.waitUntil(lambda: "tell" in heard.order)


def test_nothing_follows_what_was_stopped(qtbot: QtBot, following: Following, heard: Heard) -> None:
    following.wait(Pace.PAINTED)
    following.stop()
    qtbot.wait(2 * GUARD_MS)
    assert heard.order == []

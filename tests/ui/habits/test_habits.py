"""Every habit of the hands holds in our window; of a plain table view of Qt it is told how many do."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.habits.habits import HABITS, Habit
from tests.ui.habits.stage import Ours, Stage, Stock

MOST_OF_STOCK = 14


@pytest.fixture
def ours(qtbot: QtBot) -> Iterator[Stage]:
    stage = Ours()
    qtbot.addWidget(stage.window)
    yield stage
    stage.session.close()


def test_there_are_32_of_them() -> None:
    assert len(HABITS) == len({habit.name for habit in HABITS}) == 32


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)  # a menu, offscreen
@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.name)
def test_our_window_keeps(habit: Habit, ours: Stage) -> None:
    assert habit.holds(ours)


def test_a_plain_table_view_keeps_few_of_them(qtbot: QtBot, record_property: pytest.FixtureRequest) -> None:
    stage = Stock()
    qtbot.addWidget(stage.window)
    kept = [habit.name for habit in HABITS if habit.holds(stage)]
    record_property("kept_by_a_plain_table_view", len(kept))  # type: ignore[operator]  # pytest's own fixture, a function
    assert 0 < len(kept) <= MOST_OF_STOCK

"""Marks and short words."""

from datetime import UTC, datetime, timedelta

import pytest

from core.report import Report
from core.steps import Progress, StepState
from ui.words import day, file_stem, headline, step_mark, step_words


@pytest.mark.parametrize(
    ("state", "mark", "words"),
    [
        (StepState(Progress.PROBLEMS, 2, 1), "▲2", "还有 2 处必须改，还有 1 处要说明"),
        (StepState(Progress.PROBLEMS, 0, 3), "●3", "还有 3 处要说明"),
        (StepState(Progress.DONE), "✓", "完成"),
        (StepState(Progress.UNSEEN), "未看", "未看"),
        (StepState(Progress.FILLING), "填写中", "填写中"),
        (StepState(Progress.EXPLAINED), "有说明", "有说明"),
        (StepState(Progress.FILLING, stale=5), "5 句待更新", "填写中，还有 5 句待更新"),
        (StepState(Progress.UNSEEN, stale=5), "未看", "未看，还有 5 句待更新"),
        (StepState(Progress.PROBLEMS, 1, 0, 5), "▲1", "还有 1 处必须改，还有 5 句待更新"),
    ],
)
def test_a_step_is_marked_by_shape_and_told_in_words(state: StepState, mark: str, words: str) -> None:
    assert step_mark(state) == mark
    assert step_words(state) == words


def test_unit_and_year_make_the_headline() -> None:
    assert headline(Report(unit="青禾县水务局", year=2026)) == "青禾县水务局 · 2026 年度"
    assert headline(Report()) == "单位未填 · 年度未填"


def test_a_file_name_holds_nothing_that_windows_refuses() -> None:
    name = file_stem(Report(unit='青禾/县:水*务"局', year=2026))
    assert name == "青禾_县_水_务_局2026年政府信息公开工作年度报告"


@pytest.mark.parametrize(("ago", "words"), [(0, "今天 14:32"), (1, "昨天 14:32"), (19, "11月3日 14:32")])
def test_a_moment_is_told_as_a_person_would(ago: int, words: str) -> None:
    now = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
    assert day(now - timedelta(days=ago), now) == words

"""Whether a report is a draft or final, in words."""

from dataclasses import replace

import pytest

from core import edits
from core.checks import catalogue
from core.exporters.check_number import check_number
from core.exporters.state_words import day, standing, verdict_words
from tests.examples import column, filled


def test_a_report_is_a_draft_until_somebody_declares_it_final() -> None:
    report = filled()
    final = edits.finalise(report, "方某", "2025-01-10", check_number(report))
    assert standing(report) == "草稿（还没有定稿）"
    assert standing(final) == "定稿（方某，2025年1月10日）"
    assert standing(edits.withdraw(final)) == standing(report)


def test_a_final_report_that_no_longer_says_the_same_is_told() -> None:
    report = filled()
    final = edits.finalise(report, "方某", "2025-01-10", check_number(report))
    changed = standing(replace(final, unit="青禾县水务局"))
    assert changed == f"定稿（方某，2025年1月10日）；内容与定稿时不同，定稿时的校验号是 {check_number(report)}"


def test_nobody_is_invented() -> None:
    report = filled()
    assert standing(edits.finalise(report, "", "", check_number(report))) == "定稿"


@pytest.mark.parametrize(("iso", "words"), [("2025-01-10", "2025年1月10日"), ("昨天", "昨天"), ("", "")])
def test_a_day_is_written_as_offices_write_it(iso: str, words: str) -> None:
    assert day(iso) == words


def test_the_verdict_on_a_final_report_is_the_one_it_had_before() -> None:
    report = filled(column("natural", new=3, granted=2))
    verdict = catalogue.run(report)
    final = edits.finalise(report, "方某", "2025-01-10", check_number(report))
    assert verdict_words(final, verdict) == verdict_words(report, verdict)
    assert verdict_words(report, verdict).startswith("还有 1 处必须改")

"""Whether a report is a draft or final, in words."""

from dataclasses import replace

import pytest

from core import edits
from core.checks import catalogue
from core.checks.register import Verdict
from core.exporters.check_number import check_number
from core.exporters.state_words import day, standing, verdict_words
from tests.examples import TEXTS, column, filled


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


def test_what_is_open_in_a_final_report_is_told_none_the_less() -> None:
    report = filled(column("natural", new=3, granted=2))
    verdict = catalogue.run(report)
    final = edits.finalise(report, "方某", "2025-01-10", check_number(report))
    assert verdict_words(final, verdict) == verdict_words(report, verdict)
    assert verdict_words(report, verdict).startswith("还有 1 处必须改")


def test_a_final_report_with_nothing_open_is_called_final_and_not_ready_to_be() -> None:
    report = replace(filled(), texts=dict(TEXTS))
    verdict = Verdict((), ())
    assert verdict_words(report, verdict) == "可以定稿。"
    assert verdict_words(edits.finalise(report, "方某", "2025-01-10", check_number(report)), verdict) == "已定稿。"


def test_how_much_of_a_final_report_rests_on_reasons_is_told() -> None:
    report = replace(filled(column("natural", new=3, granted=2)), texts=dict(TEXTS))
    verdict = catalogue.run(report)
    explained = replace(report, reasons={each.occasion: "一件申请年底并案办理" for each in verdict.findings})
    final = edits.finalise(explained, "方某", "2025-01-10", check_number(explained))
    assert verdict_words(final, verdict).startswith("已定稿；")
    assert verdict_words(final, verdict).endswith("其中 1 处原属“必须改”。")

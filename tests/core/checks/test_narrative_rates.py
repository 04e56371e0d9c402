"""Rates, money and growth in the prose. All sentences are invented."""

import pytest

from core.checks import catalogue
from core.finding import Finding
from core.report import Report
from tests.core.checks.example import after, written

SPENT: dict[str, str | int] = {"t3.new_requests.natural": 20, "t3.granted.natural": 18, "t3.carried_forward.natural": 2}


def found(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


@pytest.mark.parametrize("text", ["政府信息公开申请办结率达101%。", "群众满意度为120%。"])
def test_a_share_of_a_whole_is_not_above_one_hundred(text: str) -> None:
    assert len(found("N21", written(text))) == 1


def test_growth_may_be_above_one_hundred_percent() -> None:
    assert found("N21", written("全年主动公开信息同比增长230%。")) == []


def test_the_rate_closed_is_computed_from_table_3() -> None:
    assert found("N22", written("政府信息公开申请办结率为90%。", SPENT)) == []
    assert len(found("N22", written("政府信息公开申请办结率为98%。", SPENT))) == 1
    assert found("N22", written("政府信息公开申请按期办结率为100%。", SPENT)) == []


def test_stated_growth_is_held_against_both_years() -> None:
    last = written("", {"t3.new_requests.natural": 10, "t3.granted.natural": 10})
    right = written("全年新收政府信息公开申请20件，同比增长100%。", SPENT)
    wrong = written("全年新收政府信息公开申请20件，同比增长50%。", SPENT)
    assert found("Y08", after(last, right)) == []
    assert len(found("Y08", after(last, wrong))) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全年收取行政事业性收费90.12万元。", False),
        ("全年收取行政事业性收费90.1万元。", False),
        ("全年收取行政事业性收费901200元。", False),
        ("全年收取行政事业性收费91.2万元。", True),
        ("2023年收取行政事业性收费91.2万元。", False),
        ("降低行政事业性收费91.2万元。", False),
        ("取消行政事业性收费3项，减少支出91.2万元。", False),
    ],
)
def test_what_was_taken_is_what_table_2_says(text: str, *, told: bool) -> None:
    report = written(text, {"t2.admin_fees.amount_wan": "90.12"})
    assert bool([each for each in catalogue.run(report).findings if each.code == "N23"]) is told

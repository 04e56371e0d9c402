"""Family N, second part: what lawful prose gets, and how heavy a finding is. All sentences are invented."""

import time

import pytest

from core import edits
from core.checks import catalogue
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks.example import after, written
from tests.core.checks.golden_sums import REQUESTS, both
from tests.examples import column

CODES = {"N14", "N18", "N19", "N20", "N21", "N22", "N23", "N24", "N25", "Y08"}


def said(report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code in CODES]


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请12件，上年结转2件，办结11件，结转下年度3件。",
        "共收到政府信息公开申请14件，其中上年结转2件，办结11件，结转下年度3件。",
        "政府信息公开申请按期办结率100%，满意度100%。",
        "政府信息公开申请办结率78.6%。",
        "公开信息22条，其中政策12条、动态10条。",
        "公开信息22条，其中政策12条，解读3条。",
        "公开信息22条，其中自然人12条、法人10条，网上申请20条。",
        "办件量增长120%，同比提高110%。",
        "全年行政事业性收费36万元，即360000元。",
        "上半年收到政府信息公开申请5件。下半年收到政府信息公开申请7件。",
        "收到政府信息公开申请12件，发布信息40条。",
    ],
)
def test_lawful_prose_gets_no_finding(text: str) -> None:
    assert said(written(text, {**REQUESTS, "t2.admin_fees.amount_wan": "36"})) == []


@pytest.mark.parametrize("text", ["未收取信息处理费。", "收费情况：无。", "全年收取信息处理费200元。", ""])
def test_any_word_on_fees_or_an_empty_section_is_not_asked_for_more(text: str) -> None:
    assert said(written(text, key="s6")) == []


def test_fees_of_other_years_do_not_contradict() -> None:
    assert said(both("2023年收取信息处理费180元。", "2024年未收取信息处理费。")) == []


def test_a_contradiction_that_the_tables_decide_is_said_by_their_rule_only() -> None:
    report = edits.set_text(written("政府信息公开申请上年结转2件。", REQUESTS), "s6", "政府信息公开申请上年结转1件。")
    assert {finding.code for finding in catalogue.run(report).findings if finding.code[0] == "N"} == {"N06", "N19"}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("公开信息22条，其中政策12条、动态11条。", Severity.WARNING),
        ("公开信息22条，其中政策12条，动态11条。", Severity.HINT),
        ("公开信息22条，其中网站30条。", Severity.WARNING),
        ("公开信息22条，其中政策12条、动态5条和公告3条。", Severity.HINT),
    ],
)
def test_a_list_that_is_surely_too_long_weighs_more(text: str, severity: Severity) -> None:
    assert [(finding.code, finding.severity) for finding in said(written(text))] == [("N20", severity)]


def test_a_sentence_that_balances_in_no_way_is_an_error() -> None:
    text = "新收政府信息公开申请12件，上年结转2件，办结9件，结转下年度3件。"
    wrong = [finding for finding in said(written(text, REQUESTS)) if finding.code == "N24"]
    assert not wrong  # 9 closed of this year's own, as table 3 has it
    text = text.replace("9件", "8件")
    (finding,) = (finding for finding in said(written(text, REQUESTS)) if finding.code == "N24")
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("发出收费通知2件，总金额900元，实际收取900元。", []),
        ("发出收费通知2件，总金额900元，实际收取500元。", []),
        ("2件申请收取信息处理费900元。其中，甲局1件，收取400元；乙局1件，收取500元。", []),
        ("2件申请收取信息处理费900元。其中，甲局1件，收取400元；乙局1件，收取600元。", ["N20"]),
        ("3件申请收取信息处理费900元。其中，甲局1件，收取400元；乙局1件，收取500元。", ["N20"]),
        ("3件申请收取信息处理费900元，未发生减免。", []),
    ],
)
def test_fees_agree_with_their_notices_and_their_parts(text: str, found: list[str]) -> None:
    report = written(text, {**REQUESTS, "t2.admin_fees.amount_wan": "0.2"}, "s6")
    assert [finding.code for finding in said(report)] == found


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("公开信息365条，其中网站230条、公众号135条。", None),
        ("公开信息365条，其中网站203条、公众号135条。", Severity.HINT),
        ("公开信息356条，其中网站230条、公众号135条。", Severity.WARNING),
        ("公开信息365条，其中网站120条、公众号135条。", None),
        ("共归集文件365件，其中，市级330件，县级135件。", Severity.HINT),
        ("共归集文件365件，其中，市级230件，县级153件。", Severity.WARNING),
    ],
)
def test_digits_turned_in_a_list_are_told_by_its_sum(text: str, weight: Severity | None) -> None:
    assert [finding.severity for finding in said(written(text))] == ([weight] if weight else [])


def test_the_counter_is_proposed() -> None:
    (finding,) = said(written("收到政府信息公开申请12件，办结政府信息公开申请11条。", REQUESTS))
    assert finding.replacement == "办结政府信息公开申请11件"


@pytest.mark.parametrize(
    ("change", "is_right"),
    [
        ("同比增长20%", True),
        ("同比增长20.0%", True),
        ("同比增长21%", False),
        ("同比下降20%", False),
        ("比上年增加2件", True),
        ("比上年减少2件", False),
    ],
)
def test_growth_is_compared_with_both_years(change: str, *, is_right: bool) -> None:
    last = written("", column("natural", new=10, granted=10))
    this = written(f"新收政府信息公开申请12件，{change}。", column("natural", new=12, granted=12))
    assert (not said(after(last, this))) is is_right


def test_growth_without_last_years_report_or_from_0_is_not_judged() -> None:
    this = written("新收政府信息公开申请12件，同比增长9%。", column("natural", new=12, granted=12))
    assert said(this) == []
    assert said(after(written(""), this)) == []


@pytest.mark.parametrize("words", ["其中1件、", "（）", "未收到申请", "1,", "《", "收到政府信息公开申请3件，"])
def test_a_text_that_goes_on_without_end_is_judged_at_once(words: str) -> None:
    report = written(words * (10_000 // len(words)))
    before = time.process_time()
    for rule in catalogue.RULES:
        if rule.code in CODES:
            list(rule.judge(report))
    assert time.process_time() - before < 3

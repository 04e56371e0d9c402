"""How a rule is declared."""

import pytest

from core.cells import CellId
from core.checks.register import Judgement, Rule, Verdict, check
from core.finding import Finding, Severity
from core.report import Report

CELL = CellId("t3.granted.natural")


WORDS = "每个申请人都应有答复"


@check("X99", Severity.HINT, WORDS)
def nobody_is_forgotten(_: Report) -> Judgement:
    """条例第五十条: an invented rule.

    More words.
    """
    yield Finding("X99", Severity.HINT, "看一看。", (CELL,))


def test_a_decorated_generator_becomes_a_rule_with_code_weight_words_and_source() -> None:
    rule = nobody_is_forgotten
    assert isinstance(rule, Rule)
    assert (rule.code, rule.severity, rule.words, rule.why) == ("X99", Severity.HINT, WORDS, "")
    assert rule.source == "条例第五十条: an invented rule."
    assert rule.family == "表间审核"
    assert [said.code for said in rule.judge(Report())] == ["X99"]


def test_a_rule_of_errors_says_why_no_lawful_report_breaks_it() -> None:
    def always(_: Report) -> Judgement:
        """条例第五十条: an invented rule.

        No lawful report breaks this: nobody
        can answer nobody.
        """
        yield Finding("X98", Severity.ERROR, "改一改。")

    assert check("X98", Severity.ERROR, WORDS)(always).why == "nobody can answer nobody."


def test_a_rule_without_words_or_source_is_refused() -> None:
    def silent(_: Report) -> Judgement:
        yield Finding("X98", Severity.HINT, "看一看。")

    def brief(_: Report) -> Judgement:
        """条例第五十条: an invented rule."""
        yield Finding("X98", Severity.HINT, "看一看。")

    for words, judge in ((WORDS, silent), ("", brief)):
        with pytest.raises(ValueError, match="X98"):
            check("X98", Severity.HINT, words)(judge)


def test_a_verdict_tells_what_was_said_of_one_cell() -> None:
    about, other = Finding("X99", Severity.HINT, "甲", (CELL,)), Finding("X99", Severity.HINT, "乙")
    assert Verdict((about, other), ()).of_cell(CELL) == (about,)

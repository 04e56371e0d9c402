"""How a rule is declared."""

import pytest

from core.cells import CellId
from core.checks.register import Judgement, Rule, Verdict, check
from core.finding import Finding, Severity
from core.report import Report

CELL = CellId("t3.granted.natural")


@check("X99", Severity.HINT)
def nobody_is_forgotten(_: Report) -> Judgement:
    """条例第五十条: an invented rule.

    More words.
    """
    yield Finding("X99", Severity.HINT, "看一看。", (CELL,))


def test_a_decorated_generator_becomes_a_rule_with_code_weight_and_source() -> None:
    rule = nobody_is_forgotten
    assert isinstance(rule, Rule)
    assert (rule.code, rule.severity, rule.source) == ("X99", Severity.HINT, "条例第五十条: an invented rule.")
    assert [said.code for said in rule.judge(Report())] == ["X99"]


def test_a_rule_without_a_source_is_refused() -> None:
    def silent(_: Report) -> Judgement:
        yield Finding("X98", Severity.HINT, "看一看。")

    with pytest.raises(ValueError, match="X98"):
        check("X98", Severity.HINT)(silent)


def test_a_verdict_tells_what_was_said_of_one_cell() -> None:
    about, other = Finding("X99", Severity.HINT, "甲", (CELL,)), Finding("X99", Severity.HINT, "乙")
    assert Verdict((about, other), ()).of_cell(CELL) == (about,)

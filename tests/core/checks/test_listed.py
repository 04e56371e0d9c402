"""Family S, words on the user's lists: slips of the pen, meetings and slogans."""

from dataclasses import replace

import pytest

from core.checks import catalogue, wordlists
from core.checks.wordlists import Current, WordLists
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks.golden_structure import adding


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


@pytest.mark.parametrize("sentence", ["的的确确提高了。", "市府信息公开专栏。", "人人参与。"])
def test_right_words_are_no_slips(sentence: str) -> None:
    assert said("S31", adding(sentence)) == []


def test_a_missing_character_of_a_fixed_term_is_put_back() -> None:
    (finding,) = said("S31", adding("加强府信息公开平台建设。"))
    assert (finding.excerpt, finding.replacement) == ("府信息公开", "政府信息公开")


@pytest.mark.parametrize(
    ("sentence", "weights"),
    [
        ("学习党的二十届三中全会精神。", []),
        ("学习党的二十大和二十届二中、三中全会精神。", []),
        ("学习党的十九届六中全会精神。", [Severity.HINT]),
        ("党的十九大以来，公开不断深化。", []),
        ("学习党的十九届六中全会精神。学习党的二十大精神。", [Severity.HINT]),
        ("学习党的十九大、二十大精神。", []),
        ("学习党的二十届三中、四中全会精神。", [Severity.HINT]),
        ("开展党史学习教育。", [Severity.HINT]),
        ("落实《关于党史学习教育的意见》。", [Severity.HINT]),
    ],
)
def test_meetings_belong_to_their_years(sentence: str, weights: list[Severity]) -> None:
    assert [finding.severity for finding in said("S32", adding(sentence))] == weights


def test_a_meeting_that_was_not_held_yet_is_a_warning() -> None:
    report = Report(unit="青禾县林业局", year=2022, texts={"s1": "学习党的二十届三中全会精神。"})
    assert [finding.severity for finding in said("S32", report)] == [Severity.WARNING]


def test_a_meeting_of_next_year_may_be_planned_for() -> None:
    assert said("S32", adding("2025年将贯彻党的二十届四中全会精神。", "s5")) == []


def test_another_list_is_judged_by_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    report = adding("青和县参加全县公开大会，认真布署工作。")
    assert [each.excerpt for each in said("S31", report)] == ["布署"]
    own = WordLists(meetings=(Current("全县公开大会", 2022, 2022),), slips={"青和县": "青禾县"})
    monkeypatch.setattr(wordlists, "current", lambda: own)
    assert [(each.excerpt, each.replacement) for each in said("S31", report)] == [("青和县", "青禾县")]
    assert [each.excerpt for each in said("S32", report)] == ["全县公开大会"]
    monkeypatch.undo()
    assert [each.excerpt for each in said("S31", report)] == ["布署"]
    assert said("S32", report) == []


@pytest.mark.parametrize(("year", "weights"), [(2021, []), (2024, [Severity.HINT])])
def test_plans_of_five_years_and_tasks_have_their_time(year: int, weights: list[Severity]) -> None:
    report = replace(adding("围绕“十三五”规划目标做好公开。"), year=year)
    assert [finding.severity for finding in said("S32", report)] == weights

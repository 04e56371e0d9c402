"""Places in texts: what is blotted out, cut and shown."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.checks import catalogue
from core.checks.passages import WRITTEN, Passage, by_words, passages, sentences, short, told, unquoted
from core.checks.register import Rule
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks import golden, golden_structure


def test_names_years_and_quotations_are_blotted_out_without_moving_anything() -> None:
    text = "印发《甲》（青办〔2023〕5号）和“乙”。"
    assert unquoted(text) == "印发\0\0\0（青办\0\0\0\0\0\0" + "5号）和\0\0\0。"
    assert len(unquoted(text)) == len(text)


def test_sentences_keep_their_places() -> None:
    assert sentences("甲。乙；丙\n丁") == ((0, "甲"), (2, "乙"), (4, "丙"), (6, "丁"))


def test_long_words_are_shown_by_their_beginning_on_one_line() -> None:
    assert short("甲\n乙") == "甲 乙"
    assert short("字" * 31) == "字" * 30 + "…"


def test_a_passage_becomes_a_finding_at_its_place() -> None:
    report = Report(texts={"s1": "甲乙", "s5": ""})
    found = list(passages(report, lambda text: [Passage(1, text[1:], "丙")], ("s1", "s5")))
    assert found == [("s1", Passage(1, "乙", "丙"))]
    assert told("S00", Severity.HINT, "改。", *found[0]) == Finding(
        "S00", Severity.HINT, "改。", section="s1", excerpt="乙", start=1, replacement="丙"
    )


def test_what_is_found_a_thousand_times_is_told_a_hundred_times() -> None:
    report = Report(texts={"s1": "甲" * 1000})
    assert len(list(passages(report, lambda text: [Passage(at, sign) for at, sign in enumerate(text)], ("s1",)))) == 100


FRAGMENTS = (
    *(report.text(key) for example in golden_structure.EXAMPLES for report in [example.report] for key in WRITTEN),
    *("\n", " ", "（", "”", "，", "2023年，", "XX个", "一是", "（三）", "\u3000", "\0", "白石县高度重视。", "无。"),
)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=6), st.lists(st.sampled_from(FRAGMENTS), max_size=6))
@settings(max_examples=60)
def test_what_a_finding_quotes_stands_where_it_says(one: list[str], other: list[str]) -> None:
    report = golden_structure.imported(s1="".join(one), s5="".join(other))
    for finding in catalogue.run(report).findings:
        if finding.start is not None and finding.section is not None and finding.excerpt is not None:
            places = (report.text(finding.section), report.headings.get(finding.section, ""))
            assert any(place.startswith(finding.excerpt, finding.start) for place in places)


REMEMBERING = [rule for rule in catalogue.RULES if hasattr(rule.judge, "__wrapped__")]


@pytest.mark.parametrize("rule", REMEMBERING, ids=lambda rule: rule.code)
def test_what_is_remembered_by_the_words_depends_on_nothing_else(rule: Rule) -> None:
    afresh = rule.judge.__wrapped__  # type: ignore[attr-defined]  # set by functools.wraps
    for example in golden.EXAMPLES:
        other_tables = replace(example.report, typed={}, printed={}, last_year=None, reasons={}, notes={})
        assert list(rule.judge(other_tables)) == list(afresh(other_tables))
        assert list(rule.judge(example.report)) == list(afresh(example.report))


def test_a_question_about_words_is_asked_again_when_they_change() -> None:
    asked: list[Report] = []

    @by_words
    def length(report: Report) -> int:
        asked.append(report)
        return len(report.text("s1"))

    one = Report(texts={"s1": "甲乙"})
    assert [length(one), length(replace(one, typed={})), len(asked)] == [2, 2, 1]
    assert [length(Report(texts={"s1": "甲"})), len(asked)] == [1, 2]

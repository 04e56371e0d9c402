"""A mend of words as a difference."""

from dataclasses import replace

from core import edits
from core.finding import Finding, Severity
from core.report import Report
from core.rewording import Difference, difference, place_of, start_of

TEXT = "收到申请。全年共收到政府信息公开申请3005件，均已在期限内答复。"
WRONG = "公开申请3005件"
FINDING = Finding(
    "N01",
    Severity.ERROR,
    "对不上",
    section="s1",
    excerpt=WRONG,
    start=TEXT.index(WRONG),
    replacement="公开申请3050件",
)


def report(text: str = TEXT) -> Report:
    return edits.set_text(Report(), "s1", text)


def test_only_what_differs_is_shown_and_a_number_is_shown_whole() -> None:
    assert difference(report(), FINDING) == Difference("…政府信息公开申请", "3005", "3050", "件，均已在期…")


def test_short_lines_are_shown_without_dots() -> None:
    text = "首段。\n截止年底\n末段。"
    finding = replace(FINDING, excerpt="截止", start=4, replacement="截至")
    assert difference(report(text), finding) == Difference("截", "止", "至", "年底")


def test_words_that_have_changed_since_have_no_difference() -> None:
    assert difference(report(TEXT[1:]), FINDING) is None
    assert difference(Report(), FINDING) is None


def test_a_finding_that_proposes_no_words_has_no_difference() -> None:
    assert difference(report(), replace(FINDING, replacement=None)) is None


def test_a_change_is_told_in_words() -> None:
    assert Difference("", "3", "5", "").words == "把“3”改为“5”"
    assert Difference("", "的", "", "").words == "删去“的”"
    assert Difference("", "", "》", "").words == "补上“》”"


def test_of_two_equal_excerpts_the_one_at_the_start_is_meant() -> None:
    twice = "收到3件，办结3件。"
    assert start_of(twice, replace(FINDING, excerpt="3件", start=7)) == 7
    assert start_of(twice, replace(FINDING, excerpt="3件", start=None)) == 2
    assert start_of(twice, replace(FINDING, excerpt="3件", start=3)) is None
    assert start_of(twice, replace(FINDING, excerpt=None, start=None)) is None


def test_without_a_start_no_place_is_certain_enough_to_write_into() -> None:
    assert place_of(report(), replace(FINDING, start=None)) is None
    place = place_of(report(), FINDING)
    assert place is not None
    assert place.text[place.start : place.end] == WRONG

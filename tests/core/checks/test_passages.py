"""Places in texts: what is blotted out, cut and shown."""

from core.checks.passages import Passage, passages, sentences, short, told, unquoted
from core.finding import Finding, Severity
from core.report import Report


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

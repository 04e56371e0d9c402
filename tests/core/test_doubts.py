"""Answers to the doubts of a reading."""

from core.cells import CellId
from core.doubts import answered, as_read, found_words, place_name
from core.report import Report
from tests.examples import filled

GRANTED = CellId("t3.granted.natural")
HANDLED = CellId("t3.total_handled.natural")


def test_the_clerks_words_take_the_place_of_what_was_read() -> None:
    assert answered(filled({GRANTED: "9?"}), {GRANTED: "9"}).value(GRANTED) == 9


def test_an_emptied_cell_is_empty_and_not_zero() -> None:
    assert answered(filled({GRANTED: 9}), {GRANTED: ""}).value(GRANTED) is None


def test_an_emptied_printed_total_gives_way_to_the_sum() -> None:
    settled = answered(filled({GRANTED: 9}, printed={HANDLED: 8}), {HANDLED: ""})
    assert settled.as_printed(HANDLED).value == 9


def test_other_words_for_a_printed_total_are_what_the_paper_prints() -> None:
    settled = answered(filled({GRANTED: 9}, printed={HANDLED: "8 "}), {HANDLED: "９"})
    assert settled.printed[HANDLED].value == 9


def test_an_answer_to_a_doubt_that_is_no_cell_changes_nothing() -> None:
    report = filled()
    assert answered(report, {"s5": "x", "nowhere": "1"}) == report


def test_places_are_named_as_the_clerk_knows_them() -> None:
    report = Report()
    assert place_name(report, GRANTED) == "表三 三(一) · 自然人"
    assert place_name(report, "s5") == "五、存在的主要问题及改进情况"
    assert place_name(report, "unit") == "单位名称"
    assert place_name(report, "t3") == "表三"
    assert place_name(report, "t3.granted") == "表三 三(一)"
    assert place_name(report, "t3.natural") == "表三 自然人"
    assert place_name(report, "第 2 个表格") == "第 2 个表格"


def test_only_a_cell_has_words_that_were_read_into_it() -> None:
    assert as_read(filled({GRANTED: "9?"}), GRANTED) == "9?"
    assert as_read(filled(), "s5") is None


def test_what_was_found_is_told_by_table_and_text() -> None:
    words = found_words(Report(typed=filled().typed, texts={"s1": "有", "preamble": "有"}))
    assert words == ("表二 10/10 格", "表三 175/175 格", "表四 15/15 格", "文字：前言、一")

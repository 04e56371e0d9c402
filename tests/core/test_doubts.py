"""Answers to the doubts of a reading."""

from dataclasses import dataclass

from core.cells import CellId
from core.doubts import (
    answered,
    as_read,
    cell_at,
    cells_of,
    found_words,
    in_groups,
    own_errors,
    place_name,
    reminder,
    settled_as,
)
from core.report import Report
from tests.examples import TYPED, column, filled

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


def test_a_row_of_one_cell_stands_for_its_cell() -> None:
    report = filled({"t2.penalties.decisions": ""})
    assert cell_at(report, "t2.penalties") == "t2.penalties.decisions"
    assert as_read(report, "t2.penalties") == ""
    assert answered(report, {"t2.penalties": "5"}).value(CellId("t2.penalties.decisions")) == 5
    assert [cell_at(report, where) for where in ("t3.granted", "t3", "s5", "")] == [None] * 4


def test_sums_that_do_not_come_out_in_the_file_are_told_and_empty_cells_are_not() -> None:
    report = filled({**column("natural", new=5, granted=4), "t2.penalties.decisions": ""})
    assert [finding.code for finding in own_errors(report)] == ["A03"]
    assert own_errors(filled()) == ()


def test_what_was_not_looked_at_is_recalled_with_what_a_draft_lacks() -> None:
    none = filled({cell: "" for cell in filled().typed if cell.startswith("t3.carried_forward.")})
    assert reminder(none, 28, is_draft=True) == "有 28 处拿不准没有核对，其中上年结转没有带过来，请在第 4 步核对。"
    one = filled({"t3.carried_forward.natural": ""})
    assert reminder(one, 0, is_draft=True) == "上年结转有 1 列没有带过来，请在第 4 步核对。"
    assert reminder(one, 2, is_draft=False) == "有 2 处拿不准没有核对，请对照原文核对。"
    assert reminder(filled(), 0, is_draft=True) == ""


@dataclass(frozen=True)
class Unsure:
    where: str
    raw: str = ""
    reason: str = ""


def test_a_place_stands_for_a_cell_or_for_all_of_a_row() -> None:
    report = Report()
    assert cells_of(report, GRANTED) == (GRANTED,)
    assert len(cells_of(report, "t3.granted")) == 7
    assert [cells_of(report, where) for where in ("t3", "s5", "unit", "file")] == [(), (), (), ()]


def test_few_doubts_stand_alone_and_the_many_of_a_row_together() -> None:
    columns = ("natural", "business", "research", "public_welfare")
    row = [Unsure(f"t3.granted.{column}") for column in columns]
    assert in_groups(filled(), row[:3]) == tuple((one,) for one in row[:3])
    assert in_groups(filled(), [Unsure("s5"), *row]) == ((Unsure("s5"),), tuple(row))


def test_in_a_long_list_two_of_a_row_stand_together() -> None:
    doubts = [Unsure(cell) for cell in TYPED]
    groups = in_groups(filled(), doubts)
    assert len(groups) < len(doubts) // 3
    assert sum(len(group) for group in groups) == len(doubts)


def test_one_answer_for_a_row_lets_its_printed_total_give_way() -> None:
    report = filled({GRANTED: 9}, printed={"t3.granted.total": 8})
    settled = settled_as(report, cells_of(report, "t3.granted"), "0")
    assert settled.as_printed(CellId("t3.granted.total")).value == 0
    assert settled.value(GRANTED) == 0

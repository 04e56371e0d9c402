"""The lines of the list of doubts."""

from dataclasses import dataclass

import pytest

from core.report import Report
from tests.examples import filled
from ui.wizard.review.doubt_lines import Kind, leaves, lines_of, words_in


@dataclass(frozen=True)
class Doubt:
    where: str
    raw: str = ""
    reason: str = "看不清"


@pytest.mark.parametrize(
    ("where", "kind", "shown"),
    [
        ("t3.granted.natural", Kind.CELL, "0"),
        ("t2.penalties", Kind.CELL, "0"),
        ("t3.granted", Kind.ROW, "7 格都是 0"),
        ("unit", Kind.FIELD, "在上面改"),
        ("s5", Kind.TEXT, "进入后核对"),
        ("t3", Kind.OTHER, "进入后核对"),
        ("file", Kind.OTHER, "进入后核对"),
    ],
)
def test_each_place_is_answered_in_its_own_way(where: str, kind: Kind, shown: str) -> None:
    (line,) = lines_of(filled(), [Doubt(where)])
    assert line.kind is kind
    assert words_in(filled(), line) == shown


def test_a_blank_in_a_row_is_said_to_be_blank() -> None:
    (line,) = lines_of(Report(), [Doubt("t3.granted")])
    assert words_in(Report(), line) == "7 格都空"
    report = filled({"t3.granted.natural": "", "t3.granted.business": 3})
    assert words_in(report, line) == "空 3 0 0 0 0 空"


def test_rows_of_a_table_of_which_nothing_was_read_make_one_line() -> None:
    rows = ("t3.granted", "t3.partial", "t3.carried_in", "t3.new_requests")
    line, alone = lines_of(Report(), [*map(Doubt, rows), Doubt("t3.carried_forward", "1 2", "应有 7 个数")])
    assert (line.place, line.where, len(line.cells)) == ("表三 4 行", "t3", 28)
    assert words_in(Report(), line) == "28 格都空"
    assert alone.where == "t3.carried_forward"


def test_many_doubts_of_a_row_make_one_line_that_knows_its_parts() -> None:
    columns = ("natural", "business", "research", "public_welfare")
    doubts = [Doubt("s5"), *(Doubt(f"t3.granted.{column}", "/") for column in columns)]
    text, group = lines_of(filled(), doubts)
    assert (text.numbers, group.numbers) == ((0,), (1, 2, 3, 4))
    assert group.where == "t3.granted"
    assert group.raw == "/ / / /"
    assert group.reason == "4 处：看不清"
    assert [leaf.numbers for leaf in leaves((text, group))] == [(0,), (1,), (2,), (3,), (4,)]


def test_an_amount_is_no_count() -> None:
    count, amount = lines_of(filled(), [Doubt("t3.granted.natural"), Doubt("t2.admin_fees.amount_wan")])
    assert count.is_count
    assert not amount.is_count

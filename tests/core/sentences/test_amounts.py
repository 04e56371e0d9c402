"""Shares, changes and sums of money. All sentences are invented."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sentences.amounts import billed, changes, charges, fees, rates
from core.sentences.topics import Topic


def test_a_rate_knows_what_it_is_of() -> None:
    text = "收到政府信息公开申请3件，办结率100%。受理热线40件，满意率为98.5 %。"
    assert [(one.words, one.value, one.topic) for one in rates(text)] == [
        ("办结率", Decimal(100), Topic.REQUESTS),
        ("满意率", Decimal("98.5"), Topic.OTHERS),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到12件，同比增长20.5%。", [("增长", "20.5", "%")]),
        ("收到12件，较上年减少3件。", [("减少", "3", "件")]),
        ("收到12件，与2023年相比，增加了3件。", [("增加", "3", "件")]),
        ("收到12件，环比增长20%。", []),
        ("同比增长20%左右。", []),
    ],
)
def test_changes_against_the_year_before_are_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(one.words, f"{one.value:f}", one.unit) for one in changes(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年收取信息处理费1,080元。", [(1080, 2024)]),
        ("未收取政府信息公开信息处理费。", [(0, None)]),
        ("全年收取信息处理费0.2万元。", [(2000, None)]),
        ("信息处理费收费标准为每件100元。", []),
        ("发出收费通知3件，应收信息处理费300元，申请人逾期未缴。", []),
        ("收取培训费300元。", []),
    ],
)
def test_what_was_taken_for_information_is_read(text: str, expected: list[tuple[int, int | None]]) -> None:
    assert [(int(one.value), one.year) for one in fees(text)] == expected


def test_sums_stand_where_they_say() -> None:
    text = "全年 行政事业性收费 36 万元。"
    assert [text[one.start : one.end] for one in charges(text)] == ["36 万元"]


@given(st.text(alphabet="收取信息处理费同比增长办结率为未12.,元万%件 \n。；", max_size=60))
def test_no_text_falls_and_places_lie_inside_it(text: str) -> None:
    for one in (*rates(text), *changes(text), *fees(text), *charges(text)):
        assert 0 <= one.start < one.end <= len(text)


def test_what_notices_asked_for_is_no_fee_taken() -> None:
    text = "依据《青禾县信息处理费管理办法》发出收费通知2件，总金额500元，实际收取300元。"
    assert [int(one.value) for one in fees(text)] == [300]
    assert [int(one.value) for one in billed(text)] == [500]
    assert billed("工程总金额500元。") == ()


def test_a_task_may_be_more_than_done_and_a_call_not_more_than_answered() -> None:
    assert rates("任务完成率为112%。") == ()
    assert [int(one.value) for one in rates("接通率913%，网办率87%。")] == [913, 87]


def test_the_figure_compared_with_may_stand_before_the_change() -> None:
    assert [int(one.value) for one in changes("与上年的54件相比，增长15%。较2023年的50件增加8件。")] == [15, 8]

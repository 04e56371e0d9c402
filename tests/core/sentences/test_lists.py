"""Lists of parts. All sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sentences.lists import part_lists


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("公开信息12条，其中政策7条、动态5条。", 12, [7, 5]),
        ("公开信息12条（政策7条、动态3条、公告2条）。", 12, [7, 3, 2]),
        ("公开信息12条，其中：政策7条（原文5条、解读2条），动态5条，同比增长3条。", 12, [7, 5]),
        ("公开信息12条，其中网站占80%，计10条。", 12, [10]),
    ],
)
def test_a_list_is_read_with_its_total(text: str, total: int, parts: list[int]) -> None:
    found = part_lists(text)
    assert (int(found[0].total), [int(part) for part in found[0].parts]) == (total, parts)


@pytest.mark.parametrize(
    "text",
    [
        "收到12件（含上年结转2件、留言3件、信箱1件）。",
        "收到10余件，其中网络7件、信函5件。",
        "收到12件，其中7人参加。",
        "收到12件。其中政策类信息突出。",
        "收到12件，其中包括网络7件、信函2件等。",
    ],
)
def test_what_opens_a_list_or_counts_otherwise_is_no_list(text: str) -> None:
    assert part_lists(text) == ()


def test_cases_and_money_of_a_list_of_fees_are_two_lists() -> None:
    text = "对3件申请收取信息处理费 900 元。其中，县林业局1件，收取400元（按件）；青禾镇2件，收取500元，均符合标准。"
    assert [(one.unit, int(one.total), [int(part) for part in one.parts]) for one in part_lists(text)] == [
        ("件", 3, [1, 2]),
        ("元", 900, [400, 500]),
    ]


def test_a_list_stands_where_it_says() -> None:
    text = "公开 12 条，其中甲 7 条、乙 5 条。"
    (one,) = part_lists(text)
    assert text[one.start : one.end] == "12 条，其中甲 7 条、乙 5 条"


@given(st.text(alphabet="共其中甲乙、，：（）12条件和其他含 \n。", max_size=60))
def test_no_text_falls_and_places_lie_inside_it(text: str) -> None:
    for one in part_lists(text):
        assert 0 <= one.start < one.end <= len(text)


def lists(text: str) -> list[tuple[int, list[int]]]:
    return [(int(one.total), [int(part) for part in one.parts]) for one in part_lists(text)]


def test_the_parts_are_those_of_the_whole_and_not_of_its_growth() -> None:
    assert lists("收到申请88件，同比增加14件，其中网上70件、来信18件。") == [(88, [70, 18])]
    assert lists("收到申请88件，同比增加14件，其中网上增收10件、来信4件。") == []


def test_pairs_of_cases_and_money_are_two_lists() -> None:
    text = "实际收取3件4210元，其中甲局1件1860元、乙局2件2350元。"
    assert lists(text) == [(3, [1, 2]), (4210, [1860, 2350])]


def test_items_counted_with_times_are_items() -> None:
    assert lists("公开信息12条次，其中公告5条、动态7条。") == [(12, [5, 7])]

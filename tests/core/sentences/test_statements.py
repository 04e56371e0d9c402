"""Prose as statements. All sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sentences.quantities import Quantity
from core.sentences.statements import Statement, statements


def said(text: str) -> list[tuple[Quantity, int]]:
    return [(one.quantities[0], int(one.value)) for one in statements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新收政府信息公开申请23件，办结二十一件。", [(Quantity.NEW, 23), (Quantity.CLOSED, 21)]),
        ("全年受理依申请公开两件。", [(Quantity.RECEIVED, 2)]),
        (
            "收到政府信息公开申请１２件，上年结转 3 件，结转下年度继续办理1件。",
            [(Quantity.RECEIVED, 12), (Quantity.CARRIED_IN, 3), (Quantity.CARRIED_FORWARD, 1)],
        ),
        ("未收到政府信息公开申请。", [(Quantity.NEW, 0)]),
        ("没有发生因政府信息公开引起的行政复议、行政诉讼。", [(Quantity.REVIEW, 0), (Quantity.LAWSUIT, 0)]),
        (
            "被申请行政复议5件，其中维持3件，纠正2件。",
            [(Quantity.REVIEW, 5), (Quantity.UPHELD, 3), (Quantity.CORRECTED, 2)],
        ),
        ("制发行政规范性文件3件。", [(Quantity.DOCUMENTS_ISSUED, 3)]),
        ("制定政府规章2件。", [(Quantity.RULES_ISSUED, 2)]),
    ],
)
def test_what_the_words_bind_is_bound(text: str, expected: list[tuple[Quantity, int]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "依申请公开信箱收到留言11件。",
        "收到政府信息公开申请30余件。",
        "收到政府信息公开申请较上年增加3件。",
        "热线受理3件。",
        "2025年计划办理政府信息公开申请20件。",
        "依申请公开情况见附件第3条。",
    ],
)
def test_what_counts_something_else_is_not_bound(text: str) -> None:
    assert said(text) == []


VERBS = ["收到", "新收", "办结", "答复", "上年结转", "结转下年度", "维持", "其中", "未", "没有", "约", "余"]
OBJECTS = ["政府信息公开申请", "依申请公开", "行政复议", "3", "12", "十二", "３", "件", "条", "2023年"]
MARKS = ["，", "。", "（", "）", "、", "：", "\n"]
WORDS = st.lists(st.sampled_from(VERBS + OBJECTS + MARKS), max_size=25).map("".join)


@given(WORDS | st.text(max_size=80))
def test_no_text_falls_and_each_statement_stands_in_it(text: str) -> None:
    for one in statements(text):
        assert 0 <= one.start <= one.number_at < one.end <= len(text) or one.said
        assert isinstance(one, Statement)

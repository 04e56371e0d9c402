"""Notices to pay, as texts tell of them."""

import pytest

from core.sentences.notices import notices


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("本年发出信息处理费收费通知3份。", [3]),
        ("全年共发出12份缴费通知书，其中2人未按期缴纳。", [12]),
        ("本年未发出收费通知。", [0]),
        ("未向申请人发出收费通知。", [0]),
        ("没有收费通知。", [0]),
        ("未收取信息处理费。", []),
        ("按照收费通知要求办理。", []),
    ],
)
def test_the_number_of_notices_is_read_and_none_is_0(text: str, counts: list[int]) -> None:
    assert [notice.count for notice in notices(text)] == counts


def test_the_place_is_that_of_the_words_in_the_text_as_it_stands() -> None:
    text = "情况如下。\n本年　发出 收费通知 3 份。"
    (notice,) = notices(text)
    assert text[notice.start : notice.end] == "发出 收费通知 3 份"

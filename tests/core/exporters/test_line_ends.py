"""Words, numbers and marks."""

import time

import pytest

from core.exporters.line_ends import CLOSING, HANGING, NEVER_FIRST, NEVER_LAST, PART, TOGETHER, WORD


@pytest.mark.parametrize(
    "text",
    [
        *("12件", "1,286条", "2031年", "37.5万元", "0.16万", "20个工作日", "96人次", "100余件", "3亿多元"),
        *("第12号", "第二十条", "第（八）项", "第一", "第3", "〔2021〕30号"),
    ],
)
def test_a_number_and_its_measure_word_are_one(text: str) -> None:
    assert [match.group() for match in TOGETHER.finditer(f"共{text}办")] == [text]


@pytest.mark.parametrize("text", ["1月1日", "2031年12月"])
def test_a_date_may_part_between_its_numbers(text: str) -> None:
    assert len(TOGETHER.findall(text)) == 2


def test_words_and_addresses_are_told_apart_from_characters() -> None:
    assert WORD.findall("年v2.5的PDF/A、1,286.5%……——") == ["年", "v2.5", "的", "PDF/A", "、", "1,286.5%", "……", "——"]
    assert WORD.findall("用City’s的‘a’，") == ["用", "City’s", "的", "‘", "a", "’", "，"]
    assert PART.findall("https://www.a-b.cn/x?y=1&z") == ["https://", "www.", "a-b.", "cn/", "x?", "y=", "1&", "z"]


def test_what_closes_never_begins_a_line_and_what_opens_never_ends_one() -> None:
    assert CLOSING < HANGING < NEVER_FIRST
    assert not (NEVER_FIRST & NEVER_LAST) - set("／/-")  # these stand between two words


@pytest.mark.parametrize("text", ["1" * 40_000, "1," * 20_000, "第" * 40_000, "一" * 40_000, "1." * 20_000 + "x"])
def test_endless_digits_take_no_endless_time(text: str) -> None:
    begun = time.process_time()
    TOGETHER.findall(text)
    WORD.findall(text)
    assert time.process_time() - begun < 1

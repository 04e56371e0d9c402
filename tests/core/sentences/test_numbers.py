"""Numbers in running text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sentences.numbers import numbers_in, value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("二十三", 23),
        ("十", 10),
        ("十二", 12),
        ("两", 2),
        ("一百零五", 105),
        ("三千零二十", 3020),
        ("一万二千", 12000),
        ("二〇", 20),
        ("1,234", 1234),
        ("12.5", "12.5"),
    ],
)
def test_a_numeral_of_any_style_is_read(words: str, value: int | str) -> None:
    assert value_of(words) == Decimal(value)


@pytest.mark.parametrize("text", ["约30件", "30余件", "三十多件", "近百件", "30件以上", "1万件"])
def test_about_numbers_are_marked_so(text: str) -> None:
    assert [number.about for number in numbers_in(text)] == [True]


@pytest.mark.parametrize(
    "text",
    ["3至5件", "3-5件", "数十件", "上百件", "十几件", "办好一件事", "受理一件、办结一件"],
)
def test_ranges_vague_numbers_and_slogans_are_left_out(text: str) -> None:
    assert [number for number in numbers_in(text) if number.unit and number.start] == []


@pytest.mark.parametrize("text", ["第3条", "〔2021〕30", "IPv6", "每件", "逐件", "一网通办", "三审三校"])
def test_names_and_ordinals_count_nothing(text: str) -> None:
    assert [number for number in numbers_in(text) if number.unit] == []


def test_a_number_stands_where_it_says_with_its_counter() -> None:
    text = "共收到12件，答复十一件"
    assert [(text[n.start : n.end], int(n.value), n.unit) for n in numbers_in(text)] == [
        ("12件", 12, "件"),
        ("十一件", 11, "件"),
    ]


def test_a_row_of_digits_without_end_is_no_number() -> None:
    assert list(numbers_in(f"收到申请{'9' * 40}件")) == []


@given(st.text(max_size=60))
def test_no_text_falls_and_places_lie_inside_it(text: str) -> None:
    for number in numbers_in(text):
        assert 0 <= number.start < number.end <= len(text)


@given(st.integers(0, 9_999_999), st.sampled_from(["件", "宗", "条", "起"]))
def test_any_number_is_read_back_in_any_style(value: int, counter: str) -> None:
    for written in (f"{value}", f"{value:,}", chinese(value), chinese(value).replace("二百", "两百")):
        (number,) = numbers_in(f"共收到申请{written}{counter}")
        assert (int(number.value), number.unit) == (value, counter)


def chinese(value: int) -> str:
    """Return a whole number below ten million in Chinese numerals."""
    if value >= 10000:
        high, low = divmod(value, 10000)
        return chinese(high) + "万" + ("" if not low else ("零" if low < 1000 else "") + chinese(low))
    words, gap = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            words += ("零" if gap and words else "") + "零一二三四五六七八九"[digit] + sign
        gap = not digit
    return words.removeprefix("一") if words.startswith("一十") else words or "零"

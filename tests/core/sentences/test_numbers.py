"""Numbers in running text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sentences.numbers import numbers_in, plain, value_of


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
        ("36 07", 3607),
        ("12.5", "12.5"),
    ],
)
def test_a_numeral_of_any_style_is_read(words: str, value: int | str) -> None:
    assert value_of(words) == Decimal(value)


@pytest.mark.parametrize("text", ["约30件", "30余件", "三十多件", "近百件", "30件以上", "1万件"])
def test_about_numbers_are_marked_so(text: str) -> None:
    assert [number.about for number in numbers_in(text)] == [True]


@pytest.mark.parametrize("text", ["第3条", "〔2021〕30", "IPv6", "每件", "逐件", "一网通办", "三审三校"])
def test_names_and_ordinals_count_nothing(text: str) -> None:
    assert [number for number in numbers_in(text) if number.unit] == []


def test_a_number_stands_where_it_says_with_its_counter() -> None:
    text = "共收到１２ 件，答复十一件"
    assert [(text[n.start : n.end], int(n.value), n.unit) for n in numbers_in(text)] == [
        ("１２ 件", 12, "件"),
        ("十一件", 11, "件"),
    ]


@given(st.text(max_size=60))
def test_no_text_falls_and_places_lie_inside_it(text: str) -> None:
    for number in numbers_in(text):
        assert 0 <= number.start < number.end <= len(text)
    assert len(plain(text)) == len(text)

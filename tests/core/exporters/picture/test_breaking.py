"""Where short sentences of a picture are broken."""

import pytest

from core.exporters.picture.breaking import phrased


def wide(words: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in words)


@pytest.mark.parametrize(
    ("words", "room", "wanted"),
    [
        ("行政规范性文件：现行有效1274162件", 16, ("行政规范性文件：", "现行有效1274162件")),
        ("行政诉讼：未经复议直接起诉4870件，尚未审结最多", 16, ("行政诉讼：未经复议直接起诉", "4870件，尚未审结最多")),
        ("行政诉讼：复议后起诉2件，结果维持最多", 16, ("行政诉讼：复议后起诉2件，", "结果维持最多")),
        (
            "本年制发、本年废止、现行有效都是0件，上年也都是0。",
            17,
            ("本年制发、本年废止、", "现行有效都是0件，上年也都是0。"),
        ),
    ],
)
def test_a_line_ends_behind_a_mark_or_before_a_number(words: str, room: float, wanted: tuple[str, ...]) -> None:
    assert phrased(words, 2, wide, room) == wanted


def test_a_mark_is_better_than_a_number_even_if_the_lines_are_less_even() -> None:
    assert phrased("规章，现行有效的一共有12件", 2, wide, 20) == ("规章，", "现行有效的一共有12件")


def test_lines_are_as_even_as_they_can_be() -> None:
    assert phrased("甲乙，丙丁，戊己庚，辛，壬癸，", 3, wide, 9) == ("甲乙，丙丁，", "戊己庚，", "辛，壬癸，")
    assert phrased("甲乙，丙丁，戊己，庚辛，", 2, wide, 9) == ("甲乙，丙丁，", "戊己，庚辛，")


def test_words_without_such_a_place_or_without_room_are_left_to_others() -> None:
    assert phrased("未经复议直接起诉的行政诉讼案件", 2, wide, 10) is None
    assert phrased("行政诉讼：未经复议直接起诉的案件", 2, wide, 8) is None
    assert phrased("一，" * 40, 2, wide, 100) is None


def test_a_number_stays_whole() -> None:
    assert phrased("收费72701.257801万元", 2, wide, 30) == ("收费", "72701.257801万元")

"""Rows of tables without ruling lines."""

from core.importers.pdf.characters import Letter
from core.importers.pdf.loose import loose_lines


def words(*placed: tuple[float, float, str]) -> list[str]:
    letters = [
        Letter(left + 10 * place, top, left + 10 * place + 10, top + 10, sign, False, 1)
        for left, top, text in placed
        for place, sign in enumerate(text)
    ]
    return [line.text for line in loose_lines(letters)]


def test_a_value_below_the_others_of_its_row_stands_in_its_own_place() -> None:
    assert words((0, 0, "规章"), (100, 0, "28"), (150, 0, "12"), (200, 0, "30"), (60, 12, "2")) == [
        "规章  2  28  12  30"
    ]


def test_values_on_lines_of_two_heights_are_one_row() -> None:
    placed = [(100.0 * place, 6.0 * (place % 2), str(place)) for place in range(6)]
    assert words(*placed) == ["0  1  2  3  4  5"]


def test_a_number_torn_over_two_lines_is_no_number() -> None:
    assert words((0, 0, "规章"), (100, 0, "16"), (150, 0, "12"), (200, 0, "30"), (100, 12, "77")) == [
        "规章  16/77  12  30"
    ]


def test_a_row_with_a_label_of_its_own_stays_a_line() -> None:
    assert words((0, 0, "规章"), (100, 0, "1"), (150, 0, "2"), (0, 12, "文件"), (100, 12, "3")) == [
        "规章  1  2",
        "文件  3",
    ]


def test_a_number_alone_below_a_sentence_stays_a_line() -> None:
    assert words((0, 0, "全年公开"), (0, 12, "12")) == ["全年公开", "12"]

"""How many lines words take in a cell."""

from core.exporters.xlsx_measures import lines_needed


def test_lines_are_counted_generously() -> None:
    assert lines_needed("", 20, 10.5) == 1
    assert lines_needed("甲\n乙", 20, 10.5) == 2
    assert lines_needed("字" * 84, 84, 12) == 3


def test_a_line_is_as_long_as_its_full_and_half_characters() -> None:
    assert [lines_needed("字" * count, 85.5, 14) for count in (31, 32, 62, 63)] == [1, 2, 2, 3]
    assert [lines_needed("7" * count, 85.5, 14) for count in (59, 62)] == [1, 2]


def test_room_is_left_where_a_mark_or_a_number_moves_to_the_next_line() -> None:
    assert lines_needed("字" * 30 + "1,286条", 85.5, 14) == 2
    assert lines_needed("字" * 31 + "，" + "字" * 30, 85.5, 14) == 3

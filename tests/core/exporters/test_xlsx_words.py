"""The words of a workbook."""

from hypothesis import given
from hypothesis import strategies as st

from core.exporters.xlsx_words import LONGEST, fitting, parts, plain


def test_what_xml_cannot_hold_is_dropped_and_line_ends_are_one_sign() -> None:
    assert plain("甲\0\x1f\ud800\uffff乙\r\n丙\r丁\t戊") == "甲乙\n丙丁\t戊"


def test_a_cell_takes_no_more_than_excel_allows_which_counts_rare_characters_twice() -> None:
    assert fitting("字" * (LONGEST + 5)) == "字" * LONGEST
    assert fitting("甲" + "\U0002b7ce" * LONGEST) == "甲" + "\U0002b7ce" * (LONGEST // 2)
    assert fitting("\U0002b7ce" * LONGEST) == "\U0002b7ce" * (LONGEST // 2)  # half of one has no room
    assert fitting("\0") == ""


def test_a_long_text_goes_on_in_as_many_cells_as_it_needs() -> None:
    assert [len(part) for part in parts("字" * 70_000)] == [LONGEST, LONGEST, 70_000 - 2 * LONGEST]
    assert list(parts("")) == []


@given(st.text(max_size=5), st.integers(LONGEST // 2 - 3, LONGEST + 3), st.sampled_from("字\U0002b7ce"))
def test_nothing_is_lost_between_two_cells(start: str, count: int, sign: str) -> None:
    text = start + sign * count
    found = list(parts(text))
    assert "".join(found) == plain(text)
    assert all(0 < len(part.encode("utf-16-le")) <= 2 * LONGEST for part in found)

"""Blank lines for blank cells."""

from core.importers.extract import Extract, Paragraph
from core.importers.recogniser.blanks import steady_step, step_within, usual_step, with_blanks, with_short_blanks
from core.importers.recogniser.flat_rows import Found
from core.importers.recogniser.lines import Line, lines_of
from core.importers.recogniser.tokens import Token


def case(*texts: str) -> tuple[Found, tuple[Line, ...]]:
    """A label in the first line, values in the others."""
    lines = lines_of(Extract(tuple(map(Paragraph, texts))))
    values = [Token(text, place, alone=True) for place, text in enumerate(texts) if place and text and text != "尾"]
    return Found("granted", 0, values), lines


def test_the_least_distance_is_the_step() -> None:
    found, _ = case("甲", "", "1", "", "", "", "2", "", "3")
    assert (steady_step([found]), step_within(found)) == (2, 2)
    assert steady_step([Found("granted", 0)]) is None


def test_blank_lines_beyond_the_step_are_blank_cells() -> None:
    found, lines = case("甲", "", "1", "", "", "", "2", "", "尾")
    after = Found("partial", 8)
    assert with_blanks(found, after, 2, 3, lines) == ["1", "", "2"]


def test_blank_cells_at_the_end_reach_to_the_next_words() -> None:
    found, lines = case("甲", "1", "", "", "尾")
    assert with_blanks(found, Found("partial", 4), 1, 3, lines) == ["1", "", ""]


def test_a_row_of_blank_lines_is_one_of_blank_cells_where_a_single_one_may_only_keep_lines_apart() -> None:
    found, lines = case("甲", "", "", "", "尾")
    assert with_blanks(found, Found("partial", 4), 1, 3, lines) == ["", "", ""]
    found, lines = case("甲", "", "尾")
    assert with_blanks(found, Found("partial", 2), 1, 1, lines) is None


def test_what_does_not_come_out_even_is_left() -> None:
    found, lines = case("甲", "", "1", "", "", "2", "", "尾")
    assert with_blanks(found, Found("partial", 7), 2, 3, lines) is None
    found, lines = case("甲", "1", "2", "尾")
    assert with_blanks(found, Found("partial", 3), 1, 3, lines) is None


def test_values_that_share_a_line_have_no_step() -> None:
    found = Found("granted", 0, [Token("1", 1, alone=False), Token("2", 1, alone=False)])
    assert (steady_step([found]), step_within(found)) == (None, None)


def test_most_lines_tell_the_step_of_a_table_with_few_values() -> None:
    _, lines = case("甲", "", "乙", "", "丙", "", "", "", "丁")
    assert usual_step(lines) == 2
    assert usual_step(case("甲", "乙", "丙")[1]) is None


def test_a_blank_cell_may_be_one_line_though_written_ones_stand_apart() -> None:
    found, lines = case("甲", "", "", "", "1", "", "尾")
    assert with_short_blanks(found, Found("partial", 6), 2, 3, lines) == ["", "", "1"]
    assert with_short_blanks(found, Found("partial", 6), 2, 4, lines) is None
    assert with_short_blanks(found, None, 2, 3, lines) is None


def test_short_blanks_need_a_total_at_the_end_of_the_row() -> None:
    found, lines = case("甲", "", "1", "", "", "", "尾")
    assert with_short_blanks(found, Found("partial", 6), 2, 3, lines) is None

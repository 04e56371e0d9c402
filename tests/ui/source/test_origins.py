"""From origins to places on pages and to words, and back."""

from core.importers.extract import Box, Extract, Grid, Origin, Paragraph
from ui.source.origins import boxes_of, origin_at, words_of

TITLE, CELL, OTHER = Box(0, 100, 50, 300, 70), Box(0, 100, 100, 150, 120), Box(0, 150, 100, 200, 120)
EXTRACT = Extract(
    (
        Paragraph("青禾县水务局年度报告", box=TITLE),
        Grid((("一、本年新收", "12"), (None, "3")), "第 1 个表格", {(0, 0): CELL, (0, 1): OTHER}),
        Paragraph("没有位置的一行"),
    ),
    pages=1,
)


def test_a_paragraph_and_a_cell_are_found_at_their_places() -> None:
    assert boxes_of(EXTRACT, Origin(0)) == (TITLE,)
    assert boxes_of(EXTRACT, Origin(1, 0, 1)) == (OTHER,)


def test_a_whole_row_has_the_places_of_all_its_cells() -> None:
    assert boxes_of(EXTRACT, Origin(1, 0)) == (CELL, OTHER)


def test_several_blocks_have_the_places_of_all_of_them() -> None:
    assert boxes_of(EXTRACT, Origin(0, rows=3)) == (TITLE, CELL, OTHER)


def test_what_the_file_does_not_place_has_no_place() -> None:
    assert boxes_of(EXTRACT, Origin(2)) == ()
    assert boxes_of(EXTRACT, Origin(9)) == ()


def test_a_point_tells_the_paragraph_or_the_cell_printed_there() -> None:
    assert origin_at(EXTRACT, 0, 120, 60) == Origin(0)
    assert origin_at(EXTRACT, 0, 160, 110) == Origin(1, 0, 1)
    assert origin_at(EXTRACT, 1, 160, 110) is None
    assert origin_at(EXTRACT, 0, 5, 5) is None


def test_the_words_of_a_row_are_those_of_its_cells() -> None:
    assert words_of(EXTRACT, Origin(1, 0, rows=2)) == "一、本年新收\t12\n\t3"
    assert words_of(EXTRACT, Origin(1, 1, 1)) == "3"
    assert words_of(EXTRACT, Origin(0, rows=3)) == "青禾县水务局年度报告\n没有位置的一行"
    assert words_of(EXTRACT, Origin(9)) == ""

"""The page: measures of GB/T 9704-2012 and the cursor."""

import pytest

from core.exporters.compose import Line, Piece
from core.exporters.faces import Faces
from core.exporters.marks import Text
from core.exporters.paper import BODY, CELL, HEIGHT, LEFT, MM, PAGE_HEIGHT, PITCH, TOP, TRACK, WIDTH, Paper
from tests.core.exporters.invented import needs_chinese_font

LINE = Line((Piece(0.0, "年", "song", 0.0),), 16.0)


def test_the_page_has_the_official_measures() -> None:
    assert pytest.approx((156 * MM, 225 * MM)) == (WIDTH, HEIGHT)
    assert pytest.approx(28.99, abs=0.01) == PITCH
    assert pytest.approx(WIDTH) == 28 * CELL
    assert pytest.approx(CELL) == BODY + TRACK


@needs_chinese_font
def test_a_page_holds_22_lines_and_the_23rd_begins_the_next() -> None:
    paper = Paper(Faces())
    for _ in range(22):
        paper.write(LINE, BODY, PITCH)
    assert len(paper.pages) == 1
    assert paper.room == pytest.approx(0)
    paper.write(LINE, BODY, PITCH)
    assert len(paper.pages) == 2
    assert paper.y == pytest.approx(PITCH)


@needs_chinese_font
def test_what_is_higher_than_a_page_does_not_leave_empty_pages() -> None:
    paper = Paper(Faces())
    paper.feed(HEIGHT * 2)
    assert len(paper.pages) == 1


@needs_chinese_font
def test_every_page_is_numbered_once() -> None:
    paper = Paper(Faces())
    paper.turn()
    pages = paper.finish()
    shown = ["".join(mark.pieces[0].text for mark in page if isinstance(mark, Text)) for page in pages]
    assert shown == ["— 1 —", "— 2 —"]


@needs_chinese_font
def test_the_number_of_a_page_may_name_how_many_there_are() -> None:
    paper = Paper(Faces())
    paper.turn()
    pages = paper.finish("{page}/{pages}")
    assert ["".join(mark.pieces[0].text for mark in page if isinstance(mark, Text)) for page in pages] == ["1/2", "2/2"]


@needs_chinese_font
def test_lines_of_one_target_are_one_spot_on_each_page() -> None:
    paper = Paper(Faces())
    paper.y = 20 * PITCH
    for target in ("s1", "s1", "s1", "s5", ""):
        paper.write(LINE, BODY, PITCH, target=target)
    top = PAGE_HEIGHT - TOP
    assert [(spot.page, spot.target) for spot in paper.spots] == [(0, "s1"), (1, "s1"), (1, "s5")]
    first, second, third = paper.spots
    assert (first.x, first.y, first.width, first.height) == pytest.approx((LEFT, top - HEIGHT, WIDTH, 2 * PITCH))
    assert (second.y, second.height) == pytest.approx((top - PITCH, PITCH))
    assert third.y == pytest.approx(top - 2 * PITCH)

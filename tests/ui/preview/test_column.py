"""Where pages lie below each other."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize

from ui.preview.column import FIT_PAGE, FIT_WIDTH, GAP, PERCENTS, Column, next_percent, scale_for

PAPER = (600.0, 800.0)


def column(count: int = 3, view: QSize | None = None, scale: float = 0.5) -> Column:
    return Column(PAPER, count, view or QSize(500, 300), scale)


def test_pages_lie_below_each_other_with_gaps_around_and_between() -> None:
    assert column().rect(0) == QRectF(100, GAP, 300, 400)
    assert column().rect(1) == QRectF(100, 2 * GAP + 400, 300, 400)
    assert column().size == (300 + 2 * GAP, 3 * 400 + 4 * GAP)


def test_a_page_wider_than_the_view_keeps_its_gap_on_the_left() -> None:
    assert column(scale=2.0).rect(0).left() == GAP


def test_the_page_that_fills_most_of_the_view_is_named_first() -> None:
    assert column().seen(0) == [0]
    assert column().seen(350) == [1, 0]
    assert column(0).seen(0) == []


def test_a_point_is_told_as_pdf_counts_from_the_lower_left_corner() -> None:
    assert column().place(QPointF(100 + 5, GAP + 10)) == (0, 10, 780)
    assert column().place(QPointF(100 + 5, GAP + 401)) is None  # between two pages


def test_a_place_on_a_page_and_the_point_there_agree() -> None:
    rect = column().rect_of(1, 60, 700, 40, 20)
    place = column().place(rect.bottomLeft())
    assert place is not None
    assert place == pytest.approx((1, 60, 700))
    assert (rect.width(), rect.height()) == (20, 10)


def test_pages_fit_the_width_or_the_view_or_have_a_size_of_their_own() -> None:
    view = QSize(600 + 2 * GAP, 400 + 2 * GAP)
    assert scale_for(FIT_WIDTH, PAPER, view, 96) == 1.0
    assert scale_for(FIT_PAGE, PAPER, view, 96) == 0.5
    assert scale_for(150, PAPER, view, 96) == pytest.approx(2.0)


def test_a_view_that_is_hardly_there_still_has_a_scale() -> None:
    assert scale_for(FIT_PAGE, PAPER, QSize(0, 0), 96) > 0


def test_the_next_size_is_one_of_ours_also_from_between_two() -> None:
    assert next_percent(83, 1) == 90
    assert next_percent(83, -1) == 75
    assert next_percent(100, 1) == 110
    assert next_percent(PERCENTS[-1], 1) == PERCENTS[-1]
    assert next_percent(30, -1) == PERCENTS[0]

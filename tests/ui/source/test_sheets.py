"""Where pages lie below each other."""

from PySide6.QtCore import QPointF, QRectF

from core.importers.extract import Box
from ui.source.sheets import GAP, Sheets

A4 = (595.0, 842.0)
LYING = (842.0, 595.0)


def test_pages_lie_below_each_other_as_wide_as_the_view() -> None:
    sheets = Sheets((A4, LYING), 619, 1.0)
    assert sheets.rect(0) == QRectF(GAP, GAP, 595, 842)
    assert sheets.rect(1) == QRectF(GAP, 842 + 2 * GAP, 595, 420)
    assert sheets.size == (619, 842 + 420 + 3 * GAP)


def test_the_pages_in_view_are_told_the_fullest_first() -> None:
    sheets = Sheets((A4, A4, A4), 619, 1.0)
    assert sheets.seen(0, 600) == [0]
    assert sheets.seen(700, 1300) == [1, 0]
    assert sheets.seen(5000, 6000) == []


def test_a_place_on_a_page_and_a_point_on_it_are_each_others_reverse() -> None:
    sheets = Sheets((A4, A4), 1214, 2.0)
    rect = sheets.rect_of(Box(1, 100, 200, 150, 230))
    page, x, y = sheets.place(rect.topLeft() + QPointF(0.01, 0.01)) or (0, 0.0, 0.0)
    assert page == 1
    assert abs(x - 100) < 0.1
    assert abs(y - 200) < 0.1
    assert sheets.rect_of(Box(7, 0, 0, 1, 1)).isEmpty()
    assert sheets.place(QPointF(2, 2)) is None


def test_no_page_takes_no_room() -> None:
    assert Sheets((), 600, 1.0).seen(0, 600) == []

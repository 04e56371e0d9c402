from itertools import pairwise

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from core.form import F2021
from core.form.layout import Span
from ui import theme
from ui.matrix.geometry import NARROWEST, PAD, PLAIN, label_text, measure


def font() -> QFont:
    chosen = QFont()
    chosen.setPixelSize(12)
    return chosen


@pytest.mark.parametrize("width", [846, 742, 620])
def test_table_3_needs_no_sideways_scrolling_in_the_page_of_a_small_screen(qtbot: QtBot, width: int) -> None:
    geometry = measure(F2021.table("t3"), width, font())
    assert geometry.width <= width
    assert geometry.xs[4] - geometry.xs[3] >= NARROWEST


def test_on_a_page_of_860_each_number_has_60_pixels(qtbot: QtBot) -> None:
    geometry = measure(F2021.table("t3"), 860, font())
    assert geometry.xs[4] - geometry.xs[3] >= 60


def test_the_number_columns_are_all_of_one_width(qtbot: QtBot) -> None:
    for table in F2021.tables:
        geometry = measure(table, 860, font())
        edges = geometry.xs[geometry.left :]
        assert len({right - left for left, right in pairwise(edges)}) == 1


def test_a_row_is_20_to_22_pixels_and_a_long_label_has_two_lines(qtbot: QtBot) -> None:
    geometry = measure(F2021.table("t3"), 860, font())
    heights = [low - high for high, low in pairwise(geometry.ys[3:])]
    assert 20 <= min(heights) <= 22
    assert max(heights) < 3 * min(heights)
    assert heights[20] > min(heights)  # （六）1.


def test_all_of_table_3_stands_in_600_pixels(qtbot: QtBot) -> None:
    assert measure(F2021.table("t3"), 852, font()).height <= 600


def test_a_label_is_set_small_only_where_that_saves_a_line(qtbot: QtBot) -> None:
    tight = {label.text for label in measure(F2021.table("t3"), 852, font()).tight}
    assert "（一）予以公开" not in tight
    assert not measure(F2021.table("t3"), 1400, font()).tight & {
        label for label in F2021.table("t3").labels if len(label.text) < 10
    }


def test_the_table_is_not_stretched_over_a_wide_screen(qtbot: QtBot) -> None:
    assert measure(F2021.table("t3"), 1900, font()).width < 1200


def test_a_span_covers_what_it_spans(qtbot: QtBot) -> None:
    geometry = measure(F2021.table("t2"), 860, font())
    wide = geometry.rect(Span(6, 1, 1, 3))
    assert (wide.left(), wide.right() + 1) == (geometry.xs[1], geometry.xs[4])


def test_an_upright_label_keeps_its_ordinal_on_one_line(qtbot: QtBot) -> None:
    label = next(label for label in F2021.table("t3").labels if label.upright)
    assert label_text(label, 30, QFontMetrics(font())).split("\n") == ["三、", *"本年度办理结果"]


def test_a_column_head_is_broken_into_equal_lines(qtbot: QtBot) -> None:
    label = next(label for label in F2021.table("t4").labels if label.text == "结果维持")
    metrics = QFontMetrics(font())
    assert label_text(label, 40, metrics) == "结果\n维持"
    assert label_text(label, 60, metrics) == "结果维持"


@pytest.mark.parametrize(("table", "width"), [("t2", 560), ("t2", 690), ("t4", 575)])
def test_the_other_tables_need_no_sideways_scrolling_on_a_narrow_page(qtbot: QtBot, table: str, width: int) -> None:
    assert measure(F2021.table(table), width, font()).width <= width


def column(table: str, width: int, digits: int, size: QFont) -> int:
    geometry = measure(F2021.table(table), width, size, PLAIN, digits)
    return geometry.xs[-1] - geometry.xs[-2]


@pytest.mark.parametrize("width", [560, 620, 742, 846])
@pytest.mark.parametrize("table", ["t2", "t3", "t4"])
@pytest.mark.parametrize("digits", [7, 9])
def test_a_long_number_has_room_in_its_column_at_every_width(qtbot: QtBot, table: str, width: int, digits: int) -> None:
    small = QFontMetrics(theme.small(font()))
    assert column(table, width, digits, font()) >= small.horizontalAdvance("8" * digits) + 2 * PAD + 1


def test_labels_give_way_before_the_table_is_wider_than_its_page(qtbot: QtBot) -> None:
    table = F2021.table("t3")
    short, long = (measure(table, 680, font(), PLAIN, digits) for digits in (3, 7))
    assert long.label_width < short.label_width
    assert long.width <= 680
    assert measure(table, 500, font(), PLAIN, 9).width > 500, "then it scrolls"


def test_numbers_that_have_room_anyway_change_nothing(qtbot: QtBot) -> None:
    for table in F2021.tables:
        assert measure(table, 860, font(), PLAIN, 3) == measure(table, 860, font())

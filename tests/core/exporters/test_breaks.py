"""Where tables may be parted."""

import pytest

from core.exporters.breaks import Words, best
from core.form import F2021
from core.form.layout import Table

T2, T3 = F2021.table("t2"), F2021.table("t3")
ROW = 20.0


def words(table: Table) -> list[Words]:
    """Return the labels of a table, with room for nine characters of those that stand upright."""
    return [
        Words(
            label.role,
            label.span.row,
            label.span.row + label.span.rows,
            9 * 10.8 if label.upright else 25.0,
            label.upright,
        )
        for label in table.labels
    ]


def parted(table: Table, end: int, heights: list[float] | None = None, begin: int = 0) -> int:
    return best(words(table), heights or [ROW] * table.grid_rows, begin, end)


@pytest.mark.parametrize(
    ("end", "row"), [(14, 5), (17, 15), (20, 18), (22, 18)], ids=["in 三", "in 四", "in 五", "too near the end"]
)
def test_the_large_table_is_parted_between_groups(end: int, row: int) -> None:
    assert parted(T3, end) == row


def test_the_words_down_the_side_have_room_on_both_pages() -> None:
    assert parted(T3, 26) == 18  # behind row 23 four rows are left, too few for “三、本年度办理结果”
    assert parted(T3, 26, [ROW] * 23 + [40.0] * 5) == 23


def test_a_group_that_no_page_holds_is_parted_where_its_words_fit_on_both() -> None:
    heights = [ROW] * 7 + [300.0] * 8 + [ROW] * 13
    assert parted(T3, 9, heights, begin=7) == 9


def test_the_table_of_four_parts_is_parted_before_the_line_that_names_one() -> None:
    assert [parted(T2, end) for end in (9, 10, 11, 13)] == [7, 7, 11, 11]


def test_no_head_is_left_alone_where_no_good_place_is_near() -> None:
    assert parted(T2, 9, begin=8) == 9  # nothing else is possible
    assert parted(T2, 3, [ROW, ROW, 600.0, *[ROW] * 11]) == 3


def test_where_nothing_is_good_the_page_is_filled() -> None:
    assert parted(T2, 2) == 2

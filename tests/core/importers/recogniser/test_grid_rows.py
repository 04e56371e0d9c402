"""One row of a grid and the values under its heads."""

import pytest

from core.importers.recogniser.grid_rows import at, by_heads, last_label, miscounted, numbers_in
from core.importers.recogniser.lines import Line

COLUMNS = ("natural", "business", "total")
PLACES = {"natural": 1, "business": 2, "total": 3}


def line(*cells: str | None) -> Line:
    return Line(0, cells, part=0, grid=1)


def test_the_label_ends_where_the_first_number_stands() -> None:
    assert last_label(line("三、", "（一）予以公开", "3", "0")) == 1
    assert last_label(line("三、", "（一）予以公开")) == 1
    assert numbers_in(line("第3批", "3", " ", None, "0"), 1) == ["3", "0"]
    assert (at(line(" 3 ", None), 0), at(line(" 3 ", None), 1)) == ("3", "")


def test_values_are_taken_from_under_their_heads_and_blanks_stay_blank() -> None:
    reading = by_heads(line("予以公开", "3", "", "3", "见附表"), COLUMNS, PLACES, frozenset(), 0)
    assert reading is not None
    assert reading.cells == {"natural": "3", "business": "", "total": "3"}
    assert reading.reason == ""


@pytest.mark.parametrize(
    "row",
    [
        line("予以公开", "3", "0", "3", "7"),  # a number beside the table
        line("予以公开", "3", "0", None),  # shorter than its heads
        line("", "予以公开", "3", "3"),  # a label where values stand
    ],
)
def test_a_row_that_does_not_stand_as_its_heads_do_is_not_read_by_them(row: Line) -> None:
    label = 1 if row.cells[0] == "" else 0
    assert by_heads(row, COLUMNS, PLACES, frozenset(), label) is None


def test_a_column_with_a_head_of_its_own_is_no_value() -> None:
    reading = by_heads(line("予以公开", "3", "0", "3", "7"), COLUMNS, PLACES, frozenset({4}), 0)
    assert reading is not None
    assert reading.cells["total"] == "3"


def test_a_merged_value_is_doubted() -> None:
    reading = by_heads(line("予以公开", "3", None, "3"), COLUMNS, PLACES, frozenset(), 0)
    assert reading is not None
    assert "合并的单元格" in reading.reason


def test_a_row_with_another_count_of_values_says_so() -> None:
    assert miscounted(7, ["1", "", "2"]) == "应有 7 个数，这里读到 2 个，对不上列，没有填入"

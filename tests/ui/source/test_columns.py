"""How wide columns are drawn."""

from core.importers.extract import Grid
from ui.source.columns import column_widths
from ui.source.spans import spans_of


def widths(room: int, *rows: tuple[str | None, ...]) -> list[int]:
    grid = Grid(rows, "表")
    return column_widths(grid, spans_of(grid), room, 10)


def test_where_there_is_room_each_column_is_as_wide_as_its_words() -> None:
    assert widths(1000, ("本年新收政府信息公开申请数量", "12")) == [147, 20]


def test_where_there_is_little_the_wide_columns_are_cut_and_the_narrow_ones_kept() -> None:
    found = widths(120, ("本年新收政府信息公开申请数量", "12", "3"))
    assert found[1:] == [20, 20]
    assert 78 <= found[0] <= 80


def test_long_labels_get_more_than_the_short_headings_of_numbers() -> None:
    found = widths(
        300, ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "商业企业", "科研机构", "0")
    )
    assert found[0] > 2 * found[1]
    assert found[1] == found[2] > 40
    assert found[3] == 20
    assert 290 <= sum(found) <= 300


def test_a_merged_cell_does_not_widen_its_first_column() -> None:
    assert widths(1000, ("很长很长的合并单元格的标题", None), ("1", "2")) == [20, 20]


def test_more_columns_than_fit_make_the_table_wider_than_the_room() -> None:
    assert sum(widths(100, tuple("1234567890"))) == 200


def test_a_grid_without_rows_has_no_columns() -> None:
    assert widths(100) == []
    assert widths(100, (), ()) == []

"""Which cell covers which place of a grid."""

import time

from core.importers.extract import Grid
from ui.source.spans import Span, spans_of


def cells(*rows: tuple[str | None, ...]) -> list[list[Span]]:
    return spans_of(Grid(rows, "第 1 个表格"))


def test_a_cell_takes_the_places_right_of_it_that_hold_nothing() -> None:
    assert cells(("甲", None, "乙")) == [[(0, 0, 1, 2), (0, 0, 1, 2), (0, 2, 1, 1)]]


def test_a_cell_takes_the_places_below_it_that_hold_nothing() -> None:
    found = cells(("结果", "1"), (None, "2"), (None, "3"))
    assert [row[0] for row in found] == [(0, 0, 3, 1)] * 3
    assert [row[1] for row in found] == [(0, 1, 1, 1), (1, 1, 1, 1), (2, 1, 1, 1)]


def test_a_cell_over_rows_and_columns_is_one_rectangle() -> None:
    found = cells(("办理结果", None, "1"), (None, None, "2"))
    assert {owner for row in found for owner in row[:2]} == {(0, 0, 2, 2)}


def test_labels_in_steps_are_told_apart_as_in_table_three() -> None:
    found = cells(
        ("三、办理结果", "（一）予以公开", None, "5"),
        (None, "（三）不予公开", "1.秘密", "0"),
        (None, None, "2.禁止", "1"),
    )
    assert found[0][1] == (0, 1, 1, 2)
    assert found[2][0] == (0, 0, 3, 1)
    assert found[2][1] == (1, 1, 2, 1)
    assert found[1][2] == (1, 2, 1, 1)


def test_a_place_that_no_cell_reaches_is_a_blank_of_its_own() -> None:
    assert cells((None, "甲")) == [[(0, 0, 1, 1), (0, 1, 1, 1)]]


def test_a_blank_cell_covers_as_any_other() -> None:
    assert cells(("", None), ("甲", "乙"))[0] == [(0, 0, 1, 2), (0, 0, 1, 2)]


def test_a_number_does_not_reach_into_a_caption_below_it_that_begins_beside_an_empty_column() -> None:
    found = cells(
        ("标题", None, None, None),
        (None, "规范性文件", "9", "4.5"),
        (None, "第二十条第（五）项", None, None),
        (None, "行政许可", "7", None),
    )
    assert found[1][2] == (1, 2, 1, 1)
    assert found[1][3] == (1, 3, 1, 1)
    assert found[2][1:] == [(2, 1, 1, 3)] * 3
    assert found[3][2] == (3, 2, 1, 2)


def test_a_number_over_two_rows_stays_one_where_other_numbers_stand_beside_it() -> None:
    assert cells(("甲", "1", "8"), ("乙", "2", None))[1][2] == (0, 2, 2, 1)


def test_a_grid_without_rows_has_no_cells() -> None:
    assert cells() == []


def test_sixty_thousand_cells_are_told_in_a_moment() -> None:
    grid = Grid(tuple(tuple(f"{row}" for _ in range(10)) for row in range(6000)), "大表")
    before = time.process_time()
    found = spans_of(grid)
    assert time.process_time() - before < 2
    assert found[5999][9] == (5999, 9, 1, 1)


def test_a_caption_goes_over_the_whole_row_and_the_values_above_it_end_there() -> None:
    found = cells(("规范性文件", "2", "1"), ("第五项", None, None), ("许可", "0", None))
    assert found[0][1] == (0, 1, 1, 1)
    assert found[1] == [(1, 0, 1, 3)] * 3
    assert found[2][1] == (2, 1, 1, 2)


def test_a_label_before_values_takes_the_places_up_to_them() -> None:
    found = cells(
        ("三、办理结果", "（六）其他", "3.其他", "5"),
        (None, "（七）总计", None, "6"),
        ("四、结转", None, None, "0"),
    )
    assert found[0][2] == (0, 2, 1, 1)
    assert found[1][1] == found[1][2] == (1, 1, 1, 2)
    assert found[1][0] == (0, 0, 2, 1)
    assert found[2][0] == (2, 0, 1, 3)


def test_in_a_head_the_cell_above_goes_down() -> None:
    found = cells(("法人", None, "总计"), ("企业", "机构", None), ("1", "2", "3"))
    assert found[1][2] == (0, 2, 2, 1)

"""Table 4 in a grid: heads above or beside the fifteen values."""

from core.importers.recogniser.grid_t4 import T4_CELLS, t4_by_heads, t4_cells, t4_group, t4_places
from core.importers.recogniser.lines import Line

OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
GROUPS = ("行政复议", "未经复议直接起诉", "复议后起诉")


def line(*cells: str | None) -> Line:
    return Line(0, cells, part=0, grid=1)


def spread(*words: str) -> tuple[str | None, ...]:
    """Each word over five columns, as a merged head stands in a grid."""
    return tuple(cell for word in words for cell in (word, None, None, None, None))


def test_heads_above_the_values_name_each_cell_of_every_group() -> None:
    area = [line(*spread(*GROUPS)), line(*OUTCOMES * 3)]
    assert t4_places(area, 15) == {cell: place for place, cell in enumerate(T4_CELLS)}


def test_a_head_that_is_lost_leaves_the_places_unnamed() -> None:
    heads = list(OUTCOMES * 3)
    heads[3] = ""
    assert t4_places([line(*spread(*GROUPS)), line(*heads)], 15) is None


def test_a_table_of_one_group_names_its_five_cells() -> None:
    area = [line("行政复议"), line(*OUTCOMES)]
    assert t4_cells(area) == tuple(
        ("review", column) for column in ("upheld", "corrected", "other", "pending", "total")
    )


def test_heads_that_do_not_fit_the_groups_name_all_fifteen() -> None:
    assert t4_cells([line("行政复议"), line(*OUTCOMES[:4])]) == T4_CELLS


def test_a_row_of_values_may_begin_with_its_group() -> None:
    assert t4_group(line("行政诉讼", "复议后起诉", "1", "0", "2", "0", "3")) == ("lawsuit_after_review", 1)
    assert t4_group(line("行政复议", "1", "0", "0", "0", "1")) == ("review", 0)


def test_a_row_with_foreign_words_or_two_groups_names_none() -> None:
    assert t4_group(line("单位：件", "1", "0", "0", "0", "1")) is None
    assert t4_group(line("行政复议", "复议后起诉", "1")) is None
    assert t4_group(line("1", "0", "0", "0", "1")) is None


def test_values_are_taken_from_under_the_heads_unless_some_stand_beside_them() -> None:
    area = [line(*spread(*GROUPS)), line(*OUTCOMES * 3)]
    found = t4_by_heads(line(*map(str, range(15))), area)
    assert found == {cell: str(place) for place, cell in enumerate(T4_CELLS)}
    assert t4_by_heads(line("9", *map(str, range(15))), area) is None

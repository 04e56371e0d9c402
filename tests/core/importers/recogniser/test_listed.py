"""Tables that an office turned into a list."""

from core.importers.extract import Extract, Grid
from core.importers.recogniser.lines import lines_of
from core.importers.recogniser.listed import ListReader
from core.importers.recogniser.readings import Reading


def listed(*rows: tuple[str | None, ...]) -> dict[str, Reading]:
    reader = ListReader()
    for line in lines_of(Extract((Grid(rows, "表"),))):
        reader.feed(line)
    return {f"{reading.table}.{reading.row}": reading for reading in reader.readings()}


def test_row_and_column_in_one_label_name_a_cell() -> None:
    found = listed(
        ("规章本年制发件数", "3"),
        ("规章本年废止件数", ""),
        ("规章现行有效件数", "12"),
        ("行政事业性收费本年收费金额（单位：万元）", "0.25"),
    )
    assert found["t2.regulations"].cells == {"issued": "3", "repealed": "", "in_force": "12"}
    assert found["t2.admin_fees"].cells == {"amount_wan": "0.25"}


def test_the_row_may_stand_beside_its_columns() -> None:
    found = listed(("规章", "本年制发件数", "3"), (None, "本年废止件数", "1"), (None, "现行有效件数", "12"))
    assert found["t2.regulations"].cells == {"issued": "3", "repealed": "1", "in_force": "12"}


def test_a_row_of_which_cells_are_missing_is_doubted_and_empty() -> None:
    reading = listed(("规章本年制发件数", "3"), ("规章现行有效件数", "12"))["t2.regulations"]
    assert reading.reason
    assert not reading.cells


def test_outcomes_may_stand_down_the_side() -> None:
    rows = [(name, "1", "", "3") for name in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")]
    found = listed(("", "行政复议", "未经复议直接起诉", "复议后起诉"), *rows)
    assert list(found["t4.review"].cells.values()) == ["1"] * 5
    assert list(found["t4.lawsuit_direct"].cells.values()) == [""] * 5
    assert list(found["t4.lawsuit_after_review"].cells.values()) == ["3"] * 5


def test_one_outcome_a_line_is_named_by_its_group() -> None:
    names = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    rows = [
        ("行政诉讼" if at == 0 else None, "复议后起诉" if at == 0 else None, name, str(at))
        for at, name in enumerate(names)
    ]
    assert list(listed(*rows)["t4.lawsuit_after_review"].cells.values()) == list("01234")


def test_rows_of_the_usual_tables_are_no_list() -> None:
    assert not listed(("信息内容", "本年制发件数"), ("规章", "3"), ("行政许可", "5"), ("3.其他", "1"), ("总计", "1"))

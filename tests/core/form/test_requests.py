"""Table 3 of any number of results."""

from core.form.layout import Row
from core.form.requests import COLUMNS, table_3

ROWS = (
    Row("new", "一、新收", "一"),
    Row("old", "二、结转", "二"),
    Row("done", "（一）公开", "三(一)"),
    Row("no_1", "1.甲", "三(二)1", "（二）不公开"),
    Row("no_2", "2.乙", "三(二)2", "（二）不公开"),
    Row("handled", "（三）总计", "三(三)"),
    Row("forward", "四、转出", "四"),
)
TABLE = table_3(ROWS)


def test_the_total_column_and_the_total_row_are_computed() -> None:
    computed = {cell.id for cell in TABLE.cells if cell.computed}
    assert computed == {f"t3.{row.id}.total" for row in ROWS} | {f"t3.handled.{column.id}" for column in COLUMNS}


def test_the_results_and_their_total_stand_behind_one_upright_label() -> None:
    (label,) = [label for label in TABLE.labels if label.upright]
    assert (label.span.row, label.span.rows) == (5, 4)


def test_rows_of_a_group_stand_beside_its_label() -> None:
    (group,) = [label for label in TABLE.labels if label.text == "（二）不公开"]
    assert (group.span.row, group.span.column, group.span.rows) == (6, 1, 2)


def test_every_computed_cell_is_filled_once_after_its_terms() -> None:
    filled: set[str] = set()
    computed = {cell.id for cell in TABLE.cells if cell.computed}
    for equation in TABLE.equations:
        if equation.fills:
            assert {term for term in equation.left if term in computed} <= filled
            filled.add(equation.fills)
    assert filled == computed

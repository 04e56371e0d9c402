from core.cells import CellId
from core.form import F2021
from core.form.lattice import lattice

T2, T3, T4 = (lattice(F2021.table(name)) for name in ("t2", "t3", "t4"))


def test_the_lattices_are_as_large_as_the_value_part_of_the_printed_tables() -> None:
    assert [(grid.height, grid.width) for grid in (T2, T3, T4)] == [(6, 3), (25, 7), (1, 15)]


def test_a_value_printed_over_three_columns_stands_in_three_places_and_owns_the_first() -> None:
    assert T2.rows[2] == (CellId("t2.licensing.decisions"),) * 3
    assert [T2.owns(2, column) for column in range(3)] == [True, False, False]
    assert T2.places[CellId("t2.licensing.decisions")] == (2, 0)


def test_the_columns_of_table_3_fall_into_persons_organisations_and_total() -> None:
    assert T3.column_blocks == (0, 1, 1, 1, 1, 1, 2)


def test_the_columns_of_table_4_fall_into_its_three_procedures() -> None:
    assert T4.column_blocks == (0,) * 5 + (1,) * 5 + (2,) * 5


def test_the_rows_of_table_3_fall_into_the_printed_groups() -> None:
    sizes = [T3.row_blocks.count(block) for block in range(max(T3.row_blocks) + 1)]
    assert sizes == [4, 8, 3, 5, 3, 2]


def test_the_rows_of_table_2_fall_into_the_four_captions() -> None:
    assert T2.row_blocks == (0, 0, 1, 2, 2, 3)


def test_a_rectangle_between_two_cells_names_each_cell_once() -> None:
    corner, other = CellId("t2.licensing.decisions"), CellId("t2.regulations.repealed")
    assert T2.between(corner, other) == (
        CellId("t2.regulations.issued"),
        CellId("t2.regulations.repealed"),
        CellId("t2.normative_docs.issued"),
        CellId("t2.normative_docs.repealed"),
        CellId("t2.licensing.decisions"),
    )


def test_a_rectangle_has_no_gap() -> None:
    cells = T3.between(CellId("t3.granted.natural"), CellId("t3.partial.business"))
    assert T3.is_rectangle(cells)
    assert not T3.is_rectangle(cells[:3])
    assert T3.is_rectangle(cells[:1])

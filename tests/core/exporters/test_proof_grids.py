"""Tables found among the grids of a file by their labels."""

from core.cells import CellId
from core.exporters.pages import grid
from core.exporters.proof_grids import Rows, entries
from core.form import F2021
from core.form.layout import Table
from tests.core.exporters.invented import full_report

REPORT = full_report()


def rows_of(table: Table) -> list[list[str | None]]:
    rows: list[list[str | None]] = [[None] * table.grid_columns for _ in range(table.grid_rows)]
    for place in grid(REPORT, table).places:
        rows[place.span.row][place.span.column] = place.text
    return rows


def test_every_cell_is_taken_from_its_place() -> None:
    grids: list[Rows] = [rows_of(table) for table in F2021.tables]
    assert {cell: entry.value for cell, entry in entries(F2021, grids).items()} == {
        cell: REPORT.value(cell) for cell in F2021.cells
    }


def test_rows_above_a_table_and_blanks_in_labels_do_not_matter() -> None:
    rows = [["表二", None, None, None], *rows_of(F2021.table("t2"))]
    rows[2][0] = "信息\n内容"
    found = entries(F2021, [[["甲"]], rows])
    assert len(found) == 10
    assert found[CellId("t2.licensing.decisions")].value == 98765432


def test_a_table_with_another_label_or_short_of_a_row_is_not_taken() -> None:
    rows = rows_of(F2021.table("t4"))
    rows[0][0] = "行政复核"
    assert entries(F2021, [rows, rows_of(F2021.table("t3"))[:-1], []]) == {}

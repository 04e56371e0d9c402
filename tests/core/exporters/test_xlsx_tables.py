"""The sheets of the tables: what may be typed into, what is locked, what stands in the file beside the formulas."""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from core.cells import CellId, number
from core.exporters.xlsx import write
from core.exporters.xlsx_tables import is_exact
from core.form import F2021
from core.form.layout import Table
from core.report import Report
from tests.core.exporters.invented import full_report
from tests.examples import TYPED, filled

FULL = full_report()


def sheets(report: Report, *, results: bool = False) -> Iterator[tuple[Table, Worksheet]]:
    book = load_workbook(BytesIO(write(report)[0]), data_only=results)
    for table in F2021.tables:
        sheet = book[table.name]
        assert isinstance(sheet, Worksheet)
        yield table, sheet


@pytest.mark.parametrize("report", [FULL, Report()], ids=["full", "empty"])
def test_a_clerk_may_type_into_the_typed_cells_and_nowhere_else(report: Report) -> None:
    for table, sheet in sheets(report):
        open_ones = {(cell.row, cell.column) for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
        typed = [table.spans[cell.id] for cell in table.cells if not cell.computed]
        assert {(span.row + 2, span.column + 1) for span in typed} <= open_ones
        assert len(open_ones) == sum(span.rows * span.columns for span in typed)


def test_the_lock_has_no_password_and_leaves_widths_and_heights_free() -> None:
    for _, sheet in sheets(FULL):
        lock = sheet.protection
        assert lock.sheet
        assert lock.password is None
        assert (lock.formatColumns, lock.formatRows, lock.formatCells) == (False, False, True)  # False: not locked
        assert not lock.selectLockedCells
        assert not lock.selectUnlockedCells


def test_totals_and_verdicts_are_seen_by_who_does_not_reckon() -> None:
    for table, sheet in sheets(FULL, results=True):
        for cell in table.cells:
            span = table.spans[cell.id]
            assert Decimal(str(sheet.cell(span.row + 2, span.column + 1).value)) == FULL.value(cell.id), cell.id
    verdicts = [sheet.value for sheet in load_workbook(BytesIO(write(FULL)[0]), data_only=True)["表三"][31][3:10]]
    assert all(isinstance(verdict, int) and verdict < 0 for verdict in verdicts)


def test_a_total_that_excel_cannot_keep_is_left_to_who_opens_the_file() -> None:
    report = filled(dict.fromkeys(TYPED, str(10**15 - 1)))
    assert write(report)[1] == ()
    (live,) = [sheet["J5"].value for table, sheet in sheets(report) if table.id == "t3"]
    (seen,) = [sheet["J5"].value for table, sheet in sheets(report, results=True) if table.id == "t3"]
    assert (live, seen) == ('=IF(COUNT(D5:I5)=6,SUM(D5:I5),"")', None)
    assert [is_exact(Decimal(each)) for each in ("999999999999999", "9999999999999.999", "0.0000000000000001")] == [
        True,
        False,
        True,
    ]


def test_blank_cells_shrink_what_is_typed_into_them() -> None:
    for table, sheet in sheets(Report(typed={CellId("t2.regulations.issued"): number(3)})):
        for cell in table.cells:
            span = table.spans[cell.id]
            assert sheet.cell(span.row + 2, span.column + 1).alignment.shrink_to_fit, cell.id


def test_a_long_number_makes_no_row_higher_for_it_shrinks() -> None:
    high = [
        [
            sheet.row_dimensions[row].height
            for _, sheet in sheets(filled(dict.fromkeys(TYPED, figure)))
            for row in range(2, 30)
        ]
        for figure in ("0", "987654321")
    ]
    assert high[0] == high[1]

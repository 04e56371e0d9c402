"""The sheet for collection, read where it stands alone."""

import csv
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from core.errors import UserError
from core.exporters.xlsx import write
from core.form.own_sheets import COLLECTION, COLLECTION_HEAD
from core.importers import read_report
from core.importers.workbook.collection import is_collection, laid_out
from core.report import Report
from tests.core.exporters.invented import UNIT, full_report
from tests.examples import filled

FILE = Path("汇总.xlsx")


def alone(report: Report, folder: Path, *others: Report) -> Path:
    """Write the sheet for collection as it is passed on: without the others, values only, other units below it."""
    book = load_workbook(BytesIO(write(report)[0]), data_only=True)
    for name in book.sheetnames:
        if name != COLLECTION:
            del book[name]
    for other in others:
        for row in load_workbook(BytesIO(write(other)[0]), data_only=True)[COLLECTION].iter_rows(
            min_row=2, values_only=True
        ):
            book[COLLECTION].append(row)
    file = folder / "采集.xlsx"
    book.save(file)
    return file


def test_all_values_the_unit_and_the_year_are_read(tmp_path: Path) -> None:
    report = full_report()
    found = read_report(alone(report, tmp_path))
    assert found.report.typed == report.typed
    assert {cell: entry.value for cell, entry in found.report.printed.items()} == {
        cell: report.value(cell) for cell in report.computed
    }
    assert (found.report.unit, found.report.year) == (UNIT, 2031)
    assert found.doubts == ()


def test_blanks_and_words_are_read_as_they_stand(tmp_path: Path) -> None:
    report = filled({"t3.granted.natural": "", "t3.partial.natural": "不适用", "t2.admin_fees.amount_wan": "0.5"})
    found = read_report(alone(report, tmp_path)).report
    assert {cell: entry.raw for cell, entry in found.typed.items() if entry.raw} == {
        cell: entry.raw for cell, entry in report.typed.items()
    }


def test_separated_values_are_read_as_well(tmp_path: Path) -> None:
    report = full_report()
    rows = load_workbook(alone(report, tmp_path))[COLLECTION].iter_rows(values_only=True)
    file = tmp_path / "采集.csv"
    with file.open("w", encoding="gb18030", newline="") as stream:
        csv.writer(stream).writerows(rows)
    found = read_report(file)
    assert (found.report.typed, found.report.unit, found.doubts) == (report.typed, UNIT, ())


def test_the_rows_of_several_units_are_no_report(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"出现了 2 次（.*、青禾县林业局等）") as caught:
        read_report(alone(full_report(), tmp_path, filled()))
    assert "筛选出一个单位" in caught.value.hint


def test_rows_of_no_form_are_given_back_as_they_stand() -> None:
    for rows in ((COLLECTION_HEAD,), (COLLECTION_HEAD, ("t9.a.b", *["1"] * 9))):
        assert is_collection(rows)
        assert laid_out(rows, FILE) == [(COLLECTION, rows)]
    assert not is_collection((("标识", "值"),))

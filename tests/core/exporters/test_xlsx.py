"""The workbook, read back by openpyxl and calculated by LibreOffice."""

import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from core.cells import CellId, Entry, State, number, parse
from core.exporters.xlsx import write
from core.form import F2021
from core.form.layout import Table
from core.importers import read_report
from core.report import Report
from tests.core.exporters.invented import UNIT, full_report

SHEETS = ["封面", "文字", "表二", "表三", "表四"]


def book_of(report: Report) -> Workbook:
    return load_workbook(BytesIO(write(report)[0]))


def at(table: Table, cell: CellId) -> tuple[int, int]:
    span = table.spans[cell]
    return span.row + 2, span.column + 1


def typed_cells() -> Iterator[tuple[Table, CellId]]:
    return ((table, cell.id) for table in F2021.tables for cell in table.cells if not cell.computed)


def test_the_workbook_has_a_cover_the_texts_and_the_three_tables() -> None:
    report = full_report()
    book = book_of(report)
    assert book.sheetnames == SHEETS
    cover = [cell.value for row in book["封面"].iter_rows() for cell in row if cell.value]
    assert {UNIT, "2031", report.standard_title, "国办公开办函〔2021〕30号"} <= set(cover)
    texts = [str(cell.value).strip() for (cell,) in book["文字"].iter_rows() if cell.value]
    assert [text for text in texts if text in {s.heading for s in F2021.sections}] == [
        s.heading for s in F2021.sections
    ]
    assert "\n".join(texts).count(report.texts["s1"]) == 1
    assert (book.properties.creator, book.properties.lastModifiedBy) == ("年报编制", "年报编制")


def test_numbers_are_numbers_with_their_digits() -> None:
    report = full_report()
    book = book_of(report)
    for table, cell in typed_cells():
        found = book[table.name].cell(*at(table, cell))
        assert found.data_type == "n"
        assert Decimal(str(found.value)) == report.value(cell)
    fee = book["表二"].cell(*at(F2021.table("t2"), CellId("t2.admin_fees.amount_wan")))
    assert (fee.value, fee.number_format) == (72701.257801, "0.000000")


def test_labels_stand_and_merge_as_on_the_printed_form() -> None:
    book = book_of(Report())
    for table in F2021.tables:
        sheet = book[table.name]
        merged = {area.bounds for area in sheet.merged_cells.ranges}
        for label in table.labels:
            span = label.span
            words = str(sheet.cell(span.row + 2, span.column + 1).value)
            assert words.replace("\n", "") == label.text
            bounds = (span.column + 1, span.row + 2, span.column + span.columns, span.row + 1 + span.rows)
            assert (bounds in merged) == (span.rows * span.columns > 1)


def test_blanks_stay_blank_and_words_stay_words() -> None:
    typed = {CellId("t3.granted.natural"): parse("/"), CellId("t3.granted.business"): Entry("=1+1", State.TEXT)}
    sheet = book_of(Report(typed=typed))["表三"]
    assert sheet["D7"].value == "/"
    assert (sheet["E7"].value, sheet["E7"].data_type) == ("=1+1", "s")
    assert sheet["F7"].value is None


def test_a_number_too_long_for_excel_is_written_as_words_and_said_to_be() -> None:
    data, notes = write(Report(typed={CellId("t2.admin_fees.amount_wan"): number(Decimal("123456789012.123456"))}))
    sheet = load_workbook(BytesIO(data))["表二"]
    assert sheet.cell(*at(F2021.table("t2"), CellId("t2.admin_fees.amount_wan"))).value == "123456789012.123456"
    assert notes == ("表二有 1 个数超过 15 位，Excel 存不下这样的数，已按文字写入。",)


def test_sheets_are_set_up_for_a4() -> None:
    book = book_of(full_report())
    for name in SHEETS:
        sheet = book[name]
        assert (str(sheet.page_setup.paperSize), sheet.page_setup.fitToWidth) == ("9", 1)
        assert sheet.print_options.horizontalCentered
        assert sheet.oddFooter
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
    assert book["表三"].print_title_rows == "$1:$4"
    assert book["表三"].freeze_panes == "D5"
    assert book["表四"].page_setup.orientation == "landscape"
    assert book["表三"].print_area == "'表三'!$A$1:$J$29"


def test_numbers_shrink_into_their_column_and_words_wrap() -> None:
    typed = {CellId("t3.granted.natural"): number(10**11), CellId("t3.granted.business"): parse("约十件")}
    sheet = book_of(Report(typed=typed))["表三"]
    assert [bool(sheet[at].alignment.shrink_to_fit) for at in ("D7", "J7", "E7")] == [True, True, False]
    assert [bool(sheet[at].alignment.wrap_text) for at in ("D7", "J7", "E7")] == [False, False, True]


def test_the_program_reads_its_own_workbook_back_without_a_doubt(tmp_path: Path) -> None:
    report = full_report()
    file = tmp_path / "年报.xlsx"
    file.write_bytes(write(report)[0])
    found = read_report(file)
    assert (found.report.unit, found.report.year) == (report.unit, report.year)
    assert found.report.typed == report.typed
    assert {key: text.strip() for key, text in report.texts.items()} == found.report.texts
    assert found.doubts == ()


# ---------------------------------------------------------------- calculated by LibreOffice

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def calculated(report: Report, folder: Path) -> Workbook:
    """Return the workbook as LibreOffice computes it."""
    file = folder / "in.xlsx"
    file.write_bytes(write(report)[0])
    out = folder / "out"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return load_workbook(out / "in.xlsx", data_only=True)


@needs_office
def test_live_totals_are_those_of_the_program_and_the_balance_is_judged(tmp_path: Path) -> None:
    report = full_report()
    book = calculated(report, tmp_path)
    for total in report.computed:
        table = F2021.table(F2021.cells[total].table)
        assert Decimal(str(book[table.name].cell(*at(table, total)).value)) == report.value(total), total
    sheet = book["表三"]
    assert sheet["A31"].value == "勾稽检查"
    intake = [report.value(CellId(f"t3.{row}.natural")) for row in ("new_requests", "carried_in")]
    outcome = [report.value(CellId(f"t3.{row}.natural")) for row in ("total_handled", "carried_forward")]
    assert sheet["D31"].value == sum(v for v in intake if v) - sum(v for v in outcome if v)


@needs_office
def test_a_total_stays_empty_while_a_term_is_blank_or_words(tmp_path: Path) -> None:
    zeros = {cell: number(0) for _, cell in typed_cells()}
    zeros[CellId("t3.new_requests.natural")] = number(3)
    zeros[CellId("t3.granted.natural")] = number(3)
    del zeros[CellId("t3.granted.business")]
    zeros[CellId("t3.granted.research")] = parse("/")
    sheet = calculated(Report(typed=zeros), tmp_path)["表三"]
    assert [sheet.cell(28, column).value for column in range(4, 11)] == [3, None, None, 0, 0, 0, None]
    verdicts = [sheet.cell(31, column).value for column in range(4, 11)]
    assert verdicts == ["平", "未填全", "未填全", "平", "平", "平", "未填全"]

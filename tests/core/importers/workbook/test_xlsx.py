"""Excel files: what the visible sheets hold, whoever wrote them."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from core.errors import UserError
from core.importers.extract import UNCOMPUTED, Extract, Grid, Part
from core.importers.workbook import xlsx
from tests.core.importers.papers import packed

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def extract(tmp_path: Path, fill: Callable[[Worksheet], None]) -> Extract:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(sheet)
    path = tmp_path / "数据 表.xlsx"
    book.save(path)
    return xlsx.read(path)


def by_hand(tmp_path: Path, sheet: str, *, shared: str = "", state: str = "visible", name: str = "表三") -> Extract:
    """Read a workbook of XML written here, for what openpyxl never writes."""
    path = tmp_path / "手写.xlsx"
    path.write_bytes(
        packed(
            {
                "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
                f'<sheet name="{name}" sheetId="1" state="{state}" r:id="rId1"/></sheets></workbook>',
                "xl/_rels/workbook.xml.rels": "<Relationships>"
                f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
                "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>',
                **({"xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{shared}</sst>'} if shared else {}),
            }
        )
    )
    return xlsx.read(path)


def rows(content: Extract) -> tuple[tuple[str | None, ...], ...]:
    return next(block.rows for block in content.blocks if isinstance(block, Grid))


def test_a_table_may_start_anywhere(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["C4"], sheet["D4"], sheet["D6"] = "规章", 3, 5

    assert rows(extract(tmp_path, fill)) == (("规章", "3"), ("", "5"))


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        (3, "3"),
        (3.0, "3"),
        (59237.2449, "59237.2449"),
        (0.1 + 0.2, "0.3"),
        (1e8, "100000000"),
        (-2, "-2"),
        ("12", "12"),
    ],
)
def test_numbers_are_read_as_a_person_writes_them(tmp_path: Path, stored: float | str, read: str) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = stored

    assert rows(extract(tmp_path, fill)) == ((read,),)


def test_a_nought_that_its_format_hides_is_still_a_nought(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "规章", 0
        sheet["B1"].number_format = "0;-0;;@"

    assert rows(extract(tmp_path, fill)) == (("规章", "0"),)


def test_merged_cells_stand_in_their_first_place(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A2"], sheet["B2"], sheet["B3"] = "表头", "组", "甲", "乙"
        sheet.merge_cells("A1:B1")
        sheet.merge_cells("A2:A3")

    assert rows(extract(tmp_path, fill)) == (("表头", None), ("组", "甲"), (None, "乙"))


def test_a_formula_gives_its_stored_result_and_is_never_worked_out(tmp_path: Path) -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1"><f>SUM(B1)</f><v>7</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1" t="str"><f>IF(1,"")</f><v></v></c><c r="D1"><v>4</v></c></row></sheetData>'
    )
    assert rows(by_hand(tmp_path, sheet)) == (("7", UNCOMPUTED, "", "4"),)


def test_declared_sizes_and_missing_places_do_not_mislead(tmp_path: Path) -> None:
    sheet = (
        '<dimension ref="A1"/><sheetData><row><c><v>1</v></c><c><v>2</v></c></row>'
        '<row><c r="B2"><v>3</v></c></row></sheetData>'
    )
    assert rows(by_hand(tmp_path, sheet)) == (("1", "2"), ("", "3"))


def test_texts_in_runs_lose_their_reading_aids(tmp_path: Path) -> None:
    shared = "<si><r><t>行政</t></r><r><t>许可</t></r><rPh><t>xuke</t></rPh></si><si><t>甲_x000D_乙</t></si>"
    sheet = (
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>99</v></c>'
        '<c r="D1" t="inlineStr"><is><t>内</t></is></c><c r="E1" t="b"><v>1</v></c></row></sheetData>'
    )
    assert rows(by_hand(tmp_path, sheet, shared=shared)) == (("行政许可", "甲\n乙", "", "内", "TRUE"),)


def test_hidden_sheets_are_not_part_of_the_report(tmp_path: Path) -> None:
    sheet = '<sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData>'
    assert by_hand(tmp_path, sheet, state="hidden").blocks == ()
    assert by_hand(tmp_path, sheet).blocks == (Part("表三"), Grid((("9",),), "工作表“表三”"))


def test_a_format_down_to_the_last_row_costs_nothing(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "规章"
        for row in range(2, 3000):
            sheet.cell(row, 1).number_format = "0.00"

    assert len(rows(extract(tmp_path, fill))) <= 2


def test_far_corners_are_refused_instead_of_filled(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "甲"
        sheet["XFD1"] = "乙"

    with pytest.raises(UserError, match="太大"):
        extract(tmp_path, fill)


def test_a_merge_over_whole_columns_is_ignored(tmp_path: Path) -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:Z1048576"/><mergeCell ref="B"/></mergeCells>'
    )
    assert rows(by_hand(tmp_path, sheet)) == (("1",),)


def test_a_workbook_without_sheets_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    path.write_bytes(packed({"xl/workbook.xml": f'<workbook xmlns="{_MAIN}"/>'}))
    with pytest.raises(UserError, match="损坏"):
        xlsx.read(path)


def test_an_empty_sheet_gives_nothing(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    path = tmp_path / "空.xlsx"
    path.write_bytes(buffer.getvalue())
    assert xlsx.read(path).blocks == ()


def test_hidden_rows_and_columns_are_not_read(tmp_path: Path) -> None:
    sheet = (
        '<cols><col min="2" max="3" hidden="1"/></cols><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>9</v></c></row><row r="3"><c r="A3"><v>5</v></c></row></sheetData>'
    )
    assert rows(by_hand(tmp_path, sheet)) == (("1", "", "", "4"), ("5", "", "", ""))

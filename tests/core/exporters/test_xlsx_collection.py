"""The sheet that is collected by machine."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from core.cells import CellId
from core.exporters.check_number import check_number
from core.exporters.xlsx import write
from core.form import F2021
from core.form.own_sheets import COLLECTION, COLLECTION_HEAD
from core.report import Report
from tests.core.exporters.invented import UNIT, full_report
from tests.examples import filled

FULL = full_report()


def sheet_of(report: Report, *, results: bool = False) -> Worksheet:
    sheet = load_workbook(BytesIO(write(report)[0]), data_only=results)[COLLECTION]
    assert isinstance(sheet, Worksheet)
    return sheet


def values(report: Report) -> dict[str, object]:
    """Return what a machine finds that does not reckon: by identifier."""
    return {str(row[0]): row[4] for row in sheet_of(report, results=True).iter_rows(min_row=2, values_only=True)}


def test_there_is_a_row_for_every_cell_of_the_form_under_heads_that_never_change() -> None:
    rows = list(sheet_of(FULL, results=True).iter_rows(values_only=True))
    assert rows[0] == COLLECTION_HEAD
    assert [row[0] for row in rows[1:]] == list(F2021.cells)
    assert {row[6:] for row in rows[1:]} == {(UNIT, 2031, "国办公开办函〔2021〕30号", check_number(FULL))}
    named = {row[0]: row[1:6] for row in rows}
    assert named["t3.denied_state_secret.business"] == ("表三", "（三）不予公开 1.属于国家秘密", "商业企业", 346, "件")
    assert named["t2.admin_fees.amount_wan"][3:] == (72701.257801, "万元")
    assert named["t4.lawsuit_direct.total"][:3] == ("表四", "行政诉讼 未经复议直接起诉", "总计")


def test_values_refer_to_the_printed_tables_and_are_seen_without_reckoning() -> None:
    assert sheet_of(FULL)["E12"].value == """=IF('表三'!D5="","",'表三'!D5)"""
    assert all(Decimal(str(value)) == FULL.value(CellId(cell)) for cell, value in values(FULL).items())


def test_what_is_typed_like_an_error_or_a_formula_is_passed_on_as_the_words_it_is() -> None:
    odd = (
        "#N/A",
        "#REF!",
        "#DIV/0!",
        "#VALUE!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "=1+1",
        "+5",
        "TRUE",
        "'5",
        "1e5",
        "9" * 30,
    )
    typed = [cell.id for cell in F2021.table("t3").cells if not cell.computed]
    report = filled(dict(zip(typed, odd, strict=False)))
    found = {str(row[0].value): (row[4].value, row[4].data_type) for row in sheet_of(report, results=True).iter_rows()}
    assert [found[cell] for cell, _ in zip(typed, odd, strict=False)] == [(words, "s") for words in odd]


def test_a_blank_stays_blank_and_words_stay_words() -> None:
    report = filled({"t3.granted.natural": "", "t3.partial.natural": "－", "t3.granted.business": "=1+1"})
    found = values(report)
    assert [found[f"t3.{cell}"] for cell in ("granted.natural", "partial.natural", "granted.business")] == [
        None,
        "－",
        "=1+1",
    ]
    assert (found["t3.granted.research"], found["t3.total_handled.natural"]) == (0, None)
    assert set(values(Report()).values()) == {None}


def test_what_excel_cannot_keep_as_a_number_is_passed_on_as_the_words_it_is() -> None:
    assert values(filled({"t2.admin_fees.amount_wan": "123456789012.123456"}))["t2.admin_fees.amount_wan"] == (
        "123456789012.123456"
    )


def test_words_of_the_unit_never_become_a_formula() -> None:
    cell = sheet_of(replace(FULL, unit="=1+1\0&<局>"))["G2"]
    assert (cell.value, cell.data_type) == ("=1+1&<局>", "s")


def test_it_is_locked_can_be_filtered_and_keeps_its_head_in_sight() -> None:
    sheet = sheet_of(FULL)
    assert all(cell.protection.locked for row in sheet.iter_rows() for cell in row)
    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    assert (sheet.protection.autoFilter, sheet.protection.sort) == (False, False)  # False: not locked
    assert sheet.auto_filter.ref == "A1:J201"
    assert sheet.freeze_panes == "B2"
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")


def test_every_column_has_a_name_for_the_whole_workbook() -> None:
    names = load_workbook(BytesIO(write(FULL)[0])).defined_names
    assert {name: names[name].attr_text for name in ("采集_标识", "采集_值", "采集_校验号")} == {
        "采集_标识": "'数据采集'!$A$2:$A$201",
        "采集_值": "'数据采集'!$E$2:$E$201",
        "采集_校验号": "'数据采集'!$J$2:$J$201",
    }
    assert len([name for name in names if name.startswith("采集_")]) == len(COLLECTION_HEAD)

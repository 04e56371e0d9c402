"""What is said to who types, and what last year's report tells."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from core.cells import CellId
from core.exporters.xlsx_book import Book
from core.exporters.xlsx_entry import Validation, ask, expected, validations
from core.form import F2019, F2021
from core.report import Report
from tests.examples import column, filled

T2, T3, T4 = (F2021.table(name) for name in ("t2", "t3", "t4"))
LAST = replace(filled({**column("natural", new=5, granted=4, forward=1), "t2.regulations.in_force": 7}), year=2023)
THIS = replace(filled(), last_year=LAST)


def test_last_year_tells_what_is_carried_in_and_what_is_in_force() -> None:
    known = {each.cell: each for each in expected(THIS, T3)}
    assert set(known) == {cell.id for cell in T3.cells if cell.row.id == "carried_in" and not cell.computed}
    assert known[CellId("t3.carried_in.natural")].start == 1
    assert known[CellId("t3.carried_in.natural")].words == "上年结转下年度 1 件，本年上年结转应与它相等。"
    regulations = next(each for each in expected(THIS, T2) if each.cell == "t2.regulations.in_force")
    assert (regulations.start, regulations.plus, regulations.minus) == (
        Decimal(7),
        ("t2.regulations.issued",),
        ("t2.regulations.repealed",),
    )
    assert expected(THIS, T4) == ()


def test_no_report_of_the_year_before_tells_nothing() -> None:
    for last in (None, replace(LAST, year=2020), Report(year=2023)):
        assert [expected(replace(THIS, last_year=last), table) for table in F2021.tables] == [()] * 3


@pytest.mark.parametrize("table", [*F2021.tables, *F2019.tables], ids=lambda table: f"{table.name}-{len(table.cells)}")
def test_no_two_notices_stand_at_one_cell_and_none_is_too_long(table: object) -> None:
    form = F2021 if table in F2021.tables else F2019
    found = next(each for each in form.tables if each is table)
    said = validations(found, expected(THIS, found) if form is F2021 else ())
    areas = [part for entry in said for part in entry.area.split()]
    assert len(areas) == len(set(areas))
    assert all(len(entry.title) <= 32 and len(entry.error) <= 255 and len(entry.prompt) <= 255 for entry in said)


def test_counts_are_whole_amounts_may_have_decimals() -> None:
    assert {(entry.takes, entry.area) for entry in validations(T2, ())} == {
        ("whole", "B4:D5 B8 B11:B12"),
        ("decimal", "B15"),
    }
    with_prompt = next(entry for entry in validations(T3, expected(THIS, T3)) if entry.area == "D6")
    assert (with_prompt.title, with_prompt.takes) == ("与上年比较", "whole")
    assert with_prompt.prompt.startswith("上年结转下年度 1 件")


def test_what_may_be_typed_is_said_and_let_pass() -> None:
    book = Book()
    said = (
        Validation("A1 C1:C3", "whole", "请填整数 & 核对。"),
        Validation("B1:B2", "decimal", "请填数。", "与上年比较", "上年 3 件。"),
    )
    ask(book.sheet("甲"), said)
    first, second = load_workbook(BytesIO(book.packed("甲")))["甲"].data_validations.dataValidation
    assert (first.type, first.operator, first.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert (first.errorStyle, first.error, first.promptTitle) == ("warning", "请填整数 & 核对。", None)
    assert (str(first.sqref), first.allowBlank, first.showErrorMessage) == ("A1 C1:C3", True, True)
    assert (second.type, second.promptTitle, second.prompt) == ("decimal", "与上年比较", "上年 3 件。")

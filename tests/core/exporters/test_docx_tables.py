"""The tables of the Word file."""

from typing import cast

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.table import CT_Tbl
from docx.table import Table as WordTable
from lxml import etree

from core.cells import CellId, number, parse
from core.exporters.docx_tables import Set, draw, fit
from core.exporters.docx_xml import W, part
from core.exporters.pages import grid
from core.exporters.paper import HEIGHT, WIDTH
from core.form import F2021
from core.form.layout import Table
from core.report import Report
from tests.core.exporters.invented import full_report

EVERY = pytest.mark.parametrize("table", F2021.tables, ids=lambda table: table.id)


def fitted(table: Table, report: Report | None = None, before: float = 33.0) -> Set:
    return fit(grid(report or full_report(), table), before)


def found(element: etree._Element, path: str) -> list[etree._Element]:
    return cast("list[etree._Element]", element.xpath(path, namespaces={"w": W}))


@EVERY
def test_another_library_finds_every_word_in_the_place_of_the_form(table: Table) -> None:
    report = full_report()
    element = cast("CT_Tbl", parse_xml(part(draw(fitted(table, report), "表"))))
    read = WordTable(element, Document()._body)
    assert (len(read.rows), len(read.columns)) == (table.grid_rows, table.grid_columns)
    for place in grid(report, table).places:
        span = place.span
        corners = {(span.row, span.column), (span.row + span.rows - 1, span.column + span.columns - 1)}
        assert {read.cell(*corner).text.replace("\n", "") for corner in corners} == {place.text}


@EVERY
def test_columns_fill_the_line_and_cells_have_the_widths_of_theirs(table: Table) -> None:
    made = draw(fitted(table), "表")
    columns = [int(column.get(f"{{{W}}}w", "0")) for column in found(made, "w:tblGrid/w:gridCol")]
    assert sum(columns) == round(WIDTH * 20)
    assert found(made, "w:tblPr/w:tblLayout[@w:type='fixed']")
    for row in found(made, "w:tr"):
        assert sum(int(cell.get(f"{{{W}}}w", "0")) for cell in found(row, "w:tc/w:tcPr/w:tcW")) == sum(columns)


@EVERY
def test_heads_repeat_and_no_row_parts(table: Table) -> None:
    rows = found(draw(fitted(table), "表"), "w:tr")
    assert [bool(found(row, "w:trPr/w:tblHeader")) for row in rows] == [
        row < table.head_rows for row in range(table.grid_rows)
    ]
    assert all(found(row, "w:trPr/w:cantSplit") for row in rows)


@EVERY
def test_a_table_that_fits_on_a_page_holds_together(table: Table) -> None:
    made = fitted(table)
    assert made.together
    rows = found(draw(made, "表"), "w:tr")
    assert all(found(row, "w:tc[1]/w:p/w:pPr/w:keepNext") for row in rows[:-1])
    assert not found(rows[-1], ".//w:keepNext")


def test_a_table_too_high_for_a_page_parts_between_its_groups() -> None:
    table = F2021.table("t3")
    made = fitted(table, before=HEIGHT / 2)
    assert not made.together
    kept = [bool(found(row, ".//w:keepNext")) for row in found(draw(made, "表"), "w:tr")]
    groups = [label.span for label in table.labels if label.text.startswith("（三）")]
    (denied,) = groups
    assert kept[: table.head_rows] == [True] * table.head_rows
    assert kept[denied.row : denied.row + denied.rows] == [True] * (denied.rows - 1) + [False]


def test_a_row_of_very_long_words_may_part_and_loses_none_of_them() -> None:
    words = "详见附件所列各项" * 200
    made = fitted(F2021.table("t3"), Report(typed={CellId("t3.granted.natural"): parse(words)}))
    assert not made.together
    (row,) = found(draw(made, "表"), f"w:tr[.//w:t='{words}']")
    assert not found(row, "w:trPr/w:cantSplit")


def test_a_number_too_wide_for_its_column_is_set_smaller() -> None:
    cell = CellId("t3.granted.natural")
    made = fitted(F2021.table("t3"), Report(typed={cell: number(10**11)}))
    (size,) = found(draw(made, "表"), ".//w:r[w:t='100000000000']/w:rPr/w:sz")
    assert int(size.get(f"{{{W}}}val", "0")) < 2 * made.points


def test_the_narrow_label_runs_downwards_and_the_table_says_what_it_is() -> None:
    made = draw(fitted(F2021.table("t3")), "表三　收到和处理政府信息公开申请情况")
    (down, *_) = found(made, ".//w:tc[w:tcPr/w:textDirection]")
    assert "".join(words.text or "" for words in found(down, ".//w:t")) == "三、本年度办理结果"
    assert found(made, "w:tblPr/w:tblCaption")[0].get(f"{{{W}}}val") == "表三　收到和处理政府信息公开申请情况"

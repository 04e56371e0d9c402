"""The 校核单 as a workbook, opened by openpyxl and by LibreOffice."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pdfplumber import open as open_pdf

from core.checks import catalogue
from core.exporters.check_number import check_number
from core.exporters.check_sheet import check_sheet
from core.exporters.proof import Proof
from core.exporters.state_words import DAY
from core.exporters.xlsx_check_sheet import write
from core.report import Report
from tests.examples import TYPED, column, filled

WRONG = filled({**column("natural", new=3, granted=2), "t3.new_requests.business": ""})


def book_of(report: Report) -> Workbook:
    return load_workbook(BytesIO(write(check_sheet(report, catalogue.run(report)))[0]))


def words(book: Workbook, name: str) -> list[list[str]]:
    return [[str(value) for value in row if value is not None] for row in book[name].iter_rows(values_only=True)]


def test_findings_sums_and_what_was_not_judged_have_a_sheet_each() -> None:
    book = book_of(WRONG)
    assert book.sheetnames == ["校核单", "勾稽关系", "没有审的项目"]
    rows = words(book, "校核单")
    assert rows[0] == ["青禾县林业局\n2024年政府信息公开工作年度报告校核单"]
    assert ["序号", "规则", "轻重", "位置", "问题", "说明的原因"] in rows
    assert any(row[1:3] == ["A03", "必须改"] for row in rows)
    assert ["自然人", "3 + 0 = 3", "2 + 0 = 2", "1", "不平"] in words(book, "勾稽关系")
    assert any(row[0] == "A03" for row in words(book, "没有审的项目")[3:])


def test_there_is_room_for_three_signatures_with_a_date_each() -> None:
    rows = words(book_of(WRONG), "校核单")
    assert [row[0] for row in rows[-3:]] == ["编制", "审核", "分管领导"]
    assert all(row[1] == DAY for row in rows[-3:])


def test_a_report_without_findings_says_so() -> None:
    book = book_of(filled(column("natural", new=2, granted=2)))
    assert ["没有发现问题。"] in words(book, "校核单")
    assert words(book, "没有审的项目")[-1] == ["没有。"]


def test_the_check_number_stands_in_a_cell_and_below_every_page() -> None:
    number = check_number(WRONG)
    book = book_of(WRONG)
    assert ["稿件", "草稿（还没有定稿）", "校验号", number] in words(book, "校核单")
    for sheet in book:
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.left.text == f"校验号 {number}"
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"


def test_files_that_were_proved_stand_above_the_signatures() -> None:
    content = check_sheet(WRONG, catalogue.run(WRONG), proofs=[("年报.pdf", Proof(200, 200, 8, 8))])
    rows = words(load_workbook(BytesIO(write(content)[0])), "校核单")
    assert rows[-5:-3] == [["文件", "写好后读回核对"], ["年报.pdf", "核对 200/200，文字 8/8 段"]]


def test_it_is_set_up_for_a4_with_the_head_on_every_page() -> None:
    for sheet in book_of(WRONG):
        assert str(sheet.page_setup.paperSize) == "9"
        fit = sheet.sheet_properties.pageSetUpPr
        assert fit
        assert fit.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows
        head = int(sheet.print_title_rows.strip("$").split(":")[0])
        assert sheet.cell(head, 1).value in {"序号", "对象", "规则"}
        assert sheet.cell(head, 1).alignment.wrap_text
        assert sheet.print_area.endswith(f"${sheet.max_row}")


def test_words_never_become_a_formula_and_a_long_reason_has_room_for_all_of_it() -> None:
    (finding, *_) = catalogue.run(WRONG).findings
    reason = "=1+1 " + "年底并案办理，另有材料。" * 60
    sheet = book_of(replace(WRONG, reasons={finding.occasion: reason}))["校核单"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == reason]
    assert cell.data_type == "s"
    (area,) = [area for area in sheet.merged_cells.ranges if cell.coordinate in area]
    assert sum(sheet.row_dimensions[row].height for row in range(area.min_row, area.max_row + 1)) > 1000


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_it_with_the_head_again_on_the_second_page(tmp_path: Path) -> None:
    unclear = filled(dict.fromkeys(TYPED[:60], "若干"))
    file = tmp_path / "in.xlsx"
    file.write_bytes(write(check_sheet(unclear, catalogue.run(unclear)))[0])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    with open_pdf(tmp_path / "in.pdf") as printed:
        pages = [page.extract_text() for page in printed.pages]
        assert (round(printed.pages[0].width), round(printed.pages[0].height)) == (595, 842)
    assert len(pages) > 3
    assert all("说明的原因" in page for page in pages[:2])
    assert any("分管领导" in page for page in pages)

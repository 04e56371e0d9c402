"""The sheets to be read: cover and texts."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pdfplumber
import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet

from core.exporters.xlsx import write
from core.exporters.xlsx_paper import PAPER_HEIGHT
from core.form import F2021
from core.importers import read_report
from core.report import Report
from tests.core.exporters.invented import UNIT, full_report

HEADINGS = [section.heading for section in F2021.sections]
POINTERS = ["表格见工作表“表二”。", "表格见工作表“表三”。", "表格见工作表“表四”。"]


def sheet_of(report: Report, name: str = "文字") -> Worksheet:
    return load_workbook(BytesIO(write(report)[0]), rich_text=True)[name]


def lines_of(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for (cell,) in sheet.iter_rows() if cell.value]


def row_of(sheet: Worksheet, beginning: str) -> int:
    return next(
        int(cell.row or 0) for (cell,) in sheet.iter_rows() if str(cell.value or "").strip().startswith(beginning)
    )


def height_of(sheet: Worksheet, row: int) -> float:
    return float(sheet.row_dimensions[row].height or 0)


def test_the_cover_shows_unit_title_and_year_in_the_middle() -> None:
    sheet = sheet_of(Report(unit="棠溪县水务局", year=2031), "封面")
    assert [sheet.cell(row, 1).value for row in (2, 3)] == ["棠溪县水务局", "2031年政府信息公开工作年度报告"]
    assert {sheet.cell(row, 1).alignment.horizontal for row in (2, 3)} == {"center"}
    assert {"A2:D2", "A3:D3"} <= {area.coord for area in sheet.merged_cells.ranges}
    assert [sheet.cell(row, 3).value for row in (5, 6, 7)] == ["棠溪县水务局", "2031", F2021.basis]


def test_paragraphs_and_headings_are_indented_by_two_characters() -> None:
    lines = lines_of(
        sheet_of(Report(texts={"s1": "推进公开。\n（一）主动公开\n发布信息。", "signature": "棠溪县\n1月2日"}))
    )
    body = [line for line in lines if line.strip() not in ("年政府信息公开工作年度报告", "政府信息公开工作年度报告")]
    assert body[-2:] == ["棠溪县", "1月2日"]
    assert all(line.startswith("　　") and not line[2:3].isspace() for line in body[:-2])


def test_the_two_kinds_of_headings_differ_from_each_other_and_from_the_text() -> None:
    sheet = sheet_of(Report(texts={"s1": "推进公开。\n（一）主动公开\n发布信息。"}))
    fonts = [sheet.cell(row_of(sheet, words), 1).font for words in ("一、", "（一）", "推进")]
    assert [(font.name, bool(font.bold)) for font in fonts] == [("黑体", True), ("楷体", True), ("仿宋", False)]


def test_a_heading_run_into_its_paragraph_is_set_apart_within_the_cell() -> None:
    sheet = sheet_of(Report(texts={"s1": "（一）主动公开。发布信息。"}))
    value = sheet.cell(row_of(sheet, "（一）"), 1).value
    assert isinstance(value, CellRichText)
    assert [(run.text, bool(run.font.b)) for run in value if not isinstance(run, str)] == [
        ("　　（一）主动公开。", True),
        ("发布信息。", False),
    ]


def test_where_a_table_belongs_the_sheet_says_on_which_other_one_it_stands() -> None:
    lines = [line.strip() for line in lines_of(sheet_of(Report(texts={"s3": "申请量有所增加。"})))]
    assert [lines[lines.index(HEADINGS[i]) + 1] for i in (1, 3)] == [POINTERS[0], POINTERS[2]]
    at = lines.index(HEADINGS[2])
    assert lines[at + 1 : at + 3] == ["申请量有所增加。", POINTERS[1]]


@pytest.mark.parametrize("prose", ["", "本年申请量较上年有所增加，情况如下表。"], ids=["bare", "with prose"])
def test_indents_and_pointers_are_not_read_back_as_words_of_the_report(tmp_path: Path, prose: str) -> None:
    s1 = "推进公开。\n（一）主动公开\n发布信息12条。\n（二）依申请公开。答复3件。\n（三）监督保障\n常抓不懈。"
    texts = {"s1": s1, "s5": "问题不少，仍需努力。", "s6": "没有其他需要报告的事项。"}
    texts |= dict.fromkeys(("s2", "s3", "s4"), prose) if prose else {}
    report = replace(full_report(), texts=texts)
    file = tmp_path / "年报.xlsx"
    file.write_bytes(write(report)[0])
    found = read_report(file)
    assert found.report.texts == texts
    assert (found.report.unit, found.report.year, found.report.typed) == (UNIT, 2031, report.typed)
    assert found.doubts == ()


def test_a_row_is_as_high_as_its_lines() -> None:
    sheet = sheet_of(Report(texts={"s1": "\n".join("字" * count for count in (10, 29, 30, 60, 61, 29 + 31 * 9))}))
    first = row_of(sheet, "字")
    pitch = height_of(sheet, first)
    assert 14 * 1.34 <= pitch <= 14 * 1.6
    assert [round(height_of(sheet, first + i) / pitch, 2) for i in range(6)] == [1, 1, 2, 2, 3, 10]


def test_a_row_may_grow_when_more_is_written_into_it_but_not_one_that_is_merged() -> None:
    data = write(Report(texts={"s1": "短。\n" + "字" * 2000}))[0]
    with ZipFile(BytesIO(data)) as file:
        xml = file.read("xl/worksheets/sheet2.xml").decode()
    rows = {int(row.split('"')[1]): row.split(">")[0] for row in xml.split("<row ")[1:] for row in [f"r{row[1:]}"]}
    sheet = load_workbook(BytesIO(data))["文字"]
    short, long = row_of(sheet, "短"), row_of(sheet, "字")
    assert 'customHeight="1"' not in rows[short]
    assert 'customHeight="1"' in rows[long]


def test_a_text_longer_than_a_cell_may_be_goes_on_in_the_next() -> None:
    found = [line for line in lines_of(sheet_of(Report(texts={"s1": "字" * 70_000}))) if line.strip("　字") == ""]
    assert [len(part) for part in found] == [32767, 32767, 70_002 - 2 * 32767]


def test_no_row_is_higher_than_excel_allows_and_long_paragraphs_get_the_room_they_need() -> None:
    sheet = sheet_of(Report(texts={"s1": "字" * 10_000}))
    heights = [dimension.height for dimension in sheet.row_dimensions.values() if dimension.height]
    assert max(heights) <= 409
    assert sum(heights) > 10_000 / 31 * 19


@pytest.mark.parametrize("lines", range(14, 34, 2))
def test_no_heading_stays_behind_at_the_end_of_a_page(lines: int) -> None:
    sheet = sheet_of(Report(texts={"preamble": "行\n" * lines, "s1": "（一）主动公开\n" + "公开信息" * 30}))
    breaks = {each.id for each in sheet.row_breaks.brk}
    pages: list[list[int]] = [[]]
    for row in range(1, sheet.max_row + 1):
        full = sum(height_of(sheet, each) for each in pages[-1]) + height_of(sheet, row) > PAPER_HEIGHT
        if pages[-1] and (full or row - 1 in breaks):
            pages.append([])
        pages[-1].append(row)
    for page, _ in pairwise(pages):
        assert sheet.cell(page[-1], 1).font.name not in ("黑体", "楷体"), breaks


def has_digits_of_times_width() -> bool:
    """Whether a spreadsheet draws columns here as wide as on Windows: they are counted in digits of Times New Roman."""
    if shutil.which("fc-match") is None:
        return False
    found = subprocess.run(["fc-match", "Times New Roman"], capture_output=True, text=True, check=False).stdout
    return any(name in found for name in ("Times New Roman", "Liberation Serif", "Nimbus Roman", "Tinos", "Termes"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(not has_digits_of_times_width(), reason="no font as wide as Times New Roman is installed")
def test_the_printed_column_stands_between_the_margins(tmp_path: Path) -> None:
    file = tmp_path / "in.xlsx"
    file.write_bytes(write(Report(unit="棠溪县水务局", year=2031, texts={"s1": "公开信息" * 40}))[0])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    with pdfplumber.open(tmp_path / "in.pdf") as pdf:
        page = pdf.pages[1]
        chars = [char for char in page.chars if char["text"].strip()]
        width, height = page.width, page.height
    assert (round(width), round(height)) == (595, 842)
    assert min(char["x0"] for char in chars) >= 55
    assert max(char["x1"] for char in chars) <= width - 55

"""Sheets that go with the report, as Word files, read back by python-docx and laid out by LibreOffice."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from docx.document import Document as WordDocument

from core.checks import catalogue
from core.exporters.check_sheet import FINDINGS, SUMS, UNJUDGED, check_sheet
from core.exporters.check_sheet_tables import laid_out
from core.exporters.docx_sheet import write
from core.exporters.docx_xml import W
from core.exporters.sheets import Sheet
from core.exporters.sign_sheet import sign_sheet
from core.report import Report
from tests.core.exporters.invented import RARE
from tests.examples import TYPED, column, filled

WRONG = filled({**column("natural", new=3, granted=2), "t3.new_requests.business": ""})
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="this machine has no LibreOffice to lay the file out")


def checked(report: Report) -> Sheet:
    return laid_out(check_sheet(report, catalogue.run(report)))


def signed(report: Report) -> Sheet:
    return sign_sheet(report, catalogue.run(report))


def word(sheet: Sheet) -> WordDocument:
    return Document(BytesIO(write(sheet)[0]))


def as_pdf(sheet: Sheet, folder: Path) -> Path:
    """Return the file as LibreOffice prints it."""
    assert OFFICE is not None
    file = folder / "sheet.docx"
    file.write_bytes(write(sheet)[0])
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    order = [OFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(order, check=True, capture_output=True, timeout=300)
    return file.with_suffix(".pdf")


def test_all_that_the_sheet_says_stands_in_tables_of_the_same_cells() -> None:
    sheet = checked(WRONG)
    document = word(sheet)
    assert len(document.tables) == len(sheet.tables)
    for table, wanted in zip(document.tables, sheet.tables, strict=True):
        rows = [*([wanted.head] if wanted.head else []), *wanted.rows]
        found = [["".join(cell.itertext(f"{{{W}}}t")) for cell in row._tr.tc_lst] for row in table.rows]
        assert found == [[cell.text for cell in row.cells] for row in rows]


def test_the_file_has_real_styles_and_names_itself() -> None:
    document = word(checked(WRONG))
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Title"
    headings = [each.text for each in document.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    assert [words[:2] for words in headings] == ["一、", "二、", "附："]
    assert document.core_properties.title == "青禾县林业局2024年政府信息公开工作年度报告校核单"
    assert (document.core_properties.author, document.core_properties.language) == ("青禾县林业局", "zh-CN")


def test_heads_repeat_rows_stay_whole_and_signatures_stay_with_what_is_above() -> None:
    document = word(checked(WRONG))
    for table in document.tables:
        first = "".join(map(str, table.rows[0]._tr.itertext(f"{{{W}}}t")))
        is_head = first in {"".join(names) for names in (FINDINGS, UNJUDGED, SUMS)}
        assert (table.rows[0]._tr.find(f".//{{{W}}}tblHeader") is not None) == is_head
        assert all(row._tr.find(f".//{{{W}}}cantSplit") is not None for row in table.rows)
    *_, unjudged, signatures, _ = document.tables
    for row in (unjudged.rows[-1], signatures.rows[0]):
        assert all(cell.find(f".//{{{W}}}keepNext") is not None for cell in row._tr.tc_lst)


def test_a_row_longer_than_a_fifth_of_a_page_may_part() -> None:
    reasons = {each.occasion: "一件申请年底并案办理。" * 60 for each in catalogue.run(WRONG).findings}
    rows = word(checked(replace(WRONG, reasons=reasons))).tables[1].rows
    assert rows[0]._tr.find(f".//{{{W}}}cantSplit") is not None
    assert rows[1]._tr.find(f".//{{{W}}}cantSplit") is None


def test_every_page_tells_the_check_number() -> None:
    sheet = checked(WRONG)
    (section,) = word(sheet).sections
    for footer in (section.footer, section.even_page_footer):
        assert sheet.number in footer.paragraphs[0].text
        assert "NUMPAGES" in footer.paragraphs[0]._p.xml


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert write(checked(WRONG)) == write(checked(WRONG))


@needs_office
@pytest.mark.parametrize("report", [WRONG, Report(), replace(WRONG, unit=f"云岭省青禾市棠溪县{RARE}" * 3)])
def test_a_sign_sheet_is_one_page_in_an_office_program(tmp_path: Path, report: Report) -> None:
    sheet = signed(report)
    with pdfplumber.open(as_pdf(sheet, tmp_path)) as pdf:
        (page,) = pdf.pages
        text = page.extract_text()
    assert f"校验号 {sheet.number}" in text
    assert "1/1" in text


@needs_office
def test_a_long_sheet_repeats_its_heads_in_an_office_program(tmp_path: Path) -> None:
    sheet = checked(filled(dict.fromkeys(TYPED[:90], "若干")))
    with pdfplumber.open(as_pdf(sheet, tmp_path)) as pdf:
        pages = ["".join((page.extract_text() or "").split()) for page in pdf.pages]
    heads = tuple("".join(names) for names in (FINDINGS, SUMS, UNJUDGED))
    assert len(pages) > 4
    assert all(any(head in page for head in heads) for page in pages)
    assert all(f"校验号{sheet.number}" in page for page in pages)
    assert all(f"{number}/{len(pages)}" in page for number, page in enumerate(pages, start=1))

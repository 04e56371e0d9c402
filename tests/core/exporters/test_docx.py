"""The Word file, read back by our own reader and by python-docx, and laid out by LibreOffice."""

import re
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import edits
from core.cells import CellId, number, parse
from core.exporters.docx import write
from core.exporters.pages import paragraphs
from core.form import F2021
from core.form.layout import TEXTS
from core.importers import read_report
from core.report import Report
from tests.core.exporters.invented import RARE, UNIT, full_report, values
from tests.strategies import full_reports

LONG = "本单位认真落实各项要求，逐项核对信息，做到应公开尽公开，群众满意度稳步提高。" * 60


def word(report: Report) -> WordDocument:
    return Document(BytesIO(write(report)[0]))


def read_back(report: Report, folder: Path) -> Report:
    file = folder / "年报.docx"
    file.write_bytes(write(report)[0])
    found = read_report(file)
    assert found.doubts == ()
    return found.report


def proved(report: Report, folder: Path) -> None:
    found = read_back(report, folder)
    assert values(found) == values(report)
    assert (found.unit, found.year) == (report.unit, report.year)
    assert {key: paragraphs(found.text(key)) for key in TEXTS} == {key: paragraphs(report.text(key)) for key in TEXTS}


# ---------------------------------------------------------------- what is read back


def test_the_program_reads_its_own_file_back_without_a_doubt(tmp_path: Path) -> None:
    proved(full_report(), tmp_path)


def test_marks_of_xml_rare_characters_and_long_texts_come_back(tmp_path: Path) -> None:
    odd = f"办理“甲&乙”<系统>的来信，{RARE}某（附件'一'）；"
    report = full_report()
    proved(replace(report, texts={**report.texts, "s5": f"{odd}\n{LONG}", "s6": LONG}), tmp_path)


sentences = st.text(st.sampled_from(f"我局公开信息，。；：“”‘’《》&<>\"'；、0123456789 ABCxyz{RARE}—…·％"), max_size=60)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=full_reports(), last=sentences)
def test_any_numbers_and_any_words_come_back(report: Report, last: str) -> None:
    texts = {"s1": f"全年工作平稳。{last}", "s6": f"其他事项如下。{last}"}
    with tempfile.TemporaryDirectory() as folder:
        proved(replace(report, texts=texts), Path(folder))


def test_an_empty_report_comes_back_empty(tmp_path: Path) -> None:
    found = read_back(Report(unit="青禾县林业局", year=2031), tmp_path)
    assert not any(entry.raw for entry in found.typed.values())


def test_blanks_stay_blank_and_words_stay_words(tmp_path: Path) -> None:
    typed = {CellId("t3.granted.natural"): parse("/"), CellId("t3.granted.business"): number(0)}
    found = read_back(Report(unit="青禾县林业局", year=2031, typed=typed), tmp_path)
    assert {cell: entry.raw for cell, entry in found.typed.items() if entry.raw} == {
        "t3.granted.natural": "/",
        "t3.granted.business": "0",
    }


def test_words_too_long_for_a_cell_are_written_and_told() -> None:
    long = Report(typed={CellId("t3.granted.natural"): parse("详见附件所列各项" * 200)})
    data, notes = write(long)
    assert notes == ("表格里有 1 处文字太长，在 Word 里可能显示不全；请把文字移到正文中。",)
    assert "详见附件所列各项" * 200 in Document(BytesIO(data)).tables[1].cell(5, 3).text
    assert write(full_report())[1] == ()


# ---------------------------------------------------------------- what another library finds


def test_the_page_is_that_of_the_standard() -> None:
    (section,) = word(full_report()).sections
    measures = (
        *(section.page_width, section.page_height, section.top_margin, section.left_margin),
        *(section.bottom_margin, section.right_margin),
    )
    for found, millimetres in zip(measures, (210, 297, 37, 28, 35, 26), strict=True):
        assert found is not None
        assert abs(found - Mm(millimetres)) < Mm(0.05)


def test_the_grid_of_the_page_has_22_lines_of_28_characters() -> None:
    xml = zipfile.ZipFile(BytesIO(write(full_report())[0])).read("word/document.xml").decode()
    found = re.search(r'<w:docGrid w:type="linesAndChars" w:linePitch="(\d+)" w:charSpace="(-?\d+)"/>', xml)
    assert found
    pitch, space = int(found[1]), int(found[2])
    assert 225 / 25.4 * 1440 // pitch == 22
    assert round(156 / 25.4 * 72 / (16 + space / 4096), 1) == 28.0


def test_page_numbers_stand_outside_right_and_left_between_dashes() -> None:
    document = word(full_report())
    assert document.settings.odd_and_even_pages_header_footer
    (section,) = document.sections
    for footer, side in ((section.footer, "RIGHT"), (section.even_page_footer, "LEFT")):
        (line,) = footer.paragraphs
        assert (line.text, line.alignment.name if line.alignment is not None else "") == ("— 1 —", side)
        assert "PAGE" in line._p.xml


def test_a_draft_says_so_on_every_page_and_a_final_report_does_not() -> None:
    report = full_report()
    for made, words in ((report, "草稿"), (edits.finalise(report, "方某", "2032-01-10", "3F7K-9Q2M"), "")):
        (section,) = word(made).sections
        assert [each.paragraphs[0].text for each in (section.header, section.even_page_header)] == [words] * 2


def test_headings_are_headings_and_texts_have_the_style_of_the_body() -> None:
    report = full_report()
    read = word(report).paragraphs
    styles = {line.text: line.style.name for line in read if line.style is not None}
    assert [line.text for line in read if line.style is not None and line.style.name == "Heading 1"] == [
        section.heading for section in F2021.sections
    ]
    assert styles["（一）主动公开"] == "Heading 2"
    assert styles["本年申请量较上年有所增加，情况如下表。"] == "Normal Indent"
    assert read[0].style is not None
    assert read[0].style.name == "Title"
    assert read[0].text.replace("\n", "") == UNIT + report.standard_title


def test_a_heading_run_into_its_paragraph_has_a_face_of_its_own() -> None:
    line = next(line for line in word(full_report()).paragraphs if line.text.startswith("（二）依申请公开。"))
    assert [(run.text[:9], run.style.name) for run in line.runs] == [
        ("（二）依申请公开。", "段首小标题"),
        ("收到申请后当日登记", "Default Paragraph Font"),
    ]


def test_what_stands_before_a_table_or_the_signature_stays_with_it() -> None:
    read = word(full_report()).paragraphs
    kept = {line.text: line.paragraph_format.keep_with_next for line in read}
    assert kept["本年申请量较上年有所增加，情况如下表。"]
    assert kept[full_report().texts["s6"]]
    assert kept[UNIT]


def test_a_table_that_a_page_cannot_hold_with_its_prose_gets_a_page_of_its_own() -> None:
    prose = "本年申请量较上年有所增加，以网络申请为主，均在法定期限内答复。" * 5
    read = word(replace(full_report(), texts={"s3": prose}))
    heading = next(line for line in read.paragraphs if line.text.startswith("三、"))
    (before,) = [line for line in read.paragraphs if line.text == prose]
    assert not before.paragraph_format.keep_with_next
    assert heading.paragraph_format.keep_with_next is None  # as its style says
    rows = read.tables[1].rows
    assert all(row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in list(rows)[:-1])


def test_a_very_long_last_paragraph_does_not_tear_its_heading_off() -> None:
    read = word(replace(full_report(), texts={"s6": LONG, "signature": "青禾县林业局"}))
    (last,) = [line for line in read.paragraphs if line.text == LONG]
    assert not last.paragraph_format.keep_with_next


def test_the_document_is_named_and_the_same_at_any_time() -> None:
    report = full_report()
    facts = word(report).core_properties
    assert (facts.title, facts.author) == (UNIT + report.standard_title, UNIT)
    assert write(report) == write(full_report())


# ---------------------------------------------------------------- as LibreOffice lays it out


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The pages of two reports, as words: one whose tables fit, and one whose table 3 is too high for a page."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    rows = [row.id for row in F2021.table("t3").rows if row.id != "total_handled"]
    high = {CellId(f"t3.{row}.natural"): parse("见附件所列各项说明，另行报送") for row in rows}
    for name, report in (("fits", full_report()), ("high", replace(full_report(), typed=high))):
        (folder / f"{name}.docx").write_bytes(write(report)[0])
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    files = [str(folder / f"{name}.docx") for name in ("fits", "high")]
    subprocess.run([*command, "--outdir", str(folder), *files], capture_output=True, check=True, timeout=180)
    pages = {}
    for name in ("fits", "high"):
        with pdfplumber.open(folder / f"{name}.pdf") as read:
            pages[name] = [page.extract_text() for page in read.pages]
    return pages


def test_in_libreoffice_every_table_stands_whole_on_its_page_below_its_heading(laid_out: dict[str, list[str]]) -> None:
    pages = laid_out["fits"]
    assert len(pages) in (4, 5)
    (third,) = [text for text in pages if "三、收到和处理" in text]
    assert all(words in third for words in ("申请人情况", "四、结转下年度继续办理"))
    assert sum("申请人情况" in text for text in pages) == 1


def test_in_libreoffice_the_head_of_a_table_too_high_for_a_page_stands_on_each(
    laid_out: dict[str, list[str]],
) -> None:
    pages = laid_out["high"]
    first, *_ = [at for at, text in enumerate(pages) if "三、收到和处理" in text]
    last, *_ = [at for at, text in enumerate(pages) if "四、结转下年度继续办理" in text]
    assert last > first
    assert all("申请人情况" in text for text in pages[first : last + 1])

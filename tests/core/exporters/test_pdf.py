"""The printed report, read back by programs that know nothing of ours."""

import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from core.cells import CellId, Entry, State, number, parse
from core.exporters.marks import Text
from core.exporters.paper import LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, WIDTH
from core.exporters.pdf import compose, printed, write
from core.form import F2021
from core.report import Report
from tests.core.exporters.invented import UNIT, full_report, needs_chinese_font, values

pytestmark = needs_chinese_font
ROOT = Path(__file__).resolve().parents[3]
HEADING_SIX = "六、其他需要报告的事项"


def text_of(data: bytes) -> str:
    with pdfplumber.open(BytesIO(data)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def squeezed(text: str) -> str:
    return re.sub(r"\s+|— \d+ —", "", text)


def tables_of(data: bytes) -> list[list[list[str | None]]]:
    with pdfplumber.open(BytesIO(data)) as pdf:
        return [table for page in pdf.pages for table in page.extract_tables()]


def everything_is_inside_the_paper(data: bytes) -> bool:
    with pdfplumber.open(BytesIO(data)) as pdf:
        chars = [char for page in pdf.pages for char in page.chars if char["text"].strip()]
        return all(
            char["x0"] >= LEFT - 1 and char["x1"] <= PAGE_WIDTH - RIGHT + 9 and 0 < char["top"] < PAGE_HEIGHT
            for char in chars
        )


def test_all_values_stand_in_their_cells() -> None:
    report = full_report()
    found = tables_of(write(report)[0])
    assert [(len(table), len(table[0])) for table in found] == [(14, 4), (28, 10), (4, 15)]
    for table, rows in zip(F2021.tables, found, strict=True):
        for cell, span in table.spans.items():
            assert rows[span.row][span.column] == report.entry(cell).raw, cell


def test_all_headings_and_texts_can_be_copied() -> None:
    report = full_report()
    found = squeezed(text_of(write(report)[0]))
    for words in (
        report.unit,
        report.standard_title,
        *(section.heading for section in F2021.sections),
        *report.texts.values(),
    ):
        assert squeezed(words) in found


def test_the_same_report_gives_the_same_bytes() -> None:
    assert write(full_report())[0] == write(full_report())[0]


FRESH = "import sys; from core.exporters.pdf import write; from tests.core.exporters.invented import full_report;"
FRESH += "sys.stdout.buffer.write(write(full_report())[0])"


def test_what_is_kept_from_earlier_files_changes_no_byte_of_a_later_one() -> None:
    report = full_report()
    other = replace(report, typed={**report.typed, CellId("t3.granted.natural"): number(9876543)}, unit="棠溪县")
    for each in (report, other, Report(), report, replace(report, texts={**report.texts, "s6": "𬭎"})):
        write(each)
    fresh = subprocess.run([sys.executable, "-c", FRESH], capture_output=True, check=True, cwd=ROOT).stdout
    assert write(report)[0] == fresh


def test_the_file_names_its_language_title_and_no_library() -> None:
    data = write(full_report())[0]
    with pdfplumber.open(BytesIO(data)) as pdf:
        about = {key: str(value) for key, value in pdf.metadata.items()}
        assert pdf.doc.catalog["Lang"] == b"zh-CN"
        fonts = {char["fontname"] for page in pdf.pages for char in page.chars}
    assert about["Title"] == f"{UNIT}2031年政府信息公开工作年度报告"
    assert (about["Author"], about["Producer"], about["Creator"]) == (UNIT, "年报编制", "年报编制")
    assert b"Helvetica" not in data
    assert all(re.fullmatch(r"[A-Z]{6}\+.+", font) for font in fonts)  # each one a subset that the file holds


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_the_file_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "年报.pdf"
    file.write_bytes(write(full_report())[0])
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils are not installed")
def test_a_second_reader_copies_the_same(tmp_path: Path) -> None:
    report = full_report()
    file = tmp_path / "年报.pdf"
    file.write_bytes(write(report)[0])
    as_written, as_placed = (
        subprocess.run(["pdftotext", *how, str(file), "-"], capture_output=True, encoding="utf-8", check=True)
        for how in ((), ("-layout",))
    )
    assert as_written.stderr == as_placed.stderr == ""
    assert set(values(report)) <= set(as_placed.stdout.split())
    assert squeezed(report.texts["s5"]) in squeezed(as_written.stdout)


def test_an_empty_report_has_no_author_rather_than_an_anonymous_one() -> None:
    with pdfplumber.open(BytesIO(write(Report())[0])) as pdf:
        assert "nonymous" not in str(pdf.metadata)


def test_page_numbers_stand_right_on_odd_pages_and_left_on_even_ones() -> None:
    with pdfplumber.open(BytesIO(write(full_report())[0])) as pdf:
        for i, page in enumerate(pdf.pages, start=1):
            footer = page.crop((0, PAGE_HEIGHT - 90, PAGE_WIDTH, PAGE_HEIGHT))
            assert footer.extract_text() == f"— {i} —"
            at = footer.chars[0]["x0"]
            assert at > PAGE_WIDTH / 2 if i % 2 else at < PAGE_WIDTH / 2


def test_body_lines_run_from_edge_to_edge_at_the_official_pitch() -> None:
    with pdfplumber.open(BytesIO(write(Report(texts={"s1": "公开信息" * 400}))[0])) as pdf:
        lines = pdf.pages[1].extract_text_lines()[:-1]
    assert len(lines) == 22
    assert all(line["x0"] == pytest.approx(LEFT, abs=1) for line in lines)
    assert all(line["x1"] == pytest.approx(LEFT + WIDTH, abs=1) for line in lines)
    assert len(lines[0]["text"]) == 28
    assert lines[1]["top"] - lines[0]["top"] == pytest.approx(28.99, abs=0.1)


def test_an_empty_report_is_printed_with_empty_tables() -> None:
    data, notes = write(Report())
    assert [len(table) for table in tables_of(data)] == [14, 28, 4]
    found = text_of(data)
    assert all(section.heading in found for section in F2021.sections)
    assert not any("〓" in note for note in notes)


def test_a_character_without_a_font_is_reported_and_still_copied() -> None:
    data, notes = write(Report(texts={"s6": "甲\U0010fff0乙"}))
    assert "甲\U0010fff0乙" in text_of(data)
    assert any("U+10FFF0" in note for note in notes)


def test_long_numbers_are_shrunk_into_their_cells() -> None:
    long = {cell.id: number(10**14 + i) for i, cell in enumerate(F2021.cells.values()) if not cell.computed}
    data = write(Report(typed=long))[0]
    rows = tables_of(data)[1]
    assert "".join((rows[3][3] or "").split()) == str(long[CellId("t3.new_requests.natural")].raw)
    assert everything_is_inside_the_paper(data)


def test_decimals_keep_their_digits() -> None:
    typed = {CellId("t2.admin_fees.amount_wan"): number(Decimal("12345678.123450"))}
    assert "12345678.123450" in text_of(write(Report(typed=typed))[0])


def test_words_in_cells_are_printed_as_typed() -> None:
    typed = {CellId("t3.granted.natural"): parse("/"), CellId("t3.granted.business"): parse("约十件（含上年结转）")}
    rows = tables_of(write(Report(typed=typed))[0])[1]
    assert rows[5][3] == "/"
    assert squeezed(rows[5][4] or "") == "约十件（含上年结转）"


def test_a_table_that_no_page_holds_repeats_its_head_and_loses_nothing() -> None:
    words = Entry("待核实的情况说明" * 3, State.TEXT)
    typed = {cell.id: words for cell in F2021.table("t3").cells if not cell.computed}
    data, notes = write(Report(typed=typed))
    with pdfplumber.open(BytesIO(data)) as pdf:
        pages = [page.extract_text() for page in pdf.pages]
    heads = [page for page in pages if "申请人情况" in page]
    assert len(heads) >= 2
    assert squeezed("".join(pages)).count("待核实") > 0
    found = [row for table in tables_of(data) for row in table if len(row) in (9, 10)]  # 9: no page has sub-groups
    assert sum(squeezed(row[-7] or "") == words.raw for row in found) == 24
    assert not any("太长" in note for note in notes)


def test_an_endless_text_in_a_cell_is_cut_and_said_to_be() -> None:
    typed = {CellId("t3.granted.natural"): Entry("长" * 9000, State.TEXT)}
    data, notes = write(Report(typed=typed))
    assert any("1 处文字太长" in note for note in notes)
    assert everything_is_inside_the_paper(data)


@pytest.mark.parametrize(
    "report",
    [
        Report(unit="棠溪县" * 60, year=2031),
        Report(unit="棠溪县", year=2031, texts={"s1": "推进公开，" * 2000}),
        Report(texts={"s1": "https://" + "a" * 900, "preamble": "（" * 300, "s5": "。" * 300}),
        Report(title="A" * 300, texts={"signature": "棠溪县数据资源局" * 40 + "\n" + "日\n" * 60}),
        Report(unit="棠溪\x00县\ud800", texts={"s1": "\ud800\x07\u2028a\tb\u3000\u0300"}),
        Report(texts={"s2": "先看说明。\n" * 40, "s3": "说明\n" * 25}),
    ],
    ids=["unit", "paragraph", "unbreakable", "title", "odd characters", "prose before tables"],
)
def test_no_excess_runs_off_the_paper(report: Report) -> None:
    assert everything_is_inside_the_paper(write(report)[0])


def pages_of(data: bytes) -> list[list[str]]:
    """Return the lines of each page, without its number."""
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [[line for line in text.splitlines() if not re.match("[—-] ?[0-9]+ ?[—-]", line)] for text in texts]


@pytest.mark.parametrize(
    "s1", ["甲乙丙丁", "（一）主动公开\n甲乙丙丁", "（一）主动公开\n（二）依申请公开\n" + "甲" * 99]
)
def test_headings_stay_with_what_they_head(s1: str) -> None:
    headings = {*(section.heading for section in F2021.sections), "（一）主动公开", "（二）依申请公开"}
    for lines in range(10, 24):
        pages = pages_of(write(Report(texts={"preamble": "行\n" * lines, "s1": s1}))[0])
        assert not {page[-1] for page in pages[:-1]} & headings, lines


@pytest.mark.parametrize("count", [2, 3, 4, 7])
def test_no_line_of_a_paragraph_stands_alone_at_the_end_or_beginning_of_a_page(count: int) -> None:
    for lines in range(12, 24):
        pages = compose(Report(texts={"s6": "行\n" * lines + "末" * (28 * count - 10)})).pages
        shared = [sum("末" in mark.pieces[0].text for mark in page if isinstance(mark, Text)) for page in pages]
        assert sum(shared) == count
        assert 1 not in shared, (lines, shared)


@pytest.mark.parametrize("length", [0, 10, 80, 150])
def test_the_signature_never_stands_alone(length: int) -> None:
    signature = "棠溪县水务局\n2032年1月20日"
    for lines in range(1, 23):
        texts = {"s5": "行\n" * lines, "s6": "末" * length, "signature": signature}
        last = pages_of(write(Report(texts=texts))[0])[-1]
        assert last[-2:] == signature.splitlines()
        above = last[:-2]
        assert above, lines
        if length:
            assert sum("末" in line for line in above) >= min(2, -(-length // 28)), lines


def test_a_section_with_its_last_lines_goes_to_the_next_page_as_a_whole() -> None:
    for lines in range(1, 23):
        texts = {"s5": "行\n" * lines, "s6": "末" * 40, "signature": "棠溪县水务局\n2032年1月20日"}
        pages = pages_of(write(Report(texts=texts))[0])
        assert [HEADING_SIX in page for page in pages] == [any("末" in line for line in page) for page in pages], lines


def test_every_number_and_text_has_its_spot_on_the_page_where_it_is_printed() -> None:
    report = full_report()
    composed = compose(report)
    assert write(report) == (printed(composed), composed.notes)
    assert {spot.target for spot in composed.spots} == {
        *F2021.cells,
        *("title", "preamble", "signature"),
        *(section.id for section in F2021.sections),
    }
    with pdfplumber.open(BytesIO(printed(composed))) as pdf:
        for spot in composed.spots:
            box = (spot.x, PAGE_HEIGHT - spot.y - spot.height, spot.x + spot.width, PAGE_HEIGHT - spot.y)
            found = squeezed(pdf.pages[spot.page].crop(box).extract_text())
            wanted = report.entry(CellId(spot.target)).raw if spot.target in F2021.cells else None
            assert found == wanted if wanted else found, spot


def test_pages_may_be_composed_and_printed_by_many_threads_at_once() -> None:
    reports = [Report(texts={"s1": f"第{number}份" * 40}) for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(write, reports))
    assert together == [write(report) for report in reports]

"""The workbook, read back by openpyxl and calculated by LibreOffice."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pdfplumber import open as open_pdf

from core.cells import CellId, Entry, State, number, parse
from core.exporters.xlsx import write
from core.exporters.xlsx_styles import Mark
from core.form import F2021
from core.form.layout import Table
from core.importers import read_report
from core.proving import compare
from core.report import Final, Report
from tests.core.exporters import usual_workbook
from tests.core.exporters.invented import UNIT, full_report
from tests.examples import column, filled

SHEETS = ["封面", "文字", "表二", "表三", "表四", "数据采集"]


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


@pytest.mark.parametrize(("person", "above"), [("", "草稿　"), ("徐知秋", "")], ids=["draft", "final"])
def test_what_the_paper_is_of_stands_above_it_with_its_signs_doubled(person: str, above: str) -> None:
    final = Final(person, "2032-01-20", "") if person else None
    book = book_of(replace(full_report(), unit="棠溪县R&D局", final=final))
    headers = {name: found.center.text for name in SHEETS if (found := book[name].oddHeader)}
    assert headers.pop("封面", "") == above.strip()
    assert headers.keys() == set(SHEETS) - {"封面"}
    assert set(headers.values()) == {f"{above}棠溪县R&&D局2031年政府信息公开工作年度报告"}


def test_sheets_are_set_up_for_a4() -> None:
    book = book_of(full_report())
    for name in SHEETS:
        sheet = book[name]
        assert str(sheet.page_setup.paperSize) == "9"
        fit = sheet.sheet_properties.pageSetUpPr
        assert bool(fit and fit.fitToPage) == (name != "文字")
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


Office = Callable[[bytes, str], Path]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return what gives a workbook as LibreOffice writes it in another form, with its formulas reckoned."""
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}"

    def opened(data: bytes, form: str) -> Path:
        folder = tmp_path_factory.mktemp("office")
        file = folder / "in.xlsx"
        file.write_bytes(data)
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder / "out"), str(file)]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
        return folder / "out" / f"in.{form}"

    return opened


def edited(report: Report, **entries: float | str | None) -> bytes:
    """Return the workbook after somebody typed into table 3 with another program, which keeps no results."""
    book = book_of(report)
    for cell, value in entries.items():
        assert not book["表三"][cell].protection.locked
        book["表三"][cell].value = value
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def calculated(data: bytes, office: Office) -> Workbook:
    """Return the workbook as LibreOffice computes it."""
    return load_workbook(office(data, "xlsx"), data_only=True)


def marked(data: bytes, office: Office) -> dict[str, list[str]]:
    """Return what stands in the cells of table 3 that LibreOffice prints in the colours of the marks."""
    found: dict[str, list[str]] = {}
    with open_pdf(office(data, "pdf")) as pdf:
        page = pdf.pages[3]
        for rect in page.rects:
            fill = "".join(f"{round(part * 255):02X}" for part in rect["non_stroking_color"])
            for mark in Mark:
                if rect["fill"] and f"#{fill}" == mark.value.fill:
                    inside = page.within_bbox((rect["x0"], rect["top"], rect["x1"], rect["bottom"]))
                    found.setdefault(mark.name, []).extend(inside.extract_text().split())
    return {name: sorted(words) for name, words in found.items()}


@needs_office
def test_live_totals_are_those_of_the_program_and_the_balance_is_judged(office: Office) -> None:
    report = full_report()
    book = calculated(write(report)[0], office)
    for total in report.computed:
        table = F2021.table(F2021.cells[total].table)
        assert Decimal(str(book[table.name].cell(*at(table, total)).value)) == report.value(total), total
    sheet = book["表三"]
    assert sheet["A31"].value == "勾稽检查"
    intake = [report.value(CellId(f"t3.{row}.natural")) for row in ("new_requests", "carried_in")]
    outcome = [report.value(CellId(f"t3.{row}.natural")) for row in ("total_handled", "carried_forward")]
    assert sheet["D31"].value == sum(v for v in intake if v) - sum(v for v in outcome if v)


@needs_office
def test_a_total_stays_empty_while_a_term_is_blank_or_words(office: Office) -> None:
    zeros = {cell: number(0) for _, cell in typed_cells()}
    zeros[CellId("t3.new_requests.natural")] = number(3)
    zeros[CellId("t3.granted.natural")] = number(3)
    del zeros[CellId("t3.granted.business")]
    zeros[CellId("t3.granted.research")] = parse("/")
    sheet = calculated(write(Report(typed=zeros))[0], office)["表三"]
    assert [sheet.cell(28, column).value for column in range(4, 11)] == [3, None, None, 0, 0, 0, None]
    verdicts = [sheet.cell(31, column).value for column in range(4, 11)]
    assert verdicts == ["平", "未填全", "未填全", "平", "平", "平", "未填全"]


BALANCED = filled({**column("natural", new=3, carried_in=1, granted=4), **column("business", new=2, granted=2)})


@needs_office
def test_marks_totals_and_the_sheet_for_collection_follow_what_is_typed(office: Office) -> None:
    for name, entries, marks in (
        ("even", {}, {}),
        ("uneven", {"D5": 4}, {"WRONG": ["0", "0", "1", "1", "4", "4", "6", "6"]}),  # of 自然人 and of 总计
        (
            "odd",
            {"D5": None, "E7": "不适用", "F9": 2.5},
            {"WRONG": ["0", "0", "0", "2.5", "2.5"], "ODD": ["不适用"], "BLANK": []},
        ),
    ):
        assert marked(edited(BALANCED, **entries), office) == marks, name
    book = calculated(edited(BALANCED, D5=4, E5=None, F5=0.5), office)
    assert [cell.value for cell in book["表三"][5][3:]] == [4, None, 0.5, 0, 0, 0, None]
    assert [cell.value for cell in book["表三"][31][3:]] == [1, "未填全", 0.5, "平", "平", "平", "未填全"]
    values = {row[0]: row[4] for row in book["数据采集"].iter_rows(min_row=2, values_only=True)}
    found = [values[f"t3.new_requests.{name}"] for name in ("natural", "business", "research", "total")]
    assert found == [4, None, 0.5, None]


@needs_office
@pytest.mark.parametrize("report", [full_report(), Report(), BALANCED], ids=["full", "empty", "balanced"])
def test_what_libreoffice_saves_is_read_back_cell_by_cell(office: Office, tmp_path: Path, report: Report) -> None:
    ours = tmp_path / "年报.xlsx"
    ours.write_bytes(write(report)[0])
    for file in (ours, office(ours.read_bytes(), "xlsx")):
        proof = compare(report, read_report(file))
        assert (proof.equal_cells, proof.differences) == (200, ())


@needs_office
def test_no_number_is_printed_as_hashes_and_no_label_is_cut(office: Office) -> None:
    big = filled(dict.fromkeys((cell for _, cell in typed_cells()), "9876543"))
    with open_pdf(office(write(big)[0], "pdf")) as pdf:
        grids = [
            ["".join((cell or "").split()) for row in pdf.pages[at].extract_table() or () for cell in row]
            for at in (2, 3, 4)
        ]
        text = "".join(page.extract_text() for page in pdf.pages)
    assert "###" not in text
    assert text.count("9876543") >= 2 * len(list(typed_cells()))  # in its table and in the sheet for collection
    for table, grid in zip(F2021.tables, grids, strict=True):
        assert {label.text for label in table.labels if not label.upright} <= set(grid)


def test_the_file_says_what_openpyxl_says_that_writes_it_in_the_usual_way() -> None:
    data = write(full_report())[0]
    ours, usual = usual_workbook.told(data), usual_workbook.told(usual_workbook.written(usual_workbook.content(data)))
    assert ours.keys() == usual.keys()
    for name, said in ours.items():
        for what, found in said.items():
            assert found == usual[name][what], (name, what)

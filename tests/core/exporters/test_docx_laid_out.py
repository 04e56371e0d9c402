"""The Word file beside the PDF: LibreOffice lays it out on as many pages, tears no row, and repeats every head."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from core.cells import CellId, number, parse
from core.exporters import docx, pdf
from core.exporters.pages import shown
from core.form import F2021
from core.report import Report
from tests.core.exporters.invented import RARE, full_report, needs_chinese_font

pytestmark = [
    needs_chinese_font,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

LONG = "本单位逐项核对信息，做到应公开尽公开（含县、乡、村三级）；全年办理2,386件，比例为97.5%。"
HEADS = {"t2": "第二十条第（一）项", "t3": "申请人情况", "t4": "行政复议"}
"""Words of the head of each table that stand in no other place of it."""


def _city() -> Report:
    typed = {cell.id: 1_000_000 + 7919 * at for at, cell in enumerate(F2021.cells.values()) if not cell.computed}
    return replace(full_report(), unit="青禾市人民政府", typed={cell: number(value) for cell, value in typed.items()})


def _long() -> Report:
    parts = "\n".join(f"（{ordinal}）工作开展。{LONG * 12}" for ordinal in "一二三四五六七八")
    return replace(full_report(), texts={**full_report().texts, "s1": parts, "s5": "\n".join([LONG * 9] * 6)})


def _high(words: str) -> Report:
    """Return a report whose table 3 is higher than a page: words stand in a column of it."""
    rows = [row.id for row in F2021.table("t3").rows if row.id != "total_handled"]
    typed = {CellId(f"t3.{row}.natural"): parse(words) for row in rows}
    return replace(full_report(), typed={**full_report().typed, **typed})


REPORTS: Mapping[str, Report] = {
    "empty": Report(unit="青禾县林业局", year=2031),
    "typical": full_report(),
    "city": _city(),
    "long": _long(),
    "rare": replace(
        full_report(),
        unit=f"{RARE}县{RARE}局",
        texts={"s1": f"{RARE[0]}某、{RARE[1]}镇、{RARE[2]}山；" * 60, "s6": "县" * (3 * 28 - 2)},
    ),
    "beside": replace(full_report(), texts={"s2": LONG * 3, "s3": LONG * 6, "s4": LONG * 2}),
    "high": _high("见附件所列各项说明，另行报送"),
}
BARE = _high("见附件所列各项说明" * 6)
"""A report with a page that ends within a row. Its file goes to LibreOffice without the heights of its rows, for these
alone would keep LibreOffice, though not Word, from tearing a row that may be torn."""


@dataclass(frozen=True)
class Printed:
    """The pages of a report as LibreOffice prints them: words, all lines of them, and the rows of the tables."""

    words: list[str]
    lines: list[str]
    rows: list[list[list[str]]]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    folder = tmp_path_factory.mktemp("office")
    for name, report in REPORTS.items():
        (folder / f"{name}.docx").write_bytes(docx.write(report)[0])
    (folder / "bare.docx").write_bytes(_without_heights(docx.write(BARE)[0]))
    names = [*REPORTS, "bare"]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in names]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return {name: _read(folder / f"{name}.pdf") for name in names}


def _without_heights(data: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(made, "w") as bare:
        for name in package.namelist():
            bare.writestr(name, re.sub(rb"<w:trHeight [^>]*/>", b"", package.read(name)))
    return made.getvalue()


def _read(file: Path) -> Printed:
    with pdfplumber.open(file) as read:
        pages = [page.extract_text() for page in read.pages]
        tables = [[row for table in page.extract_tables() for row in table] for page in read.pages]
    words, lines = map(_squeezed, pages), [_squeezed(line) for page in pages for line in page.splitlines()]
    return Printed(list(words), lines, [[[_squeezed(cell) for cell in row if cell] for row in page] for page in tables])


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", REPORTS)
def test_it_has_as_many_pages_as_the_pdf_within_one(printed: dict[str, Printed], name: str) -> None:
    assert abs(len(printed[name].words) - len(pdf.compose(REPORTS[name]).pages)) <= 1


@pytest.mark.parametrize("name", [*(name for name in REPORTS if name != "empty"), "bare"])
def test_no_row_of_a_table_is_torn_by_the_end_of_a_page(printed: dict[str, Printed], name: str) -> None:
    report, found = REPORTS.get(name, BARE), [row for page in printed[name].rows for row in page]
    for table in F2021.tables:
        for row in {slot.span.row for slot in table.slots}:
            cells = [slot.cell for slot in table.slots if slot.span.row == row]
            wanted = [text for cell in cells if (text := _squeezed(shown(report.entry(cell))))]
            assert any(each[-len(wanted) :] == wanted for each in found), wanted


@pytest.mark.parametrize("name", [*REPORTS, "bare"])
def test_the_head_of_a_table_stands_on_every_page_that_it_takes(printed: dict[str, Printed], name: str) -> None:
    for table in F2021.tables:
        labels = [_squeezed(label.text) for label in table.labels if label.span.row >= table.head_rows]
        only = [label for label in labels if len(label) > 5 and label not in HEADS.values()]
        on = [page for page in printed[name].words if any(label in page for label in only)]
        assert all(HEADS[table.id] in page for page in on)
        assert on or not only


def test_a_table_higher_than_a_page_goes_on_over_several(printed: dict[str, Printed]) -> None:
    assert all(sum("申请人情况" in page for page in printed[name].words) > 2 for name in ("high", "bare"))
    assert all(sum("申请人情况" in page for page in printed[name].words) == 1 for name in REPORTS if name != "high")


def test_a_line_has_28_characters(printed: dict[str, Printed]) -> None:
    assert [len(line) for line in printed["rare"].lines if "县" * 9 in line] == [26, 28, 28]


def test_every_page_ends_with_its_number_between_dashes(printed: dict[str, Printed]) -> None:
    for pages in printed.values():
        for at, words in enumerate(pages.words, start=1):
            assert words.endswith(f"—{at}—")

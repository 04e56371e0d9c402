"""The web page: as the form, read back whole, and kept by the editors of websites."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cells import CellId, Entry, State, parse
from core.exporters.html import fragment, write
from core.exporters.pages import lay_out
from core.form import F2019
from core.importers import read_pasted, read_report
from core.proving import compare
from core.report import Report
from tests.core.exporters.invented import UNIT, full_report, values
from tests.core.exporters.markup import KEPT_ATTRIBUTES, read, sanitised

STRANGE = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def page(report: Report) -> str:
    return write(report)[0].decode("utf-8")


def test_the_page_is_one_small_utf_8_document_that_names_its_language_and_title() -> None:
    report = full_report()
    data, notes = write(report)
    assert data.startswith(b'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">')
    assert f"<title>{UNIT}2031年政府信息公开工作年度报告</title>" in data.decode("utf-8")
    assert notes == ()
    assert len(data) < 48_000
    assert data == write(report)[0]


def test_nothing_that_an_editor_takes_out_is_written() -> None:
    seen = read(page(full_report())).seen
    told = {name for _, attributes in seen for name in attributes}
    assert {tag for tag, _ in seen if tag in {"script", "style", "link", "img", "iframe", "a"}} == set()
    assert told & {"class", "id", "src", "href"} == set()
    assert not any("url(" in attributes.get("style", "") for _, attributes in seen)
    assert all(attributes.get("style") for tag, attributes in seen if tag in {"p", "h1", "h2", "table", "td", "th"})


def test_the_six_headings_stand_between_the_paragraphs_in_the_order_of_the_form() -> None:
    report = full_report()
    seen = [tag for tag, _ in read(fragment(report)).seen if tag in {"h1", "h2", "h3", "p", "table"}]
    prose = ["h2", "p", "h3", "p", "p", "h3", "p"]
    tables = ["h2", "table", "h2", "p", "table", "h2", "table"]
    assert seen == ["h1", "p", *prose, *tables, "h2", "p", "p", "h2", "p", "p", "p"]
    assert all(f">{section.heading}</h2>" in fragment(report) for section in report.form.sections)
    assert fragment(report).count('<p style="text-indent:2em;') == 9


@pytest.mark.parametrize("report", [full_report(), Report(), Report(F2019)])
def test_every_table_covers_its_grid_exactly_as_the_form_prints_it(report: Report) -> None:
    tables = read(page(report)).tables
    assert len(tables) == len(report.form.tables)
    for table, found in zip(report.form.tables, tables, strict=True):
        covered = found.spread()
        assert set(covered) == {(i, j) for i in range(table.grid_rows) for j in range(table.grid_columns)}
        for label in table.labels:
            cell = covered[label.span.row, label.span.column]
            assert (cell.tag, cell.words, cell.rows, cell.columns) == (
                "th",
                label.text,
                label.span.rows,
                label.span.columns,
            )
        for slot in table.slots:
            cell = covered[slot.span.row, slot.span.column]
            assert (cell.tag, cell.words) == ("td", report.entry(slot.cell).raw)
            assert (cell.rows, cell.columns) == (slot.span.rows, slot.span.columns)
            assert "text-align:center" in cell.attributes["style"]


def test_borders_are_told_to_every_kind_of_editor_and_widths_make_a_whole() -> None:
    for found in read(page(full_report())).tables:
        assert (found.attributes["border"], found.attributes["cellspacing"]) == ("1", "0")
        assert "border-collapse:collapse" in found.attributes["style"]
        cells = [cell for row in found.rows for cell in row]
        assert all("border:1px solid #000" in cell.attributes["style"] for cell in cells)
        widths = [float(cell.attributes["width"].rstrip("%")) for cell in cells if "width" in cell.attributes]
        assert sum(widths) == pytest.approx(100, abs=0.1)


def test_words_that_look_like_markup_stay_words() -> None:
    typed = {CellId("t3.granted.natural"): Entry("<b>&amp;", State.TEXT)}
    report = Report(unit="<i>&", typed=typed, texts={"s1": "甲 <script>乙</script> & “丙”  丁"})
    markup = page(report)
    assert "<title>&lt;i&gt;&amp;政府" in markup
    assert "甲 &lt;script&gt;乙&lt;/script&gt; &amp; “丙”\u00a0 丁" in markup
    assert any("<b>&amp;" in (cell.words) for row in read(markup).tables[1].rows for cell in row)


def test_our_own_reader_reads_all_values_and_texts_back(tmp_path: Path) -> None:
    for number, report in enumerate((full_report(), Report(), Report(unit="青禾县林业局", year=2031))):
        written = tmp_path / f"{number}.html"
        written.write_bytes(write(report)[0])
        read_back = read_report(written)
        assert compare(report, read_back).differences == ()
        assert values(read_back.report) == values(report)
        texts = {key: text.strip() for key, text in report.texts.items()}
        assert dict(read_back.report.texts) == texts


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.sampled_from(("preamble", "s1", "s3", "s5", "s6", "signature")), STRANGE), STRANGE, STRANGE)
def test_strange_characters_come_back(texts: dict[str, str], unit: str, cell: str) -> None:
    typed = {CellId("t3.granted.natural"): parse(cell), CellId("t2.licensing.decisions"): parse("7")}
    report = Report(unit=unit, year=2031, typed=typed, texts=texts)
    assert compare(report, read_pasted("", fragment(report))).differences == ()


@pytest.mark.parametrize(
    ("without", "renamed"),
    [((), {}), (("style",), {}), (("style", "width", "cellpadding"), {"th": "td", "h1": "p", "h2": "p", "h3": "p"})],
)
def test_the_editor_of_a_website_leaves_tables_and_numbers_whole(
    without: tuple[str, ...], renamed: dict[str, str]
) -> None:
    report = full_report()
    kept, dropped = sanitised(page(report), KEPT_ATTRIBUTES - {*without}, renamed)
    assert dropped - {"html", "head", "body", "meta", "title", "charset", "lang", "name", "content"} == {
        "scope",
        *without,
    }
    before, after = (read(markup).tables for markup in (page(report), kept))
    for table, found in zip(before, after, strict=True):
        assert [[cell.words for cell in row] for row in found.rows] == [
            [cell.words for cell in row] for row in table.rows
        ]
        assert found.spread().keys() == table.spread().keys()
        assert found.attributes["border"] == "1"
    assert compare(report, read_pasted("", kept)).differences == ()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_takes_the_markup_with_its_merges_and_numbers(tmp_path: Path) -> None:
    report = full_report()
    (tmp_path / "年报.html").write_bytes(write(report)[0])
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(tmp_path), str(tmp_path / "年报.html")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    read_back = read_report(tmp_path / "年报.docx")
    assert compare(report, read_back).differences == ()
    grids = [grid for grid in read_back.extract.blocks if hasattr(grid, "rows")]
    for table, grid in zip(report.form.tables, grids, strict=True):
        printed = {(label.span.row, label.span.column) for label in table.labels}
        printed |= {(slot.span.row, slot.span.column) for slot in table.slots}
        shown = {(i, j) for i, row in enumerate(grid.rows) for j, cell in enumerate(row) if cell is not None}
        assert shown == printed


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_it_from_its_title_on_without_an_empty_page(tmp_path: Path) -> None:
    (tmp_path / "年报.html").write_bytes(write(full_report())[0])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "年报.html")], check=True, capture_output=True, timeout=120)
    with pdfplumber.open(tmp_path / "年报.pdf") as printed:
        first = printed.pages[0].extract_text()
    assert "".join(first.split()).startswith(f"{UNIT}2031年政府信息公开工作年度报告")


def test_a_report_is_laid_out_whole() -> None:
    report = replace(full_report(), title="某局2031年报告")
    assert fragment(report).count("\n") >= len(lay_out(report))
    assert "<br>" not in fragment(report).splitlines()[0]

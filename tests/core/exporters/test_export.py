"""Choosing a writer, and what the clerk is told."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.cells import CellId, number
from core.checks import catalogue
from core.errors import UserError
from core.exporters import EXPORTERS, export, export_check_sheet, export_sign_sheet, font_files, warm_up
from core.report import Report
from tests.core.exporters.invented import full_report, needs_chinese_font
from tests.examples import carried


def test_an_unknown_suffix_names_the_possible_ones(tmp_path: Path) -> None:
    for name, found in (("年报.wps", "“.wps”"), ("年报", "没有后缀")):
        with pytest.raises(UserError, match=found) as caught:
            export(Report(), tmp_path / name)
        assert all(exporter.suffix in caught.value.hint for exporter in EXPORTERS)
    assert list(tmp_path.iterdir()) == []


def test_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    done = export(full_report(), tmp_path / "年报.XLSX")
    assert done.path.read_bytes().startswith(b"PK")
    assert done.notes == ()


def test_blank_cells_are_counted_table_by_table(tmp_path: Path) -> None:
    done = export(Report(), tmp_path / "年报.xlsx")
    assert done.notes == ("还有没填的格：表二 10 格、表三 144 格、表四 12 格；导出的文件里是空白。",)


def test_totals_that_differ_from_those_of_the_imported_file_are_named(tmp_path: Path) -> None:
    totals = [CellId(f"t3.{row}.total") for row in ("granted", "partial", "carried_in", "new_requests")]
    report = replace(full_report(), printed={total: number(10**6 + i) for i, total in enumerate(totals)})
    note = export(report, tmp_path / "年报.xlsx").notes[0]
    sums = report.entry(totals[0]).raw
    assert note.startswith(f"总计已按明细相加写出，与原表不同：“（一）予以公开—总计”原印 1000000，现为 {sums}；")
    assert note.endswith("等 4 处。")
    right = replace(full_report(), printed={totals[0]: report.entry(totals[0])})
    assert export(right, tmp_path / "年报.xlsx").notes == ()


def test_texts_that_are_still_last_years_are_named(tmp_path: Path) -> None:
    report = carried(full_report(), "s6", "preamble")
    assert export(report, tmp_path / "年报.xlsx").notes == ("还是上年的文字（待更新）：前言、六、其他需要报告的事项。",)


def test_without_chinese_fonts_there_is_an_explanation_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "fonts"
    empty.mkdir()
    monkeypatch.setattr(font_files, "folders", lambda: (empty,))
    with pytest.raises(UserError, match="没有可以嵌入的中文字体"):
        export(full_report(), tmp_path / "年报.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["fonts"]


@needs_chinese_font
def test_a_failing_disk_leaves_the_old_file(tmp_path: Path) -> None:
    folder = tmp_path / "年报.pdf"
    folder.mkdir()
    with pytest.raises(UserError, match="没有保存“年报"):
        export(full_report(), folder)
    assert folder.is_dir()


def test_naming_the_formats_imports_no_writing_library() -> None:
    code = "import sys, core.exporters; print([m for m in ('reportlab', 'openpyxl', 'uharfbuzz') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_warming_up_loads_the_writers_and_needs_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_files, "folders", tuple)
    warm_up()
    assert {"core.exporters.pdf", "core.exporters.xlsx"} <= sys.modules.keys()


@needs_chinese_font
@pytest.mark.parametrize(("name", "begin"), [("校核单.pdf", b"%PDF"), ("校核单.XLSX", b"PK")])
def test_the_check_sheet_is_written_as_its_suffix_says(tmp_path: Path, name: str, begin: bytes) -> None:
    report = full_report()
    done = export_check_sheet(report, catalogue.run(report), tmp_path / name)
    assert done.path.read_bytes().startswith(begin)


def test_a_check_sheet_of_another_kind_is_refused(tmp_path: Path) -> None:
    report = Report()
    for name in ("校核单.html", "校核单"):
        with pytest.raises(UserError, match="校核单不能写成") as caught:
            export_check_sheet(report, catalogue.run(report), tmp_path / name)
        assert ".pdf、.docx 或 .xlsx" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


@needs_chinese_font
@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_sign_sheet_is_written_as_the_kind_that_its_name_tells(tmp_path: Path, suffix: str) -> None:
    report = Report()
    done = export_sign_sheet(report, catalogue.run(report), tmp_path / f"审签单{suffix}")
    assert done.path.read_bytes()[:2] in (b"%P", b"PK")
    with pytest.raises(UserError, match=r"审签单不能写成“审签单\.xlsx”"):
        export_sign_sheet(report, catalogue.run(report), tmp_path / "审签单.xlsx")

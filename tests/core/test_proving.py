"""Exporting with a proof."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from core import edits, exporters, proving
from core.cells import CellId, number, parse
from core.checks import catalogue
from core.errors import UserError
from core.exporters import CHECK_SHEETS, EXPORTERS, SIGN_SHEETS, docx_sheet, sign_sheet
from core.exporters.proof import Proof
from core.form import F2021
from core.importers.extract import Extract, Grid, Paragraph, Part
from core.isolation import desk, sentences
from core.report import Report
from tests.core.exporters.invented import full_report, needs_chinese_font
from tests.examples import column, filled


@needs_chinese_font
@pytest.mark.parametrize("suffix", [exporter.suffix for exporter in EXPORTERS])
@pytest.mark.parametrize("report", [full_report(), Report(), Report(unit="青禾县林业局", year=2031)])
def test_every_format_is_read_back_and_proved(tmp_path: Path, suffix: str, report: Report) -> None:
    done = proving.export(report, tmp_path / f"年报{suffix}")
    assert done.proof is not None
    assert (done.proof.equal_cells, done.proof.cells) == (200, 200)
    assert done.proof.equal_texts == done.proof.texts
    assert [file.name for file in tmp_path.iterdir()] == [f"年报{suffix}"]


@needs_chinese_font
@pytest.mark.parametrize("suffix", [exporter.suffix for exporter in EXPORTERS])
def test_odd_words_and_cells_raise_no_false_alarm(tmp_path: Path, suffix: str) -> None:
    odd = ("/", "见附件", "约12", "１２", "0.5", "", "12件", "无")
    cells = [cell for cell in F2021.cells.values() if not cell.computed]
    typed = {cell.id: parse(odd[at % len(odd)], cell.kind) for at, cell in enumerate(cells) if odd[at % len(odd)]}
    texts = {
        "s1": "一、总体情况\n" + "（一）甲。12-\n" * 60,
        "s3": "（七）总计 5",
        "s4": "行政复议 7 件。" * 3,
        "s5": "\U0002a6d6\U00029fd3\U0002840c乙\ufe0f⾏政（" + "丙-丁 abc-def 1,286，" * 120,
        "signature": "表四\n1 2 3",
    }
    report = Report(unit="青禾县林业局", year=2031, typed=typed, texts=texts)
    done = proving.export(report, tmp_path / f"年报{suffix}")
    assert done.proof is not None
    assert done.proof.differences == ()


def test_a_writer_that_errs_is_stopped_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "年报.html"
    old.write_text("旧的", encoding="utf-8")
    wrong = Report(unit="青禾县林业局", year=2031, typed={CellId("t3.granted.natural"): number(21)})
    right = Report(unit="青禾县林业局", year=2031, typed={CellId("t3.granted.natural"): number(12)})
    written = next(each for each in EXPORTERS if each.suffix == ".html").load()(wrong)
    monkeypatch.setattr(exporters.Exporter, "load", lambda _: lambda _: written)
    with pytest.raises(UserError, match=r"没有导出“年报\.html”：.*“（一）予以公开—自然人”应为 12，读到 21。"):
        proving.export(right, old)
    assert old.read_text(encoding="utf-8") == "旧的"
    assert list(tmp_path.iterdir()) == [old]


def test_a_final_report_that_was_changed_elsewhere_is_not_written(tmp_path: Path) -> None:
    final = edits.finalise(filled(), "苏禾", "2025-01-20", "3F7K-9Q2M")
    with pytest.raises(UserError, match="定稿以后内容在别处被改过"):
        proving.export(final, tmp_path / "年报.html")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_as_a_report_is_not_given_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporters.Exporter, "load", lambda _: lambda _: (b"<html><p>1</p></html>", ()))
    with pytest.raises(UserError, match=r"没有导出“年报\.html”：写出的文件读不回来"):
        proving.export(Report(), tmp_path / "年报.html")
    assert list(tmp_path.iterdir()) == []


def test_where_no_reading_process_answers_the_file_is_written_and_said_to_be_unproved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_: Path) -> None:
        raise sentences.not_started()

    monkeypatch.setattr(desk, "read_file", silent)
    done = proving.export(full_report(), tmp_path / "年报.html")
    assert done.proof is None
    assert done.notes[0] == "这台电脑上没有能读回核对，请打开文件看一遍。"
    assert done.path.exists()


def test_all_words_of_a_file_count_wherever_they_stand() -> None:
    blocks = (Part("工作表"), Paragraph("甲"), Grid((("乙", None), ("", "丙")), "表"), Paragraph("丁"))
    assert proving.words_of(Extract(blocks)) == ["甲", "乙", "丙", "丁"]


def test_a_proof_reads_what_was_written_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def read(path: Path) -> SimpleNamespace:
        seen.append(path.read_bytes())
        return SimpleNamespace(report=Report(), extract=Extract(()))

    monkeypatch.setattr(desk, "read_file", read)
    found = proving.read_back(Report(), b"abc", Path("年报.html"))
    assert seen == [b"abc"]
    assert found is not None
    assert (found.equal_cells, found.equal_texts) == (200, 0)


# ---------------------------------------------------------------- sheets that go with the report

ODD = "年底\x0b并案=1+1 办理\n\n（㙟某，附件‘一’）\u200b"


def odd_report() -> Report:
    """Return a report with findings, one of them explained in odd words and at length."""
    report = filled({**column("natural", new=3, granted=2), "t3.granted.business": "若干"})
    (first, *_) = catalogue.run(report).findings
    return replace(report, reasons={first.occasion: ODD * 150}, sign_off={"drafter": "方\x01某"})


@needs_chinese_font
@pytest.mark.parametrize("suffix", CHECK_SHEETS)
@pytest.mark.parametrize("report", [odd_report(), Report(), full_report()])
def test_every_check_sheet_is_read_back_and_proved(tmp_path: Path, suffix: str, report: Report) -> None:
    proofs = [("年报.pdf", Proof(200, 200, 8, 8))]
    path = tmp_path / f"校核单{suffix}"
    done = proving.export_check_sheet(report, catalogue.run(report), path, [("表二", ODD)], proofs)
    assert done.proof is not None
    assert done.proof.differences == ()
    assert done.proof.cells > 200


@needs_chinese_font
@pytest.mark.parametrize("suffix", SIGN_SHEETS)
@pytest.mark.parametrize("report", [odd_report(), Report(), full_report()])
def test_every_sign_sheet_is_read_back_and_proved(tmp_path: Path, suffix: str, report: Report) -> None:
    done = proving.export_sign_sheet(report, catalogue.run(report), tmp_path / f"审签单{suffix}")
    assert done.proof is not None
    assert (done.proof.differences, done.proof.texts) == ((), 1)


def test_a_sheet_that_says_something_else_is_not_given_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = filled(column("natural", new=4, granted=4))
    wrong = docx_sheet.write(sign_sheet.sign_sheet(other, catalogue.run(other)))
    monkeypatch.setattr(docx_sheet, "write", lambda _: wrong)
    report = filled(column("natural", new=3, granted=3))
    with pytest.raises(
        UserError, match=r"没有导出“审签单\.docx”：.*与应写的内容不一致：.*没有读到“2024年 3 0 3 0 0 0”这一行"
    ):
        proving.export_sign_sheet(report, catalogue.run(report), tmp_path / "审签单.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_nobody_can_read_back_is_said_to_be_unproved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_: Path) -> None:
        raise sentences.not_started()

    monkeypatch.setattr(desk, "read_content", silent)
    done = proving.export_sign_sheet(Report(), catalogue.run(Report()), tmp_path / "审签单.docx")
    assert done.proof is None
    assert done.notes == ("这台电脑上没有能读回核对，请打开文件看一遍。",)

"""Exporting the open report."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core import depicting, edits
from core.exporters import html
from core.finding import Severity
from core.storage.project import Project
from tests.core.exporters.invented import needs_chinese_font
from tests.examples import filled
from tests.ui.conftest import Answers
from ui.exporting import PICTURES, Exporting
from ui.program import Program


def test_a_report_is_written_where_the_clerk_says(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.session.start(Project(filled()))
    answers.save = tmp_path / "年报.xlsx"
    with qtbot.waitSignal(program.exporting.done, timeout=20_000) as done:
        program.exporting.export(".xlsx")
    assert done.args[0] == tmp_path / "年报.xlsx"
    assert done.args[2].startswith("核对 200/200")
    assert program.window.said.text().startswith("已导出 年报.xlsx，核对 200/200，文字 ")
    assert (tmp_path / "年报.xlsx").stat().st_size > 0
    assert program.memory.settings.last_folder == str(tmp_path)


def test_a_word_file_is_offered_and_written(qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path) -> None:
    program.session.start(Project(filled()))
    answers.save = tmp_path / "年报.docx"
    with qtbot.waitSignal(program.exporting.done, timeout=20_000):
        program.exporting.export(".docx")
    assert Path(answers.proposed).suffix == ".docx"
    assert answers.save.read_bytes().startswith(b"PK")


def test_a_file_that_says_something_else_is_not_given_away(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = html.write(filled({"t3.granted.natural": 21}))
    monkeypatch.setattr(html, "write", lambda _: wrong)
    program.session.start(Project(filled({"t3.granted.natural": 12})))
    answers.save = tmp_path / "年报.html"
    with qtbot.waitSignal(program.exporting.failed, timeout=20_000):
        program.exporting.export(".html")
    assert "“（一）予以公开—自然人”应为 12，读到 21" in program.notice.words()
    assert not answers.save.exists()


def test_a_place_that_cannot_be_written_to_is_told(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    answers.save = tmp_path / "没有" / "年报.xlsx"
    with qtbot.waitSignal(program.exporting.failed, timeout=20_000):
        program.exporting.export(".xlsx")
    assert "文件夹不存在" in program.notice.words()
    assert not program.exporting.is_busy


def test_nothing_happens_when_it_is_called_off(qtbot: QtBot, program: Program, answers: Answers) -> None:
    exporting: Exporting = program.exporting
    with qtbot.assertNotEmitted(exporting.busy):
        exporting.export(".pdf")
    assert answers.asked == ["导出"]


def test_the_name_that_is_proposed_says_that_it_is_a_draft(program: Program, answers: Answers) -> None:
    program.session.start(Project(replace(filled(), unit="青禾县水务局", year=2026)))
    program.exporting.export(".pdf")
    assert Path(answers.proposed).name == "青禾县水务局2026年政府信息公开工作年度报告（草稿）.pdf"


@needs_chinese_font
def test_the_check_sheet_is_written_as_the_kind_that_is_chosen(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.session.start(Project(replace(filled(), unit="青禾县水务局", year=2026)))
    for suffix, begin in ((".pdf", b"%PDF"), (".xlsx", b"PK")):
        answers.save = tmp_path / f"校核单{suffix}"
        with qtbot.waitSignal(program.exporting.done, timeout=20_000) as done:
            program.exporting.export_check_sheet()
        assert done.args[0].read_bytes().startswith(begin)
    assert Path(answers.proposed).name == "青禾县水务局2026年政府信息公开工作年度报告校核单.pdf"
    assert answers.asked == ["导出校核单"] * 2


def test_the_check_sheet_judges_as_if_nobody_were_still_typing(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.session.start(Project(filled({"t3.granted.natural": ""})))
    assert all(finding.severity is Severity.HINT for finding in program.session.verdict.findings if finding.cells)
    answers.save = tmp_path / "校核单.xlsx"
    with qtbot.waitSignal(program.exporting.done, timeout=20_000):
        program.exporting.export_check_sheet()
    rows = load_workbook(answers.save)["校核单"].iter_rows(values_only=True)
    assert any(row[1:3] == ("C01", "必须改") for row in rows)


def test_an_export_that_is_called_off_leaves_room_for_the_next(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    answers.save = tmp_path / "年报.xlsx"
    with qtbot.waitSignal(program.exporting.busy) as busy:
        program.exporting.export(".xlsx")
    busy.args[1].call_off()
    assert not program.exporting.is_busy
    assert "不再等" in program.window.said.text()
    with qtbot.waitSignal(program.exporting.done, timeout=20_000):
        program.exporting.export(".xlsx")


@needs_chinese_font
def test_the_sign_sheet_is_written_as_pdf_or_word(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.session.start(Project(replace(filled(), unit="青禾县水务局", year=2026)))
    for suffix, head in ((".pdf", b"%PDF"), (".docx", b"PK")):
        answers.save = tmp_path / f"审签单{suffix}"
        with qtbot.waitSignal(program.exporting.done, timeout=30000):
            program.exporting.export_sign_sheet()
        assert Path(answers.proposed).name == "青禾县水务局2026年政府信息公开工作年度报告审签单.pdf"
        assert answers.save.read_bytes().startswith(head)


@needs_chinese_font
def test_the_picture_is_offered_as_png_and_written_as_wished(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.session.start(Project(filled()))
    for suffix, begin in ((".png", b"\x89PNG"), (".pdf", b"%PDF"), (".svg", b"<?xml")):
        answers.save = tmp_path / f"图解{suffix}"
        with qtbot.waitSignal(program.exporting.done, timeout=20_000):
            program.exporting.export_picture()
        assert answers.save.read_bytes().startswith(begin)
    assert Path(answers.proposed).name == "青禾县林业局2024年政府信息公开工作年度报告（草稿）图解.png"
    assert answers.asked == ["导出图解"] * 3


def test_the_formats_of_a_picture_are_those_that_can_be_written() -> None:
    assert tuple(depicting.FORMATS) == PICTURES


@needs_chinese_font
def test_the_report_can_have_its_picture_as_the_last_page(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.session.start(Project(filled()))
    answers.save = tmp_path / "年报.pdf"
    with qtbot.waitSignal(program.exporting.done, timeout=20_000) as done:
        program.exporting.export_with_picture()
    assert Path(answers.proposed).name == "青禾县林业局2024年政府信息公开工作年度报告（草稿）（附图解）.pdf"
    assert done.args[2].startswith("核对 200/200")


def test_the_report_is_copied_as_a_page(program: Program) -> None:
    program.session.start(Project(filled()))
    program.exporting.copy_page()
    assert program.window.said.text().startswith("已复制为网页：")
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


@pytest.mark.parametrize(
    "way_out",
    [
        lambda exporting: exporting.export(".pdf"),
        lambda exporting: exporting.export_with_picture(),
        lambda exporting: exporting.export_picture(),
        lambda exporting: exporting.copy_page(),
    ],
    ids=["file", "with picture", "picture", "clipboard"],
)
def test_a_final_report_that_was_changed_elsewhere_goes_no_way_out(
    program: Program, answers: Answers, way_out: Callable[[Exporting], object]
) -> None:
    QGuiApplication.clipboard().setText("原来的")
    program.session.start(Project(edits.finalise(filled(), "苏禾", "2025-01-20", "3F7K-9Q2M")))
    way_out(program.exporting)
    assert "定稿以后内容在别处被改过" in program.notice.words()
    assert "请撤回定稿" in program.notice.words()
    assert answers.asked == []
    assert QGuiApplication.clipboard().text() == "原来的"

"""Where reports come from and where they go."""

import errno
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.isolation import desk, process
from core.storage import project as storage
from core.storage.project import Project
from tests.examples import filled
from tests.ui.conftest import Answers
from tests.ui.looking import child, click
from tests.ui.scans import write_scan
from ui.filing import SAMPLES, Intent
from ui.program import Program

MISDEEDS = Path(__file__).resolve().parents[1] / "core" / "isolation" / "misdeeds.py"
LAST = replace(filled({"t3.carried_forward.natural": 3}), unit="青禾县水务局", year=2025)


PASTED = """青禾县水务局2025年政府信息公开工作年度报告
一、总体情况
做了公开工作。
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t1\t0\t4
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t5
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t2
行政强制\t0
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t0
"""


@pytest.fixture
def last_year(tmp_path: Path) -> Path:
    path = tmp_path / "上年 年报.nianbao"
    storage.save(path, Project(LAST), None)
    return path


def read(qtbot: QtBot, program: Program, path: Path, intent: Intent) -> QWidget:
    with qtbot.waitSignal(program.filing.was_read, timeout=10_000):
        program.filing.read(path, intent)
    return child(program.window, QWidget, "reviewPage")


def test_nothing_of_a_file_enters_before_it_is_confirmed(qtbot: QtBot, program: Program, last_year: Path) -> None:
    review = read(qtbot, program, last_year, Intent.DRAFT)
    assert program.session.report.unit == ""
    click(qtbot, review, "reviewCancel")
    assert program.session.report.unit == ""
    assert program.window.stack.currentWidget() is program.window.start


def test_last_years_report_becomes_this_years_draft(qtbot: QtBot, program: Program, last_year: Path) -> None:
    click(qtbot, read(qtbot, program, last_year, Intent.DRAFT), "reviewAccept")
    assert program.session.report == edits.carry_over(LAST, 2026)
    assert program.session.path is None
    assert not program.session.is_saved


def test_an_existing_report_is_taken_as_it_is(qtbot: QtBot, program: Program, last_year: Path) -> None:
    click(qtbot, read(qtbot, program, last_year, Intent.ADOPT), "reviewAccept")
    assert program.session.report == LAST


def test_last_year_can_be_attached_and_taken_back(qtbot: QtBot, program: Program, last_year: Path) -> None:
    program.filing.new()
    click(qtbot, read(qtbot, program, last_year, Intent.ATTACH), "reviewAccept")
    assert program.session.report.last_year == LAST
    program.session.undo()
    assert program.session.report.last_year is None


def test_a_foreign_file_keeps_what_was_read_and_where(qtbot: QtBot, program: Program) -> None:
    sample = next(SAMPLES.glob("*.docx"))
    with qtbot.waitSignal(program.filing.was_read, timeout=10_000) as was_read:
        program.filing.read(sample, Intent.DRAFT)
    (reading,) = was_read.args
    assert (reading.path, reading.recognised.report, reading.recognised.found) == (
        sample,
        reading.report,
        {"t2", "t3", "t4"},
    )


def test_a_reading_that_is_called_off_ends_the_process_that_reads(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-X", "utf8", str(MISDEEDS)])
    desk.close()
    endless = tmp_path / "hang.docx"
    endless.touch()
    with qtbot.waitSignal(program.filing.busy) as busy:
        program.filing.read(endless, Intent.DRAFT)
    assert busy.args[0] == "正在读取“hang.docx”…"
    qtbot.waitUntil(lambda: bool(desk.pids()))
    with qtbot.assertNotEmitted(program.filing.was_read), qtbot.assertNotEmitted(program.filing.failed):
        busy.args[1].call_off()
        qtbot.waitUntil(lambda: not desk.pids())


def test_a_report_can_be_pasted_on_the_start_page(qtbot: QtBot, program: Program) -> None:
    QGuiApplication.clipboard().setText(PASTED)
    with qtbot.waitSignal(program.filing.was_read, timeout=10_000) as was_read:
        qtbot.keyClick(program.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert was_read.args[0].report.value("t2.licensing.decisions") == 5


def test_pasted_words_that_are_no_report_are_said_to_be_none(qtbot: QtBot, program: Program) -> None:
    QGuiApplication.clipboard().setText("今天开会。")
    with qtbot.waitSignal(program.filing.failed, timeout=10_000):
        qtbot.keyClick(program.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "没有找到年报的表格" in program.notice.words()


def test_an_empty_clipboard_is_said_to_be_empty(qtbot: QtBot, program: Program) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(program.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "剪贴板里没有文字" in program.window.said.text()


@pytest.mark.parametrize(
    "bad",
    [
        ("空.docx", b""),
        ("坏.docx", b"PK\x03\x04 truncated"),
        ("零.xlsx", b"\0" * 5_000_000),
        ("图.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
        ("空.nianbao", b""),
        ("坏.nianbao", b"{"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence_and_changes_nothing(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path, bad: tuple[str, bytes]
) -> None:
    name, content = bad
    answers.open = tmp_path / "路径 有空格" / name
    answers.open.parent.mkdir()
    answers.open.write_bytes(content)
    before = program.session.report
    click(qtbot, program.window, "startFromLastYear")
    qtbot.waitUntil(lambda: program.notice.words().startswith("▲"), timeout=10_000)
    assert "Traceback" not in program.notice.words()
    assert program.session.report == before
    assert answers.open.read_bytes() == content


def test_a_scan_is_told_with_its_place_and_what_it_was_wanted_for(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    path = write_scan(tmp_path / "扫描.pdf")
    with qtbot.waitSignal(program.filing.scanned, timeout=20_000) as told:
        program.filing.read(path, Intent.ADOPT)
    assert told.args is not None
    error, where, intent = told.args
    assert (error.pages, where, intent) == (2, path, Intent.ADOPT)


def test_letting_the_open_report_go_or_keeping_it_is_told(program: Program, answers: Answers) -> None:
    assert program.filing.new()
    program.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    answers.keep = None
    assert not program.filing.new()
    assert not program.filing.accept(filled(), Intent.DRAFT, 2026)
    assert program.session.report.unit == "青禾县水务局"
    assert program.filing.accept(filled(), Intent.ATTACH)


def test_a_place_that_cannot_be_saved_to_is_told_and_nothing_is_lost(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.filing.new()
    program.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    answers.save = tmp_path / "没有" / "甲.nianbao"
    assert not program.filing.save()
    assert "文件夹不存在" in program.notice.words()
    assert program.session.report.unit == "青禾县水务局"
    answers.save = tmp_path / "甲.nianbao"
    click(qtbot, program.notice, "noticeRemedy")
    assert program.session.is_saved


def test_a_full_disk_is_told_and_the_old_file_stays(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.filing.new()
    answers.save = tmp_path / "甲.nianbao"
    assert program.filing.save()
    before = answers.save.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("core.atomic.os.fsync", full)
    program.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    program.autosave.save_now()
    assert "磁盘已满" in program.notice.words()
    assert "自动保存停了" in program.window.head.text()
    assert answers.save.read_bytes() == before
    assert program.session.report.unit == "青禾县水务局"


def test_an_unsaved_draft_is_asked_about_once_and_a_saved_one_never(
    program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.filing.new()
    assert program.filing.may_leave()
    assert answers.asked == []
    program.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    answers.keep = None
    assert not program.filing.may_leave()
    answers.keep, answers.save = True, tmp_path / "甲.nianbao"
    assert program.filing.may_leave()
    assert storage.load(tmp_path / "甲.nianbao")[0].report.unit == "青禾县水务局"
    asked = len(answers.asked)
    program.session.edit("填写年度", edits.set_year, 2026)
    assert program.filing.may_leave()
    assert len(answers.asked) == asked
    assert storage.load(tmp_path / "甲.nianbao")[0].report.year == 2026


def test_the_sample_may_be_thrown_away_without_a_question(qtbot: QtBot, program: Program, answers: Answers) -> None:
    click(qtbot, program.window, "startSample")
    assert program.has_report
    assert program.session.path is None
    assert program.filing.may_leave()
    assert answers.asked == []

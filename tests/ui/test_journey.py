"""The main job from end to end in the real window, by real keys and clicks (the one test a release may not fail)."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core import commands, importers
from core.cells import CellId
from core.report import Report
from tests.ui.conftest import Answers
from tests.ui.looking import child, click, words
from ui.program import Program

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "sample"
NEW = CellId("t3.new_requests.natural")
GRANTED = CellId("t3.granted.natural")


@pytest.fixture
def last_year() -> Path:
    return next(SAMPLES.glob("*.docx"))


def test_from_last_years_report_to_the_printed_one(
    qtbot: QtBot, new_program: Callable[[], Program], answers: Answers, last_year: Path, tmp_path: Path
) -> None:
    program = new_program()
    make_draft(qtbot, program, answers, last_year)
    fill_all(qtbot, program)
    unbalance_and_mend(qtbot, program)
    undo_and_redo(qtbot, program)
    saved = save(qtbot, program, answers, tmp_path / "本年 草稿.nianbao")
    program.window.close()
    again = reopen(qtbot, new_program(), answers, saved)
    report = again.session.report
    assert report == program.session.report
    xlsx = export(qtbot, again, answers, "exportXlsx", tmp_path / "年报.xlsx")
    pdf = export(qtbot, again, answers, "exportPdf", tmp_path / "年报.pdf")
    assert values(importers.read_report(xlsx).report) == values(report)
    assert_pdf_holds(pdf, report)


def test_from_drop_to_draft_it_takes_the_drop_and_one_key(
    qtbot: QtBot, new_program: Callable[[], Program], last_year: Path
) -> None:
    program = new_program()
    drop(program, last_year)
    qtbot.waitUntil(lambda: program.is_reviewing, timeout=10_000)
    accept = child(program.window, QPushButton, "reviewAccept")
    qtbot.waitUntil(accept.hasFocus)
    assert program.session.report.unit == ""
    press(qtbot, program, Qt.Key.Key_Return)
    assert program.has_report
    assert program.session.report.last_year is not None
    assert program.session.report.year == (program.session.report.last_year.year or 0) + 1


# ---------------------------------------------------------------- the steps of it


def make_draft(qtbot: QtBot, program: Program, answers: Answers, last_year: Path) -> None:
    """Two clicks: the door with its file, and the button under what was read."""
    answers.open = last_year
    click(qtbot, program.window, "startFromLastYear")
    qtbot.waitUntil(lambda: program.is_reviewing, timeout=10_000)
    click(qtbot, program.window, "reviewAccept")
    qtbot.waitUntil(lambda: program.has_report)
    last = commands.read_any(last_year)[0]
    report = program.session.report
    assert (report.unit, report.year) == (last.unit, (last.year or 0) + 1)
    assert report.last_year is not None
    assert report.value(CellId("t3.carried_in.natural")) == last.value(CellId("t3.carried_forward.natural"))
    assert report.value(NEW) is None


def fill_all(qtbot: QtBot, program: Program) -> None:
    """Go to each table and let the rest be 0; what came along from last year stays."""
    for number in (3, 4, 5):
        press(qtbot, program, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)
        click(qtbot, program.bench.page, "fillRest")
    carried = program.session.report.value(CellId("t3.carried_in.total"))
    assert carried is not None
    go(qtbot, program, 4)
    for column in ("natural", "business", "research", "public_welfare", "legal_service", "other_org"):
        brought = program.session.report.value(CellId(f"t3.carried_in.{column}"))
        if brought:
            type_into(qtbot, program, CellId(f"t3.granted.{column}"), f"{brought:f}")
    assert errors(program) == []


def unbalance_and_mend(qtbot: QtBot, program: Program) -> None:
    """Type five more requests than results; see it in three places; follow the finding; mend it."""
    granted = program.session.report.value(GRANTED) or 0
    type_into(qtbot, program, NEW, "５")  # as an input method in full width types it
    assert program.session.report.value(NEW) == 5
    program.session.settle()
    assert "A08" in errors(program) or "A03" in errors(program)
    assert program.bench.steps.mark_of("s3").startswith("▲")
    strip = child(program.bench.page, QWidget, "equationStrip")
    assert strip.isVisible()
    assert "≠" in words(strip)
    go(qtbot, program, 8)
    findings = child(program.window, QListView, "findingsList")
    first = findings.model().index(0, 0)
    qtbot.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, pos=findings.visualRect(first).center())
    qtbot.waitUntil(lambda: program.bench.step.id == "s3")
    assert program.bench.page.editor.current_cell().startswith("t3.")
    type_into(qtbot, program, GRANTED, f"{granted + 5:f}")
    program.session.settle()
    assert errors(program) == []
    assert not program.bench.steps.mark_of("s3").startswith("▲")
    assert "≠" not in words(strip)


def undo_and_redo(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert errors(program) != []
    press(qtbot, program, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert errors(program) == []
    assert program.menus.actions["undo"].text().startswith("撤销(&U)：")


def save(qtbot: QtBot, program: Program, answers: Answers, path: Path) -> Path:
    answers.save = path
    assert "还没有保存到文件" in program.window.head.text()
    press(qtbot, program, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert path.is_file()
    assert "已保存" in program.window.head.text()
    return path


def reopen(qtbot: QtBot, program: Program, answers: Answers, path: Path) -> Program:
    answers.open = path
    click(qtbot, program.window, "startOpen")
    qtbot.waitUntil(lambda: program.has_report)
    assert program.bench.step.id == "s3"  # where the clerk left off
    return program


def export(qtbot: QtBot, program: Program, answers: Answers, name: str, path: Path) -> Path:
    go(qtbot, program, 8)
    answers.save = path
    click(qtbot, program.bench.page, name)
    qtbot.waitUntil(lambda: path.is_file() and not program.exporting.is_busy, timeout=30_000)
    assert path.name in program.window.said.text()
    return path


# ---------------------------------------------------------------- hands and eyes


def drop(program: Program, path: Path) -> None:
    """Let a file fall on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at, copy = QPoint(200, 200), Qt.DropAction.CopyAction
    screen_window = program.window.windowHandle()  # as the system tells it, not the widget under the mouse
    QApplication.sendEvent(screen_window, QDragEnterEvent(at, copy, data, left, no_key))
    QApplication.sendEvent(screen_window, QDropEvent(at, copy, data, left, no_key))


def press(
    qtbot: QtBot, program: Program, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keyboard is."""
    qtbot.keyClick(QApplication.focusWidget() or program.window, key, modifier)


def go(qtbot: QtBot, program: Program, number: int) -> None:
    press(qtbot, program, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)


def type_into(qtbot: QtBot, program: Program, cell: CellId, keys: str) -> None:
    """Go to a cell of the table in view and type over it."""
    program.bench.page.editor.show_cell(cell)
    view = QApplication.focusWidget() or program.bench.page.editor.view
    for letter in keys:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest types no full-width digits
            key = QKeyEvent(kind, Qt.Key.Key_0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget() or view, key)
    qtbot.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.session.report.entry(cell).raw != "")


def errors(program: Program) -> list[str]:
    return [finding.code for finding in program.session.verdict.findings if finding.severity.value == "error"]


def values(report: Report) -> dict[CellId, object]:
    """All 200 values as they are printed."""
    return {cell: report.as_printed(cell).value for cell in report.form.cells}


def assert_pdf_holds(pdf: Path, report: Report) -> None:
    """Every heading stands in the file's text, and every table has its values in their order."""
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(pdf) as document:
        text = "\n".join(page.extract_text() or "" for page in document.pages)
        grids = [grid for page in document.pages for grid in page.extract_tables()]
    plain = re.sub(r"\s", "", text)
    assert [section.heading for section in report.form.sections if section.heading not in plain] == []
    printed = [int(cell) for grid in grids for row in grid for cell in row if cell and re.fullmatch(r"\d+", cell)]
    assert len(report.form.cells) == 200
    wanted = [int(value) for value in (report.value(cell) for cell in report.form.cells) if value is not None]
    assert sorted(printed) == sorted(wanted)

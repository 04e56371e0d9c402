"""What becomes of what is dropped and pasted, in the whole program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from core import edits
from core.storage import project as storage
from core.storage.project import Project
from tests.examples import filled
from tests.ui.conftest import Answers
from tests.ui.dragging import drop, file_data, hover, leave
from tests.ui.looking import click
from ui.filing import Intent, Reading
from ui.program import Program

LAST_YEAR = next((Path(__file__).resolve().parents[2] / "resources" / "sample").glob("*.docx"))
TABLE = "三、收到和处理政府信息公开申请情况\n（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n（二）部分公开\t0\t0\t0\t0\t0\t0\t0\n"
CELLS = "".join(f"<td>{cell}</td>" for cell in ("（一）予以公开", 1, 0, 0, 0, 0, 0, 1))
MARKUP = f"<table><tr>{CELLS}</tr></table>"


@pytest.fixture
def readings(program: Program) -> list[Reading]:
    found: list[Reading] = []
    program.filing.was_read.connect(found.append)
    return found


def paste(qtbot: QtBot, program: Program, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(program.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_file_dropped_on_the_start_page_is_read_as_last_years(
    qtbot: QtBot, program: Program, readings: list[Reading]
) -> None:
    drop(program.window, file_data([LAST_YEAR]))
    qtbot.waitUntil(lambda: len(readings) == 1, timeout=20_000)
    assert readings[0].intent is Intent.DRAFT
    assert readings[0].path == LAST_YEAR


def test_a_project_dropped_on_the_window_is_opened(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    path = tmp_path / "甲.nianbao"
    storage.save(path, Project(filled()), None)
    drop(program.window, file_data([path]))
    qtbot.waitUntil(lambda: program.session.path == path)
    assert program.has_report


def test_several_files_at_once_are_refused_in_a_sentence(
    program: Program, readings: list[Reading], tmp_path: Path
) -> None:
    drop(program.window, file_data([LAST_YEAR, tmp_path / "乙.docx"]))
    assert program.notice.words() == "一次只能读一份年报，这里有 2 个文件。请只选一个。"
    assert readings == []


def test_a_folder_that_is_dropped_is_told_to_be_one(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    drop(program.window, file_data([tmp_path]))
    qtbot.waitUntil(lambda: "是文件夹，不是文件" in program.notice.words(), timeout=20_000)


@pytest.mark.parametrize(
    ("name", "intent"),
    [("intentAttach", Intent.ATTACH), ("intentAdopt", Intent.ADOPT), ("intentDraft", Intent.DRAFT)],
)
def test_where_a_report_is_open_it_is_asked_what_the_file_is(
    qtbot: QtBot, program: Program, readings: list[Reading], name: str, intent: Intent
) -> None:
    program.filing.new()
    program.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    drop(program.window, file_data([LAST_YEAR]))
    assert program.intent_bar.isVisible()
    assert program.session.report.unit == "青禾县水务局"
    click(qtbot, program.window, name)
    qtbot.waitUntil(lambda: len(readings) == 1, timeout=20_000)
    assert readings[0].intent is intent


def test_nothing_happens_to_the_open_report_until_the_question_is_answered(
    qtbot: QtBot, program: Program, readings: list[Reading]
) -> None:
    program.filing.new()
    drop(program.window, file_data([LAST_YEAR]))
    click(qtbot, program.window, "intentCancel")
    qtbot.wait(50)
    assert readings == []
    assert program.has_report


def test_the_last_of_two_dropped_files_is_the_one_asked_about(
    qtbot: QtBot, program: Program, readings: list[Reading], tmp_path: Path
) -> None:
    program.filing.new()
    drop(program.window, file_data([tmp_path / "别的.docx"]))
    drop(program.window, file_data([LAST_YEAR]))
    click(qtbot, program.window, "intentAttach")
    qtbot.waitUntil(lambda: len(readings) == 1, timeout=20_000)
    assert readings[0].path == LAST_YEAR


def test_words_dragged_from_elsewhere_are_left_to_the_fields_of_an_open_report(program: Program) -> None:
    data = QMimeData()
    data.setText(TABLE)
    assert hover(program.window, data)
    leave(program.window)
    program.filing.new()
    hover(program.window, data)
    assert not program.drop_zone.isVisible()
    leave(program.window)


def test_words_and_markup_dropped_on_the_start_page_are_read(
    qtbot: QtBot, program: Program, readings: list[Reading]
) -> None:
    data = QMimeData()
    data.setHtml(MARKUP)
    data.setText("")
    drop(program.window, data)
    qtbot.waitUntil(lambda: len(readings) == 1, timeout=20_000)
    assert readings[0].report.typed or readings[0].report.printed
    assert readings[0].path is None


def test_a_copied_file_is_opened_by_pasting_it(qtbot: QtBot, program: Program, readings: list[Reading]) -> None:
    paste(qtbot, program, file_data([LAST_YEAR]))
    qtbot.waitUntil(lambda: len(readings) == 1, timeout=20_000)
    assert readings[0].path == LAST_YEAR


def test_a_table_pasted_from_a_web_page_is_read_from_its_markup(
    qtbot: QtBot, program: Program, readings: list[Reading]
) -> None:
    data = QMimeData()
    data.setHtml(MARKUP)
    data.setText("予以公开 1")
    paste(qtbot, program, data)
    qtbot.waitUntil(lambda: len(readings) == 1, timeout=20_000)
    assert readings[0].recognised is not None
    assert "t3.granted" in readings[0].recognised.rows


def test_pasted_words_are_asked_about_where_a_report_is_open(
    qtbot: QtBot, program: Program, readings: list[Reading]
) -> None:
    program.filing.new()
    data = QMimeData()
    data.setText(TABLE)
    QGuiApplication.clipboard().setMimeData(data)
    program.paste_report()
    click(qtbot, program.window, "intentAttach")
    qtbot.waitUntil(lambda: len(readings) == 1, timeout=20_000)
    assert readings[0].intent is Intent.ATTACH


def test_a_link_and_a_picture_are_refused_with_the_way_to_go(qtbot: QtBot, program: Program) -> None:
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/report")])
    paste(qtbot, program, link)
    assert "这是网址" in program.notice.words()
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    picture = QMimeData()
    picture.setImageData(image)
    paste(qtbot, program, picture)
    assert "剪贴板里是图片" in program.notice.words()


def test_unsaved_work_is_asked_for_before_a_dropped_project_is_opened(
    program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.filing.new()
    program.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    path = tmp_path / "甲.nianbao"
    storage.save(path, Project(filled()), None)
    answers.keep = None
    drop(program.window, file_data([path]))
    assert program.session.report.unit == "青禾县水务局"
    assert answers.asked

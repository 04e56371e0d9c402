"""What the window does."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import edits
from core.importers.recogniser.collect import Doubt
from core.settings import Recent
from tests.examples import filled
from tests.ui.conftest import Answers
from tests.ui.looking import click
from tests.ui.scans import write_picture, write_scan
from ui.filing import Intent, Reading
from ui.program import Program
from ui.session import no_recovery_copy

SAMPLE = next((Path(__file__).resolve().parents[2] / "resources" / "sample").glob("*.docx"))


def test_the_head_says_honestly_whether_the_work_is_safe(program: Program, answers: Answers, tmp_path: Path) -> None:
    program.filing.new()
    program.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    assert program.window.head.text() == "青禾县水务局 · 年度未填 · 草稿 · 还没有保存到文件"
    answers.save = tmp_path / "甲.nianbao"
    program.filing.save()
    assert " · 已保存 " in program.window.head.text()
    assert "甲.nianbao" in program.window.windowTitle()
    program.session.edit("填写年度", edits.set_year, 2026)
    assert program.window.head.text() == "青禾县水务局 · 2026 年度 · 草稿 · 有未保存的修改"
    program.autosave.save_now()
    assert " · 已保存 " in program.window.head.text()


def test_the_next_start_lists_the_project_and_opens_it_where_the_clerk_was(
    new_program: Callable[[], Program], answers: Answers, tmp_path: Path
) -> None:
    first = new_program()
    first.filing.new()
    first.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    answers.save = tmp_path / "甲.nianbao"
    first.filing.save()
    first.bench.show_place("s3", "t3.partial.natural")
    assert first.window.close()
    second = new_program()
    assert [recent.unit for recent in second.memory.settings.recents] == ["青禾县水务局"]
    second.window.start.recent_chosen.emit(str(tmp_path / "甲.nianbao"))
    assert second.bench.step.id == "s3"
    assert second.bench.page.editor.current_cell() == "t3.partial.natural"


def test_a_vanished_project_is_said_to_be_gone_and_can_be_taken_off(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.memory.change(recents=(Recent(str(tmp_path / "没了.nianbao"), "青禾县水务局", 2026),))
    program.show_start()
    recents = program.window.start._list()

    def state() -> str:
        item = recents.topLevelItem(0)
        return item.text(2) if item is not None else ""

    qtbot.waitUntil(lambda: state() == "找不到")
    program.window.start.recent_dropped.emit(str(tmp_path / "没了.nianbao"))
    assert program.memory.settings.recents == ()


def test_closing_the_report_leads_back_to_the_start(qtbot: QtBot, program: Program) -> None:
    click(qtbot, program.window, "startSample")
    qtbot.keyClick(program.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert program.window.stack.currentWidget() is program.window.start
    assert program.window.windowTitle().startswith("年报编制")
    assert not program.window.head.isVisible()


def test_libraries_are_loaded_while_nobody_waits(qtbot: QtBot, program: Program) -> None:
    program.warm_up()
    assert program._bench is not None
    qtbot.waitUntil(lambda: not program.notice.isVisible())


def test_doubts_nobody_looked_at_are_recalled_above_the_draft(qtbot: QtBot, program: Program) -> None:
    unread = filled({cell: "" for cell in filled().typed if cell.startswith("t3.carried_forward.")})
    program.reviewing.show_reading(
        Reading("上年.docx", Intent.DRAFT, unread, (Doubt("t3.carried_forward", "", "没有找到"),))
    )
    click(qtbot, program.window, "reviewAccept")
    assert program.has_report
    assert program.notice.words() == "● 有 1 处拿不准没有核对，其中上年结转没有带过来，请在第 4 步核对。"


def test_what_was_undone_is_not_said_any_more_after_the_next_step(program: Program) -> None:
    program.filing.new()
    program.session.edit("修改单位名称", edits.set_unit, "青禾县水务局")
    program.menus.actions["undo"].trigger()
    assert program.window.said.text() == "已撤销：修改单位名称"
    program.session.edit("修改单位名称", edits.set_unit, "青禾县林业局")
    assert program.window.said.text() == ""


def test_what_was_said_of_one_report_is_not_said_of_the_next(program: Program) -> None:
    program.filing.new()
    program.notice.show_words("有 1 处拿不准没有核对。")
    program.close_report()
    assert program.window.stack.currentWidget() is program.window.start
    assert program.notice.words() == ""


def test_what_was_said_of_a_file_is_gone_when_the_next_one_is_taken(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.filing.read(tmp_path / "没有.docx", Intent.DRAFT)
    qtbot.waitUntil(lambda: "找不到" in program.notice.words(), timeout=10_000)
    program.filing.read(SAMPLE, Intent.DRAFT)
    qtbot.waitUntil(lambda: program.is_reviewing, timeout=10_000)
    assert program.notice.words() == ""


def test_a_missing_recovery_copy_is_said_above_the_page(program: Program) -> None:
    program.session.unguarded.emit(no_recovery_copy())
    assert program.notice.isVisibleTo(program.window)
    assert "恢复副本没有写成" in program.notice.words()


def test_a_scan_can_be_typed_beside_its_pages(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.filing.open_path(write_scan(tmp_path / "扫描.pdf"))
    qtbot.waitUntil(lambda: "是扫描件" in program.notice.words(), timeout=20_000)
    click(qtbot, program.window, "noticeRemedy")
    assert program.has_report
    pane = program.bench.source.pane
    assert pane is not None
    assert pane.path == tmp_path / "扫描.pdf"
    source = program.menus.actions["source"]
    assert source.isChecked()
    assert not program.menus.actions["panel"].isChecked()
    qtbot.waitUntil(lambda: program.bench.source.pane.pages.kept_pages() == [0], timeout=20_000)
    source.trigger()
    assert program.bench.source.pane is None
    assert program.menus.actions["panel"].isChecked()
    assert not source.isChecked()
    qtbot.keyClick(program.window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert program.bench.source.pane is pane
    program.filing.new()
    assert program.bench.source.pane is None
    assert not program.menus.actions["source"].isEnabled()


def test_a_photograph_is_typed_beside_in_the_same_way(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.filing.open_path(write_picture(tmp_path / "照片.jpg"))
    qtbot.waitUntil(lambda: "是图片" in program.notice.words(), timeout=20_000)
    click(qtbot, program.window, "noticeRemedy")
    assert program.bench.source.pane is not None


def test_the_scan_of_last_year_stands_beside_the_report_that_is_open(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.filing.new()
    program.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    program.filing.read(write_scan(tmp_path / "上年.pdf"), Intent.ATTACH)
    qtbot.waitUntil(lambda: "是扫描件" in program.notice.words(), timeout=20_000)
    click(qtbot, program.window, "noticeRemedy")
    assert program.session.report.unit == "青禾县水务局"
    assert program.bench.source.is_shown


def test_a_clerk_who_stays_with_the_open_report_keeps_it_and_sees_no_scan(
    program: Program, answers: Answers, tmp_path: Path
) -> None:
    program.filing.new()
    program.session.edit("填写单位", edits.set_unit, "青禾县水务局")
    answers.keep = None
    program.type_beside(write_scan(tmp_path / "别的.pdf"), Intent.DRAFT)
    assert program.session.report.unit == "青禾县水务局"
    assert not program.bench.source.is_offered


def test_the_file_a_draft_was_made_of_can_be_looked_at_beside_it(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.filing.read(SAMPLE, Intent.DRAFT)
    qtbot.waitUntil(lambda: program.is_reviewing, timeout=20_000)
    click(qtbot, program.window, "reviewAccept")
    qtbot.waitUntil(lambda: program.has_report)
    assert program.menus.actions["source"].isEnabled()
    program.menus.actions["source"].trigger()
    assert program.bench.source.pane is not None
    assert program.bench.source.pane.view() is program.bench.source.pane.blocks
    program.bench.steps.setFocus()
    program.bench.next_pane()
    assert program.bench.source.pane.isAncestorOf(QApplication.focusWidget())


def test_a_text_is_opened_again_with_its_caret_where_it_was(
    qtbot: QtBot, new_program: Callable[[], Program], answers: Answers, tmp_path: Path
) -> None:
    program = new_program()
    program.filing.new()
    program.session.edit("试", edits.set_text, "s1", "全年公开信息12条。")
    program.bench.show_step("s1")
    program.bench.page.focus_first()
    answers.save = tmp_path / "甲.nianbao"
    assert program.filing.save()
    cursor = program.bench.page.pane.field.textCursor()
    cursor.setPosition(5)
    program.bench.page.pane.field.setTextCursor(cursor)
    program.close_report()
    again = new_program()
    again.filing.open_path(tmp_path / "甲.nianbao")
    assert again.bench.step.id == "s1"
    assert again.bench.page.pane.field.textCursor().position() == 5

"""The preview on the desk, and the way back from it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.storage.project import Project
from tests.examples import filled
from tests.ui.conftest import Answers
from tests.ui.looking import click
from ui.previewing import LEAST_PAGE, Mode
from ui.program import Program

GRANTED = CellId("t3.granted.natural")


@pytest.fixture
def program(program: Program) -> Program:
    program.session.start(Project(filled()))
    program.show_bench()
    program.bench.go_to(GRANTED)
    return program


def trigger(program: Program, name: str) -> None:
    program.menus.actions[name].trigger()


def fresh(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: program.previewing.pane.is_fresh)


def test_nothing_of_it_is_made_before_it_is_asked_for(program: Program) -> None:
    assert program.previewing._pane is None
    assert program.previewing.page == -1


def test_it_takes_the_place_of_the_page_and_escape_leads_back_to_the_cell(qtbot: QtBot, program: Program) -> None:
    before = QApplication.focusWidget()
    qtbot.keyClick(
        program.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    fresh(qtbot, program)
    assert program.previewing.is_whole
    assert not program.bench.page.isVisible()
    assert QApplication.focusWidget() is program.previewing.pane.view
    assert program.has_report
    qtbot.keyClick(program.previewing.pane.view, Qt.Key.Key_Escape)
    assert program.bench.page.isVisible()
    assert QApplication.focusWidget() is before
    assert program.session.view.cell == GRANTED


def test_a_table_with_long_numbers_keeps_the_room_that_they_need_beside_it(qtbot: QtBot, program: Program) -> None:
    trigger(program, "previewBeside")
    qtbot.waitUntil(program.previewing.pane.isVisible)
    usual = program.bench.page.width()
    trigger(program, "previewBeside")
    program.session.edit("改", edits.set_cell, GRANTED, "123456789")
    trigger(program, "previewBeside")
    qtbot.waitUntil(lambda: program.bench.page.width() > usual)
    assert (
        program.bench.page.width() >= min(program.bench.page.needed_width(), program.bench.middle.width() * 2 // 3) - 8
    )


def test_the_button_back_leads_back_too(qtbot: QtBot, program: Program) -> None:
    trigger(program, "preview")
    fresh(qtbot, program)
    click(qtbot, program.previewing.pane, "previewBack")
    assert program.previewing.mode is Mode.OFF
    assert not program.menus.actions["preview"].isChecked()


def test_a_click_on_a_number_goes_to_its_cell(qtbot: QtBot, program: Program) -> None:
    program.bench.show_step("s1")
    trigger(program, "preview")
    fresh(qtbot, program)
    view = program.previewing.pane.view
    target = "t3.granted.business"
    view.bring_in(view.rect_of(target).translated(view._shift()))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.rect_of(target).center().toPoint())
    assert program.previewing.mode is Mode.OFF
    assert program.bench.step.id == "s3"
    assert program.session.view.cell == target


def test_a_click_on_a_text_goes_to_its_page(qtbot: QtBot, program: Program) -> None:
    trigger(program, "preview")
    fresh(qtbot, program)
    program.previewing.pane.view.chosen.emit("s5")
    assert program.bench.step.id == "s5"
    assert program.bench.page.isVisible()


def test_it_opens_at_the_place_where_the_clerk_is_at_work(qtbot: QtBot, program: Program) -> None:
    program.bench.go_to("s6")
    trigger(program, "preview")
    fresh(qtbot, program)
    view = program.previewing.pane.view
    assert view.viewport().rect().intersects(view.rect_of("s6").toRect())


def test_it_opens_there_also_after_leafing_elsewhere_and_an_edit(qtbot: QtBot, program: Program) -> None:
    program.bench.show_step("cover")
    program.bench.page.focus_first()
    trigger(program, "preview")
    fresh(qtbot, program)
    view = program.previewing.pane.view
    view.turn_to(3)
    fresh(qtbot, program)
    view.chosen.emit(GRANTED)
    qtbot.keyClicks(QApplication.focusWidget(), "15")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.wait(50)  # hidden, the pane loses its width
    trigger(program, "preview")
    fresh(qtbot, program)
    assert view.viewport().rect().intersects(view.rect_of(GRANTED).toRect())


def test_whoever_turns_to_a_step_leaves_the_preview(program: Program) -> None:
    trigger(program, "preview")
    trigger(program, "step2")
    assert program.previewing.mode is Mode.OFF
    assert program.bench.step.id == "s1"
    assert program.bench.page.isAncestorOf(QApplication.focusWidget())


def test_an_edit_that_is_undone_in_the_preview_shows_there(qtbot: QtBot, program: Program) -> None:
    program.bench.page.editor.show_cell(GRANTED)
    qtbot.keyClicks(QApplication.focusWidget(), "8")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert program.session.report.entry(GRANTED).raw == "8"
    trigger(program, "preview")
    fresh(qtbot, program)
    trigger(program, "undo")
    fresh(qtbot, program)
    assert program.previewing.is_whole
    assert program.session.report.entry(GRANTED).raw == "0"


def test_nothing_is_pasted_into_the_page_behind_the_preview(program: Program) -> None:
    QGuiApplication.clipboard().setText("77")
    trigger(program, "preview")
    before = program.session.report
    trigger(program, "paste")
    assert program.session.report is before
    assert "预览里不能修改" in program.window.said.text()


def test_beside_the_page_findings_give_way_and_come_back(qtbot: QtBot, program: Program) -> None:
    trigger(program, "previewBeside")
    fresh(qtbot, program)
    pane, page = program.previewing.pane, program.bench.page
    assert pane.isVisible()
    assert page.isVisible()
    assert not program.bench.panel.isVisible()
    qtbot.waitUntil(lambda: page.width() >= LEAST_PAGE - 4)
    assert pane.width() > 400
    trigger(program, "previewBeside")
    assert program.bench.panel.isVisible()
    assert not pane.isVisible()


def test_beside_the_page_the_place_at_work_is_in_view(qtbot: QtBot, program: Program) -> None:
    trigger(program, "previewBeside")
    fresh(qtbot, program)
    view = program.previewing.pane.view
    assert view.viewport().rect().intersects(view.rect_of(GRANTED).toRect())
    program.bench.go_to("s6")
    fresh(qtbot, program)
    assert view.viewport().rect().intersects(view.rect_of("s6").toRect())
    assert program.previewing.is_beside


def test_the_place_at_work_is_in_view_whichever_way_the_preview_is_turned(qtbot: QtBot, program: Program) -> None:
    view = program.previewing.pane.view
    turns = ("previewBeside", Mode.BESIDE), ("preview", Mode.WHOLE), ("previewBeside", Mode.BESIDE)
    for name, mode in turns:
        trigger(program, name)
        QApplication.processEvents()  # only then are the panes laid out
        fresh(qtbot, program)
        assert program.previewing.mode is mode
        assert view.viewport().rect().contains(view.rect_of(GRANTED).toRect()), mode
        view.turn_to(0 if mode is Mode.WHOLE else 1)  # who leafed on types in the same place nevertheless


def test_typing_beside_the_preview_is_on_paper_at_once(qtbot: QtBot, program: Program) -> None:
    trigger(program, "previewBeside")
    fresh(qtbot, program)
    for digit in "123":
        qtbot.keyClicks(QApplication.focusWidget(), digit)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    fresh(qtbot, program)
    composed = program.previewing.pane.composed
    assert composed is not None
    words = "".join(piece.text for page in composed.pages for mark in page for piece in getattr(mark, "pieces", ()))
    assert "123" in words


def test_from_beside_to_the_whole_desk_and_back(qtbot: QtBot, program: Program) -> None:
    trigger(program, "previewBeside")
    trigger(program, "preview")
    assert program.previewing.is_whole
    program.previewing.leave()
    assert program.previewing.is_beside
    assert program.bench.page.isVisible()


def test_from_the_whole_desk_to_beside(qtbot: QtBot, program: Program) -> None:
    trigger(program, "preview")
    fresh(qtbot, program)
    click(qtbot, program.previewing.pane, "previewBeside")
    assert program.previewing.is_beside
    assert program.bench.page.isVisible()
    assert program.bench.page.isAncestorOf(QApplication.focusWidget())


def test_another_report_is_shown_as_it_is_filled_in(qtbot: QtBot, program: Program) -> None:
    trigger(program, "preview")
    fresh(qtbot, program)
    program.session.start(Project(filled({"t3.granted.natural": 3})))
    program.show_bench()
    assert program.previewing.mode is Mode.OFF
    assert program.bench.page.isVisible()


def test_the_keys_of_size_are_those_of_the_preview_while_it_has_the_keyboard(qtbot: QtBot, program: Program) -> None:
    tables = program.bench.viewing.zoom
    trigger(program, "preview")
    fresh(qtbot, program)
    before = program.previewing.pane.view.percent
    trigger(program, "larger")
    assert program.previewing.pane.view.percent > before
    trigger(program, "plainSize")
    assert program.previewing.pane.view.percent == pytest.approx(before)
    assert program.bench.viewing.zoom == tables
    program.previewing.leave()
    trigger(program, "larger")
    assert program.bench.viewing.zoom > tables


def test_f6_finds_the_preview(qtbot: QtBot, program: Program) -> None:
    trigger(program, "previewBeside")
    fresh(qtbot, program)
    program.bench.next_pane(1)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert program.previewing.pane.isAncestorOf(focus)


def test_its_size_and_width_are_remembered(qtbot: QtBot, program: Program) -> None:
    trigger(program, "previewBeside")
    fresh(qtbot, program)
    program.previewing.pane.view.set_zoom(125)
    program.previewing.keep()
    assert program.memory.settings.preview_zoom == 125
    assert program.memory.settings.preview_width == program.previewing.pane.width()


def test_the_picture_of_the_year_takes_the_place_of_the_page_and_escape_leads_back(
    qtbot: QtBot, program: Program
) -> None:
    before = QApplication.focusWidget()
    trigger(program, "picture")
    fresh(qtbot, program)
    assert program.previewing.is_picture
    assert program.menus.actions["picture"].isChecked()
    assert not program.menus.actions["preview"].isChecked()
    qtbot.keyClick(program.previewing.pane.view, Qt.Key.Key_Escape)
    assert program.previewing.mode is Mode.OFF
    assert QApplication.focusWidget() is before
    assert not program.menus.actions["picture"].isChecked()


def test_from_the_picture_to_the_pages_and_back(qtbot: QtBot, program: Program) -> None:
    def checked() -> list[str]:
        return [name for name in ("preview", "picture") if program.menus.actions[name].isChecked()]

    trigger(program, "picture")
    fresh(qtbot, program)
    assert checked() == ["picture"]
    trigger(program, "preview")
    fresh(qtbot, program)
    assert checked() == ["preview"]
    assert program.previewing.is_whole
    trigger(program, "picture")
    assert checked() == ["picture"]
    trigger(program, "picture")
    assert checked() == []
    assert program.previewing.mode is Mode.OFF


def test_what_stood_beside_the_page_stands_there_again(qtbot: QtBot, program: Program) -> None:
    trigger(program, "previewBeside")
    trigger(program, "picture")
    fresh(qtbot, program)
    qtbot.keyClick(program.previewing.pane.view, Qt.Key.Key_Escape)
    assert program.previewing.is_beside
    assert program.menus.actions["previewBeside"].isChecked()
    fresh(qtbot, program)
    assert program.previewing.pane.accessibleName() == "打印预览"


def test_the_picture_follows_the_typing_beside_it(qtbot: QtBot, program: Program) -> None:
    trigger(program, "picture")
    fresh(qtbot, program)
    click(qtbot, program.previewing.pane, "previewBeside")
    assert program.previewing.is_beside
    assert program.menus.actions["picture"].isChecked()
    assert not program.menus.actions["previewBeside"].isChecked()
    assert program.previewing.page == -1
    before = program.previewing.pane.composed
    program.bench.go_to(GRANTED)
    qtbot.keyClicks(QApplication.focusWidget(), "7")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert program.session.report.entry(GRANTED).raw == "7"
    fresh(qtbot, program)
    assert program.previewing.pane.composed != before
    program.bench.show_step("s4")
    assert program.previewing.is_picture
    trigger(program, "previewBeside")
    fresh(qtbot, program)
    assert program.previewing.pane.accessibleName() == "打印预览"
    trigger(program, "previewBeside")
    assert program.previewing.mode is Mode.OFF


def test_the_picture_beside_the_page_can_take_its_place(qtbot: QtBot, program: Program) -> None:
    trigger(program, "picture")
    fresh(qtbot, program)
    click(qtbot, program.previewing.pane, "previewBeside")
    program.previewing.pane.bar.whole_asked.emit()
    assert program.previewing.is_whole
    assert program.menus.actions["picture"].isChecked()
    program.previewing.leave()
    assert program.previewing.is_beside
    assert program.previewing.is_picture


def test_a_click_on_a_bar_goes_to_its_cell(qtbot: QtBot, program: Program) -> None:
    program.session.edit("改", edits.set_cells, {CellId("t4.review.upheld"): "3"})
    trigger(program, "picture")
    fresh(qtbot, program)
    view = program.previewing.pane.view
    view.bring_in(view.rect_of("t4.review.upheld").translated(view._shift()))
    place = view.rect_of("t4.review.upheld").center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert program.previewing.mode is Mode.OFF
    assert (program.bench.step.id, program.session.view.cell) == ("s4", "t4.review.upheld")


def test_an_edit_is_seen_in_the_picture(qtbot: QtBot, program: Program) -> None:
    trigger(program, "picture")
    fresh(qtbot, program)
    before = program.previewing.pane.composed
    program.session.edit("改", edits.set_cells, {GRANTED: "7"})
    fresh(qtbot, program)
    after = program.previewing.pane.composed
    program.session.undo()
    fresh(qtbot, program)
    assert before != after
    assert program.previewing.pane.composed == before


def test_its_button_exports_the_picture(qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path) -> None:
    answers.save = tmp_path / "图解.svg"
    trigger(program, "picture")
    fresh(qtbot, program)
    with qtbot.waitSignal(program.exporting.done, timeout=20_000):
        click(qtbot, program.previewing.pane, "previewExport")
    assert answers.asked == ["导出图解"]
    assert answers.save.read_bytes().startswith(b"<?xml")


def test_with_the_picture_as_last_page_its_button_and_the_printer_take_both(
    qtbot: QtBot, program: Program, answers: Answers, tmp_path: Path
) -> None:
    answers.save = tmp_path / "年报.pdf"
    trigger(program, "preview")
    fresh(qtbot, program)
    pages = len(program.previewing.pane.composed.pages) if program.previewing.pane.composed else 0
    program.previewing.pane.bar.appended_chosen.emit(True)
    fresh(qtbot, program)
    assert program.memory.settings.picture_appended
    by = program.previewing.composes
    assert by is not None
    assert len(by(program.session.report).pages) == pages + 1
    with qtbot.waitSignal(program.exporting.done, timeout=20_000):
        click(qtbot, program.previewing.pane, "previewExport")
    assert answers.asked == ["导出 PDF，末页附图解"]


def test_beside_the_page_too_what_is_printed_is_what_is_shown(qtbot: QtBot, program: Program) -> None:
    program.memory.change(picture_appended=True)
    trigger(program, "previewBeside")
    fresh(qtbot, program)
    composed, by = program.previewing.pane.composed, program.previewing.composes
    assert composed is not None
    assert by is not None
    assert len(by(program.session.report).pages) == len(composed.pages)
    program.previewing.pane.view.turn_to(len(composed.pages) - 1)
    assert program.previewing.page == len(composed.pages) - 1

"""The desk: steps, pages, findings."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.storage.project import Project, View
from tests.examples import carried, column, filled
from tests.ui.composing import compose
from tests.ui.looking import child, children, click
from ui.program import Program


@pytest.fixture
def desk(program: Program) -> Program:
    program.session.start(Project(filled(column("natural", new=5, granted=4)), View("s2")))
    program.show_bench()
    return program


def press(qtbot: QtBot, program: Program, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or program.window, key, modifier)


def test_it_opens_where_the_clerk_left_off(desk: Program) -> None:
    assert desk.bench.step.id == "s2"


def test_forward_and_back_by_button_and_by_key(qtbot: QtBot, desk: Program) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    click(qtbot, desk.window, "btnNext")
    assert desk.bench.step.id == "s3"
    press(qtbot, desk, Qt.Key.Key_PageDown, control)
    assert desk.bench.step.id == "s4"
    press(qtbot, desk, Qt.Key.Key_PageUp, control)
    click(qtbot, desk.window, "btnBack")
    assert desk.bench.step.id == "s2"


def test_the_ends_are_ends(qtbot: QtBot, desk: Program) -> None:
    desk.bench.step_number(1)
    assert not desk.bench.back.isEnabled()
    desk.bench.previous_step()
    assert desk.bench.step.id == "cover"
    desk.bench.step_number(8)
    assert not desk.bench.next.isEnabled()


def test_f8_goes_to_the_next_finding_from_any_step(qtbot: QtBot, desk: Program) -> None:
    press(qtbot, desk, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert desk.bench.step.id == "s3"
    assert desk.bench.page.editor.current_cell().endswith(".natural")


def test_f8_reaches_findings_in_the_cover_in_texts_and_in_cells(qtbot: QtBot, desk: Program) -> None:
    report = edits.set_text(desk.session.report, "preamble", "统计期限自2020年1月1日至2020年12月31日止。")
    desk.session.start(Project(edits.set_text(report, "s1", "全年收到政府信息公开申请77件。"), View("s2")))
    found = len(desk.bench.panel.list.lines.rows)
    gone = set()
    for _ in range(found):
        press(qtbot, desk, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
        gone.add(desk.bench.step.id)
    assert {"cover", "s1", "s3"} <= gone


def test_f6_goes_round_the_panes(qtbot: QtBot, desk: Program) -> None:
    desk.bench.page.focus_first()
    visited = []
    for _ in range(3):
        press(qtbot, desk, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
        focus = QApplication.focusWidget()
        assert focus is not None
        panes = {"panel": desk.bench.panel, "steps": desk.bench.steps, "page": desk.bench.page}
        visited += [name for name, pane in panes.items() if pane is focus or pane.isAncestorOf(focus)]
    assert visited == ["panel", "steps", "page"]


def test_the_place_of_the_clerk_is_remembered(desk: Program) -> None:
    desk.bench.show_place("s3", "t3.partial.natural")
    assert desk.session.view.step == "s3"
    assert desk.session.view.cell == "t3.partial.natural"
    assert "部分公开" in desk.window.place.text()


def test_another_document_is_shown_on_fresh_pages(desk: Program) -> None:
    before = desk.bench.page
    desk.session.start(Project(filled(), View("s4")))
    desk.show_bench()
    assert desk.bench.step.id == "s4"
    assert desk.bench.page is not before


def test_f1_turns_to_the_filling_notes(qtbot: QtBot, desk: Program) -> None:
    desk.bench.fold_panel(shown=False)
    press(qtbot, desk, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    assert desk.bench.panel.isVisible()


@pytest.mark.parametrize(
    ("key", "step", "field"),
    [("signature", "cover", "text_signature"), ("preamble", "cover", "text_preamble"), ("s1", "s1", "text_s1")],
)
def test_what_is_still_last_years_leads_to_the_very_text(desk: Program, key: str, step: str, field: str) -> None:
    report = desk.session.report
    desk.session.start(Project(carried(replace(report, texts={}), key), View("finish")))
    desk.show_bench()
    link = next(label for label in children(desk.bench.page, QLabel) if "待更新" in label.text())
    link.linkActivated.emit(link.text().split('"')[1])
    focus = QApplication.focusWidget()
    assert desk.bench.step.id == step
    assert focus is not None
    assert focus.objectName() == field


def test_a_word_is_looked_up_in_the_filling_notes_by_keys_alone_and_leads_to_its_cell(
    qtbot: QtBot, desk: Program
) -> None:
    press(qtbot, desk, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert field is not None
    assert field.objectName() == "notesSearch"
    compose(field, "商业秘密")
    press(qtbot, desk, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert desk.bench.step.id == "s3"
    assert desk.bench.page.editor.current_cell() == "t3.denied_third_party.natural"
    notes = child(desk.window, QTextEdit, "notesTab")
    assert notes.toPlainText().startswith("三(三)4 保护第三方合法权益 · 自然人")


def test_a_search_leads_from_a_table_to_a_text_and_to_the_cover(qtbot: QtBot, desk: Program) -> None:
    desk.bench.go_to("s6")
    assert desk.bench.step.id == "s6"
    desk.bench.go_to("org_type")
    assert desk.bench.step.id == "cover"


def click_step(qtbot: QtBot, program: Program, row: int) -> None:
    steps = program.bench.steps
    steps.setFocus()  # as the press of a mouse does
    place = steps.visualItemRect(steps.item(row)).center()
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_after_a_click_on_a_step_digits_go_to_the_framed_cell(qtbot: QtBot, desk: Program) -> None:
    desk.bench.go_to("t3.granted.natural")
    click_step(qtbot, desk, 1)
    click_step(qtbot, desk, 3)
    assert desk.bench.page.editor.current_cell() == "t3.granted.natural"
    press(qtbot, desk, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier)
    press(qtbot, desk, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert desk.session.report.as_printed(CellId("t3.granted.natural")).raw == "7"


def test_after_a_click_on_a_step_the_caret_is_where_it_was_in_the_text(qtbot: QtBot, desk: Program) -> None:
    desk.bench.step_number(6)
    field = QApplication.focusWidget()
    assert isinstance(field, QTextEdit)
    field.setPlainText("青禾县的下一步打算。")
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    click_step(qtbot, desk, 3)
    click_step(qtbot, desk, 5)
    assert QApplication.focusWidget() is field
    assert field.textCursor().position() == 3


def test_arrows_in_the_list_of_steps_stay_there_and_enter_leads_into_the_page(qtbot: QtBot, desk: Program) -> None:
    steps = desk.bench.steps
    steps.setFocus()
    press(qtbot, desk, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert desk.bench.step.id == "s3"
    assert QApplication.focusWidget() is steps
    press(qtbot, desk, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert desk.bench.page.isAncestorOf(QApplication.focusWidget())


def test_a_click_on_the_step_in_view_leads_out_of_the_preview_that_hides_it(qtbot: QtBot, desk: Program) -> None:
    desk.previewing.toggle_whole()
    assert not desk.bench.page.isVisible()
    click_step(qtbot, desk, 2)
    assert desk.bench.page.isVisible()
    assert desk.bench.page.isAncestorOf(QApplication.focusWidget())

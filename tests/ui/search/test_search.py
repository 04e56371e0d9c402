"""Find and replace over all steps, by keys in the whole window."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.storage.project import Project
from tests.examples import filled
from tests.ui.looking import child
from ui.program import Program

K, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NEW = CellId("t3.new_requests.natural")
TEXTS = {"s1": "收到12件。林业林业。", "s5": "林业薄弱，共12项。"}


def opened(program: Program, **texts: str) -> Program:
    program.session.start(Project(replace(filled({NEW: 12}), texts={**TEXTS, **texts})))
    program.show_bench()
    return program


def wanted(program: Program) -> QLineEdit:
    return child(program.window, QLineEdit, "searchWanted")


def told(program: Program) -> str:
    return child(program.window, QLabel, "searchTold").text()


def look_for(program: Program, words: str, *, replacing: str | None = None) -> None:
    program.searching.open() if replacing is None else program.searching.open_replacing()
    wanted(program).setText(words)
    child(program.window, QLineEdit, "searchBy").setText(replacing or "")


def selected(program: Program) -> str:
    field: QTextEdit = program.bench.page.pane.field
    return field.textCursor().selectedText()


def press(qtbot: QtBot, program: Program, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or program.window, key, modifier)


def test_ctrl_f_opens_the_bar_and_counts(qtbot: QtBot, program: Program) -> None:
    opened(program)
    press(qtbot, program, K.Key_F, CONTROL)
    wanted(program).setText("林业")
    assert wanted(program).hasFocus()
    assert told(program) == "共 4 处"  # the unit's name, twice in one, once in five


def test_enter_goes_from_place_to_place_across_the_steps_and_stays_in_the_bar(qtbot: QtBot, program: Program) -> None:
    opened(program)
    program.bench.show_step("s1")
    program.bench.page.focus_first()
    look_for(program, "林业")
    stops = []
    for _ in range(4):
        qtbot.keyClick(wanted(program), K.Key_Return)
        stops.append((program.bench.step.id, told(program)))
        assert wanted(program).hasFocus()
    assert stops == [
        ("s1", "第 2 处，共 4 处"),
        ("s1", "第 3 处，共 4 处"),
        ("s5", "第 4 处，共 4 处"),
        ("cover", "第 1 处，共 4 处"),
    ]


def test_f3_goes_on_without_the_bar_having_the_focus(qtbot: QtBot, program: Program) -> None:
    opened(program)
    look_for(program, "12")
    program.bench.show_step("s1")
    program.bench.page.focus_first()
    places = []
    for _ in range(3):
        press(qtbot, program, K.Key_F3, Qt.KeyboardModifier.NoModifier)
        places.append(program.session.view.cell)
    assert places == ["s1", NEW, "t3.new_requests.total"]
    assert not wanted(program).hasFocus()
    press(qtbot, program, K.Key_F3, SHIFT)
    assert program.session.view.cell == NEW


def test_found_words_are_selected_in_the_text(qtbot: QtBot, program: Program) -> None:
    opened(program)
    program.bench.show_step("s5")
    look_for(program, "薄弱")
    program.searching.go_next()
    assert selected(program) == "薄弱"


def test_words_outside_a_table_and_on_the_cover_are_gone_to(qtbot: QtBot, program: Program) -> None:
    opened(program, s3="本年另有说明。", signature="青禾县林业局")
    look_for(program, "说明")
    program.searching.go_next()
    assert (program.bench.step.id, selected(program)) == ("s3", "说明")
    look_for(program, "青禾县")
    program.searching.go_next()
    unit = child(program.bench.page, QLineEdit, "fieldUnit")
    assert (program.bench.step.id, unit.selectedText()) == ("cover", "青禾县")
    program.searching.go_next()
    assert child(program.bench.page, QTextEdit, "text_signature").textCursor().selectedText() == "青禾县"


def test_what_is_selected_is_looked_for(qtbot: QtBot, program: Program) -> None:
    opened(program)
    program.bench.show_step("s5")
    program.bench.page.focus_first()
    program.bench.page.pane.field.selectAll()
    press(qtbot, program, K.Key_F, CONTROL)
    assert wanted(program).text() == TEXTS["s5"]


def test_one_after_the_other_is_replaced(qtbot: QtBot, program: Program) -> None:
    opened(program)
    program.bench.show_step("s1")
    look_for(program, "林业", replacing="水务")
    by = child(program.window, QLineEdit, "searchBy")
    for _ in range(3):  # go there, replace, replace
        qtbot.keyClick(by, K.Key_Return)
    assert program.session.report.text("s1") == "收到12件。水务水务。"
    assert program.session.document.undo_label == "替换“林业”"
    assert told(program) == "第 2 处，共 2 处"
    assert program.bench.step.id == "s5"


def test_all_are_replaced_in_one_step_and_counted(qtbot: QtBot, program: Program) -> None:
    opened(program, s6="{新收总计}")
    program.session.edit("写", edits.set_text, "s6", "共{新收总计}件")
    look_for(program, "12", replacing="15")
    child(program.window, QPushButton, "btnReplaceAll").click()
    report = program.session.report
    assert (report.text("s1"), report.text("s5"), report.text("s6")) == (
        "收到15件。林业林业。",
        "林业薄弱，共15项。",
        "共15件",
    )
    assert report.entry(NEW).raw == "15"
    assert program.window.said.text() == "已替换 3 处。2 处是计算出来的，或者随表格变化，没有替换。"
    program.session.undo()
    assert program.session.report.text("s1") == TEXTS["s1"]
    assert program.session.report.entry(NEW).raw == "12"


def test_a_computed_cell_is_found_and_passed_over(qtbot: QtBot, program: Program) -> None:
    opened(program)
    program.bench.show_step("s3")
    look_for(program, "12", replacing="15")
    program.bench.go_to("t3.new_requests.total")
    by = child(program.window, QLineEdit, "searchBy")
    by.setFocus()
    qtbot.keyClick(by, K.Key_Return)
    assert program.session.view.cell == "t3.new_requests.total"
    qtbot.keyClick(by, K.Key_Return)
    assert program.session.report.value(CellId("t3.new_requests.total")) == 12
    assert "没有替换" in program.window.said.text()


def test_the_count_follows_what_is_typed_elsewhere(qtbot: QtBot, program: Program) -> None:
    opened(program)
    look_for(program, "林业")
    program.session.edit("写", edits.set_text, "s6", "林业")
    assert told(program) == "共 5 处"
    wanted(program).setText("没有的词")
    assert told(program) == "没有找到"


def test_escape_leads_back_to_the_page_with_the_place_selected(qtbot: QtBot, program: Program) -> None:
    opened(program)
    program.bench.show_step("s5")
    look_for(program, "薄弱")
    program.searching.go_next()
    qtbot.keyClick(wanted(program), K.Key_Escape)
    assert not wanted(program).isVisible()
    assert selected(program) == "薄弱"
    assert program.bench.page.pane.field.hasFocus()


def test_another_document_or_the_start_page_shuts_the_bar(qtbot: QtBot, program: Program) -> None:
    opened(program)
    look_for(program, "林业")
    program.show_start()
    assert not wanted(program).isVisible()
    program.show_bench()
    look_for(program, "林业")
    program.session.start(Project(filled()))
    assert not wanted(program).isVisible()

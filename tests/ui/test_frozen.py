"""A final report takes no change by whatever way the hands come, and says so each time."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from core import edits
from core.cells import CellId
from core.exporters.check_number import check_number
from core.finding import Finding, Suggestion
from core.storage import project as storage
from core.storage.project import Project
from tests.ui.looking import child
from ui.filing import SAMPLES, Intent, _read_file
from ui.program import Program
from ui.sections.prose_field import ProseField

Key, Mod = Qt.Key, Qt.KeyboardModifier
CELL = CellId("t3.granted.natural")


@pytest.fixture
def final(program: Program) -> Program:
    """The sample, declared final and open at its first page."""
    report = storage.load(next(SAMPLES.glob("*.nianbao")))[0].report
    report = edits.set_note(report, CELL, "与科室核对过")
    program.session.start(Project(edits.finalise(report, "苏禾", "2027-01-20", check_number(report))))
    program.show_bench()
    return program


def press(key: Qt.Key | str, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    if isinstance(key, str):
        QTest.keyClicks(focus, key)
    else:
        QTest.keyClick(focus, key, held)


def clip(words: str) -> None:
    data = QMimeData()
    data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)


def at_cell(program: Program) -> None:
    program.bench.show_place("s3", CELL)


def at_text(program: Program) -> ProseField:
    program.bench.show_place("s1", "s1")
    field: ProseField = program.bench.page.pane.field
    field.setFocus()
    return field


def at_unit(program: Program) -> QLineEdit:
    program.bench.show_step("cover")
    field = child(program.window, QLineEdit, "fieldUnit")
    field.setFocus()
    return field


def in_cell(*keys: tuple[Qt.Key | str, Qt.KeyboardModifier]) -> Callable[[Program], None]:
    def act(program: Program) -> None:
        at_cell(program)
        clip("7")
        for key, held in keys:
            press(key, held)

    return act


def in_text(*keys: tuple[Qt.Key | str, Qt.KeyboardModifier]) -> Callable[[Program], None]:
    def act(program: Program) -> None:
        at_text(program)
        clip("另外的话。")
        for key, held in keys:
            press(key, held)

    return act


def in_unit(*keys: tuple[Qt.Key | str, Qt.KeyboardModifier]) -> Callable[[Program], None]:
    def act(program: Program) -> None:
        at_unit(program).selectAll()
        clip("别处局")
        for key, held in keys:
            press(key, held)

    return act


def commanded(command: str, *arguments: object) -> Callable[[Program], None]:
    def act(program: Program) -> None:
        at_cell(program)
        getattr(program.bench.page.editor.commands, command)(*arguments)

    return act


def by_menu(what: str) -> Callable[[Program], None]:
    def act(program: Program) -> None:
        at_text(program).selectAll()
        clip("x")
        program.edit_focused(what)

    return act


def composed(program: Program) -> None:
    event = QInputMethodEvent()
    event.setCommitString("新")
    QApplication.sendEvent(at_text(program), event)


def composed_in_cell(program: Program) -> None:
    at_cell(program)
    event = QInputMethodEvent()
    event.setCommitString("９")
    QApplication.sendEvent(program.bench.page.editor.view, event)


def double_clicked(program: Program) -> None:
    at_cell(program)
    view = program.bench.page.editor.view
    place = view.visualRect(view.source.index_of(CELL)).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def note_written(program: Program) -> None:
    at_cell(program)
    press(Key.Key_F2, Mod.ShiftModifier)
    press("x")


def on_finding(act: Callable[[Program, Finding], object]) -> Callable[[Program], None]:
    """Do something about the first finding of the panel."""

    def done(program: Program) -> None:
        act(program, program.session.verdict.findings[0])

    return done


def reason_typed(program: Program) -> None:
    """Choose a finding, type a reason for it, and press Enter."""
    program.bench.panel.list.go_to(0)
    field = child(program.window, QLineEdit, "fieldReason")
    field.setText("另外的原因，已核实")
    QTest.keyClick(field, Key.Key_Return)


def paragraph_taken(program: Program) -> None:
    at_text(program)
    program.bench.page.pane._last._take_line(0)


def sentence_confirmed(program: Program) -> None:
    at_text(program)
    program.bench.page.pane.stale.confirm_all()


def cover_restored(program: Program) -> None:
    program.bench.show_step("cover")
    program.bench.page._restore_title()


def heading_added(program: Program) -> None:
    program.session.edit("加上标题", edits.set_text, "s1", "（六）其他。")


def paragraph_dropped(program: Program) -> None:
    at_text(program).insert("插入的话。", "插入")


def replaced_all(program: Program) -> None:
    program.searching.open_replacing()
    bar = program.searching._made().bar
    bar.wanted.setText("公开")
    bar.by.setText("公布")
    program.searching._made().replace_all()


def attached(program: Program) -> None:
    program.filing.accept(edits.carry_over(program.session.report), Intent.ATTACH)


def rule_switched(program: Program) -> None:
    program.ruling.show_rules("N01")
    window = next(each for each in QApplication.topLevelWidgets() if each.windowTitle().startswith("审核规则"))
    window._switch("N01", False)  # type: ignore[attr-defined]
    window.close()


PLAIN = Mod.NoModifier
CTRL = Mod.ControlModifier
WAYS: dict[str, Callable[[Program], None]] = {
    "a digit": in_cell(("5", PLAIN)),
    "F2": in_cell((Key.Key_F2, PLAIN)),
    "Backspace in a cell": in_cell((Key.Key_Backspace, PLAIN)),
    "Delete in a cell": in_cell((Key.Key_Delete, PLAIN)),
    "cut a cell": in_cell((Key.Key_X, CTRL)),
    "paste into a cell": in_cell((Key.Key_V, CTRL)),
    "paste values": in_cell((Key.Key_V, CTRL | Mod.ShiftModifier)),
    "fill down": in_cell((Key.Key_D, CTRL)),
    "fill right": in_cell((Key.Key_R, CTRL)),
    "double click": double_clicked,
    "composed in a cell": composed_in_cell,
    "a note": note_written,
    "fill by menu": commanded("fill", "0"),
    "put back": commanded("put_back", "1"),
    "drawn out": commanded("draw_out", (CELL,), (CellId("t3.partial.natural"),)),
    "a letter in a text": in_text(("a", PLAIN)),
    "Enter in a text": in_text((Key.Key_Return, PLAIN)),
    "Backspace in a text": in_text((Key.Key_End, CTRL), (Key.Key_Backspace, PLAIN)),
    "Delete in a text": in_text((Key.Key_Delete, PLAIN)),
    "cut from a text": in_text((Key.Key_A, CTRL), (Key.Key_X, CTRL)),
    "paste into a text": in_text((Key.Key_V, CTRL)),
    "Shift+Insert": in_text((Key.Key_Insert, Mod.ShiftModifier)),
    "a number asked for": in_text((Key.Key_K, CTRL)),
    "composed in a text": composed,
    "a sentence put in": paragraph_dropped,
    "unit typed": in_unit(("x", PLAIN)),
    "unit pasted": in_unit((Key.Key_V, CTRL)),
    "unit deleted": in_unit((Key.Key_Delete, PLAIN)),
    "menu paste": by_menu("paste"),
    "menu cut": by_menu("cut"),
    "a mend": on_finding(lambda program, finding: program.bench.panel._mend(finding)),
    "all mends": on_finding(lambda program, finding: program.bench.panel._mend_all((finding,))),
    "a suggestion": lambda program: program.bench.panel._take(Suggestion(((CELL, "1"),), "改")),
    "a sum": lambda program: program.bench.panel._use_sum((CellId("t3.granted.total"),)),
    "a number of last year": lambda program: program.bench.panel._take_expected(CELL, "1"),
    "a reason": on_finding(lambda program, finding: program.bench.panel._answer(finding, "另外的原因")),
    "a reason typed": reason_typed,
    "a paragraph of last year": paragraph_taken,
    "sentences confirmed": sentence_confirmed,
    "the standard title": cover_restored,
    "a heading": heading_added,
    "no requests": lambda program: program.guide.no_requests(),
    "replace all": replaced_all,
    "last year attached": attached,
    "a rule switched off": rule_switched,
}


@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_the_hands_changes_a_final_report_and_each_is_answered(final: Program, way: str) -> None:
    refused: list[str] = []
    final.session.refused.connect(lambda: refused.append(way))
    before, step = final.session.report, final.session.document.undo_label
    try:
        WAYS[way](final)
        assert final.session.report == before
        assert final.session.document.undo_label == step
        assert refused, "nothing was said"
    finally:
        QGuiApplication.clipboard().clear()


def test_the_keys_still_lead_through_the_table_and_the_words(final: Program) -> None:
    at_cell(final)
    view = final.bench.page.editor.view
    press(Key.Key_Return)
    assert view.current == "t3.partial.natural"
    press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().strip() == final.session.report.entry(view.current).raw
    field = at_text(final)
    press(Key.Key_Home, CTRL)
    press(Key.Key_Right, Mod.ShiftModifier)
    assert field.textCursor().selectedText() == field.toPlainText()[0]
    QGuiApplication.clipboard().clear()


def test_the_editors_look_locked_and_are_open_again_when_it_is_withdrawn(final: Program) -> None:
    field = at_text(final)
    kind = child(final.window, QComboBox, "fieldKind") if at_unit(final) else None
    assert kind is not None
    window = field.palette().color(QPalette.ColorRole.Window)
    assert field.isReadOnly()
    assert not kind.isEnabled()
    assert field.palette().color(QPalette.ColorRole.Base) == window
    final.session.edit("撤回定稿", edits.withdraw)
    assert not field.isReadOnly()
    assert kind.isEnabled()
    assert field.palette().color(QPalette.ColorRole.Base) != window
    at_text(final)
    press("a")
    assert final.session.report.texts["s1"].startswith("a")


def test_a_note_of_a_final_report_can_be_read(final: Program) -> None:
    at_cell(final)
    press(Key.Key_F2, Mod.ShiftModifier)
    note = child(final.window, QPlainTextEdit, "noteText")
    assert note.toPlainText() == "与科室核对过"
    assert child(final.window, QPushButton, "deleteNote").isHidden()
    press(Key.Key_Escape)
    assert final.session.report.notes[CELL] == "与科室核对过"


def test_a_final_project_is_read_as_a_draft_to_begin_from(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "定稿.nianbao"
    report = storage.load(next(SAMPLES.glob("*.nianbao")))[0].report
    storage.save(path, Project(edits.finalise(report, "苏禾", "2027-01-20", check_number(report))), None)
    assert _read_file(path, threading.Event())[0] == report


def test_opening_and_looking_through_a_final_report_refuses_nothing(final: Program) -> None:
    refused: list[int] = []
    final.session.refused.connect(lambda: refused.append(1))
    final.session.start(final.session.project)
    final.show_bench()
    for step in ("cover", "s1", "s2", "s3", "s4", "s5", "s6", "finish"):
        final.bench.show_step(step)
        final.bench.page.focus_first()
    assert refused == []

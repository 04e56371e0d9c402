from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.cells import CellId
from ui.matrix.editor import TableEditor
from ui.matrix.view import MatrixView
from ui.memory import Memory
from ui.program import Program
from ui.session import Session
from ui.viewing import ZOOMS, Viewing


def test_sizes_go_step_by_step_and_end_at_both_ends(qtbot: QtBot) -> None:
    viewing = Viewing(Memory())
    told: list[int] = []
    viewing.changed.connect(lambda zoom, _: told.append(zoom))
    for _ in range(9):
        viewing.turn(1)
    assert told == [110, 125, 150, 175, 200]
    for _ in range(9):
        viewing.turn(-1)
    assert viewing.zoom == ZOOMS[0] == 80
    viewing.turn_back()
    assert viewing.zoom == 100


def test_the_size_is_kept_for_the_next_start(tmp_path: Path, qtbot: QtBot) -> None:
    memory = Memory(tmp_path / "settings.json")
    viewing = Viewing(memory)
    viewing.turn(1)
    viewing.show_traces(shown=False)
    memory.write()
    again = Viewing(Memory(tmp_path / "settings.json"))
    assert (again.zoom, again.traces_shown) == (110, False)


@pytest.mark.parametrize(("kept", "shown"), [(0, 80), (-5, 80), (104, 100), (1_000_000, 200)])
def test_a_size_that_there_is_not_means_the_nearest(kept: int, shown: int, qtbot: QtBot) -> None:
    memory = Memory()
    memory.change(zoom=kept)
    assert Viewing(memory).zoom == shown


def test_a_table_follows_from_the_first_and_by_its_own_wheel(qtbot: QtBot) -> None:
    memory = Memory()
    memory.change(zoom=150)
    viewing, editor = Viewing(memory), TableEditor(Session(), "t3")
    qtbot.addWidget(editor)
    plain = editor.view.rowHeight(3)
    viewing.follow(editor)
    assert editor.view.rowHeight(3) > plain
    editor.view.zoom_turned.emit(-1)
    assert viewing.zoom == 125
    viewing.show_traces(shown=False)
    assert not editor.view.traces_shown


def test_a_table_that_is_gone_follows_no_more(qtbot: QtBot) -> None:
    viewing, editor = Viewing(Memory()), TableEditor(Session(), "t3")
    viewing.follow(editor)
    editor.deleteLater()
    qtbot.waitUntil(lambda: not _is_there(editor))
    viewing.turn(1)


def _is_there(editor: TableEditor) -> bool:
    try:
        editor.objectName()
    except RuntimeError:
        return False
    return True


def table(program: Program) -> MatrixView:
    """Table 3 of a new report, with the keyboard in it."""
    program.filing.new()
    program.bench.show_step("s3")
    program.bench.page.focus_first()
    view: MatrixView = program.bench.page.editor.view
    return view


def test_plus_minus_and_nought_with_ctrl_size_the_table_and_the_foot_says_so(program: Program) -> None:
    view = table(program)
    plain = view.font().pointSizeF()
    QTest.keyClick(program.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(program.window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert view.font().pointSizeF() == pytest.approx(plain * 1.25, abs=0.1)
    assert program.window.said.text() == "表格按 125% 显示，按 Ctrl+0 还原"
    QTest.keyClick(program.window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.font().pointSizeF() == pytest.approx(plain * 1.1, abs=0.1)
    QTest.keyClick(program.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.font().pointSizeF() == plain
    assert program.window.said.text() == "表格按 100% 显示"


def test_a_table_that_is_opened_later_has_the_same_size(program: Program) -> None:
    view = table(program)
    program.menus.actions["larger"].trigger()
    program.bench.show_step("s4")
    assert program.bench.page.editor.view.font().pointSizeF() == view.font().pointSizeF()


def test_the_menu_switches_the_trace_lines(program: Program) -> None:
    view = table(program)
    view.go(CellId("t3.granted.total"))
    assert view.traces
    program.menus.actions["traces"].trigger()
    assert not view.traces
    assert not program.memory.settings.traces_shown
    program.menus.actions["traces"].trigger()
    assert view.traces


def test_table_3_needs_no_sideways_scrolling_on_a_small_screen_at_125_per_cent(program: Program, qtbot: QtBot) -> None:
    program.window.resize(1092, 580)
    view = table(program)
    qtbot.waitUntil(lambda: view.isVisible() and view.width() < 700)
    assert view.horizontalScrollBar().maximum() == 0
    assert view.geometry_.width <= view.width()

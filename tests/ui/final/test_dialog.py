"""The dialog of 定稿."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.errors import UserError
from tests.ui.final.conftest import dialog, finalise, only
from tests.ui.looking import child, children, click
from ui.program import Program

GRANTED = CellId("t3.granted.natural")


def test_enter_in_a_field_is_not_the_final_act(qtbot: QtBot, ready: Program) -> None:
    shown = dialog(ready)
    field = child(shown, QLineEdit, "finalPerson")
    qtbot.keyClicks(field, "su")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not ready.session.is_frozen
    assert shown.isVisible()


def test_enter_goes_from_field_to_field_and_presses_only_the_button_it_comes_to(qtbot: QtBot, ready: Program) -> None:
    shown = dialog(ready)
    only(shown)
    field = child(shown, QLineEdit, "finalPerson")
    field.setText("苏禾")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shown.focusWidget() is child(shown, QLineEdit, "signer_drafter")
    agree = child(shown, QPushButton, "finalAgree")
    agree.setFocus()
    qtbot.keyClick(agree, Qt.Key.Key_Return)
    assert ready.session.is_frozen


def test_grown_for_the_list_of_files_it_is_still_on_the_screen(qtbot: QtBot, ready: Program) -> None:
    finalise(qtbot, ready).reject()
    shown = dialog(ready)
    screen = shown.screen().availableGeometry()
    shown.move(screen.left(), screen.bottom() - shown.frameGeometry().height())
    shown.begin_writing("✓ 已定稿。", "3F7K-9Q2M", Path("下"), shown.choice.products)
    assert shown.frameGeometry().bottom() <= screen.bottom()
    shown.end_writing((), (), ())


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, ready: Program) -> None:
    before = ready.session.report
    qtbot.keyClick(dialog(ready), Qt.Key.Key_Escape)
    assert ready.session.report is before
    assert ready.finalising.act is None


def test_without_a_person_nothing_happens(qtbot: QtBot, ready: Program) -> None:
    shown = dialog(ready)
    click(qtbot, shown, "finalAgree")
    assert child(shown, QLabel, "finalPersonLack").isVisible()
    assert not ready.session.is_frozen


def test_without_a_folder_nothing_happens(qtbot: QtBot, ready: Program) -> None:
    shown = dialog(ready)
    child(shown, QLineEdit, "finalPerson").setText("苏禾")
    child(shown, QLineEdit, "finalFolder").clear()
    click(qtbot, shown, "finalAgree")
    assert "还没有写文件夹" in child(shown, QLabel, "finalFault").text()
    assert not ready.session.is_frozen
    only(shown)
    click(qtbot, shown, "finalAgree")
    assert ready.session.is_frozen, "no files, no folder"


def test_an_error_bars_the_way_and_its_line_leads_there(qtbot: QtBot, ready: Program) -> None:
    ready.session.edit("改", edits.set_cell, GRANTED, "99")
    shown = dialog(ready)
    assert child(shown, QLabel, "finalVerdict").text().startswith("▲ 还有 ")
    assert not child(shown, QPushButton, "finalAgree").isVisible()
    line = next(label for label in children(shown, QLabel) if "不平衡" in label.text())
    line.linkActivated.emit("line 0")
    assert ready.finalising.act is None
    assert ready.bench.step.id == "s3"


def test_a_blank_cell_leads_to_itself(ready: Program) -> None:
    ready.session.edit("改", edits.clear, (CellId("t2.penalties.decisions"),))
    shown = dialog(ready)
    line = next(label for label in children(shown, QLabel) if "表二还有 1 格" in label.text())
    line.linkActivated.emit("line 0")
    assert ready.bench.page.editor.current_cell() == "t2.penalties.decisions"


def test_a_wrong_name_leads_to_the_cover(qtbot: QtBot, ready: Program) -> None:
    click(qtbot, dialog(ready), "finalToCover")
    assert ready.bench.step.id == "cover"
    assert ready.finalising.act is None


def test_a_fault_is_said_in_the_dialog(ready: Program) -> None:
    shown = dialog(ready)
    shown.show_fault(UserError("磁盘已满。", "请清理。"))
    assert child(shown, QLabel, "finalFault").text() == "▲ 磁盘已满。请清理。"


def test_while_files_are_written_escape_calls_that_off_first(qtbot: QtBot, ready: Program) -> None:
    shown = dialog(ready)
    shown.begin_writing("✓ 已定稿。", "3F7K-9Q2M", Path("下"), shown.choice.products)
    with qtbot.waitSignal(shown.writing_cancelled):
        shown.reject()
    assert shown.isVisible()
    shown.end_writing((), shown.choice.products, shown.choice.products)
    shown.reject()
    assert ready.finalising.act is None


def test_files_written_again_have_the_room_of_the_whole_list(qtbot: QtBot, ready: Program) -> None:
    finalise(qtbot, ready).reject()
    shown = dialog(ready)
    low = shown.height()
    only(shown, "html")
    click(qtbot, shown, "finalAgree")
    qtbot.waitUntil(lambda: not shown.is_writing, timeout=30000)
    assert shown.height() > low

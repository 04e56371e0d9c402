"""本年未收到申请 on the page of table three, by keys and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.report import Report
from core.steps import steps
from core.storage.project import Project
from tests.ui.looking import child, click, words
from ui.sections.nil_bar import NilBar
from ui.sections.table_page import TablePage
from ui.session import Session

NEW, CARRIED = CellId("t3.new_requests.natural"), CellId("t3.carried_in.natural")


def page(qtbot: QtBot, last: Report | None = None, table: str = "s3") -> TablePage:
    session = Session()
    session.start(Project(edits.attach_last_year(Report(unit="云泽市统计局", year=2026), last)))
    made = TablePage(session, next(step for step in steps(session.report.form) if step.id == table))
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def last_year(new: str = "24", forward: str = "0") -> Report:
    blank = edits.fill_rest(Report(unit="云泽市统计局", year=2025), "t3")
    return edits.set_cells(blank, {NEW: new, CellId("t3.carried_forward.natural"): forward})


def bar(made: TablePage) -> NilBar:
    return child(made, NilBar, "nilBar")


def report(made: TablePage) -> Report:
    return made.editor.model.session.report


def is_nil(made: TablePage) -> bool:
    return report(made).value(CellId("t3.new_requests.total")) == 0 and not edits.empty_cells(report(made), "t3")


def test_one_click_fills_the_table_and_one_undo_takes_it_back(qtbot: QtBot) -> None:
    made = page(qtbot)
    with qtbot.waitSignal(made.said) as told:
        click(qtbot, made, "nilReturn")
    assert told.args == ["表三已都填 0，可以撤销。没有附上年报告，上年结转也填了 0，请核对。"]
    assert is_nil(made)
    made.editor.model.session.undo()
    assert report(made).is_blank("t3")


def test_a_number_that_is_still_being_typed_makes_it_ask_as_well(qtbot: QtBot) -> None:
    made = page(qtbot)
    made.editor.view.setFocus()
    qtbot.keyClicks(made.editor.view, "5")
    made.nil.button.animateClick()  # as its key does: the keyboard stays in the cell
    qtbot.waitUntil(bar(made).isVisible)
    assert "已填的 1 格会改为 0，今年确实没有收到吗？" in words(made)
    assert report(made).value(NEW) == 5


def test_only_table_three_has_the_button(qtbot: QtBot) -> None:
    made = page(qtbot, table="s4")
    assert made.findChild(QPushButton, "nilReturn") is None


def test_last_years_requests_make_it_ask_before_anything_changes(qtbot: QtBot) -> None:
    made = page(qtbot, last_year())
    click(qtbot, made, "nilReturn")
    assert "上年收到 24 件，今年确实没有收到吗？" in words(made)
    assert report(made).is_blank("t3")
    click(qtbot, made, "nilYes")
    assert is_nil(made)


def test_the_question_moves_no_line_of_the_table(qtbot: QtBot) -> None:
    made = page(qtbot, last_year())
    before = made.editor.view.geometry(), made.editor.geometry()
    click(qtbot, made, "nilReturn")
    assert bar(made).isVisible()
    assert (made.editor.view.geometry(), made.editor.geometry()) == before
    assert made.rect().contains(bar(made).geometry())


def test_no_changes_nothing_and_gives_the_keyboard_back_to_the_table(qtbot: QtBot) -> None:
    made = page(qtbot, last_year())
    click(qtbot, made, "nilReturn")
    click(qtbot, made, "nilNo")
    assert report(made).is_blank("t3")
    assert not bar(made).isVisible()
    assert QApplication.focusWidget() is made.editor.view


def test_it_is_asked_and_answered_by_keys_alone(qtbot: QtBot) -> None:
    made = page(qtbot, last_year())
    made.focus_first()
    qtbot.keyClick(made.editor.view, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    yes = child(made, QPushButton, "nilYes")
    qtbot.waitUntil(yes.hasFocus)  # a button that is pressed by its letter goes down for a moment first
    qtbot.keyClick(yes, Qt.Key.Key_Return)
    assert is_nil(made)


def test_escape_leaves_the_question(qtbot: QtBot) -> None:
    made = page(qtbot, last_year())
    click(qtbot, made, "nilReturn")
    qtbot.keyClick(child(made, QPushButton, "nilYes"), Qt.Key.Key_Escape)
    assert not bar(made).isVisible()
    assert report(made).is_blank("t3")


def test_the_sentence_is_offered_and_written_into_section_one(qtbot: QtBot) -> None:
    made = page(qtbot)
    click(qtbot, made, "nilReturn")
    assert "2026年，我局未收到政府信息公开申请，无上年结转申请。" in words(made)
    click(qtbot, made, "nilYes")
    assert report(made).text("s1") == "2026年，我局未收到政府信息公开申请，无上年结转申请。"
    assert not bar(made).isVisible()


def test_what_was_carried_in_stays_and_its_outcome_is_asked_for_in_its_cell(qtbot: QtBot) -> None:
    made = page(qtbot, last_year(forward="2"))
    click(qtbot, made, "nilReturn")
    with qtbot.waitSignal(made.said) as told:
        click(qtbot, made, "nilYes")
    assert told.args == ["表三已填 0；上年结转的没有动，请填它的办理结果。"]
    assert report(made).value(CARRIED) == 2
    assert made.editor.current_cell() == "t3.granted.natural"


def test_an_undo_takes_the_offer_away(qtbot: QtBot) -> None:
    made = page(qtbot)
    click(qtbot, made, "nilReturn")
    assert bar(made).isVisible()
    made.editor.model.session.undo()
    assert not bar(made).isVisible()


def test_a_table_that_is_nil_already_is_said_to_be_so(qtbot: QtBot) -> None:
    made = page(qtbot)
    click(qtbot, made, "nilReturn")
    click(qtbot, made, "nilYes")
    with qtbot.waitSignal(made.said) as told:
        bar(made).begin()
    assert told.args == ["表三已经都是 0。"]
    assert not bar(made).isVisible()


def test_the_button_leaves_its_room_once_no_cell_is_empty_and_comes_back_with_the_first(qtbot: QtBot) -> None:
    made = page(qtbot)
    click(qtbot, made, "nilReturn")
    assert not child(made, QPushButton, "nilReturn").isVisible()
    made.editor.model.session.edit("清除", edits.clear, (NEW,))
    assert child(made, QPushButton, "nilReturn").isVisible()


@pytest.mark.parametrize("name", ["nilYes", "nilNo"])
def test_both_answers_are_reached_by_tab(qtbot: QtBot, name: str) -> None:
    made = page(qtbot, last_year())
    click(qtbot, made, "nilReturn")
    assert child(made, QPushButton, name).focusPolicy() & Qt.FocusPolicy.TabFocus

"""Answers to doubts, by buttons and keys."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.report import Report
from core.storage.project import Project
from tests.examples import TYPED, filled
from tests.ui.looking import child, click
from ui.session import Session
from ui.wizard.review.doubts_panel import DoubtsPanel
from ui.wizard.review.value_editing import EDITOR


@dataclass(frozen=True)
class Doubt:
    where: str
    raw: str = "0？"
    reason: str = "看不清"


GRANTED, PARTIAL = CellId("t3.granted.natural"), CellId("t3.partial.natural")
THREE = (Doubt(GRANTED), Doubt(PARTIAL), Doubt("s5", "五、", "标题不一致"))


def shown(qtbot: QtBot, report: Report, *doubts: Doubt) -> DoubtsPanel:
    session = Session()
    session.start(Project(report))
    panel = DoubtsPanel(session)
    session.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(820, 320)
    panel.show()
    panel.show_doubts(doubts)
    panel.setFocus()
    return panel


def said(panel: DoubtsPanel, name: str) -> str:
    return child(panel, QLabel, name).text()


@pytest.mark.parametrize(
    ("name", "value", "settled"),
    [("doubtTake", 9, True), ("doubtClear", None, True), ("doubtZero", 0, True)],
)
def test_each_answer_has_a_button(qtbot: QtBot, name: str, value: int | None, settled: bool) -> None:
    panel = shown(qtbot, filled({GRANTED: 9}), *THREE)
    click(qtbot, panel, name)
    assert panel._session.report.value(GRANTED) == value
    assert (panel.left() == 2) is settled
    assert panel.list.currentIndex().row() == 1


def test_the_button_for_another_value_opens_it(qtbot: QtBot) -> None:
    panel = shown(qtbot, filled(), *THREE)
    click(qtbot, panel, "doubtChange")
    editor = child(panel, QLineEdit, EDITOR)
    qtbot.keyClicks(editor, "25")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel._session.report.value(GRANTED) == 25)
    qtbot.waitUntil(lambda: panel.list.currentIndex().row() == 1)


def test_a_row_takes_one_answer_and_its_printed_total_gives_way(qtbot: QtBot) -> None:
    columns = ("natural", "business", "research", "public_welfare")
    report = filled({f"t3.granted.{c}": "x" for c in columns}, printed={"t3.granted.total": "5"})
    total = Doubt("t3.granted.total")
    panel = shown(qtbot, report, *(Doubt(f"t3.granted.{c}", "x") for c in columns), total)
    qtbot.keyClick(panel.list, Qt.Key.Key_0)
    after = panel._session.report
    assert [after.value(CellId(f"t3.granted.{c}")) for c in columns] == [0, 0, 0, 0]
    assert after.as_printed(CellId("t3.granted.total")).value == 0
    assert panel.left() == 0


def test_all_as_read_says_how_many_and_leaves_everything_as_it_is(qtbot: QtBot) -> None:
    report = filled()
    panel = shown(qtbot, report, *(Doubt(cell) for cell in TYPED))
    everything = child(panel, QPushButton, "doubtTakeAll")
    assert f"{len(TYPED)} 处" in everything.text()
    assert panel.list.topLevelItemCount() < 60
    with qtbot.waitSignal(panel.gone_through):
        click(qtbot, panel, "doubtTakeAll")
    assert panel._session.report is report
    assert panel.left() == 0
    assert "都看过了" in said(panel, "reviewCount")
    assert not everything.isVisible()


def test_what_is_left_is_counted(qtbot: QtBot) -> None:
    panel = shown(qtbot, filled(), *THREE)
    assert said(panel, "reviewCount") == "● 有 3 处拿不准，请看一眼："
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert said(panel, "reviewCount") == "● 3 处拿不准，还有 2 处没看："


def test_the_whole_reason_and_what_the_keys_do_are_told_of_the_line(qtbot: QtBot) -> None:
    panel = shown(qtbot, filled(), *THREE)
    assert said(panel, "reviewReason") == "表三 三(一) · 自然人：原文“0？”。看不清"
    panel.list.step(-1)
    assert "五、" in said(panel, "reviewReason")
    assert "文字" in said(panel, "reviewKeys")
    assert not child(panel, QPushButton, "doubtZero").isEnabled()
    assert child(panel, QPushButton, "doubtTake").text() == "看过了（回车）"


def test_a_correction_in_the_table_settles_and_its_undo_opens_again(qtbot: QtBot) -> None:
    panel = shown(qtbot, filled(), *THREE)
    panel._session.edit("改", edits.set_cell, PARTIAL, "3")
    assert panel.left() == 2
    panel._session.undo()
    assert panel.left() == 3


def test_the_same_cell_doubted_twice_is_settled_by_one_answer(qtbot: QtBot) -> None:
    panel = shown(qtbot, filled({GRANTED: 9}), Doubt(GRANTED, "9", "有两处"), Doubt(GRANTED, "8", "有两处"))
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert panel.left() == 0
    assert panel._session.report.value(GRANTED) is None


def test_the_keyboard_stays_in_the_list_after_a_button(qtbot: QtBot) -> None:
    panel = shown(qtbot, filled(), *THREE)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    click(qtbot, panel, "doubtTake")
    assert QApplication.focusWidget() is panel.list


def test_without_doubts_the_panel_is_gone(qtbot: QtBot) -> None:
    panel = shown(qtbot, filled())
    assert not panel.isVisible()
    assert panel.left() == 0


def test_what_was_put_right_elsewhere_is_settled(qtbot: QtBot) -> None:
    panel = shown(qtbot, filled(), Doubt("unit", "", "没有找到"), Doubt(GRANTED))
    panel.settle_place("unit")
    assert panel.left() == 1
    panel.settle_place("year")
    assert panel.left() == 1


def test_only_a_line_that_holds_others_is_said_to_unfold(qtbot: QtBot) -> None:
    columns = ("natural", "business", "research", "public_welfare")
    panel = shown(qtbot, filled(), *(Doubt(f"t3.granted.{c}") for c in columns), Doubt("t3.partial"))
    assert "展开" in said(panel, "reviewKeys")
    panel.list.step(1)
    assert said(panel, "reviewKeys") == "逐格在下面的表里改"

"""Doubts and values side by side."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from core.cells import CellId
from core.form import F2019
from core.report import Report
from tests.examples import filled
from tests.ui.looking import child
from ui.wizard.review.body import ReviewBody


@dataclass(frozen=True)
class Doubt:
    where: str
    raw: str = "0？"
    reason: str = "看不清"


GRANTED, PARTIAL = CellId("t3.granted.natural"), CellId("t3.partial.natural")
THREE = (Doubt(GRANTED), Doubt("t4.review.upheld"), Doubt("unit", "", "没有找到"))


def shown(qtbot: QtBot, report: Report, *doubts: Doubt) -> ReviewBody:
    body = ReviewBody(report)
    qtbot.addWidget(body)
    body.resize(820, 560)
    body.show()
    body.show_report("上年", report, doubts)
    body.activateWindow()
    qtbot.waitUntil(body.isActiveWindow)
    return body


def test_the_table_follows_the_doubts_and_the_keyboard_stays(qtbot: QtBot) -> None:
    body = shown(qtbot, filled(), *THREE)
    assert body.values.current_place() == GRANTED
    body.doubts.setFocus()
    with qtbot.waitSignal(body.place_entered) as entered:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert entered.args == ["t4.review.upheld"]
    assert body.values.current_place() == "t4.review.upheld"
    assert QApplication.focusWidget() is body.doubts.list


def test_the_doubts_follow_the_table(qtbot: QtBot) -> None:
    body = shown(qtbot, filled(), Doubt("s5"), Doubt(PARTIAL))
    body.values.show_place(GRANTED, focus=True)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert body.values.current_place() == PARTIAL
    assert body.doubts.list.currentIndex().row() == 1


def test_a_doubt_about_unit_or_row_leads_to_where_it_is_corrected(qtbot: QtBot) -> None:
    body = shown(qtbot, filled(), Doubt("unit"), Doubt("t3.granted"))
    body.doubts.setFocus()
    with qtbot.waitSignal(body.field_wanted) as wanted:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    assert wanted.args == ["unit"]
    body.step(1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    assert QApplication.focusWidget() is not body.doubts.list
    assert body.values.current_place() == GRANTED


def test_it_is_touched_once_something_was_answered_or_corrected(qtbot: QtBot) -> None:
    body = shown(qtbot, filled())
    assert not body.is_touched()
    body.values.show_place(GRANTED, focus=True)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert body.is_touched()


def test_another_reading_leaves_nothing_of_the_one_before(qtbot: QtBot) -> None:
    body = shown(qtbot, filled(), *THREE)
    qtbot.keyClick(body.doubts.list, Qt.Key.Key_Delete)
    body.show_report("上年", replace(filled({GRANTED: 8}), year=2023), ())
    assert body.session.report.value(GRANTED) == 8
    assert not body.doubts.isVisible()
    assert not body.is_touched()


def test_what_the_new_form_has_no_cell_for_is_listed_and_leads_to_its_cell(qtbot: QtBot) -> None:
    cell = CellId("l2.regulations.newly_made")
    old = Report(F2019, "青禾县水务局", 2020, typed={cell: filled({GRANTED: 3}).typed[GRANTED]})
    body = shown(qtbot, old)
    fold, listed = child(body, QToolButton, "btnLeftovers"), child(body, QListWidget, "leftovers")
    assert "2019 年的旧格式，有 1 个数" in fold.text()
    fold.click()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(listed.item(0)).center())
    assert body.values.current_place() == cell

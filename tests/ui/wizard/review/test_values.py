"""The tables and texts of a reading."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from core.cells import CellId
from core.form import F2019
from core.report import Report
from core.storage.project import Project
from tests.examples import filled
from tests.ui.looking import child, children
from ui.matrix.editor import TableEditor
from ui.matrix.faces import Mark
from ui.session import Session
from ui.wizard.review.texts import TextsView
from ui.wizard.review.values import ValuesPane

GRANTED = CellId("t3.granted.natural")


def shown(qtbot: QtBot, report: Report, doubted: frozenset[CellId] = frozenset()) -> ValuesPane:
    session = Session()
    session.start(Project(report))
    pane = ValuesPane(session)
    session.setParent(pane)
    qtbot.addWidget(pane)
    pane.resize(820, 400)
    pane.show()
    pane.show_report(doubted)
    return pane


@pytest.fixture
def pane(qtbot: QtBot) -> ValuesPane:
    return shown(qtbot, replace(filled(), texts={"s1": "做了公开。"}), frozenset({GRANTED}))


def test_it_begins_with_the_largest_table_and_builds_no_other(pane: ValuesPane) -> None:
    assert pane.current_place().startswith("t3.")
    assert len(children(pane, TableEditor)) == 1
    assert not [tool for tool in children(pane, QPushButton) if tool.isVisible()]


def test_the_switch_leads_to_every_table_and_to_the_texts(qtbot: QtBot, pane: ValuesPane) -> None:
    tabs = child(pane, QTabBar, "reviewTabs")
    assert [tabs.tabText(number) for number in range(tabs.count())] == ["表二", "表三", "表四", "文字"]
    for number, start in enumerate(("t2.", "t3.", "t4.")):
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(number).center())
        assert pane.current_place().startswith(start)
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(3).center())
    assert "做了公开。" in child(pane, TextsView, "reviewTexts").toPlainText()


def test_places_are_gone_to_without_telling(qtbot: QtBot, pane: ValuesPane) -> None:
    with qtbot.assertNotEmitted(pane.place_entered):
        pane.show_place(GRANTED)
        assert pane.current_place() == GRANTED
        pane.show_place("t4")
        assert pane.current_place().startswith("t4.")
        pane.show_place("t2.penalties")
        assert pane.current_place() == "t2.penalties.decisions"
        pane.show_place("s1")
        assert pane.current_place() == ""
        pane.show_place("file")
        assert pane.current_place() == ""


def test_moving_in_a_table_is_told(qtbot: QtBot, pane: ValuesPane) -> None:
    pane.show_place(GRANTED, focus=True)
    with qtbot.waitSignal(pane.place_entered) as entered:
        qtbot.keyClick(children(pane, TableEditor)[0].view, Qt.Key.Key_Right)
    assert entered.args == ["t3.granted.business"]


def test_cells_in_doubt_are_marked_until_the_next_reading(pane: ValuesPane) -> None:
    model = children(pane, TableEditor)[0].model
    face = model.face(model.index_of(GRANTED))
    assert face is not None
    assert face.mark is Mark.WARNING
    pane.show_report(frozenset())
    face = model.face(model.index_of(GRANTED))
    assert face is not None
    assert face.mark is None


def test_the_old_form_is_shown_as_it_is(qtbot: QtBot) -> None:
    pane = shown(qtbot, Report(F2019))
    for table in F2019.tables:
        pane.show_place(table.id)
        assert F2019.cells[CellId(pane.current_place())].table == table.id

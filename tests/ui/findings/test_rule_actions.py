"""What a finding offers about its rule."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from core import edits
from core.report import Report
from core.storage.project import Project
from tests.examples import column, filled
from tests.ui.looking import child
from ui.findings.panel import FindingsPanel
from ui.session import Session


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> list[QPoint]:
    """Where menus popped up; without a display Qt complains of a real one."""
    places: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda _, place: places.append(place))
    return places


def shown(qtbot: QtBot, report: Report) -> tuple[Session, FindingsPanel]:
    session = Session()
    session.start(Project(report))
    panel = FindingsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(290, 600)
    panel.show()
    return session, panel


def unbalanced() -> Report:
    return filled(column("natural", new=3, granted=2))


def ask_at(panel: FindingsPanel, place: QPoint, reason: QContextMenuEvent.Reason) -> None:
    view = panel.list.viewport()
    QApplication.sendEvent(view, QContextMenuEvent(reason, place, view.mapToGlobal(place)))


def action(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.objectName() == name)


def test_the_menu_of_a_line_leads_to_its_rule(qtbot: QtBot, places: list[QPoint]) -> None:
    _, panel = shown(qtbot, unbalanced())
    spy = QSignalSpy(panel.rules.asked)
    place = panel.list.visualRect(panel.list.lines.index(0)).center()
    ask_at(panel, place, QContextMenuEvent.Reason.Mouse)
    assert places == [panel.list.viewport().mapToGlobal(place)]
    about = action(panel.rules.menu, "aboutRule")
    assert about.text() == "关于这条规则（A03）(&A)…"
    about.trigger()
    assert spy.count() == 1
    assert spy.at(0) == ["A03"]


def test_a_rule_is_switched_off_from_its_finding_and_undone(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, unbalanced())
    said = QSignalSpy(panel.rules.said)
    panel.list.setCurrentIndex(panel.list.lines.index(0))
    ask_at(panel, QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
    action(panel.rules.menu, "ruleOff").trigger()
    assert session.report.switched_off == {"A03"}
    assert [row.finding.code for row in panel.list.lines.rows] == []
    assert said.at(0)[0].startswith("本单位已停用规则 A03")
    session.undo()
    assert [row.finding.code for row in panel.list.lines.rows] == ["A03"]


def test_the_button_below_the_list_offers_the_same(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, unbalanced())
    panel.next_finding()
    button = child(panel, QToolButton, "btnRule")
    assert button.isVisible()
    button.menu().aboutToShow.emit()
    action(button.menu(), "ruleOff").trigger()
    assert session.report.switched_off == {"A03"}


def test_a_group_of_empty_cells_has_a_menu_as_well(qtbot: QtBot) -> None:
    session, panel = shown(
        qtbot, edits.clear(filled(), [cell for cell in filled().typed if cell.startswith("t4.")][:5])
    )
    row = panel.list.lines.rows[0]
    assert row.is_group
    panel.list.setCurrentIndex(panel.list.lines.index(0))
    ask_at(panel, QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
    action(panel.rules.menu, "ruleOff").trigger()
    assert session.report.switched_off == {"C01"}


def test_where_there_is_no_line_there_is_no_menu(qtbot: QtBot, places: list[QPoint]) -> None:
    _, panel = shown(qtbot, filled())
    ask_at(panel, QPoint(5, 5), QContextMenuEvent.Reason.Mouse)
    ask_at(panel, QPoint(5, 5), QContextMenuEvent.Reason.Keyboard)
    assert panel.rules.menu.isEmpty()
    assert places == []

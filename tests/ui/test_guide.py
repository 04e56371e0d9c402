"""The way through the sample, in the whole window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from core.cells import CellId
from core.storage.project import Project, View
from tests.examples import column, filled
from tests.ui.looking import child, click
from ui.program import Program
from ui.wizard.guide_strip import GuideStrip
from ui.wizard.halo import Halo
from ui.wizard.stations import STATIONS


def strip(program: Program) -> GuideStrip:
    return child(program.window, GuideStrip, "guideStrip")


def choose(program: Program, name: str) -> None:
    child(program.window, QAction, name).trigger()


def test_the_first_look_at_the_sample_is_led(qtbot: QtBot, program: Program) -> None:
    assert not strip(program).isVisible()
    click(qtbot, program.window, "startSample")
    assert strip(program).isVisible()
    assert QApplication.focusWidget() is child(program.window, QPushButton, "guideNext")


def test_enter_alone_leads_through_all_stations_each_with_its_step_and_a_frame(qtbot: QtBot, program: Program) -> None:
    click(qtbot, program.window, "startSample")
    halo = child(program.window, Halo, "halo")
    been = []
    for _ in STATIONS:
        assert halo.isVisible()
        been.append(program.bench.step.id)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert been == [station.step for station in STATIONS]
    assert not strip(program).isVisible()
    assert not halo.isVisible()


def test_the_stations_show_the_findings_and_last_year(qtbot: QtBot, program: Program) -> None:
    click(qtbot, program.window, "startSample")
    tabs = program.bench.panel.findChild(QTabWidget)
    for tab in (None, None, None, 0, 1, 0):
        if tab is not None:
            assert tabs.currentIndex() == tab
        click(qtbot, program.window, "guideNext")


def test_what_was_seen_is_not_shown_again_after_the_next_start(
    qtbot: QtBot, new_program: Callable[[], Program]
) -> None:
    first = new_program()
    click(qtbot, first.window, "startSample")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not strip(first).isVisible()
    again = new_program()
    click(qtbot, again.window, "startSample")
    assert not strip(again).isVisible()
    choose(again, "walkSample")
    assert strip(again).isVisible()


def test_from_the_menu_it_opens_the_sample_itself(program: Program) -> None:
    choose(program, "walkSample")
    assert program.has_report
    assert program.filing.is_sample
    assert strip(program).isVisible()


def test_it_never_stands_in_the_way_of_typing(qtbot: QtBot, program: Program) -> None:
    click(qtbot, program.window, "startSample")
    click(qtbot, program.window, "guideNext")
    editor = program.bench.page.editor
    editor.view.setFocus()
    qtbot.keyClicks(editor.view, "7")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert program.session.report.value(CellId("t3.new_requests.natural")) == 7
    assert strip(program).isVisible()


def test_another_report_and_the_start_page_take_it_away(qtbot: QtBot, program: Program) -> None:
    click(qtbot, program.window, "startSample")
    program.close_report()
    assert not strip(program).isVisible()
    choose(program, "walkSample")
    program.filing.new()
    assert not strip(program).isVisible()
    assert not child(program.window, Halo, "halo").isVisible()


def test_a_year_without_requests_is_reached_from_the_menu_on_any_step(program: Program) -> None:
    program.session.start(Project(filled(column("natural", new=5, granted=5)), View("s1")))
    program.show_bench()
    choose(program, "noRequests")
    assert program.bench.step.id == "s3"
    assert "今年确实没有收到吗？" in program.bench.page.nil.accessibleName()

"""The page of a written section."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.finding import Finding, Severity
from core.report import Report
from core.steps import steps
from core.storage.project import Project
from ui.sections.text_page import TextPage
from ui.session import Session


def shown(qtbot: QtBot, text: str) -> tuple[Session, TextPage]:
    session = Session()
    session.start(Project(edits.set_text(Report(), "s5", text)))
    step = next(step for step in steps(session.report.form) if step.id == "s5")
    page = TextPage(session, step)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return session, page


def test_the_heading_is_that_of_the_print(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "")
    labels: Iterable[QLabel] = page.findChildren(QLabel)
    assert "五、存在的主要问题及改进情况" in [label.text() for label in labels]


def test_a_finding_selects_its_exact_words(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "一是公开不够及时。二是培训不够。")
    page.show_finding(Finding("S18", Severity.WARNING, "…", section="s5", excerpt="公开不够及时"))
    assert page.pane.field.textCursor().selectedText() == "公开不够及时"
    assert page.pane.field.hasFocus()


def test_the_page_tells_which_text_the_clerk_is_in(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "")
    told: list[str] = []
    page.place_entered.connect(told.append)
    page.place_told.connect(told.append)
    page.focus_first()
    assert {"s5", "五、存在的主要问题及改进情况"} == set(told)


def test_the_edit_menu_acts_on_the_field_with_the_focus(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "公开")
    page.focus_first()
    target = page.edit_target()
    assert target is page.pane.field
    target.select_all()
    assert page.pane.field.textCursor().selectedText() == "公开"


def test_without_focus_the_edit_menu_has_no_target(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "公开")
    other = QWidget()
    qtbot.addWidget(other)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    page.pane.field.clearFocus()
    assert page.edit_target() is None


def test_tab_leaves_the_text_for_the_next_control(qtbot: QtBot) -> None:
    session, page = shown(qtbot, "公开")
    session.start(Project(edits.attach_last_year(session.report, Report(year=2025))))
    page.focus_first()
    qtbot.keyClick(page.pane.field, Qt.Key.Key_Tab)
    assert session.report.text("s5") == "公开"
    assert not page.pane.field.hasFocus()


def test_turning_to_the_page_tells_its_place_without_a_click(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "公开")
    page.hide()
    with qtbot.waitSignal(page.place_entered) as told:
        page.show()
    assert told.args == ["s5"]


def test_who_comes_to_what_is_still_last_years_stands_before_it(qtbot: QtBot) -> None:
    session, page = shown(qtbot, "")
    last = edits.set_text(Report(year=2025), "s5", "公开不够及时。培训不够。")
    session.start(Project(edits.set_text(edits.carry_over(last), "s5", "公开还不够及时。培训不够。")))
    page.show_text("s5")
    assert page.pane.field.textCursor().position() == len("公开还不够及时。")

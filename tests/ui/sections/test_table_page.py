"""The page of a section with a table."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.finding import Finding, Severity
from core.report import Report
from core.steps import steps
from core.storage.project import Project
from ui.sections.table_page import TablePage
from ui.session import Session

W = TypeVar("W", bound=QWidget)


def found(page: QWidget, kind: type[W], name: str) -> W:
    child: W | None = page.findChild(kind, name)
    assert child is not None
    return child


def shown(qtbot: QtBot, text: str = "") -> tuple[Session, TablePage]:
    session = Session()
    session.start(Project(edits.set_text(Report(), "s4", text)))
    step = next(step for step in steps(session.report.form) if step.id == "s4")
    page = TablePage(session, step)
    qtbot.addWidget(page)
    page.resize(860, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return session, page


def test_words_outside_the_table_are_folded_where_there_are_none(qtbot: QtBot) -> None:
    _, page = shown(qtbot)
    fold = found(page, QToolButton, "btnProse")
    assert fold.text() == "表外文字(&W)"
    assert not found(page, QTextEdit, "text_s4").isVisible()
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert found(page, QTextEdit, "text_s4").isVisible()


def test_words_outside_the_table_are_open_where_there_are_some(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "本年没有发生。")
    assert found(page, QTextEdit, "text_s4").toPlainText() == "本年没有发生。"
    assert found(page, QTextEdit, "text_s4").isVisible()


def test_the_folded_line_counts_the_words(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "本年没有发生。")
    fold = found(page, QToolButton, "btnProse")
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert fold.text() == "表外文字 7 字(&W)"


def test_a_finding_goes_to_the_suspect_cell_first(qtbot: QtBot) -> None:
    _, page = shown(qtbot)
    suspect = CellId("t4.review.corrected")
    cells = (CellId("t4.review.total"), suspect)
    page.show_finding(Finding("A04", Severity.ERROR, "…", cells, suspect=suspect))
    assert page.editor.current_cell() == suspect


def test_a_finding_of_another_table_too_goes_to_the_cell_of_this_one(qtbot: QtBot) -> None:
    _, page = shown(qtbot)
    own = CellId("t4.review.total")
    page.show_finding(Finding("X08", Severity.HINT, "…", (CellId("t3.total_handled.total"), own)))
    assert page.editor.current_cell() == own


def test_a_finding_about_words_opens_the_fold_and_selects_them(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "本年没有发生。")
    fold = found(page, QToolButton, "btnProse")
    fold.setChecked(False)
    page.show_finding(Finding("N13", Severity.ERROR, "…", section="s4", excerpt="没有发生"))
    assert fold.isChecked()
    assert page.pane.field.textCursor().selectedText() == "没有发生"


def test_the_edit_menu_acts_on_the_table_or_on_the_words(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "本年没有发生。")
    page.focus_first()
    assert page.edit_target() is page.editor
    page.pane.field.setFocus()
    assert page.edit_target() is page.pane.field


def test_the_page_passes_on_where_the_clerk_is(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "本年没有发生。")
    told: list[str] = []
    page.place_entered.connect(told.append)
    page.editor.show_cell(CellId("t4.review.pending"))
    page.pane.field.setFocus()
    assert told[0] == "t4.review.pending"
    assert told[-1] == "s4"


def test_typing_in_the_table_changes_the_report(qtbot: QtBot) -> None:
    session, page = shown(qtbot)
    page.editor.show_cell(CellId("t4.review.upheld"))
    for key in (Qt.Key.Key_7, Qt.Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert session.report.value(CellId("t4.review.upheld")) == 7

"""A text with its mark, its count and last year's words."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.report import Report
from core.storage.project import Project
from tests.ui.looking import words
from ui.sections.prose_pane import ProsePane
from ui.session import Session

W = TypeVar("W", bound=QWidget)


def found(page: QWidget, kind: type[W], name: str) -> W:
    child: W | None = page.findChild(kind, name)
    assert child is not None
    return child


def shown(qtbot: QtBot, report: Report) -> tuple[Session, ProsePane]:
    session = Session()
    session.start(Project(report))
    pane = ProsePane(session, "s1", "一、总体情况")
    qtbot.addWidget(pane)
    pane.show()
    return session, pane


def taken_over() -> Report:
    return edits.carry_over(edits.set_text(Report(unit="云溪县水务局", year=2025), "s1", "公开12条。"))


def banner(pane: ProsePane) -> QFrame:
    return found(pane, QFrame, "staleBanner")


def test_words_are_counted_as_they_are_typed(qtbot: QtBot) -> None:
    _, pane = shown(qtbot, edits.set_text(Report(), "s1", "公开12条。"))
    count = found(pane, QLabel, "wordCount")
    assert count.text() == "共 5 字"
    qtbot.keyClicks(pane.field, "ab ")
    assert count.text() == "共 6 字"


def test_the_words_that_are_selected_are_counted_apart(qtbot: QtBot) -> None:
    _, pane = shown(qtbot, edits.set_text(Report(), "s1", "公开12条。\n办理3件。"))
    pane.field.setFocus()
    qtbot.keyClick(pane.field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert found(pane, QLabel, "wordCount").text() == "选中 5 字，共 10 字"
    qtbot.keyClick(pane.field, Qt.Key.Key_Left)
    assert found(pane, QLabel, "wordCount").text() == "共 10 字"


def test_an_empty_text_says_what_belongs_there(qtbot: QtBot) -> None:
    _, pane = shown(qtbot, Report())
    assert "主动公开、依申请公开" in pane.field.placeholderText()


def test_a_text_from_last_year_is_marked_until_the_first_touch(qtbot: QtBot) -> None:
    _, pane = shown(qtbot, taken_over())
    assert banner(pane).isVisible()
    assert "待更新：" in words(banner(pane))
    qtbot.keyClicks(pane.field, "x")
    assert not banner(pane).isVisible()


def test_confirming_takes_the_mark_away_and_undo_brings_it_back(qtbot: QtBot) -> None:
    session, pane = shown(qtbot, taken_over())
    qtbot.mouseClick(found(pane, QPushButton, "btnConfirmText"), Qt.MouseButton.LeftButton)
    assert not banner(pane).isVisible()
    assert session.document.undo_label == "确认沿用一、总体情况"
    session.undo()
    assert banner(pane).isVisible()


def test_last_years_words_are_shown_beside_on_demand(qtbot: QtBot) -> None:
    _, pane = shown(qtbot, taken_over())
    last = found(pane, QTextEdit, "last_s1")
    assert not last.isVisible()
    qtbot.mouseClick(found(pane, QToolButton, "btnLastYearText"), Qt.MouseButton.LeftButton)
    assert last.isVisible()
    assert last.toPlainText() == "公开12条。"


def test_without_last_year_there_is_nothing_to_compare_with(qtbot: QtBot) -> None:
    session, pane = shown(qtbot, Report())
    switch = found(pane, QToolButton, "btnLastYearText")
    assert not switch.isEnabled()
    session.start(Project(replace(Report(), last_year=Report(year=2025))))
    assert switch.isEnabled()


def test_another_document_without_last_year_hides_it_again(qtbot: QtBot) -> None:
    session, pane = shown(qtbot, taken_over())
    pane.set_last_year_shown(True)
    session.start(Project(Report()))
    last = found(pane, QTextEdit, "last_s1")
    assert not last.isVisible()

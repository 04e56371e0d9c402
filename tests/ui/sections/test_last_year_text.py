"""Last year's words beside this year's."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.report import Report
from core.storage.project import Project
from tests.examples import carried
from ui.sections.last_year_text import LastYearText
from ui.session import Session

W = TypeVar("W", bound=QWidget)


def found(page: QWidget, kind: type[W], name: str) -> W:
    child: W | None = page.findChild(kind, name)
    assert child is not None
    return child


def shown(qtbot: QtBot, then: str, now: str) -> tuple[Session, LastYearText]:
    last = edits.set_text(Report(year=2025), "s1", then)
    session = Session()
    session.start(Project(replace(edits.set_text(Report(year=2026), "s1", now), last_year=last)))
    view = LastYearText(session, "s1")
    qtbot.addWidget(view)
    view.show()
    return session, view


def shaded(view: LastYearText) -> list[str]:
    edit = found(view, QTextEdit, "last_s1")
    return [one.cursor.selectedText() for one in edit.extraSelections()]  # type: ignore[attr-defined]  # not in Qt's stubs


def told(view: LastYearText) -> str:
    return found(view, QLabel, "changedSentences").text()


def test_sentences_that_were_changed_are_shaded_and_counted(qtbot: QtBot) -> None:
    _, view = shown(qtbot, "公开12条。办理3件。", "公开15条。办理3件。")
    assert shaded(view) == ["公开12条。"]
    assert told(view) == "上年共 2 句，有底色的 1 句今年已改。"


def test_a_copy_of_last_year_is_called_one(qtbot: QtBot) -> None:
    _, view = shown(qtbot, "公开12条。", "公开12条。")
    assert told(view) == "与上年一字不差，没有改写。"


def test_typing_brings_the_comparison_up_to_date(qtbot: QtBot) -> None:
    session, view = shown(qtbot, "公开12条。", "公开12条。")
    session.edit("改", edits.set_text, "s1", "公开15条。")
    view.refresh()
    qtbot.waitUntil(lambda: shaded(view) == ["公开12条。"])


def test_no_words_last_year_are_said_to_be_none(qtbot: QtBot) -> None:
    _, view = shown(qtbot, "", "公开")
    assert told(view) == "上年这一部分没有文字。"


def test_a_text_that_only_grew_is_no_copy_of_last_year(qtbot: QtBot) -> None:
    session, view = shown(qtbot, "公开12条。", "公开12条。")
    session.edit("改", edits.set_text, "s1", "公开12条。培训2次。")
    view.refresh()
    qtbot.waitUntil(lambda: told(view) == "上年的话都还在，今年新写 1 句。")
    assert shaded(view) == []
    session.edit("改", edits.set_text, "s1", "公开12条。\n")
    view.refresh()
    qtbot.waitUntil(lambda: "一字不差" in told(view))


def test_a_copy_that_was_confirmed_is_not_asked_to_be_rewritten(qtbot: QtBot) -> None:
    session, view = shown(qtbot, "公开12条。", "公开12条。")
    session.start(Project(carried(session.report, "s1")))
    view._compare()
    assert told(view) == "与上年一字不差，请改写。"
    session.edit("确认沿用", edits.confirm_text, "s1")
    view._compare()
    assert told(view) == "与上年一字不差，没有改写。"

"""Last year's words beside this year's."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.report import Report
from core.storage.project import Project
from tests.examples import carried
from tests.ui.looking import child, children, click
from ui.sections.last_year_text import LastYearText
from ui.sections.paragraph_gutter import ParagraphGutter
from ui.sections.prose_field import ProseField
from ui.session import Session


def made(then: str, now: str) -> tuple[Session, ProseField, LastYearText]:
    last = edits.set_text(Report(year=2025), "s1", then)
    session = Session()
    session.start(Project(replace(edits.set_text(Report(year=2026), "s1", now), last_year=last)))
    field = ProseField(session, "s1", "一、总体情况")
    return session, field, LastYearText(session, field)


def shown(qtbot: QtBot, then: str, now: str) -> tuple[Session, ProseField, LastYearText]:
    session, field, view = made(then, now)
    for part in (field, view):
        qtbot.addWidget(part)
        part.resize(500, 300)
        part.show()
    return session, field, view


def shaded(edit: QTextEdit) -> list[str]:
    marks: list[Any] = list(edit.extraSelections())  # the type stubs of PySide6 leave the fields out
    return [
        mark.cursor.selectedText() for mark in marks if mark.format.background().style() is not Qt.BrushStyle.NoBrush
    ]


def last_text(view: LastYearText) -> QTextEdit:
    return child(view, QTextEdit, "last_s1")


def told(view: LastYearText) -> str:
    return child(view, QLabel, "changedSentences").text()


def test_words_that_changed_are_shaded_on_both_sides_and_the_sentences_counted(qtbot: QtBot) -> None:
    _, field, view = shown(qtbot, "全年公开12条。办理3件。", "全年公开15条。办理3件。")
    assert shaded(last_text(view)) == ["全年公开12条。", "12"]
    assert shaded(field) == ["15"]
    assert told(view) == "上年共 2 句，有底色的 1 句今年已改。"


def test_when_it_is_put_away_this_years_text_is_plain_again(qtbot: QtBot) -> None:
    _, field, view = shown(qtbot, "全年公开12条。", "全年公开15条。")
    view.hide()
    assert shaded(field) == []


def test_a_copy_of_last_year_is_called_one(qtbot: QtBot) -> None:
    _, _, view = shown(qtbot, "公开12条。", "公开12条。")
    assert told(view) == "与上年一字不差，没有改写。"


def test_typing_brings_the_comparison_up_to_date(qtbot: QtBot) -> None:
    _, field, view = shown(qtbot, "公开12条。", "公开12条。")
    field.setFocus()
    qtbot.keyClicks(field, "x")
    qtbot.waitUntil(lambda: shaded(last_text(view)) == ["公开12条。"])
    assert shaded(field) == ["x"]


def test_no_words_last_year_are_said_to_be_none(qtbot: QtBot) -> None:
    _, field, view = shown(qtbot, "", "公开")
    assert told(view) == "上年这一部分没有文字。"
    assert shaded(field) == []


def test_a_text_that_only_grew_is_no_copy_of_last_year(qtbot: QtBot) -> None:
    session, _, view = shown(qtbot, "公开12条。", "公开12条。")
    session.edit("改", edits.set_text, "s1", "公开12条。培训2次。")
    view.refresh()
    qtbot.waitUntil(lambda: told(view) == "上年的话都还在，今年新写 1 句。")
    assert shaded(last_text(view)) == []
    session.edit("改", edits.set_text, "s1", "公开12条。\n")
    view.refresh()
    qtbot.waitUntil(lambda: "一字不差" in told(view))


def test_a_copy_that_was_confirmed_is_not_asked_to_be_rewritten(qtbot: QtBot) -> None:
    session, _, view = shown(qtbot, "公开12条。", "公开12条。")
    session.start(Project(carried(session.report, "s1")))
    view._compare()
    assert told(view) == "与上年一字不差，请改写。"
    session.edit("确认沿用", edits.confirm_text, "s1")
    view._compare()
    assert told(view) == "与上年一字不差，没有改写。"


THEN = "总的说明。\n（一）主动公开。发布12条。\n（二）监督保障。培训2次。"


def test_by_keys_a_paragraph_is_taken_over_as_one_step_and_is_still_to_be_updated(qtbot: QtBot) -> None:
    session, field, view = shown(qtbot, THEN, "总的说明。\n（一）主动公开。发布15条。")
    said: list[str] = []
    view.said.connect(said.append)
    last_text(view).setFocus()
    qtbot.keyClick(last_text(view), Qt.Key.Key_Down)
    assert child(view, QPushButton, "btnTakeParagraph").toolTip() == "换成上年这一段"
    click(qtbot, view, "btnTakeParagraph")
    assert session.report.text("s1") == "总的说明。\n（一）主动公开。发布12条。"
    assert session.report.stale == frozenset({"s1"})
    assert field.textCursor().blockNumber() == 1
    assert said == ["已用上年的这一段，标为待更新。"]
    session.undo()
    assert session.report.text("s1") == "总的说明。\n（一）主动公开。发布15条。"
    assert session.report.stale == frozenset()


def test_it_goes_along_with_the_paragraph_that_is_being_written(qtbot: QtBot) -> None:
    session, field, view = shown(qtbot, THEN, "新的说明文字。\n（一）主动公开。发布15条。\n（二）监督保障。培训5次。")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert last_text(view).textCursor().blockNumber() == 2
    click(qtbot, view, "btnTakeParagraph")
    assert session.report.text("s1").endswith("发布15条。\n（二）监督保障。培训2次。")


def test_a_paragraph_that_is_the_same_is_not_offered(qtbot: QtBot) -> None:
    _, _, view = shown(qtbot, THEN, "总的说明。")
    take = child(view, QPushButton, "btnTakeParagraph")
    assert not take.isEnabled()
    assert take.toolTip() == "与上年相同"


def test_a_click_beside_a_paragraph_takes_it(qtbot: QtBot) -> None:
    session, _, view = shown(qtbot, THEN, "总的说明。")
    gutter = children(view, ParagraphGutter)[0]
    place = gutter.place_of(view._paragraphs[2]).center()
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=place)
    assert session.report.text("s1") == "总的说明。\n（二）监督保障。培训2次。"


def test_last_years_paragraph_stands_level_with_the_one_that_is_written(qtbot: QtBot) -> None:
    lines = [f"第{number}段公开了{number}条信息。" for number in range(1, 40)]
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 300)
    _, field, view = made("\n".join(lines), "\n".join(lines))
    row = QHBoxLayout(page)
    row.addWidget(field)
    row.addWidget(view)
    view.hide()
    page.show()
    field.setTextCursor(QTextCursor(field.document().findBlockByNumber(20)))
    field.verticalScrollBar().setValue(field.verticalScrollBar().value() + 100)
    view.show()

    def apart() -> int:
        tops = (edit.viewport().mapToGlobal(edit.cursorRect().topLeft()).y() for edit in (field, last_text(view)))
        return abs(next(tops) - next(tops))

    qtbot.waitUntil(lambda: apart() <= 1)
    assert last_text(view).verticalScrollBar().value() > 0
    field.setTextCursor(QTextCursor(field.document().findBlockByNumber(22)))
    assert apart() <= 1

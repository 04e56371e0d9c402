"""Walking through the sentences that came from last year, by real keys."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCharFormat
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.report import Report
from core.storage.project import Project
from tests.ui.looking import words
from ui.sections.prose_pane import ProsePane
from ui.session import Session

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NEXT, CONFIRM = Qt.Key.Key_J, Qt.Key.Key_O


def opened(qtbot: QtBot, text: str) -> tuple[Session, ProsePane]:
    session = Session()
    session.start(Project(edits.carry_over(Report(year=2025, texts={"s1": text}))))
    pane = ProsePane(session, "s1", "一、总体情况")
    qtbot.addWidget(pane)
    pane.resize(700, 300)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.field.setFocus()
    return session, pane


def marks(pane: ProsePane) -> list[tuple[str, QTextCharFormat]]:
    """Return the words over each line of 待更新, with how they look."""
    listed: list[Any] = list(pane.field.extraSelections())  # the type stubs of PySide6 leave the fields out
    looks = [(mark.cursor.selectedText(), QTextCharFormat(mark.format)) for mark in listed]
    return [(words, look) for words, look in looks if look.underlineStyle() == LINE]


def marked(pane: ProsePane) -> list[str]:
    return [words for words, _ in marks(pane)]


def grounded(pane: ProsePane) -> list[str]:
    return [words for words, look in marks(pane) if look.background().style() is not Qt.BrushStyle.NoBrush]


LINE = QTextCharFormat.UnderlineStyle.DashDotLine
NO_LINE = QTextCharFormat.UnderlineStyle.NoUnderline


def test_every_sentence_of_last_years_is_marked_and_the_one_at_the_caret_has_a_ground(qtbot: QtBot) -> None:
    _, pane = opened(qtbot, "完善目录。加强审核；举办培训。")
    assert marked(pane) == ["完善目录。", "加强审核；", "举办培训。"]
    assert grounded(pane) == ["完善目录。"]
    qtbot.keyClick(pane.field, NEXT, ALT)
    assert grounded(pane) == ["加强审核；"]


def test_in_the_sentence_at_the_caret_the_numbers_stand_out(qtbot: QtBot) -> None:
    session, pane = opened(qtbot, "2025年新收{t3.new_requests.natural}件，办结1,200件。培训3次。")
    session.edit("填", edits.set_cell, CellId("t3.new_requests.natural"), "12")
    listed: list[Any] = list(pane.field.extraSelections())
    grounds = [one.cursor.selectedText() for one in listed if one.format.underlineStyle() == NO_LINE]
    assert grounds == ["2025", "1,200"]


def test_who_listens_is_told_that_the_sentence_at_the_caret_is_last_years(qtbot: QtBot) -> None:
    _, pane = opened(qtbot, "完善目录。")
    assert pane.field.accessibleDescription() == "光标所在的句子来自上年，待更新"
    qtbot.keyClick(pane.field, CONFIRM, ALT)
    assert pane.field.accessibleDescription() == ""


def test_a_key_confirms_the_sentence_at_the_caret_and_goes_to_the_next(qtbot: QtBot) -> None:
    session, pane = opened(qtbot, "完善目录。加强审核；举办培训。")
    qtbot.keyClick(pane.field, CONFIRM, ALT)
    assert marked(pane) == ["加强审核；", "举办培训。"]
    assert (pane.field.textCursor().position(), grounded(pane)) == (5, ["加强审核；"])
    qtbot.keyClick(pane.field, CONFIRM, ALT)
    qtbot.keyClick(pane.field, CONFIRM, ALT)
    assert session.report.stale == frozenset()
    assert pane.field.hasFocus()


def test_each_confirmation_is_one_step_of_undo(qtbot: QtBot) -> None:
    _, pane = opened(qtbot, "完善目录。加强审核；")
    qtbot.keyClick(pane.field, CONFIRM, ALT)
    qtbot.keyClick(pane.field, CONFIRM, ALT)
    qtbot.keyClick(pane.field, Qt.Key.Key_Z, CTRL)
    assert marked(pane) == ["加强审核；"]
    qtbot.keyClick(pane.field, Qt.Key.Key_Z, CTRL)
    assert marked(pane) == ["完善目录。", "加强审核；"]


def test_behind_the_last_sentence_the_walk_begins_again(qtbot: QtBot) -> None:
    _, pane = opened(qtbot, "完善目录。加强审核；")
    qtbot.keyClick(pane.field, Qt.Key.Key_End, CTRL)
    qtbot.keyClick(pane.field, NEXT, ALT)
    assert pane.field.textCursor().position() == 0


def test_in_new_words_the_key_confirms_nothing_and_says_so(qtbot: QtBot) -> None:
    session, pane = opened(qtbot, "完善目录。")
    qtbot.keyClick(pane.field, Qt.Key.Key_End, CTRL)
    qtbot.keyClicks(pane.field, "new")
    qtbot.keyClick(pane.field, Qt.Key.Key_Return)
    said: list[str] = []
    pane.stale.said.connect(said.append)
    qtbot.keyClick(pane.field, CONFIRM, ALT)
    assert said == ["光标不在待更新的句子里，已转到下一句。"]
    assert session.report.stale == frozenset({"s1"})


def test_a_touched_sentence_loses_its_mark_and_the_others_keep_theirs(qtbot: QtBot) -> None:
    _, pane = opened(qtbot, "完善目录。加强审核；")
    qtbot.keyClicks(pane.field, "x")
    assert marked(pane) == ["加强审核；"]
    assert "还有 1 句" in words(pane)


def test_a_sentence_of_which_only_a_live_number_changed_is_still_last_years(qtbot: QtBot) -> None:
    session, pane = opened(qtbot, "收到申请{t3.new_requests.natural}件。")
    session.edit("填", edits.set_cell, CellId("t3.new_requests.natural"), "128")
    assert marked(pane) == [session.report.text("s1")]


def test_the_marks_follow_a_dark_desktop(qtbot: QtBot) -> None:
    _, pane = opened(qtbot, "完善目录。")
    before = marks(pane)[0][1].background().color().lightness()
    dark = QPalette("#202020")
    dark.setColor(QPalette.ColorRole.Base, "#101010")
    dark.setColor(QPalette.ColorRole.Text, "#f0f0f0")
    pane.setPalette(dark)
    assert marks(pane)[0][1].background().color().lightness() < before

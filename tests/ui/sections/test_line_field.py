"""One line of the cover."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import edits
from core.finding import Finding, Severity
from ui.sections.line_field import LineField
from ui.session import Session


def shown(qtbot: QtBot, session: Session) -> LineField:
    field = LineField(session, "fieldUnit", "单位名称")
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    return field


def test_a_blank_that_is_being_typed_is_not_taken_away(qtbot: QtBot) -> None:
    field = shown(qtbot, Session())
    qtbot.keyClicks(field, "ab ")
    field.show_words("ab")
    assert field.text() == "ab "


def test_other_words_replace_the_old_and_the_caret_stays_where_it_can(qtbot: QtBot) -> None:
    field = shown(qtbot, Session())
    field.setText("云溪县水务局")
    field.setCursorPosition(3)
    field.show_words("云溪县林业局")
    assert (field.text(), field.cursorPosition()) == ("云溪县林业局", 3)


def test_undo_by_key_is_the_documents(qtbot: QtBot) -> None:
    session = Session()
    session.edit("修改年度", edits.set_year, 2026)
    field = shown(qtbot, session)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.report.year is None
    assert field.text() == "x"


def test_a_key_for_a_button_that_does_not_answer_leaves_no_letter(qtbot: QtBot) -> None:
    field = shown(qtbot, Session())
    qtbot.keyClick(field, "z", Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(field, "zA")
    assert field.text() == "zA"


def test_an_excerpt_is_selected_and_without_it_everything(qtbot: QtBot) -> None:
    field = shown(qtbot, Session())
    field.setText("2025年度报告")
    field.select_words(Finding("S01", Severity.ERROR, "…", section="title", excerpt="2025"))
    assert field.selectedText() == "2025"
    field.select_words(Finding("S01", Severity.ERROR, "…", section="title", excerpt="2024"))
    assert field.selectedText() == "2025年度报告"

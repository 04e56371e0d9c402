"""Marks of several kinds over one text."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from core.prose import Stretch
from ui.sections.markings import Mark, Markings, mark_over
from ui.sections.paragraphs import cursor_over


def editor(qtbot: QtBot) -> QTextEdit:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.setPlainText("全年公开𬭎湖12条。")
    return edit


def marked(edit: QTextEdit) -> list[str]:
    return [mark.cursor.selectedText() for mark in edit.extraSelections()]  # type: ignore[attr-defined]  # not in the stubs


def over(edit: QTextEdit, start: int, length: int) -> Mark:
    return mark_over(edit, Stretch(start, length), QTextCharFormat())


def test_a_layer_is_replaced_and_the_others_stay(qtbot: QtBot) -> None:
    edit = editor(qtbot)
    marks = Markings(edit)
    marks.lay("findings", [over(edit, 2, 2)])
    marks.lay("stale", [over(edit, 0, 2)])
    assert marked(edit) == ["全年", "公开"]  # findings lie over what is 待更新
    marks.lay("stale", [])
    assert marked(edit) == ["公开"]


def test_a_mark_behind_a_rare_character_covers_the_words_meant(qtbot: QtBot) -> None:
    edit = editor(qtbot)
    Markings(edit).lay("found", [over(edit, 6, 3)])
    assert marked(edit) == ["12条"]


def test_while_composing_marks_behind_the_caret_are_away_and_those_of_other_paragraphs_stay(qtbot: QtBot) -> None:
    edit = editor(qtbot)
    edit.setPlainText("全年公开12条。\n收到3件。")
    marks = Markings(edit)
    marks.lay("findings", [over(edit, 0, 2), over(edit, 4, 3), over(edit, 11, 2)])
    edit.setTextCursor(cursor_over(edit, 2, 0))
    marks.attend(composing=True)
    assert marked(edit) == ["全年", "3件"]
    marks.lay("stale", [over(edit, 2, 2)])
    assert marked(edit) == ["全年", "3件"]
    marks.attend(composing=False)
    assert marked(edit) == ["公开", "全年", "12条", "3件"]

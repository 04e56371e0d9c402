"""Marks of several kinds over one text."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from core.prose import Stretch
from ui.sections.markings import Mark, Markings, mark_over


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

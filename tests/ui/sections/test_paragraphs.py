"""Paragraphs on screen."""

from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from ui.sections.paragraphs import cursor_over, indent


def test_every_paragraph_begins_two_characters_in(qtbot: QtBot) -> None:
    edit = QTextEdit("一\n二")
    qtbot.addWidget(edit)
    indent(edit)
    wide = 2 * edit.fontMetrics().horizontalAdvance("年")
    blocks = (edit.document().findBlockByNumber(n) for n in range(edit.document().blockCount()))
    assert {block.blockFormat().textIndent() for block in blocks} == {wide}


def test_a_rare_character_does_not_shift_what_is_selected(qtbot: QtBot) -> None:
    edit = QTextEdit()
    edit.setPlainText("𬭎公开")
    qtbot.addWidget(edit)
    assert cursor_over(edit, 1, 2).selectedText() == "公开"

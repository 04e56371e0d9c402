"""Marks of several kinds over one text."""

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from core.prose import Stretch
from ui.sections.markings import Mark, Markings
from ui.sections.paragraphs import cursor_over


def editor(qtbot: QtBot) -> QTextEdit:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.setPlainText("全年公开𬭎湖12条。")
    return edit


def marked(edit: QTextEdit) -> list[str]:
    return [mark.cursor.selectedText() for mark in edit.extraSelections()]  # type: ignore[attr-defined]  # not in the stubs


def over(start: int, length: int) -> Mark:
    return Mark(Stretch(start, length), QTextCharFormat())


def test_a_layer_is_replaced_and_the_others_stay(qtbot: QtBot) -> None:
    edit = editor(qtbot)
    marks = Markings(edit)
    marks.lay("findings", [over(2, 2)])
    marks.lay("stale", [over(0, 2)])
    assert marked(edit) == ["全年", "公开"]  # findings lie over what is 待更新
    marks.lay("stale", [])
    assert marked(edit) == ["公开"]


def test_a_mark_behind_a_rare_character_covers_the_words_meant(qtbot: QtBot) -> None:
    edit = editor(qtbot)
    Markings(edit).lay("found", [over(6, 3)])
    assert marked(edit) == ["12条"]


def test_while_composing_marks_behind_the_caret_are_away_and_those_of_other_paragraphs_stay(qtbot: QtBot) -> None:
    edit = editor(qtbot)
    edit.setPlainText("全年公开12条。\n收到3件。")
    marks = Markings(edit)
    marks.lay("findings", [over(0, 2), over(4, 3), over(11, 2)])
    edit.setTextCursor(cursor_over(edit, 2, 0))
    marks.attend(composing=True)
    assert marked(edit) == ["全年", "3件"]
    marks.lay("stale", [over(2, 2)])
    assert marked(edit) == ["全年", "3件"]
    marks.attend(composing=False)
    assert marked(edit) == ["公开", "全年", "12条", "3件"]


def test_marks_that_went_along_with_their_words_are_not_laid_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = editor(qtbot)
    marks = Markings(edit)
    marks.lay("stale", [over(2, 2), over(6, 3)])
    cursor_over(edit, 0, 0).insertText("在本县")
    laid: list[object] = []
    monkeypatch.setattr(edit, "setExtraSelections", laid.append)
    marks.lay("stale", [over(5, 2), over(9, 3)])
    assert (marked(edit), laid) == (["公开", "12条"], [])
    marks.lay("stale", [over(5, 2), over(9, 2)])
    assert len(laid) == 1


def test_a_mark_that_only_looks_different_is_laid(qtbot: QtBot) -> None:
    edit = editor(qtbot)
    marks, red = Markings(edit), QTextCharFormat()
    red.setUnderlineColor("red")
    marks.lay("stale", [over(2, 2)])
    marks.lay("stale", [Mark(Stretch(2, 2), red)])
    assert [one.format == red for one in edit.extraSelections()] == [True]  # type: ignore[attr-defined]  # not in the stubs

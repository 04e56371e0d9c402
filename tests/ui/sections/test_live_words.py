"""Numbers that follow the tables, typed around, typed into, taken away and frozen."""

import random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QTextFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.storage.project import Project
from tests.examples import filled
from ui.sections.paragraphs import cursor_over, place_in
from ui.sections.prose_field import ProseField
from ui.session import Session

NEW = CellId("t3.new_requests.natural")
TOKEN = "{t3.new_requests.total}"
K = Qt.Key
BACKGROUND = QTextFormat.Property.BackgroundBrush


def opened(qtbot: QtBot, raw: str, new: int = 12) -> tuple[Session, ProseField]:
    session = Session()
    session.start(Project(edits.set_text(filled({NEW: new}), "s1", raw)))
    field = ProseField(session, "s1", "一、总体情况")
    qtbot.addWidget(field)
    field.resize(500, 200)
    field.show()
    field.setFocus()
    return session, field


def put_caret(field: ProseField, place: int, length: int = 0) -> None:
    field.setTextCursor(cursor_over(field, place, length))


def caret(field: ProseField) -> int:
    return place_in(field, field.textCursor().position())


def compose(field: ProseField, words: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def references_shown(field: ProseField) -> list[str]:
    """The words with a ground: what the findings speak of has only a line."""
    marks: list[Any] = field.extraSelections()
    return [mark.cursor.selectedText() for mark in marks if mark.format.hasProperty(BACKGROUND)]


def test_a_reference_is_shown_as_its_value_and_marked(qtbot: QtBot) -> None:
    _, field = opened(qtbot, f"收到{TOKEN}件。")
    assert field.toPlainText() == "收到12件。"
    assert references_shown(field) == ["12"]


@pytest.mark.parametrize("place", [0, 2, 4, 5])
def test_the_table_is_followed_while_the_caret_stays_with_its_words(qtbot: QtBot, place: int) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。")
    put_caret(field, place)
    session.edit("改", edits.set_cell, NEW, "12345")
    assert field.toPlainText() == "收到12345件。"
    assert caret(field) == place + (3 if place > 2 else 0)
    assert references_shown(field) == ["12345"]
    session.undo()
    assert (field.toPlainText(), caret(field)) == ("收到12件。", place)


def test_what_a_cell_changes_in_a_text_is_no_step_of_its_own(qtbot: QtBot) -> None:
    session, _ = opened(qtbot, f"收到{TOKEN}件。")
    session.edit("改格", edits.set_cell, NEW, "7")
    session.undo()
    assert session.document.undo_label is None


def test_a_selection_across_a_number_stays_with_its_words(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件，办结{TOKEN}件。")
    put_caret(field, 4, 3)
    session.edit("改", edits.set_cell, NEW, "7")
    assert field.textCursor().selectedText() == "件，办"


@pytest.mark.parametrize(("place", "raw"), [(2, f"收到3{TOKEN}件。"), (4, f"收到{TOKEN}3件。")])
def test_digits_typed_beside_a_number_leave_it_alive(qtbot: QtBot, place: int, raw: str) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。")
    put_caret(field, place)
    qtbot.keyClicks(field, "3")
    assert session.report.texts["s1"] == raw


@pytest.mark.parametrize(("place", "raw"), [(2, f"收到1{TOKEN}件。"), (4, f"收到{TOKEN}2件。")])
def test_so_do_digits_equal_to_its_own(qtbot: QtBot, place: int, raw: str) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。")
    put_caret(field, place)
    qtbot.keyClicks(field, "1" if place == 2 else "2")
    assert session.report.texts["s1"] == raw


def test_a_digit_typed_inside_makes_it_plain(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。")
    put_caret(field, 3)
    qtbot.keyClicks(field, "0")
    assert session.report.texts["s1"] == "收到102件。"
    assert references_shown(field) == []
    session.undo()
    assert session.report.texts["s1"] == f"收到{TOKEN}件。"
    assert references_shown(field) == ["12"]


@pytest.mark.parametrize(("place", "key"), [(4, K.Key_Backspace), (2, K.Key_Delete), (3, K.Key_Delete)])
def test_backspace_and_delete_take_a_number_whole(qtbot: QtBot, place: int, key: Qt.Key) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。")
    put_caret(field, place)
    qtbot.keyClick(field, key)
    assert session.report.texts["s1"] == field.toPlainText() == "收到件。"
    session.undo()
    assert session.report.texts["s1"] == f"收到{TOKEN}件。"


def test_beside_a_number_they_take_one_character(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。")
    put_caret(field, 2)
    qtbot.keyClick(field, K.Key_Backspace)
    assert session.report.texts["s1"] == f"收{TOKEN}件。"


def test_a_name_in_braces_becomes_the_number_as_soon_as_it_is_closed(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "收到件。")
    put_caret(field, 2)
    for part in ("{", "新收总计"):
        compose(field, part)
    assert field.toPlainText() == "收到{新收总计件。"
    qtbot.keyClicks(field, "}")
    assert session.report.texts["s1"] == f"收到{TOKEN}件。"
    assert (field.toPlainText(), caret(field)) == ("收到12件。", 4)
    qtbot.keyClicks(field, "x")
    assert field.toPlainText() == "收到12x件。"
    session.undo()
    assert session.report.texts["s1"] == f"收到{TOKEN}件。"


def test_a_name_that_nobody_gave_stays_as_typed(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "")
    compose(field, "{新收申请}")
    assert session.report.texts["s1"] == field.toPlainText() == "{新收申请}"


def test_composed_words_beside_a_number_leave_it_alive(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。")
    put_caret(field, 4)
    compose(field, "余")
    assert session.report.texts["s1"] == f"收到{TOKEN}余件。"


def test_copied_words_are_plain_elsewhere_and_go_on_following_the_table_here(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。")
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().text() == "收到12件。"
    put_caret(field, 6)
    field.paste()
    assert session.report.texts["s1"] == f"收到{TOKEN}件。收到{TOKEN}件。"
    assert session.document.undo_label == "粘贴到一、总体情况"


def test_words_copied_from_another_report_follow_nothing(qtbot: QtBot) -> None:
    _, other = opened(qtbot, f"收到{TOKEN}件。", new=99)
    other.selectAll()
    other.copy()
    session, field = opened(qtbot, "")
    field.paste()
    assert session.report.texts["s1"] == "收到99件。"


def test_a_sentence_that_is_cut_and_pasted_is_still_alive(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"甲。收到{TOKEN}件。乙。")
    put_caret(field, 2, 6)
    field.cut()
    put_caret(field, 4)
    field.paste()
    assert session.report.texts["s1"] == f"甲。乙。收到{TOKEN}件。"


def test_half_a_number_is_copied_as_plain_text(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。")
    put_caret(field, 3, 2)
    field.copy()
    put_caret(field, 6)
    field.paste()
    assert session.report.texts["s1"] == f"收到{TOKEN}件。2件"


def test_words_that_are_dragged_about_lose_nothing(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。乙")
    put_caret(field, 0, 6)
    data = field.createMimeDataFromSelection()
    whole = field.textCursor()
    whole.beginEditBlock()  # as Qt does it: taken away and put in as one change
    whole.removeSelectedText()
    put_caret(field, 1)
    field.insertFromMimeData(data)
    whole.endEditBlock()
    assert session.report.text("s1") == field.toPlainText() == "乙收到12件。"


def test_all_numbers_can_be_frozen_at_once(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"收到了{TOKEN}件，{TOKEN}。")
    menu_of(field, 1)["把 2 个数字都冻结为文字(&F)"].trigger()
    assert session.report.texts["s1"] == "收到了12件，12。"


@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_hands_do_the_field_shows_what_the_report_says(qtbot: QtBot, seed: int) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件，{TOKEN}{TOKEN}。\n𬭎{TOKEN}")
    chance = random.Random(seed)
    keys = (K.Key_Backspace, K.Key_Delete, K.Key_Left, K.Key_Right, K.Key_Return, K.Key_Home, K.Key_End)
    for _ in range(120):
        act = chance.randrange(9)
        size = len(field.toPlainText())
        if act == 0:
            session.edit("改格", edits.set_cell, NEW, str(chance.choice((0, 1, 12, 121, ""))))
        elif act == 1:
            compose(field, chance.choice(("收到", "1", "12", "{新收总计}", "{", "}")))
        elif act == 2:
            field.insert(chance.choice((TOKEN, "{上年结转}", "甲")), "插入")
        elif act == 3:
            chance.choice((session.undo, session.redo))()
        elif act == 4:
            start = chance.randint(0, size)
            put_caret(field, start, chance.randint(0, min(4, size - start)))
        elif act == 5:
            chance.choice((field.copy, field.cut, field.paste))()
        elif act == 6:
            qtbot.keyClicks(field, chance.choice("12a"))
        else:
            qtbot.keyClick(field, chance.choice(keys))
        assert field.toPlainText() == session.report.text("s1")
        assert len(references_shown(field)) == len(session.report.resolved("s1").references)


def test_a_stretch_that_is_overwritten_takes_the_numbers_in_it_along(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件，有效{TOKEN}件。")
    put_caret(field, 1, 3)
    qtbot.keyClicks(field, "x")
    assert session.report.texts["s1"] == f"收x件，有效{TOKEN}件。"


def test_inserted_words_bring_their_references_and_are_one_step(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "甲乙")
    put_caret(field, 1)
    field.insert("新收{新收总计}件", "插入例句")
    assert (field.toPlainText(), caret(field)) == ("甲新收12件乙", 6)
    assert session.document.undo_label == "插入例句"
    session.undo()
    assert field.toPlainText() == "甲乙"


def menu_of(field: ProseField, place: int) -> dict[str, QAction]:
    point = field.cursorRect(cursor_over(field, place, 0)).center()
    return {action.text(): action for action in field.menu_at(point).actions()}


def test_the_menu_freezes_a_number(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"收到{TOKEN}件。")
    menu_of(field, 3)["冻结为文字(&F)"].trigger()
    assert session.report.texts["s1"] == "收到12件。"
    assert references_shown(field) == []
    assert session.document.undo_label == "冻结为文字"


def test_the_menu_leads_to_the_cell(qtbot: QtBot) -> None:
    _, field = opened(qtbot, f"收到{TOKEN}件。")
    (words,) = [each for each in menu_of(field, 3) if each.startswith("转到该格")]
    with qtbot.waitSignal(field.cell_asked) as told:
        menu_of(field, 3)[words].trigger()
    assert told.args == ["t3.new_requests.total"]


def test_elsewhere_the_menu_leads_nowhere(qtbot: QtBot) -> None:
    _, field = opened(qtbot, f"收到了{TOKEN}件。")
    assert not any("转到" in each for each in menu_of(field, 1))


def test_rare_characters_before_a_number_do_not_shift_it(qtbot: QtBot) -> None:
    session, field = opened(qtbot, f"𬭎𫖯镇收到{TOKEN}件。")
    put_caret(field, 5)
    qtbot.keyClicks(field, "1")
    assert session.report.texts["s1"] == f"𬭎𫖯镇收到1{TOKEN}件。"
    session.edit("改", edits.set_cell, NEW, "7")
    assert field.toPlainText() == "𬭎𫖯镇收到17件。"

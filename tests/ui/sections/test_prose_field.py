"""Typing, pasting, composing and undoing in a text of the report."""

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import edits
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.report import Report
from core.storage.project import Project
from ui.sections.prose_field import PAUSE_MS, ProseField
from ui.session import Session

ENTER = Qt.Key.Key_Return


def opened(qtbot: QtBot, text: str = "") -> tuple[Session, ProseField]:
    session = Session()
    session.start(Project(edits.set_text(Report(), "s1", text)))
    field = ProseField(session, "s1", "一、总体情况")
    qtbot.addWidget(field)
    field.resize(500, 200)
    field.show()
    field.setFocus()
    return session, field


def about(words: str, start: int | None = None) -> Finding:
    return Finding("N01", Severity.ERROR, "…", section="s1", excerpt=words, start=start)


def compose(field: ProseField, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def test_what_is_typed_stands_in_the_report(qtbot: QtBot) -> None:
    session, field = opened(qtbot)
    qtbot.keyClicks(field, "gongkai 12")
    assert session.report.text("s1") == "gongkai 12"


def indentations(field: ProseField) -> set[float]:
    document = field.document()
    return {document.findBlockByNumber(line).blockFormat().textIndent() for line in range(document.blockCount())}


def test_paragraphs_below_an_empty_line_are_indented_too(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "原文")
    field.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(3):
        qtbot.keyClick(field, ENTER)
    qtbot.keyClicks(field, "abc")
    assert session.report.text("s1") == "原文\n\n\nabc"
    assert len(indentations(field)) == 1
    assert min(indentations(field)) > 0


def test_enter_in_an_empty_text_leaves_it_indented(qtbot: QtBot) -> None:
    session, field = opened(qtbot)
    qtbot.keyClick(field, ENTER)
    qtbot.keyClicks(field, "abc")
    assert session.report.text("s1").strip() == "abc"
    assert min(indentations(field)) > 0


def test_a_key_for_a_button_that_does_not_answer_leaves_no_letter(qtbot: QtBot) -> None:
    session, field = opened(qtbot)
    qtbot.keyClick(field, "z", Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(field, "zA")
    assert session.report.text("s1") == "zA"


def test_a_run_of_typing_is_one_step_of_undo(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "原文")
    field.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.report.text("s1") == field.toPlainText() == "原文"
    assert session.document.undo_label is None


def test_a_pause_ends_the_step(qtbot: QtBot) -> None:
    session, field = opened(qtbot)
    qtbot.keyClicks(field, "ab")
    qtbot.wait(PAUSE_MS + 100)
    qtbot.keyClicks(field, "cd")
    session.undo()
    assert field.toPlainText() == "ab"


def undone(qtbot: QtBot, field: ProseField) -> str:
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    return field.toPlainText()


def test_each_composed_phrase_is_a_step_of_its_own(qtbot: QtBot) -> None:
    _, field = opened(qtbot)
    for phrase in ("一是公开。", "二是", "答复"):
        compose(field, "pinyin")
        compose(field, "", phrase)
    assert [undone(qtbot, field) for _ in range(3)] == ["一是公开。二是", "一是公开。", ""]


def test_typed_words_are_undone_one_by_one_with_the_blank_behind_them(qtbot: QtBot) -> None:
    _, field = opened(qtbot)
    qtbot.keyClicks(field, "WPS Office 2026,ok")
    assert [undone(qtbot, field) for _ in range(4)] == ["WPS Office 2026,", "WPS Office ", "WPS ", ""]


def test_deleting_is_undone_apart_from_the_typing_before_it(qtbot: QtBot) -> None:
    _, field = opened(qtbot)
    qtbot.keyClicks(field, "abcd")
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, "x")
    assert [undone(qtbot, field) for _ in range(3)] == ["ab", "abcd", ""]


def test_words_typed_over_a_selection_come_back_in_one_step(qtbot: QtBot) -> None:
    _, field = opened(qtbot, "公开12条")
    field.select_words(about("12"))
    qtbot.keyClicks(field, "345")
    assert field.toPlainText() == "公开345条"
    assert undone(qtbot, field) == "公开12条"


def test_a_new_paragraph_ends_the_step_and_is_indented_like_the_first(qtbot: QtBot) -> None:
    session, field = opened(qtbot)
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, ENTER)
    qtbot.keyClicks(field, "cd")
    assert session.report.text("s1") == "ab\ncd"
    indents = {field.document().findBlockByNumber(n).blockFormat().textIndent() for n in (0, 1)}
    assert len(indents) == 1
    assert indents.pop() > 0
    session.undo()
    assert field.toPlainText() == "ab\n"


def test_moving_the_caret_ends_the_step(qtbot: QtBot) -> None:
    session, field = opened(qtbot)
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClicks(field, "x")
    session.undo()
    assert field.toPlainText() == "ab"


def test_redo_by_either_key_brings_the_words_again(qtbot: QtBot) -> None:
    session, field = opened(qtbot)
    qtbot.keyClicks(field, "ab")
    for key, shift in ((Qt.Key.Key_Y, False), (Qt.Key.Key_Z, True)):
        session.undo()
        modifiers = Qt.KeyboardModifier.ControlModifier
        qtbot.keyClick(field, key, modifiers | Qt.KeyboardModifier.ShiftModifier if shift else modifiers)
        assert field.toPlainText() == "ab"


def test_pasting_gives_plain_paragraphs_in_one_step(qtbot: QtBot) -> None:
    session, field = opened(qtbot)
    pasted = QMimeData()
    pasted.setHtml("<p><b>第一段。</b></p><p>第二段。</p>")
    pasted.setText("　　第一段。\r\n\r\n　　第二段。\r\n")
    QApplication.clipboard().setMimeData(pasted)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.report.text("s1") == "第一段。\n第二段。"
    session.undo()
    assert field.toPlainText() == ""


def test_a_picture_cannot_be_pasted(qtbot: QtBot) -> None:
    _, field = opened(qtbot)
    pasted = QMimeData()
    pasted.setData("image/png", b"\x89PNG")
    assert not field.canInsertFromMimeData(pasted)


def test_a_file_is_left_to_the_window(qtbot: QtBot) -> None:
    session, field = opened(qtbot)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile("report.docx")])
    assert not field.canInsertFromMimeData(dropped)
    field.insertFromMimeData(dropped)
    assert session.report.text("s1") == ""


def test_while_composing_neither_report_nor_document_is_touched(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "公开")
    field.moveCursor(QTextCursor.MoveOperation.End)
    compose(field, "xinxi")
    assert session.report.text("s1") == "公开"
    session.edit("别处改动", edits.set_text, "s1", "主动公开")
    assert field.toPlainText() == "公开"
    compose(field, "", "信息")
    assert field.toPlainText() == session.report.text("s1")
    assert "信息" in field.toPlainText()


def test_words_composed_over_a_selection_are_one_step_and_the_findings_wait_for_them(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "本年公开12条。")
    field.select_words(about("本年"))
    compose(field, "quan")
    assert session.report.text("s1") == "本年公开12条。"
    compose(field, "", "全年")
    assert session.report.text("s1") == field.toPlainText() == "全年公开12条。"
    session.undo()
    assert session.report.text("s1") == field.toPlainText() == "本年公开12条。"


def test_composing_over_a_selection_that_is_given_up_leaves_what_the_field_shows(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "本年公开12条。")
    field.select_words(about("本年"))
    compose(field, "quan")
    compose(field, "")
    assert session.report.text("s1") == field.toPlainText() == "公开12条。"
    session.undo()
    assert field.toPlainText() == "本年公开12条。"


def test_findings_that_come_while_composing_neither_break_nor_move_it(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "公开12条，收到3件。")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    compose(field, "zhudong")
    session.verdict = Verdict((about("3件"),), ())
    session.findings_changed.emit(session.verdict)
    assert field.textCursor().block().layout().preeditAreaText() == "zhudong"
    compose(field, "", "主动")
    assert session.report.text("s1") == "主动公开12条，收到3件。"


def test_full_width_digits_that_come_without_composing_are_all_there(qtbot: QtBot) -> None:
    session, field = opened(qtbot)
    for digit in "１２":
        compose(field, "", digit)
    assert session.report.text("s1") == "１２"


def test_the_same_words_from_elsewhere_leave_caret_and_selection(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "主动公开信息")
    field.select_words(about("公开"))
    session.edit("确认", edits.set_unit, "云溪县水务局")
    session.texts_changed.emit(frozenset({"s1"}))
    assert field.textCursor().selectedText() == "公开"


def test_a_change_elsewhere_in_the_text_keeps_the_view(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "\n".join(f"第{n}段" for n in range(80)))
    field.clearFocus()
    field.verticalScrollBar().setValue(300)
    session.edit("改", edits.set_text, "s1", session.report.text("s1").replace("第79段", "末段"))
    assert field.verticalScrollBar().value() == 300
    assert field.toPlainText().endswith("末段")


def test_an_excerpt_is_selected_behind_characters_outside_the_basic_plane(qtbot: QtBot) -> None:
    _, field = opened(qtbot, "𬭎𫖯镇全年公开12条。")
    assert field.select_words(about("公开12条"))
    assert field.textCursor().selectedText() == "公开12条"


def test_of_two_equal_excerpts_the_one_the_finding_means_is_selected(qtbot: QtBot) -> None:
    _, field = opened(qtbot, "收到3件，办结3件。")
    assert field.select_words(about("3件", start=7))
    assert (field.textCursor().selectionStart(), field.textCursor().selectedText()) == (7, "3件")


def test_an_excerpt_that_is_gone_selects_nothing(qtbot: QtBot) -> None:
    _, field = opened(qtbot, "公开")
    field.select_words(about("公开"))
    assert not field.select_words(about("答复"))
    assert not field.textCursor().hasSelection()


def test_another_document_is_shown_from_its_beginning(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "旧文")
    session.start(Project(edits.set_text(Report(), "s1", "新文")))
    assert field.toPlainText() == "新文"
    assert field.textCursor().position() == 0


def test_what_a_finding_speaks_of_is_underlined_until_it_is_mended(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "全年收到申请12件。")
    finding = Finding("N01", Severity.ERROR, "表三为 10 件。", section="s1", excerpt="申请12件")
    session.verdict = Verdict((finding,), ())
    session.findings_changed.emit(session.verdict)
    marks = field.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["申请12件"]  # type: ignore[attr-defined]  # not in the stubs
    session.edit("改", edits.set_text, "s1", "全年收到申请10件。")
    assert field.extraSelections() == []


def test_a_larger_font_indents_further_and_is_no_edit(qtbot: QtBot) -> None:
    session, field = opened(qtbot, "公开")
    before = field.document().firstBlock().blockFormat().textIndent()
    font = field.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    field.setFont(font)
    assert field.document().firstBlock().blockFormat().textIndent() > before
    assert session.document.undo_label is None

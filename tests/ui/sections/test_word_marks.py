"""Findings underlined in the text."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from core import edits
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.report import Report
from ui import theme
from ui.sections.paragraphs import cursor_over
from ui.sections.word_marks import places_of, underlines, words_at

TEXT = "全年收到申请12件，截止年底办结。"
ERROR = Finding("N01", Severity.ERROR, "文中写12件，表三为 10 件。", section="s1", excerpt="申请12件")
HINT = Finding("S27", Severity.HINT, "“截止”应为“截至”。", section="s1", excerpt="截止年底")
GONE = Finding("S27", Severity.HINT, "…", section="s1", excerpt="没有这句")
OTHER = Finding("S27", Severity.HINT, "…", section="s5", excerpt="截止年底")
VERDICT = Verdict((ERROR, HINT, GONE, OTHER), ())


def report() -> Report:
    return edits.set_text(Report(), "s1", TEXT)


def test_only_words_that_stand_in_the_text_are_marked_heaviest_last() -> None:
    assert places_of(report(), VERDICT, "s1") == ((10, HINT), (4, ERROR))


def test_of_two_equal_excerpts_the_one_the_finding_means_is_marked() -> None:
    twice = edits.set_text(Report(), "s1", "收到3件，办结3件。")
    second = Finding("N04", Severity.ERROR, "…", section="s1", excerpt="3件", start=7)
    moved = Finding("N04", Severity.ERROR, "…", section="s1", excerpt="3件", start=4)
    assert places_of(twice, Verdict((second, moved), ()), "s1") == ((7, second),)


def test_answered_findings_are_not_marked() -> None:
    answered = edits.answer(report(), ERROR.occasion, "含上年结转的两件")
    assert places_of(answered, VERDICT, "s1") == ((10, HINT),)


def test_weight_is_told_by_the_shape_of_the_line(qapp: QApplication) -> None:
    marks = underlines(places_of(report(), VERDICT, "s1"), theme.colours(qapp.palette()))
    styles = [mark.look.underlineStyle() for mark in marks]
    words = [TEXT[mark.stretch.start : mark.stretch.start + mark.stretch.length] for mark in marks]
    assert words == ["截止年底", "申请12件"]
    assert styles == [QTextCharFormat.UnderlineStyle.DotLine, QTextCharFormat.UnderlineStyle.WaveUnderline]


def test_the_words_under_the_mouse_say_what_is_the_matter(qtbot: QtBot) -> None:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.setPlainText(TEXT)
    places = places_of(report(), VERDICT, "s1")
    assert words_at(cursor_over(edit, 5, 0), places) == ERROR.message
    assert words_at(cursor_over(edit, 0, 0), places) == ""

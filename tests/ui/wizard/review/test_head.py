"""Which file, which unit and year, how much was found."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.examples import filled
from tests.ui.looking import child
from ui.wizard.review.head import ReviewHead


@pytest.fixture
def head(qtbot: QtBot) -> ReviewHead:
    head = ReviewHead()
    qtbot.addWidget(head)
    head.show_report("核对", "<b>上年.docx", replace(filled(), unit="青禾县水务局", year=2025), in_doubt=True)
    head.show()
    return head


def test_it_shows_file_unit_year_and_what_was_found(head: ReviewHead) -> None:
    assert child(head, QLabel, "reviewFile").text() == "来自：<b>上年.docx"
    assert child(head, QLabel, "reviewFound").text().startswith("读到：表二 10/10 格")
    assert head.words() == ("青禾县水务局", 2025)


def test_a_reading_without_doubts_is_said_to_be_sure(head: ReviewHead) -> None:
    head.show_report("核对", "", filled(), in_doubt=False)
    assert child(head, QLabel, "reviewFound").text().startswith("✓ 没有拿不准的地方。读到：")
    assert child(head, QLabel, "reviewFile").text() == ""


def test_what_is_no_year_is_none(head: ReviewHead) -> None:
    with_words = head.field("year")
    with_words.setText("去年")
    head.field("unit").setText(" 青禾县林业局 ")
    assert head.words() == ("青禾县林业局", None)


def test_going_into_a_field_is_told(qtbot: QtBot, head: ReviewHead) -> None:
    head.activateWindow()
    qtbot.waitUntil(head.isActiveWindow)
    head.unit.setFocus()
    with qtbot.waitSignal(head.place_entered) as entered:
        head.year.setFocus()
    assert entered.args == ["year"]


def test_the_names_of_the_texts_that_were_found_are_not_torn_apart_between_two_lines(qtbot: QtBot) -> None:
    head = ReviewHead()
    qtbot.addWidget(head)
    report = replace(filled(), texts={"preamble": "一。", "signature": "二。"})
    head.show_report("核对", "a.docx", report, in_doubt=False)
    words = child(head, QLabel, "reviewFound").text()
    breaks = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, words)
    breaks.setPosition(words.index("文"))
    assert breaks.toNextBoundary() == len(words)
    assert words.replace("\u2060", "").endswith("文字：前言、落款")

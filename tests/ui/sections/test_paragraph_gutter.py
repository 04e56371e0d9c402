"""The marks beside last year's paragraphs."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core.comparing import paragraphs
from ui.sections.paragraph_gutter import ParagraphGutter, words_about
from ui.theme import colours

THEN = "甲段写主动公开。\n乙段写监督保障。"
LISTED = paragraphs(THEN, "甲段写主动公开。\n乙段写了监督保障。")


def shown(qtbot: QtBot) -> tuple[QWidget, QTextEdit, ParagraphGutter]:
    page = QWidget()
    qtbot.addWidget(page)
    view = QTextEdit(page)
    view.setPlainText(THEN)
    view.setGeometry(40, 0, 300, 200)
    gutter = ParagraphGutter(view, page)
    gutter.setGeometry(0, 0, gutter.width(), 200)
    gutter.show_paragraphs(LISTED)
    page.resize(360, 200)
    page.show()
    return page, view, gutter


def test_a_mark_stands_beside_the_first_line_of_its_paragraph(qtbot: QtBot) -> None:
    _page, view, gutter = shown(qtbot)
    places = [gutter.place_of(each) for each in LISTED]
    assert places[0].bottom() < places[1].top() + places[1].height()
    assert gutter.mapToGlobal(places[1].topLeft()).y() >= view.mapToGlobal(QPoint(0, 0)).y()


def test_only_a_paragraph_that_changed_can_be_taken(qtbot: QtBot) -> None:
    _page, _, gutter = shown(qtbot)
    taken: list[int] = []
    gutter.taken.connect(taken.append)
    for each in LISTED:
        qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=gutter.place_of(each).center())
    assert taken == [1]


def test_under_the_pointer_the_mark_has_a_ground(qtbot: QtBot) -> None:
    _page, _, gutter = shown(qtbot)
    place = gutter.place_of(LISTED[1])
    qtbot.mouseMove(gutter, place.center())
    qtbot.waitUntil(
        lambda: gutter.grab().toImage().pixelColor(1, place.center().y()) == colours(gutter.palette()).selection
    )


def test_each_mark_says_what_it_means() -> None:
    gone = paragraphs("丙段。", "")[0]
    assert [words_about(each) for each in (*LISTED, gone, None)] == [
        "与上年相同",
        "换成上年这一段",
        "加上上年这一段",
        "",
    ]

"""What was read, before it enters."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.examples import column, filled
from tests.ui.looking import child, children, click
from ui.filing import Intent, Reading
from ui.wizard.review_page import ReviewPage

LAST = replace(filled(), unit="青禾县水务局", year=2025)


@dataclass(frozen=True)
class Doubt:
    where: str = "t3.granted.natural"
    raw: str = "0？"
    reason: str = "看不清"


@pytest.fixture
def page(qtbot: QtBot) -> ReviewPage:
    page = ReviewPage()
    qtbot.addWidget(page)
    page.show()
    return page


def test_without_doubts_one_click_makes_the_draft(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, ()))
    accept = child(page, QPushButton, "reviewAccept")
    assert accept.text() == "生成 2026 年草稿(&G)"
    with qtbot.waitSignal(page.accepted) as accepted:
        qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert accepted.args == [LAST, Intent.DRAFT, 2026]


def test_it_tells_what_was_found(page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, ()))
    found = child(page, QLabel, "reviewFound")
    assert "表三 175/175 格" in found.text()


def test_unit_and_year_can_be_put_right(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, ()))
    year = child(page, QLineEdit, "reviewYear")
    year.clear()
    assert child(page, QPushButton, "reviewAccept").text() == "生成本年草稿(&G)"
    qtbot.keyClicks(year, "2024")
    with qtbot.waitSignal(page.accepted) as accepted:
        click(qtbot, page, "reviewAccept")
    assert accepted.args[0].year == 2024
    assert accepted.args[2] == 2025


def test_the_answer_to_a_doubt_is_what_enters(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, (Doubt(),)))
    qtbot.keyClick(page._doubts, Qt.Key.Key_Delete)
    with qtbot.waitSignal(page.accepted) as accepted:
        click(qtbot, page, "reviewAccept")
    assert accepted.args[0].value("t3.granted.natural") is None


def test_a_file_may_turn_out_to_be_this_years_report(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("年报.docx", Intent.DRAFT, LAST, ()))
    with qtbot.waitSignal(page.accepted) as accepted:
        click(qtbot, page, "reviewOther")
    assert accepted.args[1] is Intent.ADOPT


def test_nothing_enters_when_it_is_called_off(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("年报.docx", Intent.ADOPT, LAST, ()))
    with qtbot.waitSignal(page.called_off), qtbot.assertNotEmitted(page.accepted):
        click(qtbot, page, "reviewCancel")


def test_sums_that_do_not_come_out_in_the_file_are_listed_to_be_read(qtbot: QtBot, page: ReviewPage) -> None:
    wrong = replace(filled(column("natural", new=5, granted=4)), year=2025)
    page.show_reading(Reading("上年.docx", Intent.DRAFT, wrong, (Doubt("t3.granted.natural", "4", "看不清"),)))
    fold, listed = child(page, QToolButton, "btnOwnErrors"), child(page, QListWidget, "ownErrors")
    assert "这份上年年报自己有 1 处勾稽不平" in fold.text()
    assert not listed.isVisible()
    fold.click()
    assert listed.isVisible()
    assert listed.count() == 1
    qtbot.keyClick(page._doubts, Qt.Key.Key_5)
    qtbot.keyClick(children(page._doubts, QLineEdit)[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not fold.isVisible())


def test_doubts_nobody_looked_at_are_recalled(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, (Doubt(), Doubt("s5", "五、", "标题不一致"))))
    qtbot.keyClick(page._doubts, Qt.Key.Key_Return)
    click(qtbot, page, "reviewAccept")
    assert page.reminder == "有 1 处拿不准没有核对，请对照原文核对。"

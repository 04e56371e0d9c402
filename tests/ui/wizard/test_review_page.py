"""What was read, beside its source, before it enters."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from core import importers
from core.cells import CellId
from core.importers.extract import Extract, Grid, Origin, Paragraph
from core.importers.recogniser.recognise import Recognised
from core.report import Report
from tests.examples import column, filled
from tests.ui.looking import child, click
from ui.filing import Intent, Reading
from ui.memory import Memory
from ui.source.pane import SourcePane
from ui.wizard.review.value_editing import EDITOR
from ui.wizard.review_page import ReviewPage

LOW = 480
"""Pixels for the page on 1366x768 at 125 %, under title, menus and a notice, over the foot and the task bar."""

LAST = replace(filled(), unit="青禾县水务局", year=2025)
GRANTED = CellId("t3.granted.natural")
SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "sample"


@dataclass(frozen=True)
class Doubt:
    where: str = "t3.granted.natural"
    raw: str = "0？"
    reason: str = "看不清"


@pytest.fixture
def page(qtbot: QtBot) -> ReviewPage:
    page = ReviewPage(Memory())
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def with_source(report: Report, doubts: tuple[Doubt, ...] = ()) -> Reading:
    """A reading whose file has a title, and one row of table 3 in a grid."""
    blocks = (Paragraph("青禾县水务局2025年年报"), Grid((("予以公开", "0", "0"),), "第 1 个表格"))
    origins = {
        "unit": Origin(0),
        "t3.granted": Origin(1, 0),
        "t3.granted.natural": Origin(1, 0, 1),
        "t3.granted.business": Origin(1, 0, 2),
    }
    empty = frozenset[str]()
    read = Recognised("F2021", report, (), empty, empty, {}, Extract(blocks), origins)
    return Reading("上年.docx", Intent.DRAFT, report, doubts, read)


class Watched:
    """What the source was asked to light up."""

    def __init__(self, page: ReviewPage, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pane = child(page, SourcePane, "sourcePane")
        self.origins: list[Origin | None] = []
        monkeypatch.setattr(self.pane, "highlight", self.origins.append)


def test_without_doubts_one_click_makes_the_draft(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, ()))
    accept = child(page, QPushButton, "reviewAccept")
    assert accept.text() == "生成 2026 年草稿(&G)"
    with qtbot.waitSignal(page.accepted) as accepted:
        qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert accepted.args == [LAST, Intent.DRAFT, 2026]


def test_without_doubts_the_default_button_has_the_keyboard(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, ()))
    assert child(page, QPushButton, "reviewAccept").hasFocus()
    with qtbot.waitSignal(page.accepted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_a_real_file_is_shown_with_its_source_and_every_value_in_it(qtbot: QtBot, page: ReviewPage) -> None:
    path = next(SAMPLES.glob("*.docx"))
    read = importers.read_report(path)
    page.show_reading(Reading(path.name, Intent.DRAFT, read.report, read.doubts, read, path))
    assert child(page, SourcePane, "sourcePane").isVisible()
    cell = CellId("t3.carried_forward.natural")
    page.body.values.show_place(cell, focus=True)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_7)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.body.session.report.value(cell) == 7)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.body.session.report == read.report


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
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    with qtbot.waitSignal(page.accepted) as accepted:
        click(qtbot, page, "reviewAccept")
    assert accepted.args[0].value(GRANTED) is None


def test_after_the_last_doubt_enter_accepts(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, (Doubt(), Doubt("s5", "五、", "标题不一致"))))
    with qtbot.waitSignal(page.accepted):
        for _ in range(3):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.reminder == ""


def test_what_is_still_being_typed_counts(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, (Doubt(),)))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    assert child(page, QLineEdit, EDITOR).text() == "5"
    with qtbot.waitSignal(page.accepted) as accepted:
        click(qtbot, page, "reviewAccept")
    assert accepted.args[0].value(GRANTED) == 5


def test_ctrl_enter_accepts_from_anywhere(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, (Doubt(),)))
    for widget in (page.body.doubts, child(page, QLineEdit, "reviewUnit"), page.body.values):
        widget.setFocus()
        with qtbot.waitSignal(page.accepted):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_escape_calls_off_but_asks_once_more_where_answers_would_be_lost(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, (Doubt(), Doubt("s5", "五、", "标题不一致"))))
    with qtbot.waitSignal(page.called_off):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(page.called_off):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    told = child(page, QLabel, "reviewNote")
    assert "再按一次 Esc" in told.text()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert told.text() == "", "who goes on is asked again"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.called_off):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_escape_leaves_from_inside_the_table_too(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, ()))
    page.body.values.show_place(GRANTED, focus=True)
    with qtbot.waitSignal(page.called_off):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_a_file_may_turn_out_to_be_this_years_report(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("年报.docx", Intent.DRAFT, LAST, ()))
    with qtbot.waitSignal(page.accepted) as accepted:
        click(qtbot, page, "reviewOther")
    assert accepted.args[1] is Intent.ADOPT


def test_nothing_enters_when_it_is_called_off(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("年报.docx", Intent.ADOPT, LAST, ()))
    with qtbot.waitSignal(page.called_off), qtbot.assertNotEmitted(page.accepted):
        click(qtbot, page, "reviewCancel")


def test_sums_that_do_not_come_out_in_the_file_lead_to_their_cell(qtbot: QtBot, page: ReviewPage) -> None:
    wrong = replace(filled(column("natural", new=5, granted=4)), year=2025)
    page.show_reading(Reading("上年.docx", Intent.DRAFT, wrong, (Doubt("t3.granted.natural", "4", "看不清"),)))
    fold, listed = child(page, QToolButton, "btnOwnErrors"), child(page, QListWidget, "ownErrors")
    assert "这份上年年报自己有 1 处勾稽不平" in fold.text()
    fold.click()
    at = listed.visualItemRect(listed.item(0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.body.values.current_place() == "t3.carried_forward.natural"
    page.body.step(1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not fold.isVisible())


def test_a_printed_total_that_disagrees_is_told_with_both_numbers(page: ReviewPage) -> None:
    wrong = filled({"t3.granted.natural": 4}, printed={"t3.granted.total": 6})
    page.show_reading(Reading("上年.docx", Intent.DRAFT, wrong, ()))
    listed = child(page, QListWidget, "ownErrors")
    said = [listed.item(row).text() for row in range(listed.count())]
    assert any("4" in words and "6" in words and "总计" in words for words in said)


def test_doubts_nobody_looked_at_are_recalled(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, (Doubt(), Doubt("s5", "五、", "标题不一致"))))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    click(qtbot, page, "reviewAccept")
    assert page.reminder == "有 1 处拿不准没有核对，请对照原文核对。"


def test_going_through_doubts_and_cells_lights_up_their_place_in_the_source(
    qtbot: QtBot, page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Watched(page, monkeypatch)
    page.show_reading(with_source(LAST, (Doubt(), Doubt("unit", "", "没有找到"))))
    assert source.origins[-1] == Origin(1, 0, 1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert source.origins[-1] == Origin(0)
    page.body.values.show_place(GRANTED, focus=True)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert source.origins[-1] == Origin(1, 0, 2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert source.origins[-1] == Origin(1, 0), "a cell without a place of its own has that of its row"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert source.origins[-1] is None


def test_a_place_of_the_source_leads_to_what_was_read_there(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(with_source(LAST, (Doubt("s5", "五、", "标题不一致"), Doubt())))
    pane = child(page, SourcePane, "sourcePane")
    pane.place_chosen.emit(Origin(1, 0, 1))
    assert page.body.values.current_place() == GRANTED
    line = page.body.doubts.list.current_line()
    assert line is not None
    assert line.where == GRANTED
    pane.place_chosen.emit(Origin(0))
    assert child(page, QLineEdit, "reviewUnit").hasFocus()


def test_without_a_source_the_whole_page_is_for_the_values(page: ReviewPage) -> None:
    page.show_reading(Reading("粘贴的文字", Intent.DRAFT, LAST, ()))
    assert not child(page, SourcePane, "sourcePane").isVisible()


def test_the_width_of_the_source_is_remembered(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(with_source(LAST))
    splitter = child(page, QSplitter, "reviewSplit")
    handle = splitter.handle(1)
    start = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(handle, start + QPoint(60, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start)
    assert page._memory.settings.source_width != Memory().settings.source_width
    assert page._memory.settings.source_width == splitter.sizes()[0]


def test_f8_goes_to_the_next_doubt_from_the_table(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, (Doubt(), Doubt("t4.review.upheld"), Doubt("s5"))))
    page.body.values.show_place(GRANTED, focus=True)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert page.body.doubts.list.hasFocus()
    assert page.body.doubts.list.currentIndex().row() == 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert page.body.doubts.list.currentIndex().row() == 0


def test_f6_goes_round_the_parts(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(with_source(LAST, (Doubt(),)))
    for part in (page.body.values, child(page, QPushButton, "reviewAccept"), child(page, SourcePane, "sourcePane")):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus is part or part.isAncestorOf(focus)


def test_an_answer_that_is_undone_is_open_again(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, (Doubt(), Doubt("s5", "五、", "标题不一致"))))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert page.body.doubts.left() == 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.body.doubts.left() == 2
    assert page.body.session.report == LAST


def test_a_unit_that_is_typed_in_settles_its_doubt(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_reading(Reading("上年.docx", Intent.DRAFT, LAST, (Doubt("unit", "", "没有找到单位名称"),)))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    unit = child(page, QLineEdit, "reviewUnit")
    assert unit.hasFocus()
    qtbot.keyClicks(unit, "x")
    assert page.body.doubts.left() == 0


def test_another_page_is_not_made_higher_by_a_reading_that_is_no_longer_in_view(qtbot: QtBot) -> None:
    stack, review = QStackedWidget(), ReviewPage(Memory())
    qtbot.addWidget(stack)
    stack.addWidget(QLabel("草稿"))
    stack.addWidget(review)
    stack.setCurrentWidget(review)
    stack.show()
    review.show_reading(with_source(LAST, (Doubt(),)))
    assert stack.minimumSizeHint().height() > 300
    stack.setCurrentIndex(0)
    assert stack.minimumSizeHint().height() < 100


def test_many_doubts_fit_beneath_each_other_on_a_low_screen(page: ReviewPage) -> None:
    page.show_reading(with_source(LAST, tuple(Doubt() for _ in range(30))))
    assert page.minimumSizeHint().height() <= LOW

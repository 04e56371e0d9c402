"""The preview follows the report while it is shown."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.errors import UserError
from core.exporters.marks import Composed
from core.exporters.pdf import compose
from core.exporters.picture.appended import compose as appended
from core.exporters.picture.page import compose as picture
from core.report import Report
from core.storage.project import Project
from tests.examples import TEXTS, filled
from tests.ui.looking import child
from ui import pace
from ui.controls import OneLine
from ui.memory import Memory
from ui.preview import press
from ui.preview.column import FIT_WIDTH
from ui.preview.pane import PreviewPane
from ui.preview.subject import PICTURE, Subject
from ui.preview.subject import REPORT as REPORT_SUBJECT
from ui.session import Session

REPORT = replace(filled(), texts=dict(TEXTS))
GRANTED = CellId("t3.granted.natural")


@pytest.fixture
def session() -> Session:
    made = Session()
    made.start(Project(REPORT))
    return made


@pytest.fixture
def pane(qtbot: QtBot, session: Session) -> PreviewPane:
    made = PreviewPane(session, FIT_WIDTH)
    qtbot.addWidget(made)
    made.resize(700, 900)
    return made


def shown(qtbot: QtBot, pane: PreviewPane) -> None:
    pane.show()
    qtbot.waitUntil(lambda: pane.is_fresh)


def test_the_pages_are_those_of_the_pdf(qtbot: QtBot, pane: PreviewPane) -> None:
    shown(qtbot, pane)
    assert pane.composed == compose(REPORT)


def test_hidden_it_prints_nothing(qtbot: QtBot, pane: PreviewPane, session: Session) -> None:
    session.edit("改", edits.set_cell, GRANTED, "5")
    qtbot.wait(50)
    assert pane.press.is_idle
    assert pane.composed is None


def test_an_edit_is_on_the_page_at_once_and_so_is_its_undoing(
    qtbot: QtBot, pane: PreviewPane, session: Session
) -> None:
    shown(qtbot, pane)
    pane.view.bring_in(pane.view.rect_of(GRANTED))
    qtbot.waitUntil(lambda: pane.is_fresh)
    before = pane.view.viewport().grab().toImage()
    session.edit("改", edits.set_cell, GRANTED, "1234567")
    assert not pane.is_fresh
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.view.viewport().grab().toImage() != before
    session.undo()
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.view.viewport().grab().toImage() == before


def test_findings_wait_for_the_fresh_page(
    qtbot: QtBot, pane: PreviewPane, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(report: Report) -> Composed:
        time.sleep(0.15)
        return compose(report)

    monkeypatch.setattr(pace, "LATEST_MS", 20_000)
    monkeypatch.setattr(press, "compose", slow)
    shown(qtbot, pane)
    order: list[str] = []
    pane.pulled.connect(lambda _: order.append("page"))
    session.findings_changed.connect(lambda _: order.append("findings"))
    session.edit_by_hand("改", edits.set_cell, GRANTED, "5")
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["page", "findings"]


def test_a_report_that_is_shown_again_after_edits_is_fresh(qtbot: QtBot, pane: PreviewPane, session: Session) -> None:
    shown(qtbot, pane)
    pane.hide()
    session.edit("改", edits.set_cell, GRANTED, "7")
    shown(qtbot, pane)
    assert pane.composed == compose(session.report)


def test_another_report_shows_nothing_of_the_one_before(qtbot: QtBot, pane: PreviewPane, session: Session) -> None:
    shown(qtbot, pane)
    session.start(Project(Report(unit="白石滩镇人民政府", year=2024)))
    assert pane.composed is None
    assert pane.view.page == -1
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.press.is_idle
    assert getattr(pane.composed, "author", "") == "白石滩镇人民政府"


def test_where_no_font_is_the_reason_stands_in_the_place_of_the_pages(
    qtbot: QtBot, pane: PreviewPane, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_font(_report: Report) -> Composed:
        raise UserError("没有中文字体。", "请安装“仿宋”。")

    monkeypatch.setattr(press, "compose", no_font)
    pane.show()
    fault = child(pane, QLabel, "previewFault")
    qtbot.waitUntil(fault.isVisible)
    assert fault.text() == "▲ 没有中文字体。\n请安装“仿宋”。"
    monkeypatch.setattr(press, "compose", compose)
    session.edit("改", edits.set_cell, GRANTED, "5")
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.view.isVisible()


def test_what_the_writer_has_to_tell_stands_above_the_pages(qtbot: QtBot, pane: PreviewPane, session: Session) -> None:
    session.edit("改", edits.set_text, "s6", "本年无其他事项\U0010fffd。")
    shown(qtbot, pane)
    notes = child(pane, OneLine, "previewNotes")
    assert notes.isVisible()
    assert "U+10FFFD" in notes.toolTip()


def test_a_final_report_that_was_changed_elsewhere_is_shown_as_one_that_goes_no_way_out(
    qtbot: QtBot, pane: PreviewPane, session: Session
) -> None:
    session.start(Project(edits.finalise(REPORT, "苏禾", "2025-01-20", "3F7K-9Q2M")))
    shown(qtbot, pane)
    notes = child(pane, OneLine, "previewNotes")
    assert notes.isVisible()
    assert notes.text().startswith("▲ 定稿以后内容在别处被改过：定稿时校验号 3F7K-9Q2M")
    assert "请撤回定稿" in notes.toolTip()
    session.edit("撤回定稿", edits.withdraw)
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert "▲" not in notes.text()


def test_enter_in_the_page_field_hands_the_keyboard_to_the_pages(qtbot: QtBot, pane: PreviewPane) -> None:
    shown(qtbot, pane)
    field = child(pane, QSpinBox, "previewPage")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pane.view.hasFocus()
    assert pane.view.page == 1


def test_escape_asks_for_the_way_back(qtbot: QtBot, pane: PreviewPane) -> None:
    shown(qtbot, pane)
    pane.view.setFocus()
    with qtbot.waitSignal(pane.left):
        qtbot.keyClick(pane.view, Qt.Key.Key_Escape)


def test_a_remembered_size_that_is_none_of_ours_counts_as_none(qtbot: QtBot, session: Session) -> None:
    odd = PreviewPane(session, 99999)
    qtbot.addWidget(odd)
    assert odd.view.zoom == FIT_WIDTH


def test_many_edits_take_no_more_memory_than_few(qtbot: QtBot, pane: PreviewPane, session: Session) -> None:
    shown(qtbot, pane)
    taken = []
    for number in range(12):
        session.edit("改", edits.set_cell, GRANTED, str(number + 10))
        qtbot.waitUntil(lambda: pane.is_fresh)
        taken.append(pane.view.bytes())
    assert len(set(taken)) == 1


def test_the_picture_of_the_year_follows_an_edit(qtbot: QtBot, pane: PreviewPane, session: Session) -> None:
    pane.show_subject(PICTURE)
    shown(qtbot, pane)
    assert pane.composed == picture(REPORT)
    session.edit("改", edits.set_cells, {GRANTED: "5", CellId("t3.new_requests.natural"): "5"})
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.composed == picture(session.report)
    assert pane.composed != picture(REPORT)


def test_what_was_under_way_is_not_shown_as_something_else(qtbot: QtBot, pane: PreviewPane) -> None:
    pane.show()
    shown_as: list[Subject] = []
    pane.pulled.connect(lambda pull: shown_as.append(PICTURE if pull.by else REPORT_SUBJECT))
    pane._soon.timeout.emit()  # what is asked for is under way: no event lets it arrive before something else is shown
    assert not pane.press.is_idle
    pane.show_subject(PICTURE)
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert set(shown_as) == {PICTURE}
    pane.show_subject(REPORT_SUBJECT)
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.composed == compose(REPORT)
    assert pane.accessibleName() == "打印预览"


def test_the_picture_is_its_last_page_as_long_as_that_is_wanted(
    qtbot: QtBot, pane: PreviewPane, session: Session
) -> None:
    shown(qtbot, pane)
    alone = len(compose(REPORT).pages)
    box = child(pane, QCheckBox, "previewAppended")
    assert not box.isChecked()
    box.click()
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.composed == appended(REPORT)
    assert child(pane, QLabel, "previewCount").text() == f"/ {alone + 1} 页"
    pane.view.turn_to(alone)
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert not child(pane, QLabel, "previewFault").isVisible()
    session.edit("改", edits.set_cell, GRANTED, "5")
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.composed == appended(session.report)
    box.click()
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.composed == compose(session.report)


def test_where_it_was_wanted_before_it_is_there_at_once(qtbot: QtBot, session: Session) -> None:
    memory = Memory()
    memory.change(picture_appended=True)
    made = PreviewPane(session, FIT_WIDTH, memory=memory)
    qtbot.addWidget(made)
    shown(qtbot, made)
    assert made.composed == appended(REPORT)
    assert child(made, QCheckBox, "previewAppended").isChecked()
    made.show_subject(PICTURE)
    qtbot.waitUntil(lambda: made.is_fresh)
    assert made.composed == picture(REPORT)
    assert not child(made, QCheckBox, "previewAppended").isVisible()

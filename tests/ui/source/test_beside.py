"""The source beside the pages of the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QSplitter, QToolButton
from pytestqt.qtbot import QtBot

from core.importers.extract import Extract, Paragraph
from tests.ui.looking import child
from tests.ui.scans import write_picture
from ui.source.beside import Beside

EXTRACT = Extract((Paragraph("青禾县水务局年度报告"),))


@pytest.fixture
def desk(qtbot: QtBot) -> QSplitter:
    splitter = QSplitter()
    for width in (190, 886, 290):
        part = QListWidget()
        part.setMinimumWidth(100)
        splitter.addWidget(part)
        part.resize(width, 600)
    qtbot.addWidget(splitter)
    splitter.resize(1366, 600)
    splitter.setSizes([190, 886, 290])
    splitter.show()
    return splitter


@pytest.fixture
def beside(desk: QSplitter) -> Iterator[Beside]:
    made = Beside(desk, 1, desk.widget(2), 440)
    yield made
    made.forget()


def test_nothing_is_shown_where_no_file_was_read(beside: Beside, desk: QSplitter) -> None:
    beside.show(shown=True)
    assert not beside.is_offered
    assert beside.pane is None
    assert desk.count() == 3


def test_it_stands_between_steps_and_page_and_the_findings_make_room(beside: Beside, desk: QSplitter) -> None:
    findings = desk.widget(2)
    beside.offer("甲.docx", EXTRACT, None)
    beside.show(shown=True)
    assert desk.widget(1) is beside.pane
    sizes = desk.sizes()
    assert 430 <= sizes[1] <= 445
    assert sizes[2] > 640
    assert not findings.isVisible()
    beside.show(shown=False)
    assert findings.isVisible()
    assert beside.pane is None


def test_findings_that_were_folded_before_stay_folded(beside: Beside, desk: QSplitter) -> None:
    findings = desk.widget(2)
    findings.hide()
    beside.offer("甲.docx", EXTRACT, None)
    beside.show(shown=True)
    beside.show(shown=False)
    assert not findings.isVisible()


def test_on_a_wide_screen_the_findings_stay(beside: Beside, desk: QSplitter) -> None:
    desk.resize(1920, 600)
    beside.offer("甲.docx", EXTRACT, None)
    beside.show(shown=True)
    assert desk.widget(3).isVisible()


def test_on_a_small_screen_the_page_keeps_the_larger_part(beside: Beside, desk: QSplitter) -> None:
    desk.resize(1000, 600)
    beside.offer("甲.docx", EXTRACT, None)
    beside.show(shown=True)
    assert desk.sizes()[1] < desk.sizes()[2]


def test_its_width_is_kept(beside: Beside, desk: QSplitter) -> None:
    beside.offer("甲.docx", EXTRACT, None)
    beside.show(shown=True)
    desk.setSizes([190, 500, 676, 0])
    width = beside.width
    assert width > 480
    beside.show(shown=False)
    assert beside.width == width
    beside.show(shown=True)
    assert abs(desk.sizes()[1] - width) < 4


def test_the_cross_folds_it_and_tells_so(qtbot: QtBot, beside: Beside) -> None:
    beside.offer("甲.docx", EXTRACT, None)
    beside.show(shown=True)
    assert beside.pane is not None
    with qtbot.waitSignal(beside.shown_changed) as told:
        child(beside.pane, QToolButton, "sourceClose").click()
    assert told.args == [False]
    assert beside.is_offered


def test_another_report_takes_the_source_away(qtbot: QtBot, beside: Beside) -> None:
    beside.offer("甲.docx", EXTRACT, None)
    beside.show(shown=True)
    beside.forget()
    assert not beside.is_offered
    assert not beside.is_shown


def test_pages_are_shown_once_they_are_wanted(beside: Beside, tmp_path: Path) -> None:
    path = write_picture(tmp_path / "照片.png")
    beside.offer_pages(path)
    assert not beside.is_shown
    beside.show(shown=True)
    assert beside.pane is not None
    assert beside.pane.path == path
    assert beside.pane.view() is beside.pane.pages

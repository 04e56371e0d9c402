"""From a report to the pictures of its pages, on another thread."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core import edits
from core.errors import UserError
from core.exporters.marks import Composed
from core.exporters.pdf import compose, write
from core.printed_pages import PrintedPages
from core.report import Report
from tests.examples import TEXTS, filled
from ui.preview import press as module
from ui.preview.press import Press, Pull
from ui.preview.tiles import Look, Tile

REPORT = replace(filled(), texts=dict(TEXTS))


class Taken:
    """What came off the press."""

    def __init__(self, press: Press) -> None:
        self.pulls: list[Pull] = []
        self.errors: list[Exception] = []
        press.pulled.connect(self.pulls.append)
        press.failed.connect(self.errors.append)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    held = QObject()
    yield held
    held.deleteLater()


def tile(page: int, version: int = 0) -> Tile:
    return Tile(page, Look(version, 300, 424), 0, 0)


def test_a_report_comes_with_pictures_of_the_pages_in_view(qtbot: QtBot, owner: QObject) -> None:
    press = Press(owner)
    taken = Taken(press)
    press.ask(REPORT, [tile(0)])
    assert not press.is_idle
    qtbot.waitUntil(lambda: len(taken.pulls) == 1)
    pull = taken.pulls[0]
    assert pull.report is REPORT
    assert len(pull.versions) == len(pull.composed.pages)
    drawn = pull.tiles[tile(0, pull.versions[0])]
    assert (drawn.width(), drawn.height()) == (300, 424)
    ink = [(x, y) for x in range(300) for y in range(80, 160) if drawn.pixelColor(x, y).lightness() < 128]
    assert len(ink) > 50  # the title
    assert press.is_idle


def test_every_page_is_dot_for_dot_that_of_the_exported_file(qtbot: QtBot, owner: QObject) -> None:
    exported = PrintedPages(write(REPORT)[0])
    press = Press(owner)
    taken = Taken(press)
    for page in (*range(exported.count), 2):  # one by one, as a clerk scrolls, and then all of them
        press.ask(REPORT, [tile(page)])
        qtbot.waitUntil(lambda: press.is_idle)
    press.ask(REPORT, [tile(page) for page in range(exported.count)])
    qtbot.waitUntil(lambda: press.is_idle)
    drawn = [pair for pull in taken.pulls for pair in pull.tiles.items()]
    assert len(drawn) == 2 * exported.count + 1
    for piece, ours in drawn:
        theirs = QImage(ours.size(), QImage.Format.Format_RGB32)
        part = (ours.width(), ours.height(), theirs.bytesPerLine())
        exported.draw(piece.page, (300, 424), (0, 0), theirs.bits(), part)
        assert ours == theirs
    exported.close()


def test_a_page_that_an_edit_leaves_as_it_was_keeps_its_version_and_its_picture(qtbot: QtBot, owner: QObject) -> None:
    press = Press(owner)
    taken = Taken(press)
    press.ask(REPORT, [tile(0)])
    qtbot.waitUntil(lambda: len(taken.pulls) == 1)
    before = taken.pulls[0].versions
    last = len(before) - 1
    edited = edits.set_text(REPORT, "s6", "2024年未收取信息处理费。没有其他事项。")
    press.ask(edited, [tile(0), tile(last)], frozenset({tile(0, before[0])}))
    qtbot.waitUntil(lambda: len(taken.pulls) == 2)
    after = taken.pulls[1]
    assert after.versions[0] == before[0]
    assert after.versions[last] != before[last]
    assert [found.page for found in after.tiles] == [last]


def test_while_one_report_is_printed_only_the_newest_waits(
    qtbot: QtBot, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed: list[Report] = []
    monkeypatch.setattr(module, "compose", _noting(composed, compose))
    press = Press(owner)
    taken = Taken(press)
    reports = [edits.set_text(REPORT, "s6", f"无其他事项{number}。") for number in range(5)]
    for report in reports:
        press.ask(report, [])
    qtbot.waitUntil(lambda: press.is_idle)
    assert [pull.report for pull in taken.pulls] == [reports[0], reports[4]]
    assert composed == [reports[0], reports[4]]


def test_scrolling_prints_nothing_anew(qtbot: QtBot, owner: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[Report] = []
    monkeypatch.setattr(module, "compose", _noting(composed, compose))
    press = Press(owner)
    taken = Taken(press)
    for page in (0, 1):
        press.ask(REPORT, [tile(page)])
        qtbot.waitUntil(lambda: press.is_idle)
    assert len(composed) == 1
    assert [list(pull.tiles) for pull in taken.pulls] == [[tile(0, 1)], [tile(1, 1)]]


def test_pages_that_are_not_there_are_not_drawn(qtbot: QtBot, owner: QObject) -> None:
    press = Press(owner)
    taken = Taken(press)
    press.ask(REPORT, [tile(99)])
    qtbot.waitUntil(lambda: len(taken.pulls) == 1)
    assert taken.pulls[0].tiles == {}


def test_what_cannot_be_printed_is_told_and_the_next_report_is_tried(
    qtbot: QtBot, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_font(_report: Report) -> Composed:
        raise UserError("没有中文字体。", "请安装。")

    monkeypatch.setattr(module, "compose", no_font)
    press = Press(owner)
    taken = Taken(press)
    press.ask(REPORT, [tile(0)])
    qtbot.waitUntil(lambda: press.is_idle)
    assert [str(error) for error in taken.errors] == [str(UserError("没有中文字体。", "请安装。"))]
    monkeypatch.setattr(module, "compose", compose)
    press.ask(REPORT, [tile(0)])
    qtbot.waitUntil(lambda: len(taken.pulls) == 1)


def _noting(noted: list[Report], real: Callable[[Report], Composed]) -> Callable[[Report], Composed]:
    def noting(report: Report) -> Composed:
        noted.append(report)
        return real(report)

    return noting

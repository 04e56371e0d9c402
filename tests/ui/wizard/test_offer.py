"""A draft that was left behind, on the start page."""

from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from core.report import Report
from core.storage.project import Project
from core.storage.recovery import Leftover
from tests.ui.looking import click, words
from ui.wizard.offer import Offer


def test_what_is_refused_is_only_deleted_at_the_end_and_can_be_taken_back(qtbot: QtBot) -> None:
    report = Report(unit="青禾县<b>水务局", year=2026)
    offer = Offer(Leftover(Path("x.recovery"), "", datetime.now().astimezone(), Project(report)))
    qtbot.addWidget(offer)
    offer.show()
    assert "有一份没有保存的草稿：青禾县<b>水务局 · 2026 年度，今天" in words(offer)
    with qtbot.waitSignal(offer.refused):
        click(qtbot, offer, "leftoverRefuse")
    assert "关闭程序时删除" in words(offer)
    with qtbot.waitSignal(offer.kept):
        click(qtbot, offer, "leftoverBack")
    with qtbot.waitSignal(offer.wanted):
        click(qtbot, offer, "leftoverTake")

"""The mark that something is being done."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.looking import click
from ui.background import Task
from ui.busy import BusyMark


def shown(qtbot: QtBot) -> BusyMark:
    mark = BusyMark()
    qtbot.addWidget(mark)
    return mark


def test_what_is_done_at_once_shows_no_mark(qtbot: QtBot) -> None:
    mark, owner = shown(qtbot), QObject()
    mark.watch("正在读取…", Task(lambda: None, owner))
    mark.rest()
    qtbot.wait(250)
    assert not mark.isVisible()


def test_what_takes_time_can_be_called_off(qtbot: QtBot) -> None:
    mark, owner, go = shown(qtbot), QObject(), threading.Event()
    task = Task(lambda: go.wait(5), owner)
    task.start()
    mark.watch("正在读取…", task)
    qtbot.waitUntil(mark.isVisible)
    click(qtbot, mark, "busyCancel")
    assert not mark.isVisible()
    assert not task.is_running
    go.set()
    qtbot.wait(50)

"""The mark that something is being done."""

import threading

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
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


def test_escape_calls_off_from_wherever_the_clerk_is_but_only_while_the_mark_is_shown(qtbot: QtBot) -> None:
    window, mark, field, owner, go = QWidget(), BusyMark(), QLineEdit(), QObject(), threading.Event()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for part in (field, mark):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    task = Task(lambda: go.wait(5), owner)
    task.start()
    mark.watch("正在读取…", task)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: task.is_running)
    qtbot.waitUntil(mark.isVisible)
    QApplication.processEvents()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(mark.isHidden)
    qtbot.waitUntil(lambda: not task.is_running)
    go.set()
    qtbot.wait(50)

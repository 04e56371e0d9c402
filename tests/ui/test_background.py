"""Work off the window's thread."""

import threading
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread
from pytestqt.qtbot import QtBot

from core.errors import UserError
from ui import background


def test_the_result_comes_back_on_the_windows_thread(qtbot: QtBot) -> None:
    owner = QObject()
    threads: list[QThread] = []
    results: list[object] = []

    def done(result: object) -> None:
        threads.append(QThread.currentThread())
        results.append(result)

    background.run(owner, threading.get_ident, done, results.append)
    qtbot.waitUntil(lambda: bool(results))
    assert results != [threading.get_ident()]
    assert threads == [owner.thread()]


def test_a_user_error_comes_back_as_it_is(qtbot: QtBot) -> None:
    owner = QObject()
    errors: list[object] = []

    def fail() -> None:
        raise UserError("读不出来。", "换一份。")

    background.run(owner, fail, errors.append, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "读不出来。换一份。"


def test_a_fault_of_ours_is_logged_and_comes_back(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    owner = QObject()
    done: list[object] = []
    errors: list[object] = []
    background.run(owner, lambda: 1 / 0, done.append, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)
    assert done == []
    assert "background work failed" in caplog.text


def test_a_task_outlives_the_telling_of_its_result(qtbot: QtBot) -> None:
    owner, go = QObject(), threading.Event()
    order: list[str] = []
    task = background.run(
        owner, lambda: go.wait(5), lambda _: order.append("taken"), lambda error: order.append(str(error))
    )

    def linger(*_: object) -> None:
        time.sleep(0.3)  # a busy machine stops the thread in the middle
        order.append("told")

    task._ended.connect(linger, Qt.ConnectionType.DirectConnection)
    task.destroyed.connect(lambda: order.append("gone"))
    go.set()
    qtbot.waitUntil(lambda: "gone" in order)
    assert order == ["taken", "told", "gone"]


def test_who_asked_may_go_while_the_result_is_being_told(qtbot: QtBot) -> None:
    owner, order = QObject(), list[str]()
    task = background.run(owner, lambda: 7, lambda _: order.append("taken"), lambda _: order.append("failed"))

    def linger(*_: object) -> None:
        order.append("telling")
        time.sleep(0.3)
        order.append("told")

    task._ended.connect(linger, Qt.ConnectionType.DirectConnection)
    while "telling" not in order:
        time.sleep(0.001)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert order == ["telling"]
    task.destroyed.connect(lambda: order.append("gone"))
    qtbot.waitUntil(lambda: "gone" in order)
    assert order == ["telling", "told", "gone"]


def test_a_result_comes_also_where_what_is_to_go_goes_first(qtbot: QtBot) -> None:
    owner = QObject()
    results: list[object] = []
    background.run(owner, lambda: 7, results.append, results.append)
    time.sleep(0.2)  # the thread has told by then
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.waitUntil(lambda: results == [7])


def test_a_task_that_is_called_off_says_nothing(qtbot: QtBot) -> None:
    owner, go = QObject(), threading.Event()
    said: list[object] = []
    task = background.run(owner, lambda: go.wait(5), said.append, said.append)
    task.call_off()
    go.set()
    qtbot.wait(100)
    assert said == []


def test_work_that_is_called_off_is_told(qtbot: QtBot) -> None:
    owner, told = QObject(), threading.Event()
    task = background.run(owner, lambda: told.wait(5), lambda _: None, lambda _: None, told)
    assert not told.is_set()
    task.call_off()
    assert told.is_set()

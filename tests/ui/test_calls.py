"""Calls of a second start, while the window is there."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from core import running
from ui.calls import Calls

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def call(place: Path, file: str) -> Path:
    path = running.calls_of(place) / "1.call"
    path.write_text(json.dumps(file), "utf-8")
    return path


def test_the_file_that_is_called_for_is_wanted_and_the_window_comes_back(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    calls = Calls(tmp_path, window, lambda: None)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    with qtbot.waitSignal(calls.wanted) as heard:
        call(tmp_path, "C:/我的 年报/甲.nianbao")
    assert heard.args == [Path("C:/我的 年报/甲.nianbao")]
    assert not window.isMinimized()
    calls.close()
    assert not (tmp_path / running.LOCK).exists()


@pytest.mark.parametrize("file", ["", "甲.nianbao"])
def test_a_second_start_without_a_file_or_with_the_open_one_only_brings_the_window(
    qtbot: QtBot, window: QWidget, tmp_path: Path, file: str
) -> None:
    calls = Calls(tmp_path, window, lambda: Path("甲.nianbao"))
    heard: list[object] = []
    calls.wanted.connect(heard.append)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    left = call(tmp_path, file)
    qtbot.waitUntil(lambda: not left.exists())
    assert heard == []
    assert not window.isMinimized()
    calls.close()


def test_while_a_question_is_open_nobody_is_answered(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    calls = Calls(tmp_path, window, lambda: None)
    question = QDialog(window)
    question.setModal(True)
    question.show()
    left = call(tmp_path, "甲.nianbao")
    calls.look()
    assert left.exists()
    question.close()
    calls.look()
    assert not left.exists()
    calls.close()


def test_a_window_that_came_second_answers_nobody(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    first, other = Calls(tmp_path, window, lambda: None), Calls(tmp_path, window, lambda: None)
    left = call(tmp_path, "甲.nianbao")
    other.look()
    assert left.exists()
    other.close()
    assert (tmp_path / running.LOCK).exists()
    first.close()

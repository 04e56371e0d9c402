"""Asking for files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.files import PROJECTS, by_dialogs, start_folder


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def test_the_suffix_is_added_where_the_clerk_left_it_out(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers = iter([str(tmp_path / "甲"), str(tmp_path / "甲.nianbao"), ""])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(answers), ""))
    save = by_dialogs().save
    assert [save(parent, "另存为", "", PROJECTS) for _ in range(3)] == [
        tmp_path / "甲.nianbao",
        tmp_path / "甲.nianbao",
        None,
    ]


def test_opening_can_be_called_off(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert by_dialogs().open(parent, "打开", "", PROJECTS) is None


def test_a_dialog_begins_in_a_folder_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers, gone = tmp_path / "文档", str(tmp_path / "没有")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(papers))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert [start_folder(last) for last in (str(tmp_path), "", gone)] == [str(tmp_path)] * 3
    papers.mkdir()
    assert [start_folder(last) for last in (str(tmp_path), "", gone)] == [str(tmp_path), str(papers), str(papers)]


@pytest.mark.parametrize(("choice", "answer"), [("保存", True), ("不保存", False), ("取消", None)])
def test_unsaved_work_is_asked_about_in_three_words(
    qtbot: QtBot, parent: QWidget, choice: str, answer: bool | None
) -> None:
    def choose() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if button.text() == choice).click()

    QTimer.singleShot(50, choose)
    assert by_dialogs().keep(parent, "“甲局”还没有保存到文件。要保存吗？") is answer

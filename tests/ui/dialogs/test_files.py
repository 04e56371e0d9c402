"""Asking for files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looking import child
from ui.dialogs.files import PROJECTS, by_dialogs, start_folder


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def in_dialog(act: Callable[[QFileDialog], None]) -> None:
    """Do something in the next dialog that opens."""

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        act(dialog)

    QTimer.singleShot(50, find)


def name_of(dialog: QFileDialog) -> QLineEdit:
    return child(dialog, QLineEdit, "fileNameEdit")


@pytest.mark.parametrize("name", ["甲", "甲.nianbao", "甲.2026", "甲.NIANBAO"])
def test_the_suffix_is_added_where_the_clerk_left_it_out(parent: QWidget, tmp_path: Path, name: str) -> None:
    def act(dialog: QFileDialog) -> None:
        assert name_of(dialog).text() == "草稿.nianbao"
        name_of(dialog).setText(name)
        dialog.accept()

    in_dialog(act)
    expected = name if name.lower().endswith(".nianbao") else f"{name}.nianbao"
    assert by_dialogs().save(parent, "另存为", str(tmp_path / "草稿.nianbao"), PROJECTS) == tmp_path / expected


def test_saving_can_be_called_off(parent: QWidget, tmp_path: Path) -> None:
    in_dialog(QFileDialog.reject)
    assert by_dialogs().save(parent, "另存为", str(tmp_path / "草稿.nianbao"), PROJECTS) is None


def test_the_name_follows_the_kind_that_is_chosen(parent: QWidget, tmp_path: Path) -> None:
    def act(dialog: QFileDialog) -> None:
        kinds = child(dialog, QComboBox, "fileTypeCombo")
        kinds.setCurrentIndex(1)
        kinds.activated.emit(1)
        assert name_of(dialog).text() == "甲校核单.xlsx"
        dialog.accept()

    in_dialog(act)
    kinds = "PDF 文件 (*.pdf);;Excel 工作簿 (*.xlsx)"
    assert by_dialogs().save(parent, "导出", str(tmp_path / "甲校核单.pdf"), kinds) == tmp_path / "甲校核单.xlsx"


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

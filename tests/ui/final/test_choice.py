"""Which files, and where."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.handing_over import OFFERED, PRODUCTS
from core.settings import Settings
from tests.ui.looking import child, children, click
from ui.final.choice import Choice, Conflict, extras_of, to_remember


@pytest.fixture
def choice(qtbot: QtBot, tmp_path: Path) -> Choice:
    def ask(_: QWidget, title: str, start: str) -> Path | None:
        asked.append((title, start))
        return answer[0]

    asked: list[tuple[str, str]] = []
    answer: list[Path | None] = [tmp_path / "别处"]
    made = Choice(tmp_path / "年报（定稿）", ask, ("pictureSvg",))
    qtbot.addWidget(made)
    made.show()
    made.setProperty("asked", asked)
    return made


def test_every_usual_product_is_ticked_and_of_the_others_what_was_wanted_last(choice: Choice) -> None:
    svg = next(product for product in OFFERED if product.key == "pictureSvg")
    assert set(choice.products) == {*PRODUCTS, svg}
    assert [product for product in OFFERED if product in choice.products] == list(choice.products)
    assert len(children(choice, QCheckBox)) == len(OFFERED)


@pytest.mark.parametrize("keys", [(), ("pdfPicture",), ("picturePdf", "pictureSvg"), ("pdfPicture", "pictureSvg")])
def test_what_is_ticked_besides_the_usual_products_is_remembered(keys: tuple[str, ...]) -> None:
    ticked = [product for product in OFFERED if product in PRODUCTS[2:] or product.key in keys]
    settings = Settings(**to_remember(ticked))
    assert extras_of(settings) == set(keys)
    assert settings.picture_appended is ("pdfPicture" in keys)


def test_what_is_not_ticked_is_left_out(qtbot: QtBot, choice: Choice) -> None:
    box = child(choice, QCheckBox, "product_docx")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert "docx" not in [product.key for product in choice.products]


def test_another_place_keeps_the_name_of_the_folder(qtbot: QtBot, choice: Choice, tmp_path: Path) -> None:
    click(qtbot, choice, "finalBrowse")
    assert choice.folder == tmp_path / "别处" / "年报（定稿）"


def test_a_mere_name_is_a_folder_beside_the_one_that_was_offered(choice: Choice, tmp_path: Path) -> None:
    child(choice, QLineEdit, "finalFolder").setText("报送")
    assert choice.folder == tmp_path / "报送"


def test_a_folder_may_be_typed_or_pasted_in_quotes(choice: Choice, tmp_path: Path) -> None:
    field = child(choice, QLineEdit, "finalFolder")
    field.setText(f' "{tmp_path / "甲"}" ')
    assert choice.folder == tmp_path / "甲"
    field.setText("~无此用户")
    assert choice.folder is not None
    assert choice.folder.name == "~无此用户"
    field.setText("  ")
    assert choice.folder is None


def test_files_that_are_there_are_named_and_the_safe_answer_has_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    conflict = Conflict()
    qtbot.addWidget(conflict)
    conflict.show()
    conflict.activateWindow()
    qtbot.waitUntil(conflict.isActiveWindow)
    folder = tmp_path / "年报（定稿）"
    there = [(product, folder / product.ending) for product in PRODUCTS[:2]]
    conflict.ask(folder, there, (), tmp_path / "年报（定稿）(2)")
    words = child(conflict, QLabel, "conflictWords").text()
    assert words == "● 文件夹“年报（定稿）”里已经有 2 份同名的文件：PDF、Word。"
    beside = child(conflict, QPushButton, "conflictBeside")
    assert QApplication.focusWidget() is beside
    assert beside.text() == "另存一份(2)(&S)"
    with qtbot.waitSignal(conflict.beside_chosen):
        qtbot.keyClick(beside, Qt.Key.Key_Return)
    with qtbot.waitSignal(conflict.over_chosen):
        click(qtbot, conflict, "conflictOver")
    with qtbot.waitSignal(conflict.left):
        click(qtbot, conflict, "conflictCancel")


def test_files_that_would_be_left_as_they_were_are_named_too(qtbot: QtBot, tmp_path: Path) -> None:
    conflict = Conflict()
    qtbot.addWidget(conflict)
    folder = tmp_path / "年报（定稿）"
    found = [(product, folder / product.ending) for product in PRODUCTS[:3]]
    conflict.ask(folder, found[:1], found[1:], tmp_path / "年报（定稿）(2)")
    words = child(conflict, QLabel, "conflictWords")
    assert words.text().endswith("里已经有 1 份同名的文件：PDF；另有以前写的 Word、Excel，这次不重写，可能已经过时。")
    conflict.ask(folder, (), found[1:], tmp_path / "年报（定稿）(2)")
    assert words.text() == "● 文件夹“年报（定稿）”里有以前写的 Word、Excel，这次不重写，可能已经过时。"
    assert child(conflict, QPushButton, "conflictOver").text() == "写在一起(&V)"

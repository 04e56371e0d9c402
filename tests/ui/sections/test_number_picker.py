"""The list of the numbers of the tables."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.form.reference_names import Quantity
from core.storage.project import Project
from tests.examples import filled
from tests.ui.looking import child, words
from ui.sections.number_picker import NOTHING, NumberPicker
from ui.session import Session

NEW = CellId("t3.new_requests.natural")


def shown(qtbot: QtBot, picked: list[str], caret: QPoint | None = None) -> tuple[Session, NumberPicker, QWidget]:
    session = Session()
    session.start(Project(filled({NEW: 12})))
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()

    def take(quantity: Quantity) -> None:
        picked.append(quantity.id)

    picker = NumberPicker(session, take, lambda: picked.append("left"))
    picker.open_over(page, caret or QPoint(20, 20))
    return session, picker, page


def rows(picker: NumberPicker) -> list[list[str]]:
    tree = child(picker, QTreeWidget, "numbers")
    items = [tree.topLevelItem(i) for i in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item]


def field(picker: NumberPicker) -> QLineEdit:
    return child(picker, QLineEdit, "numberWanted")


def test_the_names_come_first_with_the_values_as_they_are_now(qtbot: QtBot) -> None:
    session, picker, _ = shown(qtbot, [])
    assert rows(picker)[0] == ["新收总计", "12", "表三·一、本年新收政府信息公开申请数量·总计"]
    session.edit("改", edits.set_cell, NEW, "")
    assert rows(picker)[0][1] == "＿＿"


def test_every_cell_can_be_looked_up_by_its_row_and_column(qtbot: QtBot) -> None:
    _, picker, _ = shown(qtbot, [])
    field(picker).setText("三（三）1 自然人")
    assert [row[0] for row in rows(picker)] == ["三(三)1自然人"]


def test_arrows_choose_while_the_letters_keep_the_caret(qtbot: QtBot) -> None:
    picked: list[str] = []
    _, picker, _ = shown(qtbot, picked)
    qtbot.keyClick(field(picker), Qt.Key.Key_Down)
    qtbot.keyClick(field(picker), Qt.Key.Key_Return)
    assert picked == ["t3.new_requests.natural"]


def test_the_chosen_number_is_told_to_those_who_listen(qtbot: QtBot) -> None:
    _, picker, _ = shown(qtbot, [])
    assert field(picker).accessibleDescription() == "新收总计，现值 12"
    qtbot.keyClick(field(picker), Qt.Key.Key_Down)
    assert field(picker).accessibleDescription() == "新收自然人，现值 12"
    qtbot.keyClicks(field(picker), "xyz")
    assert field(picker).accessibleDescription() == NOTHING
    assert NOTHING in words(picker)


def test_enter_on_nothing_does_nothing(qtbot: QtBot) -> None:
    picked: list[str] = []
    _, picker, _ = shown(qtbot, picked)
    qtbot.keyClicks(field(picker), "xyz")
    qtbot.keyClick(field(picker), Qt.Key.Key_Return)
    assert picked == []
    assert picker.isVisible()


def test_it_stays_inside_the_page(qtbot: QtBot) -> None:
    for caret in (QPoint(0, 0), QPoint(690, 20), QPoint(690, 490), QPoint(10, 250)):
        _, picker, page = shown(qtbot, [], caret)
        assert page.rect().contains(picker.geometry()) or picker.height() > page.height()


def test_another_document_puts_it_away(qtbot: QtBot) -> None:
    session, picker, _ = shown(qtbot, [])
    session.start(Project(filled()))
    assert not picker.isVisible()

"""Lines folded away under one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from core.cells import CellId
from tests.ui.looking import child
from ui.wizard.review.folded_list import FoldedList, Told

WRONG = Told("“自然人”一列不平衡，差 1 件。", CellId("t3.granted.natural"))
NOWHERE = Told("别的。", None)


@pytest.fixture
def folded(qtbot: QtBot) -> FoldedList:
    folded = FoldedList("btnOwnErrors", "ownErrors")
    qtbot.addWidget(folded)
    return folded


def test_lines_are_folded_away_until_asked_for(folded: FoldedList) -> None:
    folded.tell("● 有 2 处", (WRONG, WRONG))
    assert folded.isVisible()
    fold, listed = child(folded, QToolButton, "btnOwnErrors"), child(folded, QListWidget, "ownErrors")
    assert fold.text() == "● 有 2 处"
    assert not listed.isVisible()
    fold.click()
    assert listed.isVisible()
    folded.fold()
    assert not listed.isVisible()


def test_a_list_that_is_told_again_holds_nothing_of_the_one_before(folded: FoldedList) -> None:
    folded.tell("● 有 2 处", (WRONG, NOWHERE))
    folded.tell("● 有 1 处", (WRONG,))
    listed = child(folded, QListWidget, "ownErrors")
    assert [listed.item(row).text() for row in range(listed.count())] == [WRONG.words]


def test_a_line_leads_to_its_cell(qtbot: QtBot, folded: FoldedList) -> None:
    folded.tell("● 有 2 处", (NOWHERE, WRONG))
    child(folded, QToolButton, "btnOwnErrors").click()
    listed = child(folded, QListWidget, "ownErrors")
    with qtbot.waitSignal(folded.cell_chosen) as chosen:
        at = listed.visualItemRect(listed.item(1)).center()
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [WRONG.cell]
    with qtbot.assertNotEmitted(folded.cell_chosen):
        at = listed.visualItemRect(listed.item(0)).center()
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_where_there_is_nothing_to_tell_nothing_shows(folded: FoldedList) -> None:
    folded.tell("● 有 1 处", (WRONG,))
    folded.tell("", ())
    assert not folded.isVisible()

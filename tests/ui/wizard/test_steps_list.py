"""The list of steps."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.storage.project import Project
from tests.examples import column, filled
from ui.session import Session
from ui.wizard.steps_list import StepsList


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    session = Session()
    session.start(Project(filled(column("natural", new=5, granted=4))))
    return session


@pytest.fixture
def steps(qtbot: QtBot, session: Session) -> StepsList:
    steps = StepsList(session)
    qtbot.addWidget(steps)
    steps.show()
    return steps


def test_every_step_stands_there_with_its_state(steps: StepsList) -> None:
    assert [steps.item(row).text() for row in range(steps.count())] == [
        "封面与前言",
        "总体情况",
        "主动公开",
        "申请办理",
        "复议诉讼",
        "问题与改进",
        "其他事项",
        "全审与导出",
    ]
    assert steps.mark_of("s3") == "▲1"
    assert steps.mark_of("s4") == "✓"
    assert steps.mark_of("s5") == "未看"


def test_the_state_is_told_in_words_too(steps: StepsList) -> None:
    item = steps.item(3)
    assert item.toolTip() == "第 4 步 申请办理：还有 1 处必须改（Alt+4）"
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "4 申请办理，还有 1 处必须改"


def test_the_mark_follows_an_edit_and_its_undo(steps: StepsList, session: Session) -> None:
    session.edit("改", edits.set_cell, CellId("t3.granted.natural"), "5")
    assert steps.mark_of("s3") == "✓"
    session.undo()
    session.settle()
    assert steps.mark_of("s3") == "▲1"


def test_a_click_or_an_arrow_chooses_a_step(qtbot: QtBot, steps: StepsList) -> None:
    with qtbot.waitSignal(steps.step_chosen) as chosen:
        place = steps.visualItemRect(steps.item(4)).center()
        qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["s4"]
    with qtbot.waitSignal(steps.step_chosen) as chosen:
        qtbot.keyClick(steps, Qt.Key.Key_Down)
    assert chosen.args == ["s5"]


def test_to_be_told_the_step_is_not_to_choose_it(qtbot: QtBot, steps: StepsList) -> None:
    with qtbot.assertNotEmitted(steps.step_chosen):
        steps.select("s6")
    assert steps.currentRow() == 6


def test_a_click_and_enter_lead_into_the_page_and_the_arrows_do_not(qtbot: QtBot, steps: StepsList) -> None:
    entered: list[bool] = []
    steps.entered.connect(lambda: entered.append(True))
    qtbot.keyClick(steps, Qt.Key.Key_Down)
    assert not entered
    qtbot.keyClick(steps, Qt.Key.Key_Return)
    assert len(entered) == 1
    place = steps.visualItemRect(steps.item(3)).center()
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(entered) >= 2  # some styles call a single click an activation, too

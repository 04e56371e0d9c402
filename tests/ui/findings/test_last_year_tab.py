"""The tab 上年 with the number that can be taken."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.report import Report
from tests.examples import filled
from tests.ui.looking import child, click
from ui.findings.last_year_tab import LastYearTab

IN_FORCE = CellId("t2.normative_docs.in_force")


@pytest.fixture
def tab(qtbot: QtBot) -> LastYearTab:
    tab = LastYearTab()
    qtbot.addWidget(tab)
    tab.show()
    return tab


def two_years() -> Report:
    now = replace(filled({IN_FORCE: "", "t2.normative_docs.issued": 3, "t2.normative_docs.repealed": 1}), year=2026)
    return edits.attach_last_year(now, replace(filled({IN_FORCE: 9}), year=2025))


def test_what_is_in_force_is_told_and_given_with_its_cell(qtbot: QtBot, tab: LastYearTab) -> None:
    tab.tell(two_years(), IN_FORCE)
    assert "按去年 9 + 制发 3 − 废止 1 推算为 11" in child(tab, QTextEdit, "lastYearTab").toPlainText()
    with qtbot.waitSignal(tab.taken) as taken:
        click(qtbot, tab, "takeExpected")
    assert taken.args == [IN_FORCE, "11"]


@pytest.mark.parametrize("place", ["t2.normative_docs.issued", "s1", "unit", ""])
def test_other_places_have_nothing_to_take(tab: LastYearTab, place: str) -> None:
    tab.tell(two_years(), IN_FORCE)
    tab.tell(two_years(), place)
    assert not child(tab, QPushButton, "takeExpected").isVisible()

"""Switching a rule off and on."""

from pytestqt.qtbot import QtBot

from core.storage.project import Project
from tests.examples import column, filled
from ui.dialogs.switching import is_switch, switch_all_on, switch_rule
from ui.session import Session


def test_a_rule_goes_silent_and_comes_back_with_undo(qtbot: QtBot) -> None:
    session = Session()
    session.start(Project(filled(column("natural", new=3, granted=2))))
    assert switch_rule(session, "A03", on=False).startswith("本单位已停用规则 A03")
    assert [each.code for each in session.verdict.findings if each.code == "A03"] == []
    assert session.document.undo_label == "停用规则 A03"
    assert is_switch(session.document.undo_label)
    session.undo()
    assert [each.code for each in session.verdict.findings if each.code == "A03"] == ["A03"]


def test_one_rule_or_all_can_be_used_again(qtbot: QtBot) -> None:
    session = Session()
    for code in ("A03", "N14"):
        switch_rule(session, code, on=False)
    assert switch_rule(session, "A03", on=True).startswith("规则 A03 已重新启用")
    assert session.report.switched_off == {"N14"}
    assert switch_all_on(session).startswith("全部规则已启用")
    assert session.report.switched_off == frozenset()
    session.undo()
    assert session.report.switched_off == {"N14"}


def test_other_steps_of_undo_are_known_from_switches() -> None:
    assert not is_switch(None)
    assert not is_switch("规则→规章")
    assert is_switch("启用全部规则")

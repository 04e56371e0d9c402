"""全审与导出."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.report import Report
from core.storage.project import Project
from tests.examples import carried, column, filled
from tests.ui.looking import child, children, click, words
from ui.session import Session
from ui.wizard.finish_page import FinishPage

TEXTS = {"preamble": "依据条例编制。", "s1": "做了公开。", "s5": "问题不大。", "s6": "没有收费。"}


def shown(qtbot: QtBot, report: Report) -> tuple[Session, FinishPage]:
    session = Session()
    session.start(Project(report))
    page = FinishPage(session)
    qtbot.addWidget(page)
    page.show()
    return session, page


def told(page: FinishPage, name: str) -> str:
    return child(page, QLabel, name).text()


def test_a_report_without_faults_can_be_called_final(qtbot: QtBot) -> None:
    _, page = shown(qtbot, replace(filled(), texts=TEXTS))
    assert told(page, "finishVerdict").startswith(("✓ 可以定稿", "● 可以定稿"))
    assert told(page, "finishColumns") == "✓ 7 列平。"
    qtbot.waitUntil(lambda: "都填齐了" in words(page))


def test_what_is_open_is_counted_by_step_and_weight(qtbot: QtBot) -> None:
    _, page = shown(qtbot, replace(filled(column("natural", new=5, granted=4)), texts=TEXTS))
    assert told(page, "finishVerdict").startswith("▲ 还有 1 处必须改")
    assert "自然人差 1 件" in told(page, "finishColumns")
    table = child(page, QTreeWidget, "finishCounts")
    row = table.topLevelItem(3)
    assert row is not None
    assert [row.text(number) for number in range(2)] == ["4  申请办理", "1"]
    assert all(table.headerItem().textAlignment(number) == row.textAlignment(number) for number in range(1, 5))


def test_the_names_of_the_steps_are_read_where_a_preview_leaves_little_room(qtbot: QtBot) -> None:
    _, page = shown(qtbot, filled(column("natural", new=3, granted=2)))
    page.resize(480, 700)
    counts = child(page, QTreeWidget, "finishCounts")
    qtbot.waitUntil(lambda: counts.width() < 480)
    assert counts.header().length() <= counts.viewport().width()
    assert all(counts.columnWidth(at) >= counts.sizeHintForColumn(at) for at in range(counts.columnCount()))


def test_rules_that_the_unit_does_without_are_named(qtbot: QtBot) -> None:
    session, page = shown(qtbot, replace(filled(), texts=TEXTS))
    assert not child(page, QLabel, "finishRulesOff").isVisible()
    session.edit("停用规则 N14", edits.switch_rule, "N14", on=False)
    qtbot.waitUntil(lambda: child(page, QLabel, "finishRulesOff").isVisible())
    assert told(page, "finishRulesOff").startswith("● 已停用 1 条规则：N14。")
    session.undo()
    qtbot.waitUntil(lambda: not child(page, QLabel, "finishRulesOff").isVisible())


def test_the_page_follows_an_edit(qtbot: QtBot) -> None:
    session, page = shown(qtbot, replace(filled(column("natural", new=5, granted=4)), texts=TEXTS))
    session.edit("改", edits.set_cell, CellId("t3.granted.natural"), "5")
    qtbot.waitUntil(lambda: told(page, "finishColumns") == "✓ 7 列平。")


def test_what_is_missing_leads_to_its_place(qtbot: QtBot) -> None:
    _, page = shown(qtbot, carried(replace(filled({"t2.penalties.decisions": ""}), texts=TEXTS), "s1"))
    qtbot.waitUntil(lambda: "表二还有 1 格没有填" in words(page))
    assert "“一、总体情况”还有 1 句是上年的文字，待更新" in words(page)
    link = next(label for label in children(page, QLabel) if "表二还有" in label.text())
    with qtbot.waitSignal(page.step_asked) as asked:
        link.linkActivated.emit("s2 t2.penalties.decisions")
    assert asked.args == ["s2", "t2.penalties.decisions"]


def test_notes_at_cells_are_listed_and_lead_there(qtbot: QtBot) -> None:
    session, page = shown(qtbot, Report())
    assert "批注" not in words(page)
    session.edit("批注", edits.set_note, CellId("t3.granted.natural"), "与信访科核对过")
    qtbot.waitUntil(lambda: "与信访科核对过" in words(page))


@pytest.mark.parametrize(("name", "suffix"), [("exportPdf", ".pdf"), ("exportDocx", ".docx")])
def test_a_draft_can_be_exported_but_is_called_one(qtbot: QtBot, name: str, suffix: str) -> None:
    _, page = shown(qtbot, Report())
    assert "没有定稿的，文件名后面带“（草稿）”" in words(page)
    with qtbot.waitSignal(page.export_asked) as asked:
        click(qtbot, page, name)
    assert asked.args == [suffix]


def test_the_check_sheet_can_be_asked_for(qtbot: QtBot) -> None:
    _, page = shown(qtbot, Report())
    with qtbot.waitSignal(page.asked):
        click(qtbot, page, "exportSheet")


def test_the_exported_file_is_told_with_its_notes(qtbot: QtBot, tmp_path: Path) -> None:
    _, page = shown(qtbot, Report())
    page.show_result(tmp_path / "年报.pdf", ("没有仿宋，用了别的字体。",), "核对 200/200，文字 9/9 段")
    line = child(page, QWidget, "exportResult")
    qtbot.waitUntil(line.isVisible)
    assert "年报.pdf" in words(page)
    assert "没有仿宋" in words(page)
    assert "核对 200/200" in words(page)

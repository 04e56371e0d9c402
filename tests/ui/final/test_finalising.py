"""定稿 and 撤回定稿 in the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core import edits
from core.storage import project as storage
from core.storage.project import Project
from tests.ui.conftest import Answers
from tests.ui.final.conftest import dialog, finalise, only
from tests.ui.looking import child, click
from ui.final.finalising import WITHDRAWN, _ask_folder, go_to
from ui.program import Program


def test_a_final_report_is_told_in_the_title_the_strip_and_the_menus(qtbot: QtBot, ready: Program) -> None:
    assert not ready.finalising.strip.isVisible()
    assert not ready.menus.actions["withdraw"].isEnabled()
    finalise(qtbot, ready).reject()
    assert ready.finalising.strip.isVisible()
    assert "· 定稿 ·" in ready.window.head.text()
    assert ready.menus.actions["withdraw"].isEnabled()
    assert ready.menus.actions["finalise"].text().startswith("写出定稿的文件")
    assert ready.menus.actions["undo"].text() == "撤销(&U)：定稿（撤销它就是撤回定稿）"


def test_withdrawing_is_one_action_that_is_saved_and_says_what_it_means(
    qtbot: QtBot, ready: Program, tmp_path: Path
) -> None:
    finalise(qtbot, ready, "html").reject()
    click(qtbot, ready.window, "finalWithdraw")
    assert not ready.session.is_frozen
    assert not ready.finalising.strip.isVisible()
    assert ready.notice.words() == WITHDRAWN
    assert ready.window.said.text() == "已撤回定稿。"
    assert storage.load(tmp_path / "年报.nianbao")[0].report.final is None
    assert "可以定稿" in ready.window.head.text()


def test_after_withdrawing_the_keyboard_is_in_the_cell_where_it_was(qtbot: QtBot, ready: Program) -> None:
    finalise(qtbot, ready).reject()
    for by_keyboard in (False, True):
        ready.bench.go_to("t3.granted.natural")
        before = QApplication.focusWidget()
        button = child(ready.window, QPushButton, "finalWithdraw")
        if by_keyboard:
            button.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClick(button, Qt.Key.Key_Return)
        else:
            click(qtbot, ready.window, "finalWithdraw")
        assert not ready.session.is_frozen
        assert QApplication.focusWidget() is before
        ready.session.undo()


def test_who_is_asked_for_a_file_is_told_what_for(qtbot: QtBot, ready: Program, answers: Answers) -> None:
    ready.session.start(ready.session.project)
    ready.show_bench()
    ready.finalising.open()
    assert answers.asked == ["定稿前先保存项目"]


def test_what_is_ticked_when_files_are_written_again_is_what_an_open_preview_shows(
    qtbot: QtBot, ready: Program
) -> None:
    finalise(qtbot, ready, "html").reject()
    ready.menus.actions["preview"].trigger()
    pane = ready.previewing.pane
    qtbot.waitUntil(lambda: pane.is_fresh)
    pages = len(pane.composed.pages) if pane.composed else 0
    shown = dialog(ready)
    only(shown, "pdfPicture")
    shown.choice.put_folder(shown.choice.folder.parent / "再写" if shown.choice.folder else Path())
    click(qtbot, shown, "finalAgree")
    qtbot.waitUntil(lambda: not shown.is_writing, timeout=30_000)
    shown.reject()
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.composed is not None
    assert len(pane.composed.pages) == pages + 1
    assert child(pane, QCheckBox, "previewAppended").isChecked()


def test_the_folder_that_was_named_is_offered_again(qtbot: QtBot, ready: Program, tmp_path: Path) -> None:
    shown = dialog(ready)
    offered, named = shown.choice.folder, tmp_path / "报送"
    shown.choice.put_folder(named)
    shown.reject()
    assert dialog(ready).choice.folder == offered, "nothing was agreed to"
    dialog(ready).choice.put_folder(named)
    finalise(qtbot, ready, "html").reject()
    assert dialog(ready).choice.folder == named
    dialog(ready).reject()
    click(qtbot, ready.window, "finalWithdraw")
    assert dialog(ready).choice.folder == named


def test_undoing_the_final_act_says_the_same(qtbot: QtBot, ready: Program) -> None:
    finalise(qtbot, ready).reject()
    ready.session.undo()
    assert ready.session.report.final is None
    assert ready.notice.words() == WITHDRAWN
    ready.session.redo()
    assert ready.session.is_frozen
    assert ready.finalising.strip.isVisible()


def test_a_final_project_is_opened_as_one_and_one_changed_elsewhere_is_told(
    qtbot: QtBot, ready: Program, tmp_path: Path
) -> None:
    finalise(qtbot, ready).reject()
    ready.close_report()
    assert not ready.finalising.strip.isVisible(), "the start page knows no final report"
    ready.filing.open_path(tmp_path / "年报.nianbao")
    assert ready.finalising.strip.isVisible()
    assert child(ready.window, QLabel, "finalStripWords").text().startswith("✓ 已定稿")
    report = storage.load(tmp_path / "年报.nianbao")[0].report
    path = tmp_path / "改过.nianbao"
    storage.save(path, Project(replace(report, unit="别处统计局")), None)
    ready.filing.open_path(path)
    assert child(ready.window, QLabel, "finalStripWords").text().startswith("▲ 定稿以后内容在别处被改过")


def test_a_refusal_is_said_at_the_foot(ready: Program) -> None:
    report = ready.session.report
    ready.session.start(Project(edits.finalise(report, "苏禾", "2027-01-20", "3F7K-9Q2M")))
    ready.show_bench()
    ready.session.edit("改", edits.set_unit, "别处")
    assert ready.window.said.text() == "已定稿，不能修改。要改，请先撤回定稿。"


def test_the_recent_ones_tell_that_it_is_final(qtbot: QtBot, ready: Program) -> None:
    finalise(qtbot, ready).reject()
    assert ready.memory.settings.recents[0].state == "定稿"


def test_single_exports_are_called_drafts_before_and_not_after(qtbot: QtBot, ready: Program) -> None:
    asked: list[str] = []
    ready.exporting._ask = replace(ready.exporting._ask, save=lambda _w, _t, name, _k: asked.append(name))
    ready.exporting.export(".pdf")
    finalise(qtbot, ready).reject()
    ready.exporting.export(".pdf")
    assert [Path(name).name for name in asked] == [
        "云泽市统计局2026年政府信息公开工作年度报告（草稿）.pdf",
        "云泽市统计局2026年政府信息公开工作年度报告.pdf",
    ]


def test_a_place_or_a_finding_is_gone_to(ready: Program) -> None:
    go_to(ready.bench, ("s6", "s6"))
    assert ready.bench.step.id == "s6"
    ready.session.edit("改", edits.set_cell, ready.session.report.form.table("t3").cells[0].id, "99")
    go_to(ready.bench, next(each for each in ready.session.verdict.findings if each.code == "A03"))
    assert ready.bench.step.id == "s3"


def test_a_folder_is_asked_for_by_the_dialog_of_the_system(ready: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["", "下"])
    monkeypatch.setattr("ui.final.finalising.QFileDialog.getExistingDirectory", lambda *_: next(answers))
    assert _ask_folder(ready.window, "选择", "上") is None
    assert _ask_folder(ready.window, "选择", "上") == Path("下")

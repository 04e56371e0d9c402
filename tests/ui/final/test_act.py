"""The way through the dialog, with real files."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from core import edits, handing_over
from core.cells import CellId
from core.errors import UserError
from core.exporters import Exported
from core.exporters.check_number import check_number
from core.handing_over import Product, Proofs
from core.report import Report
from core.storage import project as storage
from tests.core.exporters.invented import needs_chinese_font
from tests.ui.conftest import Answers
from tests.ui.final.conftest import dialog, finalise, only
from tests.ui.looking import child, click, words
from ui.program import Program

FOLDER = "云泽市统计局2026年政府信息公开工作年度报告（定稿）"


@needs_chinese_font
def test_the_final_act_freezes_saves_and_writes_every_file_proved(qtbot: QtBot, ready: Program, tmp_path: Path) -> None:
    number = check_number(ready.session.report)
    shown = dialog(ready)
    child(shown, QLineEdit, "signer_leader").setText("林知远")
    day = child(shown, QDateEdit, "finalDay").date()
    shown = finalise(qtbot, ready, *(product.key for product in handing_over.PRODUCTS))
    final = ready.session.report.final
    assert final is not None
    assert (final.person, final.day, final.number) == ("苏禾", day.toString("yyyy-MM-dd"), number)
    assert ready.session.report.sign_off == {"leader": "林知远"}
    assert storage.load(tmp_path / "年报.nianbao")[0].report == ready.session.report
    written = sorted(path.name for path in (tmp_path / FOLDER).iterdir())
    assert len(written) == len(handing_over.PRODUCTS)
    assert not any("草稿" in name for name in written)
    assert words(shown).count("核对 200/200") == 4
    assert number in child(shown, QLabel, "writingNumber").text()
    assert ready.memory.settings.person == "苏禾"


def test_the_next_time_the_person_stands_there(qtbot: QtBot, ready: Program) -> None:
    finalise(qtbot, ready, "html").reject()
    ready.finalising.withdraw()
    assert child(dialog(ready), QLineEdit, "finalPerson").text() == "苏禾"


def test_files_that_are_there_are_asked_about_and_a_second_folder_keeps_them(
    qtbot: QtBot, ready: Program, tmp_path: Path
) -> None:
    finalise(qtbot, ready, "html").reject()
    first = next((tmp_path / FOLDER).iterdir())
    before = first.read_bytes()
    ready.finalising.withdraw()
    shown = dialog(ready)
    only(shown, "html")
    click(qtbot, shown, "finalAgree")
    assert not ready.session.is_frozen, "nothing is done before the answer"
    assert "已经有 1 份同名的文件：网页" in child(shown, QLabel, "conflictWords").text()
    click(qtbot, shown, "conflictBeside")
    qtbot.waitUntil(lambda: not shown.is_writing, timeout=30000)
    assert (tmp_path / f"{FOLDER}(2)" / first.name).is_file()
    assert first.read_bytes() == before
    assert ready.session.is_frozen


def test_files_that_are_there_are_written_over_when_told_so(qtbot: QtBot, ready: Program, tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    finalise(qtbot, ready, "html").reject()
    (old,) = folder.iterdir()
    old.write_text("旧的", encoding="utf-8")
    shown = dialog(ready)
    only(shown, "html")
    click(qtbot, shown, "finalAgree")
    click(qtbot, shown, "conflictCancel")
    assert old.read_text(encoding="utf-8") == "旧的"
    click(qtbot, shown, "finalAgree")
    click(qtbot, shown, "conflictOver")
    qtbot.waitUntil(lambda: not shown.is_writing, timeout=30000)
    assert old.read_text(encoding="utf-8") != "旧的"
    assert list(folder.iterdir()) == [old]


def test_files_of_an_earlier_final_act_that_would_be_left_are_pointed_at(qtbot: QtBot, ready: Program) -> None:
    finalise(qtbot, ready, "html").reject()
    shown = dialog(ready)
    only(shown, "xlsx")
    click(qtbot, shown, "finalAgree")
    assert not child(shown, QLabel, "conflictWords").isVisible(), "of the same final report one more file is no matter"
    qtbot.waitUntil(lambda: not shown.is_writing, timeout=30000)
    shown.reject()
    ready.finalising.withdraw()
    shown = dialog(ready)
    only(shown, "docx")
    child(shown, QLineEdit, "finalPerson").setText("苏禾")
    click(qtbot, shown, "finalAgree")
    assert "以前写的 Excel、网页，这次不重写，可能已经过时" in child(shown, QLabel, "conflictWords").text()
    assert not ready.session.is_frozen


def test_one_file_that_fails_is_named_and_can_be_written_again(
    qtbot: QtBot, ready: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = [UserError("磁盘已满。", "请清理磁盘。")]

    def write(_: Report, path: Path, __: Proofs) -> Exported:
        if faults:
            raise faults.pop()
        path.write_text("好了", encoding="utf-8")
        return Exported(path)

    bad = Product("docx", "Word", ".docx", write)
    monkeypatch.setattr(
        "ui.final.choice.OFFERED", tuple(bad if each.key == "docx" else each for each in handing_over.OFFERED)
    )
    shown = finalise(qtbot, ready, "docx", "html")
    assert child(shown, QLabel, "writingSentence").text() == "已写出 1 份文件，没有写成：Word。"
    assert ready.session.is_frozen
    click(qtbot, shown, "writingAgain")
    qtbot.waitUntil(lambda: not shown.is_writing, timeout=30000)
    assert len(list((tmp_path / FOLDER).iterdir())) == 2


def test_where_the_project_cannot_be_saved_it_is_not_final(
    qtbot: QtBot, ready: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = dialog(ready)
    only(shown, "html")
    child(shown, QLineEdit, "finalPerson").setText("苏禾")
    monkeypatch.setattr(ready.filing, "save", lambda: False)
    click(qtbot, shown, "finalAgree")
    assert not ready.session.is_frozen
    assert "没有定稿" in child(shown, QLabel, "finalFault").text()
    assert not shown.is_writing
    assert not ready.notice.words(), "nothing was withdrawn"


def test_a_report_that_changed_beside_the_dialog_is_looked_at_anew(qtbot: QtBot, ready: Program) -> None:
    shown = dialog(ready)
    only(shown, "html")
    child(shown, QLineEdit, "finalPerson").setText("苏禾")
    ready.session.edit("停用规则 N01", edits.switch_rule, "N01", on=False)
    click(qtbot, shown, "finalAgree")
    assert not ready.session.is_frozen
    assert "还没有定稿" in child(shown, QLabel, "finalFault").text()


def test_a_folder_that_cannot_be_is_refused_before_anything_is_done(
    qtbot: QtBot, ready: Program, tmp_path: Path
) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    shown = dialog(ready)
    child(shown, QLineEdit, "finalFolder").setText(str(tmp_path / "文件"))
    finalise(qtbot, ready, "html")
    assert child(shown, QLabel, "finalFault").text().startswith("▲ “文件”是一个文件，不是文件夹。")
    assert not ready.session.is_frozen


def test_a_folder_that_goes_while_it_is_written_leaves_the_report_final_and_says_why(
    qtbot: QtBot, ready: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise UserError("U盘已拔出。", "请另选一个文件夹。")

    monkeypatch.setattr(handing_over, "make_folder", gone)
    shown = finalise(qtbot, ready, "html")
    assert child(shown, QLabel, "finalFault").text() == "▲ U盘已拔出。请另选一个文件夹。"
    assert ready.session.is_frozen
    assert child(shown, QLabel, "writingSentence").text().startswith("没有写出文件")


def test_cancelling_keeps_whole_files_and_says_how_many_are_missing(
    qtbot: QtBot, ready: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown = dialog(ready)
    act = ready.finalising.act

    def write(_: Report, path: Path, __: Proofs) -> Exported:
        shown.writing_cancelled.emit()  # as 取消 does, while the first file is under way
        assert act is not None
        act.delivery._called_off.wait(10)
        path.write_text("一份", encoding="utf-8")
        return Exported(path)

    slow = Product("pdf", "PDF", ".pdf", write)
    monkeypatch.setattr("ui.final.choice.OFFERED", (slow, *handing_over.OFFERED[1:]))
    finalise(qtbot, ready, "pdf", "docx", "html")
    assert child(shown, QLabel, "writingSentence").text() == "已写出 1 份文件，已取消，2 份没有写。"
    assert [path.suffix for path in (tmp_path / FOLDER).iterdir()] == [".pdf"]


def test_nobody_is_asked_for_a_file_to_hear_what_is_missing(ready: Program, answers: Answers) -> None:
    ready.session.start(ready.session.project)
    ready.session.edit("改", edits.set_cell, CellId("t3.granted.natural"), "")
    answers.save = None
    shown = dialog(ready)
    assert child(shown, QLabel, "finalVerdict").text().startswith("▲ 还有 ")
    assert not child(shown, QPushButton, "finalAgree").isVisible()
    shown.reject()


def test_a_project_without_a_file_is_saved_first(
    qtbot: QtBot, ready: Program, answers: Answers, tmp_path: Path
) -> None:
    project = ready.session.project
    ready.session.start(project)
    ready.show_bench()
    answers.save = None
    ready.finalising.open()
    assert ready.finalising.act is None
    assert "先保存" in ready.window.said.text()
    answers.save = tmp_path / "新的.nianbao"
    assert dialog(ready).isVisible()
    assert (tmp_path / "新的.nianbao").is_file()


@needs_chinese_font
def test_what_is_written_besides_the_usual_files_is_ticked_next_time_and_seen_in_the_preview(
    qtbot: QtBot, ready: Program, tmp_path: Path
) -> None:
    assert not child(dialog(ready), QCheckBox, "product_pdfPicture").isChecked()
    shown = finalise(qtbot, ready, "pdfPicture", "picturePdf", "pictureSvg")
    names = {path.name.partition("年度报告")[2] for path in (tmp_path / FOLDER).iterdir()}
    assert names == {"（附图解）.pdf", "图解.pdf", "图解.svg"}
    assert words(shown).count("核对 200/200") == 1
    assert words(shown).count("核对 68/68") == 2
    assert ready.memory.settings.picture_appended
    shown.reject()
    qtbot.waitUntil(lambda: ready.finalising.act is None)
    again = dialog(ready)
    assert child(again, QCheckBox, "product_pdfPicture").isChecked()
    assert child(again, QCheckBox, "product_pictureSvg").isChecked()
    again.reject()
    ready.previewing.toggle_whole()
    pane = ready.previewing.pane
    qtbot.waitUntil(lambda: pane.is_fresh)
    assert pane.composed is not None
    assert "图解" in str(pane.composed.pages[-1][0])

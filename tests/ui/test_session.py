"""The bridge between window and core: one path for every change, and signals that carry just what changed."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.checks import catalogue, wordlists
from core.checks.register import Verdict
from core.checks.wordlists import WordLists
from core.errors import UserError
from core.exporters.check_number import check_number
from core.report import Report
from core.storage.project import Project, View, load, save
from tests.examples import column, filled
from ui.pace import JUDGE_MS, LATEST_MS
from ui.session import Session

NEW = CellId("t3.new_requests.natural")
NEW_TOTAL = CellId("t3.new_requests.total")
GRANTED = CellId("t3.granted.natural")


class Heard:
    """Every signal that a session sent, in order."""

    def __init__(self, session: Session) -> None:
        self.signals: list[tuple[str, Any]] = []
        session.cells_changed.connect(lambda cells: self.signals.append(("cells", cells)))
        session.texts_changed.connect(lambda texts: self.signals.append(("texts", texts)))
        session.findings_changed.connect(lambda verdict: self.signals.append(("findings", verdict)))
        session.head_changed.connect(lambda: self.signals.append(("head", None)))
        session.history_changed.connect(lambda: self.signals.append(("history", None)))
        session.saved_changed.connect(lambda: self.signals.append(("saved", None)))
        session.replaced.connect(lambda: self.signals.append(("replaced", None)))
        session.view_changed.connect(lambda: self.signals.append(("view", None)))

    def take(self) -> dict[str, Any]:
        heard, self.signals = self.signals, []
        assert len(dict(heard)) == len(heard), "a signal came twice"
        return dict(heard)


def codes(session: Session) -> list[str]:
    return [finding.code for finding in session.verdict.findings]


def saved(session: Session) -> bool:
    return session.is_saved


@pytest.fixture
def session(qapp: QApplication) -> Session:
    session = Session()
    session.start(Project(filled()))
    return session


@pytest.fixture
def heard(session: Session) -> Heard:
    return Heard(session)


# ---------------------------------------------------------------- what changed


def test_an_edit_tells_its_cell_and_the_totals_above_it(session: Session, heard: Heard) -> None:
    session.edit("修改", edits.set_cell, GRANTED, "2")
    cells = heard.take()["cells"]
    assert cells == {GRANTED, "t3.granted.total", "t3.total_handled.natural", "t3.total_handled.total"}


def test_an_edit_of_a_cell_tells_findings_history_and_saving_but_no_text(session: Session, heard: Heard) -> None:
    session.edit("修改", edits.set_cell, NEW, "2")
    told = heard.take()
    assert set(told) == {"cells", "findings", "history", "saved"}
    assert [finding.code for finding in told["findings"].findings] == ["A08"]
    assert told["findings"] is session.verdict


def test_an_edit_of_a_text_tells_that_text_only(session: Session, heard: Heard) -> None:
    session.edit("修改", edits.set_text, "s1", "今年的话")
    told = heard.take()
    assert told["texts"] == {"s1"}
    assert "cells" not in told


def test_confirming_a_text_from_last_year_tells_that_text(session: Session) -> None:
    session.start(Project(Report(texts={"s1": "去年的话"}, carried={"s1": frozenset({"去年的话"})})))
    heard = Heard(session)
    session.edit("确认", edits.confirm_text, "s1")
    assert heard.take()["texts"] == {"s1"}


@pytest.mark.parametrize(
    ("function", "value"), [(edits.set_unit, "青禾县水利局"), (edits.set_year, 2030), (edits.set_title, "年报")]
)
def test_an_edit_of_the_head_tells_the_head(session: Session, heard: Heard, function: Any, value: object) -> None:
    session.edit("修改", function, value)
    assert set(heard.take()) == {"head", "findings", "history", "saved"}


def test_attaching_last_year_tells_every_cell(session: Session, heard: Heard) -> None:
    session.edit("附上去年", edits.attach_last_year, filled())
    assert len(heard.take()["cells"]) == 200


def test_an_edit_that_changes_nothing_tells_nothing(session: Session, heard: Heard) -> None:
    session.edit("修改", edits.set_cell, NEW, "0")
    session.edit("修改", edits.use_computed, [NEW_TOTAL])
    assert heard.take() == {}
    assert session.document.undo_label is None


# ---------------------------------------------------------------- undo and redo


def test_undo_and_redo_tell_the_same_cells_as_the_edit(session: Session, heard: Heard) -> None:
    session.edit("粘贴 2 格", edits.set_cells, {NEW: "2", GRANTED: "2"})
    edited = heard.take()
    session.undo()
    session.settle()
    undone = heard.take()
    session.redo()
    session.settle()
    redone = heard.take()
    assert edited["cells"] == undone["cells"] == redone["cells"]
    assert set(edited) == set(undone) == set(redone)
    assert redone["findings"] == edited["findings"]


def test_undo_judges_the_report_it_goes_back_to(session: Session) -> None:
    session.edit("修改", edits.set_cell, NEW, "2")
    session.undo()
    assert codes(session) == []
    session.redo()
    assert codes(session) == ["A08"]


def test_steps_are_named_for_the_menu(session: Session) -> None:
    session.edit("粘贴 2 格", edits.set_cells, {NEW: "2", GRANTED: "2"})
    assert (session.document.undo_label, session.last_edit) == ("粘贴 2 格", "粘贴 2 格")
    session.undo()
    assert (session.document.undo_label, session.document.redo_label) == (None, "粘贴 2 格")


def test_undo_with_nothing_to_undo_changes_nothing(session: Session, heard: Heard) -> None:
    session.undo()
    session.redo()
    assert {name for name, _ in heard.signals} <= {"history", "saved"}


def test_typing_in_one_text_is_one_step_until_it_is_sealed(qapp: QApplication, session: Session) -> None:
    for text in ("今", "今年", "今年公开"):
        session.edit_merging("s1", "输入", edits.set_text, "s1", text)
    session.seal()
    session.edit_merging("s1", "输入", edits.set_text, "s1", "今年公开两批")
    session.undo()
    assert session.report.text("s1") == "今年公开"
    session.undo()
    assert session.report.text("s1") == ""


def test_typing_in_another_text_is_a_step_of_its_own(qapp: QApplication, session: Session) -> None:
    session.edit_merging("s1", "输入", edits.set_text, "s1", "甲")
    session.edit_merging("s5", "输入", edits.set_text, "s5", "乙")
    session.undo()
    assert (session.report.text("s1"), session.report.text("s5")) == ("甲", "")


# ---------------------------------------------------------------- while hands type


def test_findings_follow_typing_when_the_hands_rest_once_for_all_keys(qtbot: QtBot, session: Session) -> None:
    told: list[Verdict] = []
    session.findings_changed.connect(told.append)
    for text in ("公", "公开", "公开了"):
        session.edit_merging("s1", "输入", edits.set_text, "s1", text)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(2 * JUDGE_MS)
    assert told == [session.verdict]


def test_whoever_asks_for_the_verdict_between_two_keys_gets_that_of_the_words_as_they_stand(
    qapp: QApplication, session: Session
) -> None:
    before = session.verdict
    session.edit_merging("s1", "输入", edits.set_text, "s1", "新收申请999件。")
    assert session.verdict == catalogue.run(session.report, typing=True)
    assert session.verdict != before


def test_an_edit_after_typing_tells_the_findings_at_once_and_only_once(qtbot: QtBot, session: Session) -> None:
    told: list[Verdict] = []
    session.edit_merging("s1", "输入", edits.set_text, "s1", "公开了")
    session.findings_changed.connect(told.append)
    session.edit("修改", edits.set_cell, NEW, "2")
    assert told == [session.verdict]
    qtbot.wait(2 * JUDGE_MS)
    assert len(told) == 1


# ---------------------------------------------------------------- while hands fill in a table


def test_an_edit_by_hand_tells_its_values_at_once_and_its_findings_once_they_are_painted(
    qtbot: QtBot, session: Session, heard: Heard
) -> None:
    session.edit_by_hand("修改", edits.set_cell, NEW, "2")
    assert set(heard.take()) == {"cells", "history", "saved"}
    qtbot.waitUntil(lambda: bool(heard.signals))
    told = heard.take()
    assert set(told) == {"findings"}
    assert told["findings"] is session.verdict


def test_one_edit_after_another_is_judged_once(qtbot: QtBot, session: Session) -> None:
    told: list[Verdict] = []
    session.findings_changed.connect(told.append)
    for digits in ("2", "3", "4"):
        session.edit_by_hand("修改", edits.set_cell, NEW, digits)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(2 * LATEST_MS)
    assert told == [session.verdict]


def test_settling_tells_the_findings_that_wait_and_only_those(qtbot: QtBot, session: Session) -> None:
    told: list[Verdict] = []
    session.findings_changed.connect(told.append)
    session.settle()
    assert told == []
    session.edit_by_hand("修改", edits.set_cell, NEW, "2")
    session.settle()
    assert told == [session.verdict]
    qtbot.wait(2 * LATEST_MS)
    assert len(told) == 1


# ---------------------------------------------------------------- files


def test_saving_makes_the_document_saved_and_an_edit_makes_it_unsaved(session: Session, tmp_path: Path) -> None:
    assert not saved(session)
    session.save(tmp_path / "年报.nianbao")
    assert saved(session)
    session.edit("修改", edits.set_cell, NEW, "2")
    assert not saved(session)
    session.undo()
    assert saved(session)


def test_opening_shows_what_was_saved_and_where_the_clerk_was(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "年报.nianbao"
    session.look_at("s3", NEW)
    session.save(path)
    again = Session()
    heard = Heard(again)
    again.open(path)
    assert (again.report, again.view, again.path) == (filled(), View("s3", NEW, frozenset({"s3"})), path)
    assert saved(again)
    assert set(heard.take()) == {"replaced", "history", "saved"}


def test_opening_a_bad_file_changes_nothing(session: Session, heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "坏.nianbao").write_bytes(b"{")
    with pytest.raises(UserError):
        session.open(tmp_path / "坏.nianbao")
    assert session.report == filled()
    assert heard.take() == {}


def test_a_file_changed_outside_is_not_overwritten_and_can_be_saved_elsewhere(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "年报.nianbao"
    session.save(path)
    save(path, Project(Report(unit="对方")), None)
    session.edit("修改", edits.set_cell, NEW, "2")
    with pytest.raises(UserError, match="没有覆盖"):
        session.save()
    assert load(path)[0].report.unit == "对方"
    assert not saved(session)
    session.save(tmp_path / "另存.nianbao")
    assert load(tmp_path / "另存.nianbao")[0].report.value(NEW) == 2


def test_a_file_can_be_saved_again_and_again(session: Session, tmp_path: Path) -> None:
    session.save(tmp_path / "年报.nianbao")
    for value in ("1", "2", "3"):
        session.edit("修改", edits.set_cell, NEW, value)
        session.save()
    assert load(tmp_path / "年报.nianbao")[0].report.value(NEW) == 3


def test_saving_without_ever_naming_a_file_is_a_fault_of_ours(session: Session) -> None:
    with pytest.raises(ValueError, match="path"):
        session.save()


def test_looking_at_a_step_is_remembered_and_is_no_step_of_undo(session: Session, heard: Heard) -> None:
    session.look_at("s3")
    session.look_at("s3", NEW)
    assert heard.take() == {"view": None}
    assert session.view == View("s3", NEW, frozenset({"s3"}))
    assert session.document.undo_label is None


def test_a_full_report_is_judged_as_being_typed(session: Session) -> None:
    session.edit("清空", edits.clear, [NEW])
    assert {finding.severity.value for finding in session.verdict.findings} == {"hint"}
    session.edit("修改", edits.set_cells, {CellId(cell): str(raw) for cell, raw in column("natural", new=1).items()})
    assert {finding.severity.value for finding in session.verdict.findings} == {"error"}


# ---------------------------------------------------------------- judging afresh


def test_a_report_is_judged_again_where_only_what_the_rules_go_by_has_changed(
    session: Session, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.edit("写", edits.set_text, "s1", "青和县的工作。")
    heard.take()
    assert "S31" not in codes(session)
    monkeypatch.setattr(wordlists, "current", lambda: WordLists(slips={"青和县": "青禾县"}))
    session.judge_again()
    assert "S31" in codes(session)
    assert set(heard.take()) == {"findings"}


# ---------------------------------------------------------------- a final report


@pytest.fixture
def final(session: Session) -> Session:
    session.edit("定稿", edits.finalise, "苏禾", "2025-01-20", "3F7K-9Q2M")
    return session


def test_a_final_report_takes_no_edit_and_says_so_each_time(final: Session) -> None:
    refused: list[int] = []
    final.refused.connect(lambda: refused.append(1))
    before, label = final.report, final.document.undo_label
    assert not final.edit("修改", edits.set_cell, NEW, "5")
    assert not final.edit_merging("unit", "修改单位名称", edits.set_unit, "别处")
    assert not final.edit("换一个", lambda report: edits.set_unit(edits.withdraw(report), "别处"))
    assert final.report is before
    assert final.document.undo_label == label
    assert len(refused) == 3


def test_a_final_report_can_be_withdrawn_and_is_open_again(final: Session) -> None:
    changed: list[bool] = []
    final.final_changed.connect(lambda: changed.append(final.is_frozen))
    assert final.edit("撤回定稿", edits.withdraw)
    assert final.edit("修改", edits.set_cell, NEW, "5")
    assert changed == [False]
    assert final.report.entry(NEW).raw == "5"


def test_undoing_the_step_of_final_withdraws_it_and_redoing_brings_it_back(final: Session) -> None:
    final.undo()
    assert not final.is_frozen
    final.redo()
    assert final.is_frozen


EDITS: dict[str, tuple[Any, ...]] = {
    "set_cell": (NEW, "5"),
    "set_cells": ({NEW: "5"},),
    "clear": ((NEW,),),
    "fill": ((NEW,), "5"),
    "fill_rest": ("t3", "5"),
    "use_computed": ((NEW_TOTAL,),),
    "set_unit": ("别处",),
    "set_year": (2030,),
    "set_title": ("别的标题",),
    "set_org_type": (None,),
    "set_text": ("s1", "另外的话。"),
    "reword": ("s1", 0, 0, "另外的话。"),
    "freeze": ("s1",),
    "confirm_text": ("s1",),
    "confirm_sentence": ("s1", "话。"),
    "set_note": (NEW, "批注"),
    "answer": ("A03|x", "已核实过了"),
    "use_all_rules": (),
    "set_signer": ("leader", "林知远"),
    "finalise": ("别人", "2025-02-01", "3F7K-9Q2M"),
    "attach_last_year": (filled(),),
    "carry_over": (),
    "adopt": (),
}


def test_every_edit_there_is_is_refused_while_the_report_is_final(final: Session) -> None:
    """Whatever core offers as an edit: who adds one adds it here."""
    asked = {
        name
        for name, each in vars(edits).items()
        if callable(each)
        and not name.startswith("_")
        and getattr(each, "__module__", "") == "core.edits"
        and each.__annotations__.get("return") is Report
    }
    assert asked - {"withdraw", "switch_rule", "as_typed"} == EDITS.keys()
    before, refused = final.report, list[str]()
    final.refused.connect(lambda: refused.append(""))
    for name, arguments in EDITS.items():
        if name != "adopt":  # that is a withdrawal: it makes a draft of what was read
            assert not final.edit(name, getattr(edits, name), *arguments), name
            assert not final.edit_merging(name, name, getattr(edits, name), *arguments), name
    assert not final.edit("停用规则", edits.switch_rule, "N01", on=False)
    assert final.report is before
    assert len(refused) == 2 * len(EDITS) - 1


DEEDS = st.sampled_from(("type", "type on", "write", "finalise", "withdraw", "undo", "redo", "seal", "reopen"))


@settings(max_examples=60, deadline=None)
@given(st.lists(DEEDS, max_size=40), st.randoms(use_true_random=False))
def test_whatever_is_done_a_final_report_is_what_was_declared_final(deeds: list[str], chance: Random) -> None:
    session = Session()
    session.start(Project(filled()))
    for deed in deeds:
        before, number = session.report, str(chance.randint(0, 9))
        _do(session, deed, number)
        if before.final and deed in {"type", "type on", "write", "finalise"}:
            assert session.report is before
        final = session.report.final
        assert final is None or final.number == check_number(session.report)


def _do(session: Session, deed: str, number: str) -> None:
    match deed:
        case "type":
            session.edit("填", edits.set_cell, NEW, number)
        case "type on":
            session.edit_merging("unit", "改名", edits.set_unit, f"青禾县{number}局")
        case "write":
            session.edit("写", edits.set_text, "s1", f"收到申请{number}件。")
        case "finalise":
            session.edit("定稿", edits.finalise, "苏禾", "2025-01-20", check_number(session.report))
        case "withdraw":
            session.edit("撤回定稿", edits.withdraw)
        case "reopen":
            session.start(session.project)
        case _:
            getattr(session, deed)()

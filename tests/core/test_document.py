"""Undo and redo."""

from core import edits
from core.cells import CellId
from core.document import AT_HAND, MOST_STEPS, commit, opened, past_entries, redo, sealed, undo
from core.report import Report
from tests.examples import filled


def named(unit: str) -> Report:
    return Report(unit=unit)


def test_a_document_begins_with_nothing_to_undo() -> None:
    document = opened(named("甲"))
    assert (document.undo_label, document.redo_label) == (None, None)
    assert undo(document) is document
    assert redo(document) is document


def test_a_step_can_be_taken_back_and_brought_again() -> None:
    document = commit(opened(named("甲")), "改名", named("乙"))
    back = undo(document)
    assert (back.report.unit, back.redo_label) == ("甲", "改名")
    assert (redo(back).report.unit, redo(back).undo_label) == ("乙", "改名")


def test_a_report_that_did_not_change_adds_no_step() -> None:
    document = opened(named("甲"))
    assert commit(document, "改名", named("甲")) is document


def test_a_new_step_cuts_off_what_was_undone() -> None:
    document = undo(commit(opened(named("甲")), "改名", named("乙")))
    document = commit(document, "又改", named("丙"))
    assert (document.redo_label, undo(document).report.unit) == (None, "甲")


def test_typing_in_one_place_is_one_step() -> None:
    document = opened(named(""))
    for unit in ("甲", "甲乙", "甲乙丙"):
        document = commit(document, "输入", named(unit), "unit")
    assert undo(document).report.unit == ""


def test_typing_in_another_place_is_another_step() -> None:
    document = commit(opened(named("")), "输入", named("甲"), "unit")
    document = commit(document, "输入", Report(unit="甲", title="乙"), "title")
    assert undo(document).report == named("甲")


def test_steps_without_a_key_are_never_merged() -> None:
    document = commit(commit(opened(named("")), "粘贴", named("甲")), "粘贴", named("乙"))
    assert undo(document).report.unit == "甲"


def test_a_sealed_step_takes_no_more_typing() -> None:
    document = sealed(commit(opened(named("")), "输入", named("甲"), "unit"))
    document = commit(document, "输入", named("甲乙"), "unit")
    assert undo(document).report.unit == "甲"


def test_typing_after_undo_does_not_flow_into_the_step_before() -> None:
    document = commit(opened(named("")), "输入", named("甲"), "unit")
    document = commit(document, "粘贴", named("乙"))
    document = commit(undo(document), "输入", named("丙"), "unit")
    assert undo(document).report.unit == "甲"


def test_typing_after_redo_is_a_step_of_its_own() -> None:
    document = redo(undo(commit(opened(named("")), "输入", named("甲"), "unit")))
    document = commit(document, "输入", named("甲乙"), "unit")
    assert undo(document).report.unit == "甲"


def test_typing_that_ends_where_it_began_leaves_no_step() -> None:
    document = commit(opened(named("")), "输入", named("甲"), "unit")
    document = commit(document, "输入", named(""), "unit")
    assert (document.report.unit, document.undo_label) == ("", None)


def test_typing_never_flows_into_the_report_that_was_opened() -> None:
    document = commit(opened(named("原")), "输入", named("甲"), "")
    assert undo(document).report.unit == "原"


def test_the_last_500_steps_are_kept() -> None:
    document = opened(named("0"))
    for i in range(1, MOST_STEPS + 51):
        document = commit(document, f"第{i}步", named(str(i)))
    undone = 0
    while document.undo_label is not None:
        document = undo(document)
        undone += 1
    assert (MOST_STEPS, undone, document.report.unit) == (500, 500, "50")


def test_of_old_steps_only_what_was_entered_is_kept_and_totals_come_again_with_undo() -> None:
    cell, total = CellId("t3.granted.natural"), CellId("t3.granted.total")
    document = opened(filled())
    for number in range(AT_HAND + 2):
        document = commit(document, f"写 {number}", edits.set_cell(document.report, cell, str(number)))
        assert document.report.value(total) == number
    ready = ["computed" in vars(step.report) for step in document.steps]
    assert ready == [False] * (len(ready) - AT_HAND) + [True] * AT_HAND
    while document.undo_label is not None:
        document = undo(document)
    assert document.report == filled()
    assert document.report.value(total) == 0


def test_what_stood_in_a_cell_is_told_newest_first_and_each_entry_once() -> None:
    cell = CellId("t3.granted.natural")
    document = opened(edits.set_cell(Report(), cell, "4"))
    for raw in ("5", "", "5", "7"):
        document = commit(document, f"写 {raw}", edits.set_cell(document.report, cell, raw))
    assert past_entries(document, cell) == (("写 5", "5"), ("写 ", ""), ("", "4"))
    assert past_entries(document, CellId("t3.partial.natural")) == ()
    assert past_entries(undo(document), cell) == (("写 ", ""), ("", "4"))

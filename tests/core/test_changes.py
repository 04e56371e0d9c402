"""What differs between two reports: cells, texts, head."""

from dataclasses import replace

from core import edits
from core.cells import CellId
from core.changes import changed_cells, changed_texts, has_other_head, only_words_differ
from core.report import Report
from tests.examples import filled

NEW = CellId("t3.new_requests.natural")
NEW_TOTAL = CellId("t3.new_requests.total")


def test_the_same_report_has_no_changed_cells_or_texts() -> None:
    assert changed_cells(filled(), filled()) == frozenset()
    assert changed_texts(filled(), filled()) == frozenset()
    assert not has_other_head(filled(), filled())


def test_a_cell_changes_its_totals_and_the_texts_that_read_them() -> None:
    before = edits.set_text(filled(), "s1", "共{t3.new_requests.total}件。")
    after = edits.set_cell(before, NEW, "7")
    assert {NEW, NEW_TOTAL} <= changed_cells(before, after)
    assert changed_texts(before, after) == {"s1"}


def test_a_printed_total_that_gives_way_is_a_changed_cell() -> None:
    before = filled(printed={NEW_TOTAL: 3})
    assert changed_cells(before, edits.use_computed(before, [NEW_TOTAL])) == {NEW_TOTAL}


def test_a_text_changes_with_its_sentences_that_are_carried() -> None:
    before = replace(Report(), texts={"s1": "公开三条。"}, carried={"s1": frozenset({"公开三条。"})})
    assert changed_texts(before, replace(before, carried={})) == {"s1"}


def test_another_unit_is_another_head() -> None:
    assert has_other_head(Report(unit="青禾县林业局"), Report(unit="青禾县水务局"))


def test_words_are_told_from_answers_and_cells() -> None:
    before = edits.set_text(filled(), "s1", "公开三条。")
    assert only_words_differ(before, edits.set_text(before, "s1", "公开四条。"))
    assert not only_words_differ(before, edits.answer(before, "A03|…", "情况属实"))
    assert not only_words_differ(before, edits.set_cell(before, NEW, "7"))

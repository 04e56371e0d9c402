"""Every change a clerk can make."""

from dataclasses import replace

import pytest

from core import edits
from core.cells import CellId, State, number
from core.form import F2019, F2021
from core.report import Final, OrgType, Report, Source
from tests.examples import TOTALS, column, filled

GRANTED = CellId("t3.granted.natural")
TOTAL = CellId("t3.granted.total")


def test_a_typed_number_stands_in_its_cell_and_in_its_totals() -> None:
    report = edits.set_cell(filled(), GRANTED, "12")
    assert [report.value(cell) for cell in (GRANTED, TOTAL)] == [12, 12]


def test_an_edit_leaves_the_report_it_was_given_as_it_was() -> None:
    before = filled()
    edits.set_cells(before, {GRANTED: "12"})
    assert before == filled()


def test_full_width_digits_are_tidied_without_a_finding_to_come() -> None:
    entry = edits.set_cell(Report(), GRANTED, " １，２３４ ").entry(GRANTED)
    assert (entry.raw, entry.tidied) == ("1234", False)


def test_words_that_are_no_number_are_kept_as_typed() -> None:
    entry = edits.set_cell(Report(), GRANTED, "4 4 -").entry(GRANTED)
    assert (entry.raw, entry.state) == ("4 4 -", State.TEXT)


@pytest.mark.parametrize("blank", ["", "  ", "\u3000"])
def test_typing_nothing_empties_the_cell(blank: str) -> None:
    assert edits.set_cell(filled({GRANTED: 3}), GRANTED, blank).entry(GRANTED).state is State.EMPTY


def test_a_computed_cell_is_never_written() -> None:
    report = filled()
    assert edits.set_cell(report, TOTAL, "9") is report
    assert edits.clear(report, TOTALS) is report


def test_typing_what_stands_there_already_changes_nothing() -> None:
    report = filled({GRANTED: 3})
    assert edits.set_cell(report, GRANTED, "3") is report


def test_a_paste_writes_all_its_cells_at_once() -> None:
    report = edits.set_cells(Report(), {GRANTED: "1", TOTAL: "7", CellId("t4.review.upheld"): "x"})
    assert {cell: entry.raw for cell, entry in report.typed.items()} == {GRANTED: "1", "t4.review.upheld": "x"}


def test_clearing_a_range_empties_only_what_is_in_it() -> None:
    report = edits.clear(filled(), [GRANTED, TOTAL])
    assert set(filled().typed) - set(report.typed) == {GRANTED}


def test_the_same_words_can_fill_a_range() -> None:
    report = edits.fill(Report(), [GRANTED, CellId("t3.partial.natural")], "0")
    assert [report.value(cell) for cell in report.typed] == [0, 0]


def test_filling_the_rest_with_0_touches_only_empty_cells_of_that_table() -> None:
    report = edits.set_cells(Report(), {GRANTED: "5", CellId("t3.partial.natural"): "/"})
    rest = edits.fill_rest(report, "t3")
    assert rest.value(GRANTED) == 5
    assert rest.entry(CellId("t3.partial.natural")).state is State.NOT_APPLICABLE
    assert edits.empty_cells(rest, "t3") == ()
    assert len(edits.empty_cells(rest, "t2")) == 10


def test_the_empty_cells_of_a_table_are_its_typed_ones() -> None:
    assert len(edits.empty_cells(Report(), "t3")) == 144
    assert edits.empty_cells(filled({GRANTED: ""}), "t3") == (GRANTED,)


def test_settling_for_the_sum_drops_the_printed_total() -> None:
    report = filled(printed={TOTAL: 3, "t4.review.total": 1})
    assert set(edits.use_computed(report, [TOTAL]).printed) == {"t4.review.total"}


def test_head_fields_are_kept_without_surrounding_blanks() -> None:
    report = edits.set_title(edits.set_unit(Report(), " 青禾县林业局 "), " 年度报告 ")
    report = edits.set_org_type(edits.set_year(report, 2024), OrgType.DEPARTMENT)
    assert (report.unit, report.title, report.year) == ("青禾县林业局", "年度报告", 2024)
    assert report.org_type is OrgType.DEPARTMENT


def test_a_touched_text_is_no_longer_out_of_date() -> None:
    report = Report(
        texts={"s1": "去年的话", "s5": "去年的话"}, carried={key: frozenset({"去年的话"}) for key in ("s1", "s5")}
    )
    touched = edits.set_text(report, "s1", "今年的话")
    assert (touched.text("s1"), touched.stale) == ("今年的话", frozenset({"s5"}))


def test_a_text_set_to_what_it_is_stays_out_of_date() -> None:
    report = Report(texts={"s1": "去年的话"}, carried={"s1": frozenset({"去年的话"})})
    assert edits.set_text(report, "s1", "去年的话") is report


def test_each_sentence_of_last_year_waits_for_a_touch_of_its_own() -> None:
    last = Report(texts={"s1": "（一）主动公开\n全年公开信息30条。培训两次。"}, year=2024)
    draft = edits.carry_over(last)
    assert [stretch.length for stretch in draft.stale_sentences("s1")] == [10, 5]
    rewritten = edits.set_text(draft, "s1", "（一）主动公开\n全年公开信息41条。培训两次。")
    assert [stretch.start for stretch in rewritten.stale_sentences("s1")] == [18]
    assert edits.confirm_sentence(rewritten, "s1", "培训两次。").stale == frozenset()


def test_a_note_stands_at_its_cell_until_it_is_emptied() -> None:
    noted = edits.set_note(Report(), GRANTED, " 与台账核对过 ")
    assert noted.notes == {GRANTED: "与台账核对过"}
    assert edits.set_note(noted, GRANTED, " ").notes == {}


def test_rules_that_were_switched_off_stay_so_next_year() -> None:
    off = edits.switch_rule(Report(year=2024), "S28", on=False)
    assert edits.carry_over(off).switched_off == {"S28"}
    assert edits.switch_rule(off, "S28", on=True).switched_off == frozenset()


def test_all_rules_can_be_used_again_at_once() -> None:
    off = edits.switch_rule(edits.switch_rule(Report(), "S28", on=False), "N14", on=False)
    assert edits.use_all_rules(off).switched_off == frozenset()
    assert edits.use_all_rules(Report()) == Report()


def test_a_confirmed_text_stays_word_for_word() -> None:
    report = edits.confirm_text(Report(texts={"s1": "去年的话"}, carried={"s1": frozenset({"去年的话"})}), "s1")
    assert (report.text("s1"), report.stale) == ("去年的话", frozenset())


def test_a_reason_is_kept_for_its_occasion_and_can_be_taken_back() -> None:
    report = edits.answer(Report(), "A03|t3|差 1 件", " 机构改革划转 ")
    assert report.reasons == {"A03|t3|差 1 件": "机构改革划转"}
    assert edits.answer(report, "A03|t3|差 1 件", "").reasons == {}


def test_last_year_is_attached_without_the_year_before_it() -> None:
    older = filled()
    last = edits.attach_last_year(filled(), older)
    report = edits.attach_last_year(Report(), last)
    assert report.last_year is not None
    assert report.last_year.last_year is None
    assert edits.attach_last_year(report, None).last_year is None


LAST = replace(
    filled({**column("natural", new=5, granted=3, forward=2), "t3.carried_forward.research": "/"}),
    org_type=OrgType.TOWNSHIP,
    title="林业局年报",
    texts={"preamble": "依据条例。", "s1": "总体平稳。", "s5": "  "},
    reasons={"Y01|x": "情况属实"},
    source=Source("去年.docx", "0" * 64),
)


def test_this_years_draft_carries_over_unit_year_and_texts_each_out_of_date() -> None:
    draft = edits.carry_over(LAST)
    assert (draft.unit, draft.year, draft.org_type) == ("青禾县林业局", 2025, OrgType.TOWNSHIP)
    assert draft.texts == {"preamble": "依据条例。", "s1": "总体平稳。"}
    assert draft.stale == {"preamble", "s1"}


def test_what_was_carried_forward_is_carried_in_column_by_column() -> None:
    draft = edits.carry_over(LAST)
    assert draft.value(CellId("t3.carried_in.natural")) == 2
    assert draft.value(CellId("t3.carried_in.business")) == 0
    assert draft.entry(CellId("t3.carried_in.research")).state is State.EMPTY
    assert {cell.split(".")[1] for cell in draft.typed} == {"carried_in"}


def test_nothing_else_of_last_year_is_taken_for_this_year() -> None:
    draft = edits.carry_over(LAST)
    assert (draft.title, draft.reasons, draft.printed, draft.source) == ("", {}, {}, None)
    assert draft.last_year == LAST


def test_the_year_of_the_draft_can_be_given_or_stay_open() -> None:
    assert edits.carry_over(LAST, 2030).year == 2030
    assert edits.carry_over(replace(LAST, year=None)).year is None


def test_every_report_needs_a_preamble_and_three_sections_of_prose() -> None:
    assert edits.prose_keys(Report()) == ("preamble", "s1", "s5", "s6")


OLD = Report(
    F2019,
    year=2020,
    typed={cell: number(1) for cell, described in F2019.cells.items() if not described.computed},
    texts={"s1": "公开三十条。"},
)


def test_a_draft_from_an_old_format_is_in_the_format_in_force() -> None:
    draft = edits.carry_over(OLD)
    assert (draft.form, draft.year, draft.text("s1")) == (F2021, 2021, "公开三十条。")
    assert draft.value(CellId("t3.carried_in.natural")) == 1
    assert draft.last_year is not None
    assert draft.last_year.form is F2021


def test_an_old_format_laid_beside_a_report_reads_as_the_new_one() -> None:
    last = edits.attach_last_year(Report(year=2021), OLD).last_year
    assert last is not None
    assert last.form is F2021


def test_an_old_report_that_is_taken_for_this_years_is_in_the_format_in_force() -> None:
    assert edits.adopt(OLD).form is F2021
    assert edits.adopt(LAST) == LAST


def test_texts_of_a_file_come_as_an_editor_holds_them_this_years_and_last_years() -> None:
    last = Report(year=2025, texts={"s1": "公开\xa012条。\u2028没有收费。"})
    draft = edits.carry_over(last)
    assert draft.text("s1") == "公开 12条。\n没有收费。"
    assert len(edits.set_text(draft, "s1", draft.text("s1") + "x").stale_sentences("s1")) == 2
    assert edits.adopt(last).text("s1") == draft.text("s1")
    assert draft.last_year is not None
    assert draft.last_year.text("s1") == draft.text("s1")
    old = replace(draft, texts=last.texts, carried={"s1": frozenset({"公开\xa012条。"})})
    assert len(edits.as_typed(old).stale_sentences("s1")) == 1
    assert edits.as_typed(draft) is draft


def test_a_final_report_knows_who_declared_it_and_can_be_withdrawn() -> None:
    final = edits.finalise(Report(unit="青禾县林业局"), " 林一 ", "2027-01-20", "3F7K-9Q2M")
    assert final.final == Final("林一", "2027-01-20", "3F7K-9Q2M")
    assert edits.withdraw(final) == Report(unit="青禾县林业局")


def test_a_draft_has_nothing_to_withdraw() -> None:
    draft = Report()
    assert edits.withdraw(draft) is draft


def test_the_names_of_the_signers_are_kept_one_by_one() -> None:
    signed = edits.set_signer(edits.set_signer(Report(), "drafter", " 林一 "), "leader", "方远")
    assert signed.sign_off == {"drafter": "林一", "leader": "方远"}
    assert edits.set_signer(signed, "drafter", " ").sign_off == {"leader": "方远"}
    assert edits.set_signer(signed, "leader", "方远") is signed


def test_a_report_taken_in_to_be_worked_on_is_a_draft() -> None:
    assert edits.adopt(edits.finalise(Report(), "林一", "2027-01-20", "3F7K-9Q2M")).final is None

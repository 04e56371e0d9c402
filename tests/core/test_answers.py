"""Answers to findings: what is counted, what does as a reason, what is put right."""

from dataclasses import replace

from core import edits
from core.answers import (
    Standing,
    common_reasons,
    earlier_reasons,
    is_complete,
    mend,
    mend_all,
    misprinted,
    reason_for,
    standing,
    take,
    waiting_words,
)
from core.cells import EMPTY, CellId, number
from core.checks import catalogue
from core.checks.register import Verdict
from core.finding import Finding, Severity, Suggestion
from core.report import Report
from tests.examples import carried

GRANTED = CellId("t3.granted.natural")
ERROR = Finding("A03", Severity.ERROR, "不平衡", (GRANTED,), suspect=GRANTED, remedy="10")
WARNING = Finding("Y01", Severity.WARNING, "两数应相等", (CellId("t3.carried_in.total"),))


def filled() -> Report:
    report = Report(unit="云溪县水务局", year=2026)
    for table in report.form.tables:
        report = edits.fill_rest(report, table.id)
    for key in edits.prose_keys(report):
        report = edits.set_text(report, key, "已写。")
    return report


def test_errors_come_first_in_the_sentence() -> None:
    counted = standing(Report(), Verdict((ERROR, WARNING), ()))
    assert counted == Standing(errors=1, warnings=1, is_complete=False)
    assert counted.sentence == "还有 1 处必须改"


def test_an_answered_finding_is_no_longer_open() -> None:
    report = edits.answer(Report(), ERROR.occasion, "年底已补办，情况属实")
    counted = standing(report, Verdict((ERROR, WARNING), ()))
    assert (counted.answered, counted.sentence) == (1, "还有 1 处要说明")


def test_nothing_open_means_it_can_be_finalised() -> None:
    assert standing(filled(), Verdict((), ())).sentence == "可以定稿"


def test_an_empty_report_is_not_called_final() -> None:
    assert standing(Report(), Verdict((), ())).sentence == "还没有填完"


def test_a_text_from_last_year_or_one_empty_cell_is_enough_to_be_incomplete() -> None:
    assert not is_complete(carried(filled(), "s1"))
    assert not is_complete(edits.set_cell(filled(), GRANTED, ""))


def test_hints_do_not_hold_up_the_final_version() -> None:
    assert Standing(hints=3).sentence == "可以定稿"


def test_an_error_needs_five_characters_of_reason() -> None:
    assert reason_for(ERROR, " 属实的 ") is None
    assert reason_for(ERROR, "机构改革划转") == "机构改革划转"


def test_a_warning_without_words_is_answered_as_true() -> None:
    assert reason_for(WARNING, "  ") == "情况属实"


def test_mending_puts_the_proposal_into_the_suspect_cell() -> None:
    assert mend(Report(), ERROR).value(GRANTED) == 10


def test_mending_a_printed_total_lets_the_sum_stand() -> None:
    total = CellId("t4.review.total")
    typed = {CellId(f"t4.review.{c}"): number(1) for c in ("upheld", "corrected", "other", "pending")}
    report = Report(typed=typed, printed={total: number(9)})
    mended = mend(report, Finding("A05", Severity.WARNING, "总计", (total,), suspect=total, remedy="4"))
    assert mended.as_printed(total).value == 4


def test_a_finding_that_proposes_nothing_changes_nothing() -> None:
    report = Report()
    assert mend(report, WARNING) is report


MISQUOTED = Finding(
    "N01", Severity.ERROR, "对不上", section="s1", excerpt="收到申请3件", start=5, replacement="收到申请5件"
)


def test_mending_words_puts_the_replacement_where_the_excerpt_stands() -> None:
    report = edits.set_text(Report(), "s1", "收到申请。收到申请3件，已答复。")
    assert mend(report, MISQUOTED).text("s1") == "收到申请。收到申请5件，已答复。"


def test_words_that_have_changed_since_are_left_alone() -> None:
    report = edits.set_text(Report(), "s1", "全年共收到申请3件，已答复。")
    assert mend(report, MISQUOTED) is report


def test_words_of_the_title_are_mended_in_the_title() -> None:
    finding = replace(MISQUOTED, section="title", excerpt="2024年", start=6, replacement="2025年")
    report = edits.set_title(Report(), "云溪县水务局2024年工作年报")
    assert mend(report, finding).title == "云溪县水务局2025年工作年报"


def test_words_of_a_printed_heading_are_mended_in_the_heading() -> None:
    finding = replace(MISQUOTED, section="s2", excerpt="三", start=0, replacement="二")
    report = replace(Report(), headings={"s2": "三、主动公开情况"})
    assert mend(report, finding).headings == {"s2": "二、主动公开情况"}


def test_only_rules_with_rightful_exceptions_offer_reasons() -> None:
    assert "机构改革、职能划转" in common_reasons(WARNING)
    assert common_reasons(ERROR) == ()


def test_every_reason_offered_is_long_enough_for_an_error() -> None:
    for code in ("Y01", "Y02", "Y03", "A09", "X05"):
        finding = replace(ERROR, code=code)
        assert [reason_for(finding, reason) for reason in common_reasons(finding)] == list(common_reasons(finding))


def test_totals_printed_wrongly_or_not_at_all_can_give_way_to_the_sum() -> None:
    wrong, blank, right = (CellId(f"t3.{row}.total") for row in ("granted", "partial", "carried_in"))
    report = replace(filled(), printed={wrong: number(7), blank: EMPTY, right: number(0)})
    finding = Finding("A02", Severity.ERROR, "不等", (GRANTED, wrong, blank, right))
    assert misprinted(report, finding) == (wrong, blank)
    assert misprinted(edits.use_computed(report, (wrong, blank)), finding) == ()


def test_a_total_that_cannot_be_added_up_yet_is_not_offered() -> None:
    total = CellId("t3.granted.total")
    report = replace(edits.clear(filled(), (GRANTED,)), printed={total: number(7)})
    assert misprinted(report, Finding("A01", Severity.ERROR, "不等", (GRANTED, total))) == ()


def test_a_report_of_another_year_beside_this_one_is_told_even_before_anything_is_entered() -> None:
    report = replace(Report(year=2026), last_year=replace(filled(), year=2023))
    words = waiting_words(report, catalogue.run(report))
    assert "2023" in words
    assert "填全后" not in words


def test_a_suggestion_of_two_cells_is_written_as_one_change() -> None:
    partial, other = CellId("t3.partial.business"), CellId("t3.partial.research")
    suggestion = Suggestion(((other, "0"), (partial, "5")), "填到了相邻一格")
    after = take(edits.set_cell(filled(), other, "5"), suggestion)
    assert after.value(partial) == 5
    assert after.value(other) == 0


def test_mending_a_finding_takes_its_first_suggestion_whole() -> None:
    wrong = edits.set_cells(filled(), {CellId("t3.new_requests.business"): "5", CellId("t3.partial.research"): "5"})
    (finding, _) = (f for f in catalogue.run(wrong).findings if f.suggestions)
    assert len(finding.suggestions[0].changes) == 2
    assert not [f for f in catalogue.run(mend(wrong, finding)).findings if f.code in {"A03", "A08"}]


def test_a_reason_stays_known_when_the_numbers_change_but_does_not_answer() -> None:
    before = replace(WARNING, message="差 1 件")
    report = edits.answer(Report(), before.occasion, "上年数据有误")
    after = replace(WARNING, message="差 2 件")
    assert standing(report, Verdict((after,), ())).warnings == 1
    assert earlier_reasons(report, after) == ("上年数据有误",)
    assert earlier_reasons(report, before) == ()
    assert earlier_reasons(report, ERROR) == ()


def test_mending_many_findings_writes_each_proposal_and_passes_over_those_without() -> None:
    other = CellId("t3.granted.business")
    marks = edits.set_cells(Report(), {GRANTED: "-", other: "/"})
    found = [replace(ERROR, cells=(cell,), suspect=cell, remedy="0") for cell in (GRANTED, other)]
    mended = mend_all(marks, [*found, WARNING])
    assert [mended.value(cell) for cell in (GRANTED, other)] == [0, 0]

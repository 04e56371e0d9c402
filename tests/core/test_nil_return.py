"""A year without requests is one step, asks where it ought to, and never hides what was carried in."""

from dataclasses import replace

import pytest

from core import edits
from core.cells import CellId, number
from core.checks import catalogue
from core.nil_return import nil_return, question, sentence, unsettled, with_sentence, would_go
from core.report import Report
from tests.examples import column, filled

NEW, CARRIED = CellId("t3.new_requests.natural"), CellId("t3.carried_in.natural")
FORWARD = CellId("t3.carried_forward.natural")


def last_year(new: str, forward: str = "0") -> Report:
    blank = edits.fill_rest(Report(unit="云泽市统计局", year=2025), "t3")
    return edits.set_cells(blank, {NEW: new, FORWARD: forward})


def this_year(last: Report | None = None) -> Report:
    return replace(Report(unit="云泽市统计局", year=2026), last_year=last)


def values(report: Report, cells: tuple[CellId, ...]) -> list[int | None]:
    return [None if (value := report.value(cell)) is None else int(value) for cell in cells]


def test_all_144_typed_cells_become_0_and_the_totals_follow() -> None:
    report = nil_return(this_year())
    cells = report.form.table("t3").cells
    assert [report.value(cell.id) for cell in cells] == [0] * 175
    assert sum(not cell.computed for cell in cells) == 144


def test_the_other_tables_stay_as_they_are() -> None:
    report = nil_return(this_year())
    assert edits.empty_cells(report, "t2")
    assert edits.empty_cells(report, "t4")


def test_what_last_year_carried_forward_is_carried_in_and_not_made_0() -> None:
    assert nil_return(this_year(last_year("5", "2"))).value(CARRIED) == 2


def test_a_blank_of_last_year_is_not_carried_in_as_0_and_nothing_is_said_of_it() -> None:
    last = edits.clear(last_year("0"), [FORWARD])
    report = nil_return(this_year(last))
    assert report.value(CARRIED) is None
    assert edits.empty_cells(report, "t3") == (CARRIED,)
    assert sentence(report).endswith("未收到政府信息公开申请。")


def test_a_number_typed_as_carried_in_stays_whatever_last_year_says() -> None:
    report = edits.set_cell(this_year(last_year("5", "2")), CARRIED, "3")
    assert nil_return(report).value(CARRIED) == 3


def test_a_mark_in_carried_in_becomes_0() -> None:
    assert nil_return(edits.set_cell(this_year(), CARRIED, "/")).value(CARRIED) == 0


def test_what_is_carried_in_has_still_to_be_answered_for() -> None:
    report = nil_return(this_year(last_year("5", "2")))
    assert unsettled(report) == "t3.granted.natural"
    codes = {finding.code for finding in catalogue.run(report, typing=True).findings}
    assert codes & {"A03", "A08"}
    assert unsettled(nil_return(this_year())) is None


def test_printed_totals_of_an_imported_file_give_way() -> None:
    total = CellId("t3.new_requests.total")
    report = replace(filled(column("natural", new=5, granted=5)), printed={total: number(5)})
    assert nil_return(report).as_printed(total).value == 0


def test_nothing_is_asked_where_nothing_speaks_against_it() -> None:
    assert question(this_year()) == ""
    assert question(this_year(last_year("0"))) == ""
    assert question(nil_return(this_year())) == ""


def test_last_years_requests_are_asked_about() -> None:
    assert question(this_year(last_year("24"))) == "上年收到 24 件，今年确实没有收到吗？"


def test_what_is_typed_and_would_go_is_counted_zeros_are_not() -> None:
    report = edits.set_cells(this_year(), {NEW: "3", CellId("t3.granted.natural"): "无", FORWARD: "0", CARRIED: "1"})
    assert would_go(report) == (NEW, "t3.granted.natural")
    assert question(report) == "已填的 2 格会改为 0，今年确实没有收到吗？"


def test_both_are_asked_together() -> None:
    report = edits.set_cell(this_year(last_year("24")), NEW, "3")
    assert question(report) == "上年收到 24 件，已填的 1 格会改为 0，今年确实没有收到吗？"


def test_the_sentence_speaks_of_the_year_and_of_what_was_carried_in() -> None:
    assert sentence(nil_return(this_year())) == "2026年，我局未收到政府信息公开申请，无上年结转申请。"
    carried = nil_return(this_year(last_year("5", "2")))
    assert sentence(carried) == "2026年，我局未收到政府信息公开申请，上年结转2件。"


@pytest.mark.parametrize(
    "told", ["（二）依申请公开。全年未收到政府信息公开申请。", "全年收到政府信息公开申请3件，均已答复。"]
)
def test_no_sentence_is_offered_where_the_text_tells_already(told: str) -> None:
    assert sentence(edits.set_text(nil_return(this_year()), "s1", told)) == ""


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", "甲。"),
        ("（一）主动公开\n公开12条。", "（一）主动公开\n公开12条。\n甲。"),
        ("（二）依申请公开\n（三）政府信息管理", "（二）依申请公开\n甲。\n（三）政府信息管理"),
        ("（二）依申请公开。渠道畅通。\n（三）其他", "（二）依申请公开。渠道畅通。甲。\n（三）其他"),
    ],
)
def test_the_sentence_stands_where_the_text_speaks_of_requests(text: str, after: str) -> None:
    assert with_sentence(edits.set_text(this_year(), "s1", text), "甲。").text("s1") == after


def test_the_sentence_agrees_with_the_table_by_all_rules() -> None:
    for last in (None, last_year("5", "2")):
        report = nil_return(this_year(last))
        report = with_sentence(report, sentence(report))
        findings = catalogue.run(report, typing=True).findings
        assert [finding.code for finding in findings if finding.code.startswith("N") and finding.section == "s1"] == []


def test_references_elsewhere_in_the_text_go_on_following_the_table() -> None:
    report = edits.set_text(nil_return(this_year()), "s1", "制发{规范性文件制发}件。\n（二）依申请公开\n（三）其他")
    after = edits.set_cell(with_sentence(report, "甲。"), CellId("t2.normative_docs.issued"), "7")
    assert after.text("s1") == "制发7件。\n（二）依申请公开\n甲。\n（三）其他"

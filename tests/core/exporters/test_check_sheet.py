"""What the 校核单 says of a report."""

from dataclasses import replace

from core.checks import catalogue
from core.exporters.check_number import check_number
from core.exporters.check_sheet import OFF, CheckSheet, Noted, Unjudged, check_sheet
from core.exporters.proof import Proof
from core.form import F2021
from core.report import Report, Source
from tests.examples import column, filled


def sheet_of(report: Report) -> CheckSheet:
    return check_sheet(report, catalogue.run(report))


def test_the_head_names_unit_year_form_source_and_verdict() -> None:
    report = replace(filled(column("natural", new=3, granted=2)), source=Source("青禾.docx", "0" * 64))
    sheet = sheet_of(report)
    assert sheet.title == "青禾县林业局2024年政府信息公开工作年度报告校核单"
    facts = dict(sheet.facts)
    assert (facts["填报单位"], facts["报告年度"], facts["来源文件"]) == ("青禾县林业局", "2024年", "青禾.docx")
    assert (facts["格式依据"], facts["对照的上年年报"]) == (F2021.basis, "没有对照")
    assert facts["审核结论"].startswith("还有 1 处必须改")


def test_a_finding_stands_with_its_place_its_words_and_the_reason_given() -> None:
    report = filled(column("natural", new=3, granted=2))
    (finding,) = catalogue.run(report).findings
    (noted,) = sheet_of(replace(report, reasons={finding.occasion: "一件申请年底并案办理"})).findings
    assert noted.code == "A03"
    assert (noted.weight, noted.message, noted.reason) == ("必须改", finding.message, "一件申请年底并案办理")
    assert noted.place == "表三 自然人（一列 4 格）"


def test_a_reason_for_other_numbers_is_not_printed() -> None:
    report = replace(filled(column("natural", new=3, granted=2)), reasons={"A03|something else": "旧的说明"})
    assert [noted.reason for noted in sheet_of(report).findings] == [""]


def test_a_finding_about_words_names_the_text_and_quotes_them() -> None:
    report = replace(filled(column("natural", new=5, granted=5)), texts={"s1": "新收政府信息公开申请3件。"})
    (noted,) = [noted for noted in sheet_of(report).findings if noted.code == "N01"]
    assert isinstance(noted, Noted)
    assert noted.place == "一、总体情况：“新收政府信息公开申请3件”"


def test_many_cells_with_a_stroke_are_one_line_and_so_is_what_they_keep_from_being_judged() -> None:
    dashes = {
        str(cell.id): "-" for cell in F2021.table("t3").cells if cell.column.id == "research" and not cell.computed
    }
    sheet = sheet_of(filled(dashes))
    (noted,) = [each for each in sheet.findings if each.code == "C02"]
    assert noted.place == f"表三 科研机构（一列 {len(dashes)} 格）"
    assert noted.message == f"{len(dashes)} 格写的不是数字（“-”）。表格应填数字，没有发生请填 0。"
    assert len([each for each in sheet.unjudged if each.code == "A01"]) <= 1


def test_what_was_not_judged_is_told_with_the_reason() -> None:
    report = filled({"t3.new_requests.natural": ""})
    verdict = catalogue.run(report)
    sheet = check_sheet(report, verdict, [("表二", "两个数连在一起")])
    assert sheet.rules == f"审核规则共 {len(catalogue.RULES)} 条，全部启用，没有停用的。"
    assert {one.code for one in sheet.unjudged} == {one.code for one in verdict.undecided} | {"读入"}
    assert sheet.unjudged[-1] == Unjudged("读入", "表二", "两个数连在一起")
    assert all(one.place and one.reason for one in sheet.unjudged)


def test_a_leader_sees_which_rules_the_unit_switched_off() -> None:
    report = replace(filled({"t3.new_requests.natural": ""}), switched_off=frozenset({"N14", "A09", "Q77"}))
    sheet = sheet_of(report)
    assert sheet.rules.startswith(f"审核规则共 {len(catalogue.RULES)} 条，本单位停用了 2 条：A09、N14。")
    assert [(one.code, one.reason) for one in sheet.unjudged[:2]] == [("A09", OFF), ("N14", OFF)]
    assert sheet.unjudged[1].place == "文中几处写同一件事的数字，应前后一致"
    assert sheet.unjudged[2].code == "A03"


def test_the_sheet_tells_whether_it_is_about_a_draft_and_under_which_number() -> None:
    report = filled()
    sheet = sheet_of(report)
    assert sheet.number == dict(sheet.facts)["校验号"] == check_number(report)
    assert dict(sheet.facts)["稿件"].startswith("草稿")


def test_files_that_were_proved_are_told_with_their_proof() -> None:
    report = filled()
    assert sheet_of(report).proofs == ()
    proved = check_sheet(report, catalogue.run(report), proofs=[("年报.pdf", Proof(200, 200, 8, 8))])
    assert proved.proofs == (("年报.pdf", "核对 200/200，文字 8/8 段"),)


def test_the_report_of_last_year_that_was_compared_is_named() -> None:
    assert dict(sheet_of(replace(filled(), last_year=filled())).facts)["对照的上年年报"] == "青禾县林业局2024年年报"


def test_short_facts_share_a_line_and_none_is_lost() -> None:
    for report in (filled(), replace(filled(), source=Source("青禾.docx", "0" * 64))):
        sheet = sheet_of(report)
        assert sorted(fact for line in sheet.fact_lines for fact in line) == sorted(sheet.facts)
        assert [[name for name, _ in line] for line in sheet.fact_lines if len(line) > 1] == [
            ["报告年度", "格式依据"],
            ["稿件", "校验号"],
        ]

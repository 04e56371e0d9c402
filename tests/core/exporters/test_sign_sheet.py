"""What the 审签单 says of a report."""

from dataclasses import replace

import pytest

from core import edits
from core.checks import catalogue
from core.exporters.check_number import check_number
from core.exporters.proof import Proof
from core.exporters.sheets import Sheet
from core.exporters.sign_sheet import FIGURES, sign_sheet
from core.exporters.state_words import DAY
from core.form import F2019
from core.form.layout import SIGNERS
from core.report import OrgType, Report
from tests.examples import column, filled

REPORT = filled(
    {
        **column("natural", new=12, carried_in=1, granted=11, forward=2),
        "t4.review.upheld": 1,
        "t4.lawsuit_direct.other": 2,
        "t4.lawsuit_after_review.pending": 3,
    }
)


def sheet_of(report: Report, *proofs: tuple[str, Proof]) -> Sheet:
    return sign_sheet(report, catalogue.run(report), proofs)


def rows(sheet: Sheet, table: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in sheet.tables[table].rows]


def facts(sheet: Sheet) -> dict[str, str]:
    words = [word for row in rows(sheet, 0) for word in row]
    return dict(zip(words[::2], words[1::2], strict=True))


def test_the_head_says_what_is_to_be_signed() -> None:
    sheet = sheet_of(REPORT)
    assert sheet.title == "青禾县林业局2024年政府信息公开工作年度报告审签单"
    told = facts(sheet)
    assert (told["填报单位"], told["报告年度"]) == ("青禾县林业局", "2024年")
    assert told["校验号"] == sheet.number == check_number(REPORT)
    assert told["稿件"].startswith("草稿")
    assert "第四十九条" in told["编制依据"]
    assert REPORT.form.basis in told["编制依据"]


@pytest.mark.parametrize(
    ("kind", "year", "words"),
    [
        (OrgType.DEPARTMENT, 2024, "2024年（应于2025年1月31日前报送并公布）"),
        (OrgType.GOVERNMENT, 2024, "2024年（应于2025年3月31日前公布）"),
        (OrgType.TOWNSHIP, 2024, "2024年"),
        (None, 2024, "2024年"),
        (OrgType.DEPARTMENT, 99999, "99999年"),
        (OrgType.DEPARTMENT, None, "没有填写"),
    ],
)
def test_the_day_by_which_it_must_be_published_is_told_where_the_law_names_one(
    kind: OrgType | None, year: int | None, words: str
) -> None:
    assert facts(sheet_of(replace(REPORT, org_type=kind, year=year)))["报告年度"] == words


def test_the_verdict_is_one_line_with_what_was_explained_and_switched_off() -> None:
    wrong = filled(column("natural", new=3, granted=2))
    assert facts(sheet_of(wrong))["审核结论"].startswith("还有 1 处必须改")
    reasons = {finding.occasion: "一件申请年底并案办理" for finding in catalogue.run(wrong).findings}
    told = facts(sheet_of(replace(wrong, reasons=reasons, switched_off=frozenset({"N14"}))))["审核结论"]
    assert "1 处已说明原因，其中 1 处原属“必须改”" in told
    assert told.endswith("已停用 1 条规则。")


def test_the_figures_stand_beside_those_of_last_year_and_a_blank_is_no_0() -> None:
    last = replace(filled({**column("natural", new=9, granted=8, forward=1), "t4.review.other": ""}), year=2023)
    sheet = sheet_of(edits.attach_last_year(REPORT, last))
    assert [cell.text for cell in sheet.tables[1].head.cells][1:] == list(FIGURES) if sheet.tables[1].head else False
    assert rows(sheet, 1) == [
        ["2024年", "12", "1", "11", "2", "1", "5"],
        ["2023年", "9", "0", "8", "1", "未填", "0"],
        ["增减", "+3", "+1", "+3", "+1", "—", "+5"],
    ]
    assert rows(sheet_of(last), 1)[0][5] == "未填"


def test_fewer_than_last_year_is_told_with_its_sign_and_no_change_as_0() -> None:
    sheet = sheet_of(edits.attach_last_year(filled(), replace(REPORT, year=2023)))
    assert rows(sheet, 1)[2] == ["增减", "-12", "-1", "-11", "-2", "-1", "-5"]
    assert rows(sheet_of(edits.attach_last_year(filled(), filled())), 1)[2] == ["增减", *["0"] * 6]


def test_a_report_without_last_years_says_so() -> None:
    assert rows(sheet_of(REPORT), 1)[1] == ["上年", "没有附上上年年报"]


def test_signers_are_named_as_far_as_they_are_known_and_nobody_is_invented() -> None:
    report = edits.set_signer(edits.set_signer(REPORT, "reviewer", "石某某"), "leader", "欧阳某某")
    signing = rows(sheet_of(report), 2)
    assert [row[:2] for row in signing[:4]] == [
        ["拟稿人", ""],
        ["核稿人", "石某某"],
        ["分管领导", ""],
        ["主要领导", "欧阳某某"],
    ]
    assert [row[0] for row in signing[:4]] == list(SIGNERS.values())
    assert all(row[2:] == ["", "", DAY] for row in signing[:4])
    assert signing[4][0] == "用印"
    assert "单位盖章" in signing[4][1]


def test_a_final_report_says_by_whom_and_when() -> None:
    final = edits.finalise(REPORT, "方某", "2025-01-10", check_number(REPORT))
    assert facts(sheet_of(final))["稿件"] == "定稿（方某，2025年1月10日）"


def test_files_are_named_by_what_they_have_in_common() -> None:
    proof = Proof(200, 200, 8, 8)
    named = [(f"年报{ending}", proof) for ending in (".pdf", ".docx", "校核单.pdf", "校核单.xlsx")]
    assert facts(sheet_of(REPORT, *named))["送签文件"] == "年报\nPDF、Word、校核单，写好后都已读回核对，内容一致。"


def test_a_file_that_has_more_in_it_than_the_other_of_its_kind_is_named_with_the_kind() -> None:
    named = [(f"年报{ending}", Proof(200, 200, 8, 8)) for ending in (".pdf", "（附图解）.pdf", "图解.png")]
    assert facts(sheet_of(REPORT, *named))["送签文件"].startswith("年报\nPDF、PDF（附图解）、图解，")


def test_files_of_many_names_are_counted_and_unknown_ones_are_boxes_to_tick() -> None:
    proof = Proof(200, 200, 8, 8)
    told = facts(sheet_of(REPORT, ("甲.pdf", proof), ("乙.xlsx", proof)))["送签文件"]
    assert told == "甲.pdf\n乙.xlsx，写好后都已读回核对，内容一致。"
    many = facts(sheet_of(REPORT, *((f"{number}号.pdf", proof) for number in range(30))))["送签文件"]
    assert "等 30 个文件" in many
    assert many.count("\n") < 7
    assert facts(sheet_of(REPORT))["送签文件"].count("□") == 4


@pytest.mark.parametrize("report", [Report(), Report(F2019), Report(unit="青禾县林业局")])
def test_an_empty_report_has_a_sheet_too(report: Report) -> None:
    sheet = sheet_of(report)
    assert facts(sheet)["报告年度"] == "没有填写"
    assert rows(sheet, 1)[0] == ["本年", *["未填"] * 6]
    for table in sheet.tables:
        for row in (*table.rows, *([table.head] if table.head else [])):
            assert sum(cell.columns for cell in row.cells) == len(table.shares)

"""The commands without a window, on the sample that comes with the program."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from core import commands, edits, handing_over, importers, proving
from core.errors import UserError
from core.exporters import Exported
from core.exporters.check_number import check_number
from core.form import F2021
from core.handing_over import PRODUCTS, Handed, Product, Proofs
from core.handing_over import hand_over as HAND_OVER  # noqa: N812 - a test puts another in its place
from core.report import Report
from core.storage import project as storage
from core.storage.project import Project
from tests.core.exporters.invented import needs_chinese_font
from tests.examples import column, filled

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
LAST_YEAR = next(SAMPLE.glob("*.docx"))
PROJECT = next(SAMPLE.glob("*.nianbao"))


def saved(report: Report, path: Path) -> Path:
    storage.save(path, Project(report), None)
    return path


def test_check_ends_with_1_only_where_an_error_was_found(tmp_path: Path) -> None:
    right = saved(filled(column("natural", new=2, granted=2)), tmp_path / "right.nianbao")
    wrong = saved(filled(column("natural", new=3, granted=2)), tmp_path / "wrong.nianbao")
    assert commands.check(right) == ({"findings": [], "undecided": [], "doubts": [], "switched_off": []}, 0)
    content, status = commands.check(wrong)
    assert (status, [finding["code"] for finding in content["findings"]]) == (1, ["A03"])
    assert content["findings"][0]["severity"] == "error"
    assert "t3.new_requests.natural" in content["findings"][0]["cells"]


def test_a_rule_that_the_unit_switched_off_finds_nothing_and_is_told_to_the_office(tmp_path: Path) -> None:
    report = edits.switch_rule(filled(column("natural", new=3, granted=2)), "A03", on=False)
    off = {"code": "A03", "words": "表三每一列：新收加上年结转，应等于办理总计加结转下年度"}
    content, status = commands.check(saved(report, tmp_path / "quiet.nianbao"))
    assert (content["findings"], content["switched_off"], status) == ([], [off], 0)
    ((line, _),) = commands.check_many([tmp_path / "quiet.nianbao"])
    assert line["switched_off"] == [off]


def test_check_lays_last_years_report_beside_this_one(tmp_path: Path) -> None:
    last = saved(filled(column("natural", new=3, granted=2, forward=1)), tmp_path / "last.nianbao")
    this = Report(unit="青禾县林业局", year=2025, typed=filled().typed)
    codes = [said["code"] for said in commands.check(saved(this, tmp_path / "this.nianbao"), last)[0]["findings"]]
    assert {"Y01", "Y03"} <= set(codes)


def test_the_check_sheet_is_written_beside_what_is_printed(tmp_path: Path) -> None:
    out = tmp_path / "校核单.xlsx"
    assert commands.check(PROJECT, LAST_YEAR, out) == commands.check(PROJECT, LAST_YEAR)
    assert load_workbook(out).sheetnames == ["校核单", "勾稽关系", "没有审的项目"]


@needs_chinese_font
def test_the_check_sheet_may_be_a_pdf(tmp_path: Path) -> None:
    commands.check(PROJECT, LAST_YEAR, tmp_path / "校核单.PDF")
    assert (tmp_path / "校核单.PDF").read_bytes().startswith(b"%PDF")


def test_the_check_sheet_takes_the_place_of_no_file_that_is_read(tmp_path: Path) -> None:
    report = tmp_path / "年报.xlsx"
    commands.export(PROJECT, report)
    before = report.read_bytes()
    for path, last in ((report, None), (PROJECT, report)):
        with pytest.raises(UserError, match="没有覆盖"):
            commands.check(path, last, report)
    assert report.read_bytes() == before
    with pytest.raises(UserError, match=r"\.pdf、\.docx 或 \.xlsx"):
        commands.check(PROJECT, None, tmp_path / "校核单.doc")


@needs_chinese_font
def test_check_sheet_and_sign_sheet_are_written_side_by_side(tmp_path: Path) -> None:
    sheet, sign_sheet = tmp_path / "校核单.docx", tmp_path / "审签单.pdf"
    assert commands.check(PROJECT, LAST_YEAR, sheet, sign_sheet) == commands.check(PROJECT, LAST_YEAR)
    assert (sheet.read_bytes()[:2], sign_sheet.read_bytes()[:2]) == (b"PK", b"%P")
    with pytest.raises(UserError, match="同一个文件"):
        commands.check(PROJECT, LAST_YEAR, sign_sheet, sign_sheet)
    with pytest.raises(UserError, match=r"审签单不能写成“审签单\.xlsx”"):
        commands.check(PROJECT, LAST_YEAR, None, tmp_path / "审签单.xlsx")


def test_of_many_each_is_judged_in_the_order_given_whatever_kind_it_is(tmp_path: Path) -> None:
    wrong = saved(filled(column("natural", new=3, granted=2)), tmp_path / "wrong.nianbao")
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"no document")
    paths = [wrong, LAST_YEAR, tmp_path, bad, PROJECT, tmp_path / "没有.txt"]
    told, statuses = zip(*commands.check_many(paths, jobs=2), strict=True)
    assert [content["file"] for content in told] == [str(path) for path in paths]
    assert statuses == (1, commands.check(LAST_YEAR)[1], 2, 2, commands.check(PROJECT)[1], 2)
    for place in (0, 1, 4):
        assert told[place] == {"file": str(paths[place]), **commands.check(paths[place])[0]}
    assert "是文件夹" in told[2]["error"]
    assert "坏.docx" in told[3]["error"]
    assert "没有.txt" in told[5]["error"]


def test_the_status_of_many_is_that_of_the_worst() -> None:
    assert [commands.status_of(each) for each in ([0, 0], [0, 1], [1, 2, 0])] == [0, 1, 2]


def test_of_many_each_is_laid_beside_the_same_last_year(tmp_path: Path) -> None:
    last = saved(filled(column("natural", new=3, granted=2, forward=1)), tmp_path / "last.nianbao")
    this = saved(Report(unit="青禾县林业局", year=2025, typed=filled().typed), tmp_path / "this.nianbao")
    told = [content for content, _ in commands.check_many([this, this], last)]
    assert told == [{"file": str(this), **commands.check(this, last)[0]}] * 2
    assert "Y01" in {finding["code"] for finding in told[1]["findings"]}


def test_a_last_year_that_cannot_be_read_stops_all(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"没有\.docx"):
        list(commands.check_many([PROJECT, PROJECT], tmp_path / "没有.docx"))


def test_check_tells_the_reason_given_for_a_finding() -> None:
    findings = commands.check(PROJECT)[0]["findings"]
    assert findings
    assert all(finding["reason"] for finding in findings)


def test_check_tells_where_in_a_text_the_words_stand_and_what_to_put_there(tmp_path: Path) -> None:
    report = edits.set_text(filled(column("natural", new=5, granted=5)), "s1", "新收政府信息公开申请3件。")
    findings = commands.check(saved(report, tmp_path / "a.nianbao"))[0]["findings"]
    (said,) = [finding for finding in findings if finding["code"] == "N01"]
    assert (said["section"], said["start"], said["excerpt"]) == ("s1", 0, "新收政府信息公开申请3件")
    assert said["replacement"] == "新收政府信息公开申请5件"


def test_export_writes_a_workbook_from_which_the_same_values_are_read(tmp_path: Path) -> None:
    out = tmp_path / "年报 导出.xlsx"
    commands.export(PROJECT, out)
    report = commands.read_any(PROJECT)[0]
    again = importers.read_report(out).report
    assert {cell: again.value(cell) for cell in F2021.cells} == {cell: report.value(cell) for cell in F2021.cells}


def test_export_never_writes_over_the_file_it_was_read_from(tmp_path: Path) -> None:
    read = tmp_path / "上年.docx"
    read.write_bytes(LAST_YEAR.read_bytes())
    with pytest.raises(UserError, match=r"上年\.docx”就是读入的文件，没有覆盖"):
        commands.export(read, tmp_path / "." / "上年.docx")
    assert read.read_bytes() == LAST_YEAR.read_bytes()


def test_export_covers_another_file_only_when_told_to(tmp_path: Path) -> None:
    there = tmp_path / "年报.html"
    there.write_text("旧的", encoding="utf-8")
    with pytest.raises(UserError, match=r"已经有一个“年报\.html”，没有覆盖。[\s\S]*--overwrite"):
        commands.export(PROJECT, there)
    assert there.read_text(encoding="utf-8") == "旧的"
    commands.export(PROJECT, there, overwrite=True)
    assert there.read_text(encoding="utf-8") != "旧的"


def test_a_check_sheet_covers_another_file_only_when_told_to(tmp_path: Path) -> None:
    there = tmp_path / "校核单.xlsx"
    there.write_text("旧的", encoding="utf-8")
    with pytest.raises(UserError, match=r"已经有一个“校核单\.xlsx”，没有覆盖"):
        commands.check(PROJECT, sheet=there)
    assert there.read_text(encoding="utf-8") == "旧的"
    commands.check(PROJECT, sheet=there, overwrite=True)
    assert there.read_bytes().startswith(b"PK")


@needs_chinese_font
def test_handing_over_never_covers_the_file_it_was_read_from(tmp_path: Path) -> None:
    commands.hand_over(saved(filled(), tmp_path / "年报.nianbao"), tmp_path)
    (read,) = tmp_path.glob("*（草稿）.html")
    before = {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    with pytest.raises(UserError, match=r"就是读入的文件，没有覆盖"):
        commands.hand_over(read, tmp_path, overwrite=True)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == before


def test_export_to_an_unknown_kind_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.xlsx"):
        commands.export(PROJECT, tmp_path / "a.bmp")


def test_new_year_takes_over_the_unit_the_texts_and_what_was_carried_forward(tmp_path: Path) -> None:
    out = tmp_path / "新.nianbao"
    told, status = commands.new_year(LAST_YEAR, out)
    draft, last = commands.read_any(out)[0], commands.read_any(LAST_YEAR)[0]
    assert (status, told["year"], told["unit"]) == (0, 2026, last.unit)
    assert draft.texts.keys() == draft.stale
    assert {cell.rsplit(".", 1)[1]: entry.value for cell, entry in draft.typed.items()} == {
        cell.column.id: last.value(cell.id)
        for cell in F2021.cells.values()
        if cell.row.id == "carried_forward" and not cell.computed
    }


def test_new_year_never_writes_over_a_file_that_is_there(tmp_path: Path) -> None:
    out = tmp_path / "a.nianbao"
    out.write_text("别人的文件", encoding="utf-8")
    with pytest.raises(UserError, match="没有覆盖"):
        commands.new_year(LAST_YEAR, out)
    assert out.read_text(encoding="utf-8") == "别人的文件"


def test_new_year_wants_a_project_name(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.nianbao"):
        commands.new_year(LAST_YEAR, tmp_path / "a.docx")


def test_what_is_printed_is_json_in_chinese() -> None:
    assert json.loads(commands.as_text({"a": "甲"})) == {"a": "甲"}
    assert "甲" in commands.as_text({"a": "甲"})


@needs_chinese_font
def test_a_final_report_is_handed_over_in_every_format_without_a_word_of_draft(tmp_path: Path) -> None:
    final = edits.finalise(filled(), "苏禾", "2025-01-20", check_number(filled()))
    project = saved(final, tmp_path / "年报.nianbao")
    told, status = commands.hand_over(project, tmp_path / "全套")
    assert (status, told["final"]) == (0, True)
    assert told["check_number"] == check_number(filled())
    assert len(told["files"]) == len(list((tmp_path / "全套").iterdir())) == len(PRODUCTS)
    assert not any("草稿" in file["written"] for file in told["files"])
    for suffix in (".docx", ".xlsx", ".html", ".pdf"):
        written = next(file["written"] for file in told["files"] if file["written"].endswith(f"年度报告{suffix}"))
        extract = importers.read(Path(written))
        assert not any("草稿" in word for word in proving.words_of(extract))


def test_a_final_report_that_was_changed_elsewhere_is_not_handed_over(tmp_path: Path) -> None:
    final = edits.finalise(filled(), "苏禾", "2025-01-20", "3F7K-9Q2M")
    project = saved(final, tmp_path / "年报.nianbao")
    told = r"定稿以后内容在别处被改过：定稿时校验号 3F7K-9Q2M，现在是 "
    with pytest.raises(UserError, match=told):
        commands.hand_over(project, tmp_path / "全套")
    with pytest.raises(UserError, match=told):
        commands.export(project, tmp_path / "年报.html")
    assert list(tmp_path.iterdir()) == [project]


@needs_chinese_font
def test_handing_over_covers_no_file_unasked(tmp_path: Path) -> None:
    project = saved(filled(), tmp_path / "年报.nianbao")
    (tmp_path / "全套").mkdir()
    there = tmp_path / "全套" / "青禾县林业局2024年政府信息公开工作年度报告（草稿）.html"
    there.write_text("旧的", encoding="utf-8")
    with pytest.raises(UserError, match=r"已经有 1 个同名文件，没有覆盖：.*（草稿）\.html"):
        commands.hand_over(project, tmp_path / "全套")
    assert there.read_text(encoding="utf-8") == "旧的"
    assert commands.hand_over(project, tmp_path / "全套", overwrite=True)[1] == 0
    assert there.read_text(encoding="utf-8") != "旧的"


def test_handing_over_tells_which_file_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_report: Report, path: Path, _proofs: Proofs) -> Exported:
        raise UserError(f"没有写成“{path.name}”。", "再试。")

    monkeypatch.setattr(handing_over, "hand_over", lambda report, out: _failed(report, out, refuse))
    told, status = commands.hand_over(saved(filled(), tmp_path / "年报.nianbao"), tmp_path / "全套")
    assert status == 2
    assert told["files"][0]["error"].startswith("没有写成“")


def _failed(report: Report, out: Path, write: Callable[[Report, Path, Proofs], Exported]) -> tuple[Handed, ...]:
    return HAND_OVER(report, out, (Product("x", "坏的", ".txt", write),))

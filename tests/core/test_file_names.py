"""Names of files and folders."""

from dataclasses import replace

import pytest

from core.file_names import LONGEST, folder_name, marked_stem, numbered, safe, stem
from core.report import Final, Report

REPORT = Report(unit="青禾县水务局", year=2026)
FINAL = replace(REPORT, final=Final("苏禾", "2027-01-20", "3F7K-9Q2M"))


def test_a_draft_is_called_one_and_a_final_report_is_not() -> None:
    assert stem(REPORT) == stem(FINAL) == "青禾县水务局2026年政府信息公开工作年度报告"
    assert marked_stem(REPORT) == f"{stem(REPORT)}（草稿）"
    assert marked_stem(FINAL) == stem(FINAL)
    assert folder_name(REPORT) == f"{stem(REPORT)}（草稿）"
    assert folder_name(FINAL) == f"{stem(FINAL)}（定稿）"


def test_a_report_without_a_name_still_has_files() -> None:
    assert stem(Report()) == "年度报告"
    assert stem(Report(year=2026)) == "2026年政府信息公开工作年度报告"


def test_a_long_name_of_a_unit_does_not_cost_the_year() -> None:
    name = stem(Report(unit="青禾县" * 60, year=2026))
    assert len(name) == LONGEST
    assert name.endswith("2026年政府信息公开工作年度报告")
    assert len(numbered(folder_name(Report(unit="青禾县" * 60, year=2026)), 2).encode()) < 255


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ('甲/乙\\丙:丁*戊?己"庚<辛>壬|癸', "甲_乙_丙_丁_戊_己_庚_辛_壬_癸"),
        ("年报. . ", "年报"),
        ("  年报", "年报"),
        ("con", "_con"),
        ("NUL.年报", "_NUL.年报"),
        ("Com1", "_Com1"),
        ("console", "console"),
        ("换\n行", "换_行"),
        ("半个\ud83d字", "半个_字"),
        ("...", "年报"),
        ("", "年报"),
    ],
)
def test_what_a_system_refuses_is_no_part_of_a_name(words: str, name: str) -> None:
    assert safe(words) == name

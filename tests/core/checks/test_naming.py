"""Family S, title and names: short forms, parents and neighbours that are lawfully named."""

from dataclasses import replace

import pytest

from core.checks import catalogue
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks.golden_structure import adding, imported


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


def test_the_year_of_a_title_that_the_clerk_put_right_is_no_finding() -> None:
    assert said("S01", imported({"title": "青禾县林业局2023年政府信息公开工作年度报告"})) != []
    assert said("S01", imported({"title": "青禾县林业局2024年政府信息公开工作年度报告"})) == []


def test_a_title_without_a_year_is_warned_of() -> None:
    (finding,) = said("S01", imported({"title": "青禾县林业局政府信息公开工作年度报告"}))
    assert (finding.severity, finding.message) == (Severity.WARNING, "标题里没有年份，请补上。")


@pytest.mark.parametrize(
    ("title", "mend"),
    [
        ("2024年政府信息公开工作年度报告", None),
        ("青禾县林业局2024年度政府信息公开工作年度报告", None),
        ("2024年政府信息公开年度报告", "政府信息公开工作年度报告"),
        ("2024年政府信息公开工作的年度报告", "政府信息公开工作年度报告"),
        ("青禾县林业局\n2024年政府信息公开工作\n年度报告", None),
    ],
)
def test_the_wording_of_the_title_is_proposed(title: str, mend: str | None) -> None:
    assert [finding.replacement for finding in said("S02", imported({"title": title}))] == ([mend] if mend else [])


@pytest.mark.parametrize(
    "title", ["2024年政务公开工作年度报告", "2024年政府信息公开工作总结", "2024年政府信息公开工作年度报告年度报告"]
)
def test_another_kind_of_report_is_no_title(title: str) -> None:
    assert [finding.severity for finding in said("S02", imported({"title": f"青禾县林业局{title}"}))] == [
        Severity.WARNING
    ]


def test_a_year_that_stands_twice_is_said() -> None:
    assert len(said("S02", imported({"title": "2024青禾县林业局2024年政府信息公开工作年度报告"}))) == 1


def test_a_street_may_call_itself_so() -> None:
    report = replace(adding("我街道全年举办培训。"), unit="青禾市柳溪街道办事处")
    assert [f.excerpt for f in said("S05", report) if "街" in (f.excerpt or "")] == []


@pytest.mark.parametrize("sentence", ["我县林业发展较快。", "“我镇”栏目上线。", "改变本局面。", "我局开展检查。"])
def test_a_bureau_may_speak_so(sentence: str) -> None:
    assert said("S05", adding(sentence)) == []


def test_two_names_for_oneself_are_a_hint() -> None:
    (finding,) = said("S05", adding("本局开展检查。"))
    assert (finding.severity, finding.replacement) == (Severity.HINT, "我局")


@pytest.mark.parametrize(
    ("unit", "called", "weight"),
    [
        ("青禾县人民政府", "我县", None),
        ("青禾县林业局", "我区", Severity.HINT),
        ("青禾县人民政府", "我市", Severity.HINT),
        ("松原市人民政府", "我县", Severity.WARNING),
        ("松原市江北区林业局", "我市", None),
        ("松原市江北区林业局", "我县", Severity.WARNING),
        ("柳溪镇人民政府", "我区", None),
        ("青禾县林业局", "我市场", None),
    ],
)
def test_a_unit_belongs_to_the_place_that_its_name_tells(unit: str, called: str, weight: Severity | None) -> None:
    report = replace(adding(f"提升{called}公开水平。"), unit=unit)
    found = [finding for finding in said("S05", report) if finding.excerpt == called[:2]]
    assert [finding.severity for finding in found] == ([weight] if weight else [])


@pytest.mark.parametrize(
    ("unit", "called", "found"),
    [
        ("青禾省林业厅", "我局", True),
        ("青禾省林业厅", "我厅", False),
        ("青禾县柳溪镇人民政府", "我乡", True),
        ("青禾县柳溪镇人民政府", "我镇", False),
        ("青禾县白石乡人民政府", "我镇", True),
        ("青禾省公路中心", "我局", True),
    ],
)
def test_a_unit_calls_itself_by_the_last_word_of_its_name(unit: str, called: str, found: bool) -> None:
    report = replace(adding(f"{called}认真办理每件申请。"), unit=unit, headings={})
    assert bool([each for each in said("S05", report) if called in each.message]) == found

"""Family S, years and documents: lawful mentions of other years, and the mends."""

from dataclasses import replace

import pytest

from core.checks import catalogue
from core.checks.dates import own_year
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks.golden_structure import HEADINGS, adding, imported, lawful
from tests.examples import TEXTS


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


def period(words: str) -> Report:
    return lawful(preamble=f"根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为{words}。")


@pytest.mark.parametrize(
    "words",
    [
        "2024年1月1日至2024年12月31日",
        "2024年1月1日至12月31日",
        "2024 年 1 月 1 日起至 2024 年 12 月 31 日止",
        "2024年1月1日—12月31日",
        "2024年01月01日-2024年12月31日",
        "2024年1月1日至同年12月31日",
    ],
)
def test_the_whole_year_is_lawful_however_it_is_written(words: str) -> None:
    assert said("S06", period(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "2023年1月1日至2023年12月31日",
        "2024年1月1日至2025年12月31日",
        "2024年1月1日至12月30日",
        "20241月1日至2024年12月31日",
        "2024  1  1  日至 2024  12  31  日",
        "2024年1月1日至2024年11月31日",
    ],
)
def test_another_period_is_an_error_with_the_right_one_in_its_place(words: str) -> None:
    (finding,) = said("S06", period(words))
    assert (finding.severity, finding.replacement) == (Severity.ERROR, "2024年1月1日至2024年12月31日")
    text = "根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为"
    assert (finding.start, finding.excerpt) == (len(text), words)


def test_an_organ_set_up_within_the_year_may_begin_later() -> None:
    assert [f.severity for f in said("S06", period("2024年5月8日至2024年12月31日"))] == [Severity.WARNING]


def test_other_stretches_of_time_are_no_statistics() -> None:
    assert said("S06", adding("根据统计数据，2024年3月1日至2024年5月31日开展了宣传。")) == []


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("国办公开办函〔2021〕30号", False),
        ("国办公开办函〔2019〕60号", True),
        ("国办发〔2021〕30号", True),
        ("国办公开办函〔2016〕201号", True),
        ("青政办函〔2024〕5号", False),
        ("国办函〔2020〕109号", False),
    ],
)
def test_the_basis_must_be_the_form_in_force(number: str, *, wrong: bool) -> None:
    preamble = f"根据年度报告格式的通知（{number}）编制，统计期限为2024年1月1日至2024年12月31日。"
    assert [f.replacement for f in said("S07", lawful(preamble=preamble))] == ["国办公开办函〔2021〕30号"] * wrong


def test_the_old_basis_may_stand_beside_the_right_one_and_in_its_own_years() -> None:
    old = TEXTS["preamble"].replace("〔2021〕30号", "〔2019〕60号")
    assert said("S07", lawful(preamble=f"{TEXTS['preamble']}原国办公开办函〔2019〕60号不再执行。")) == []
    assert said("S07", replace(lawful(preamble=old), year=2020)) == []


@pytest.mark.parametrize(
    ("preamble", "severity"),
    [
        ("根据《年度报告格式》（国办公开办函〔2021〕13号）编制。", Severity.ERROR),
        ("根据《年度报告格式》的通知（国办公开办函〔2022〕30号）编制。", Severity.ERROR),
        ("根据国办公开办函〔2012〕30号文件编制。", Severity.WARNING),
        ("根据国办公开办函〔2021〕3号文件编制。", Severity.WARNING),
    ],
)
def test_a_slip_in_the_number_of_the_form_is_told(preamble: str, severity: Severity) -> None:
    (finding,) = said("S07", lawful(preamble=preamble))
    assert (finding.severity, finding.replacement) == (severity, "国办公开办函〔2021〕30号")


@pytest.mark.parametrize(
    "preamble",
    [
        "依照国办公开办函〔2016〕14号文件和条例编制。",
        "根据《年度报告格式》（国办公开办函〔2021〕30号）和国办公开办函〔2021〕13号文件编制。",
        "根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。",
        "根据《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）和《青禾省实施办法》（省政府令第92号）编制。",
    ],
)
def test_other_documents_may_be_cited(preamble: str) -> None:
    assert said("S07", lawful(preamble=preamble)) == []


@pytest.mark.parametrize("number", ["国务院令第492号", "国务院第117号令"])
def test_the_number_of_the_regulation_is_known(number: str) -> None:
    (finding,) = said("S07", lawful(preamble=f"根据《中华人民共和国政府信息公开条例》（{number}）编制。"))
    assert (finding.severity, "711" in (finding.replacement or "")) == (Severity.WARNING, True)


def test_the_regulation_has_its_name() -> None:
    (finding,) = said("S08", adding("落实《中华人民共和国政务信息公开条例》。"))
    assert finding.replacement == "《中华人民共和国政府信息公开条例》"


def test_where_the_texts_agree_against_an_imported_title_the_title_is_wrong() -> None:
    title = HEADINGS["title"].replace("2024", "2023")
    wrong = replace(imported({"title": title}), year=2023)
    assert own_year(wrong) == 2024
    assert {finding.code for finding in catalogue.run(wrong).findings} == {"S01"}


def test_the_year_on_the_cover_of_a_draft_holds_against_last_years_texts() -> None:
    draft = replace(lawful(), year=2025)
    assert own_year(draft) == 2025
    assert {finding.code for finding in catalogue.run(draft).findings} >= {"S06", "S18"}


@pytest.mark.parametrize(
    "words", ["报告期为2023年1月1日至2024年12月31日", "统计期限从2024年1月1日起，到2024年11月30日止"]
)
def test_a_period_is_read_however_it_is_introduced(words: str) -> None:
    (finding,) = said("S06", lawful(preamble=f"根据《中华人民共和国政府信息公开条例》编制本报告，{words}。"))
    assert finding.severity is Severity.ERROR

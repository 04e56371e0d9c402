"""Family S, sections and tables: where the rules must stay silent, and what weighs how much."""

from dataclasses import replace

import pytest

from core.checks import catalogue
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.form import F2019, F2021
from core.report import OrgType, Report
from tests.core.checks.golden_structure import HEADINGS, imported, lawful
from tests.examples import TEXTS, filled


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


def test_a_lawful_report_is_lawful_as_written_and_as_imported() -> None:
    assert catalogue.run(lawful()) == Verdict((), ())
    assert catalogue.run(imported()) == Verdict((), ())


def test_tables_that_came_alone_are_not_judged_by_the_texts_they_lack() -> None:
    assert catalogue.run(replace(filled(), headings={"title": HEADINGS["title"]})) == Verdict((), ())


def test_a_text_that_breaks_off_is_told_once_and_not_section_by_section() -> None:
    headings = {key: words for key, words in HEADINGS.items() if key not in {"s4", "s5", "s6"}}
    report = replace(lawful(s5="", s6=""), headings=headings)
    (finding,) = catalogue.run(report).findings
    assert (finding.code, finding.severity, finding.section) == ("S10", Severity.WARNING, "s3")


@pytest.mark.parametrize(
    "words",
    ["一、 总体情况", "一、总体情况。", "第一部分 总体情况", "一.总体情况："],
)
def test_headings_that_differ_in_marks_only_are_those_of_the_form(words: str) -> None:
    assert catalogue.run(imported({"s1": words})) == Verdict((), ())


def test_another_accepted_wording_is_no_more_than_a_hint_with_the_standard_in_its_place() -> None:
    report = imported({"s4": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"})
    (finding,) = catalogue.run(report).findings
    assert (finding.code, finding.severity) == ("S12", Severity.HINT)
    assert finding.replacement == "四、政府信息公开行政复议、行政诉讼情况"


def test_two_sections_that_changed_places_are_an_error() -> None:
    headings = {key: HEADINGS[key] for key in ("title", "s1", "s3", "s2", "s4", "s5", "s6")}
    (finding,) = said("S11", replace(lawful(), headings=headings))
    assert (finding.severity, finding.section) == (Severity.ERROR, "s2")
    assert finding.message == "“二、主动公开政府信息情况”的位置不对，应按一至六的顺序排列。"


def test_headings_without_ordinals_are_not_judged_by_their_order() -> None:
    headings = {key: HEADINGS[key].split("、", 1)[-1] for key in ("s1", "s3", "s2", "s4", "s5", "s6")}
    assert said("S11", replace(lawful(), headings=headings)) == []


def test_a_preamble_within_the_overview_is_told_so() -> None:
    (finding,) = said("S09", imported(preamble="", s1=f"{TEXTS['preamble']}\n{TEXTS['s1']}"))
    assert finding.message == "前言（编制依据、统计期限）写在了“一、总体情况”里面，应放在它的前面。"


def test_a_preamble_without_the_period_is_a_hint() -> None:
    report = lawful(preamble="根据《中华人民共和国政府信息公开条例》编制本报告。")
    assert [finding.severity for finding in said("S09", report)] == [Severity.HINT]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("无", Severity.ERROR),
        ("（无）", Severity.ERROR),
        ("None", Severity.ERROR),
        ("不够好。", Severity.ERROR),
        ("我局不存在需要报告的主要问题。", Severity.WARNING),
        ("一是公开不够及时；二是解读形式单一，将改进。", None),
    ],
)
def test_section_five_must_say_something(text: str, weight: Severity | None) -> None:
    assert [finding.severity for finding in said("S15", lawful(s5=text))] == ([weight] if weight else [])


def test_section_six_may_say_that_there_is_nothing() -> None:
    assert said("S15", lawful(s6="无")) == []


def test_what_is_not_written_yet_is_no_more_than_a_hint_while_the_clerk_types() -> None:
    report = Report(unit="青禾县林业局", year=2024, texts={"s1": "2024年"})
    weights = {f.severity for f in catalogue.run(report, typing=True).findings if f.code.startswith("S")}
    assert weights == {Severity.HINT}


@pytest.mark.parametrize("kind", [OrgType.DEPARTMENT, OrgType.TOWNSHIP, OrgType.GOVERNMENT_OFFICE])
def test_only_governments_must_tell_of_assessment(kind: OrgType) -> None:
    report = replace(lawful(s1=TEXTS["s1"].replace("工作考核和社会评议", "检查")), org_type=kind)
    assert said("S14", report) == []


@pytest.mark.parametrize("year", [2019, 2020])
def test_the_old_form_was_lawful_in_its_time(year: int) -> None:
    assert said("S24", replace(Report(F2019, "青禾县林业局", year), texts=TEXTS)) == []


def test_a_heading_without_its_ordinal_among_numbered_ones_is_a_hint() -> None:
    (finding,) = said("S11", imported({"s3": "收到和处理政府信息公开申请情况"}))
    assert (finding.severity, finding.replacement) == (Severity.HINT, "三、收到和处理政府信息公开申请情况")
    unnumbered = {section.id: section.title for section in F2021.sections}
    assert said("S11", imported(unnumbered)) == []


@pytest.mark.parametrize(("words", "told"), [("等六部分组成", False), ("等五部分组成", True), ("共七个部分", True)])
def test_the_preamble_counts_six_parts(words: str, *, told: bool) -> None:
    assert bool(said("S11", lawful(preamble=f"{TEXTS['preamble']}本报告由总体情况{words}。"))) is told


FOUR = "（一）主动公开。公开3条。\n（二）依申请公开。收到申请。\n（三）信息管理。完善。\n（四）平台建设。培训、检查。"


@pytest.mark.parametrize(
    ("overview", "weights"),
    [
        (FOUR, [Severity.WARNING]),
        (f"{FOUR}\n（五）监督保障。举办培训。", []),
        (f"{FOUR}监督保障有力。", []),
        (FOUR.replace("（三）信息管理。", "（三）目录情况。"), [Severity.HINT]),
        ("公开信息，办理申请，管理目录，建设平台，开展培训。", []),
    ],
)
def test_where_the_aspects_have_headings_each_has_one(overview: str, weights: list[Severity]) -> None:
    assert [finding.severity for finding in said("S13", lawful(s1=overview))] == weights


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("公开不够及时。下一步加强培训。", 0),
        ("本年度的公开工作取得了较好的成绩，得到了各方的好评。", 2),
        ("公开的内容不够丰富，更新不够及时，解读形式单一。", 1),
    ],
)
def test_section_five_tells_of_problems_and_of_mending(text: str, count: int) -> None:
    assert [finding.severity for finding in said("S15", lawful(s5=text))] == [Severity.HINT] * count

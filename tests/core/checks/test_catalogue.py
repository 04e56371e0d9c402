"""The catalogue as a whole: every rule has its example, lawful reports pass, one wrong cell is found."""

import re
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import checks, edits
from core.cells import CellId, number
from core.checks import catalogue
from core.checks.register import Rule, Verdict
from core.finding import Finding, Severity, Undecided
from core.form import F2021
from core.report import Report
from tests.core.checks.example import Example
from tests.core.checks.golden import BALANCED, EXAMPLES
from tests.examples import TYPED, as_imported, carried, column, filled
from tests.strategies import balanced_reports, full_reports, reports, typings


def codes(verdict: Verdict) -> set[str]:
    return {finding.code for finding in verdict.findings}


# ---------------------------------------------------------------- golden words


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_the_smallest_report_that_breaks_a_rule_gets_these_words(example: Example) -> None:
    said = [finding.message for finding in catalogue.run(example.report).findings if finding.code == example.code]
    assert said == [example.words]


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    by_own_list = {"S28"}  # speaks only where the user sets a limit: test_wording.py
    assert {rule.code for rule in catalogue.RULES} - by_own_list == {example.code for example in EXAMPLES}


def test_every_rule_of_every_family_is_run_under_a_code_of_its_own() -> None:
    modules = [import_module(f"core.checks.{module.name}") for module in iter_modules(checks.__path__)]
    declared = [
        rule.code
        for family in modules
        if family is not catalogue
        for rule in vars(family).values()
        if isinstance(rule, Rule)
    ]
    assert sorted(declared) == [rule.code for rule in catalogue.RULES]
    assert len(set(declared)) == len(declared)


def test_the_rules_of_families_c_a_and_y_are_complete() -> None:
    wanted = [f"A{n:02}" for n in range(1, 11)] + [f"C{n:02}" for n in range(1, 10)] + ["Y01", "Y02", "Y03"]
    assert {rule.code for rule in catalogue.RULES} >= set(wanted)


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.code)
def test_every_rule_names_its_source_first(rule: Rule) -> None:
    assert len(rule.source) > 10
    assert re.search(r"〔\d{4}〕|domain\.md|条例", rule.source)


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.code)
def test_every_rule_tells_the_clerk_in_one_short_chinese_line_what_it_expects(rule: Rule) -> None:
    assert 6 <= len(rule.words) <= 40
    assert not rule.words.endswith("。")
    assert not re.search(r"[a-z]{2,}|[,;:()]", rule.words)
    assert rule.family


def test_no_two_rules_have_the_same_words() -> None:
    assert len({rule.words for rule in catalogue.RULES}) == len(catalogue.RULES)


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.code)
def test_every_rule_of_errors_and_no_other_says_why_no_lawful_report_breaks_it(rule: Rule) -> None:
    assert (len(rule.why) > 20) is (rule.severity is Severity.ERROR)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_every_message_is_one_plain_chinese_text(example: Example) -> None:
    assert example.words.endswith(("。", "？"))
    assert len(example.words) < 100
    ours = re.sub("“[^”]*”", "", example.words)  # what is quoted is the report's
    assert not re.search(r"[a-z]{2,}|E\+|[,;:()]", ours)


# ---------------------------------------------------------------- what lawful reports get


def test_a_report_of_nothing_but_0_is_lawful() -> None:
    assert catalogue.run(filled()) == Verdict((), ())


def test_a_balanced_report_is_lawful_as_typed_and_as_imported() -> None:
    assert catalogue.run(BALANCED) == Verdict((), ())
    assert catalogue.run(as_imported(BALANCED)) == Verdict((), ())


@given(balanced_reports())
@settings(max_examples=40)
def test_any_balanced_report_has_no_finding(report: Report) -> None:
    assert catalogue.run(report).findings == ()
    assert catalogue.run(as_imported(report)).findings == ()


@given(full_reports())
@settings(max_examples=40)
def test_computed_totals_are_never_found_wrong(report: Report) -> None:
    assert codes(catalogue.run(report)) & {"A01", "A02", "A04"} == set()


@given(reports())
@settings(max_examples=100)
def test_no_report_whatever_makes_a_rule_fall(report: Report) -> None:
    verdict = catalogue.run(report)
    assert all(finding.code and finding.message for finding in verdict.findings)
    assert all(cell in F2021.cells for finding in verdict.findings for cell in finding.cells)


@given(st.sampled_from(TYPED), typings)
@settings(max_examples=100)
def test_whatever_is_typed_for_a_number_gets_an_answer_at_its_cell(cell: CellId, raw: str) -> None:
    report = edits.set_cell(as_imported(BALANCED), cell, raw)
    about = {finding.code for finding in catalogue.run(report).of_cell(cell)}
    assert about & {"C01", "C02", "C05", "C06"} or report.value(cell) is not None


# ---------------------------------------------------------------- blanks


def test_blanks_are_undecided_and_never_pass() -> None:
    verdict = catalogue.run(filled({"t3.granted.natural": ""}))
    assert codes(verdict) == {"C01"}
    assert verdict.undecided == (Undecided("A03", (CellId("t3.granted.natural"),), "“自然人”还有 1 格不是数字。"),)


def test_an_empty_report_is_undecided_in_every_column() -> None:
    verdict = catalogue.run(Report())
    assert [finding.message for finding in verdict.findings] == [
        f"【{table}】还没有填写。没有发生的请填 0，不要留空。" for table in ("表二", "表三", "表四")
    ]
    assert len([undecided for undecided in verdict.undecided if undecided.code == "A03"]) == 6
    assert len([undecided for undecided in verdict.undecided if undecided.code == "A09"]) == 2


def test_a_mark_for_not_applicable_is_undecided_as_well() -> None:
    verdict = catalogue.run(filled({"t3.granted.natural": "/"}))
    assert {undecided.code for undecided in verdict.undecided} == {"A03"}


# ---------------------------------------------------------------- weight and order


def test_an_empty_cell_is_only_a_hint_while_the_clerk_types() -> None:
    report = filled({"t3.granted.natural": ""} | column("business", new=1))
    weights = {finding.code: finding.severity for finding in catalogue.run(report, typing=True).findings}
    assert weights == {"C01": Severity.HINT, "A08": Severity.ERROR}
    assert {finding.severity for finding in catalogue.run(report).findings} == {Severity.ERROR}


def test_findings_stand_heaviest_first_then_in_the_order_of_the_form() -> None:
    report = filled(
        column("research", new=1)
        | column("natural", new=2)
        | {"t2.normative_docs.issued": "02", "t2.normative_docs.in_force": 2, "t4.review.upheld": "/"}
    )
    assert [(f.code, f.cells[0]) for f in catalogue.run(report).findings] == [
        ("A08", "t3.new_requests.natural"),
        ("A08", "t3.new_requests.research"),
        ("C02", "t4.review.upheld"),
        ("C09", "t2.normative_docs.issued"),
    ]


# ---------------------------------------------------------------- one damaged cell


def damaged(report: Report, cell: CellId, value: int) -> Report:
    return replace(report, typed={**report.typed, cell: number(value)})


@given(balanced_reports(), st.sampled_from([cell for cell in TYPED if cell.startswith("t3.")]), st.integers(0, 999))
@settings(max_examples=60)
def test_one_damaged_cell_of_table_3_is_pointed_at(report: Report, cell: CellId, value: int) -> None:
    right = report.value(cell)
    said = catalogue.run(damaged(as_imported(report), cell, value)).findings
    if value == right:
        assert said == ()
        return
    sums = [finding for finding in said if finding.code in {"A01", "A02", "A03"}]
    assert {finding.suspect for finding in sums} == {cell}
    assert {finding.remedy for finding in sums} == {f"{right:f}"}
    assert [finding.suspect for finding in said if finding.code == "A05"] == [cell]


@given(balanced_reports(), st.sampled_from([cell for cell in TYPED if cell.startswith("t4.")]), st.integers(0, 999))
@settings(max_examples=30)
def test_one_damaged_cell_of_table_4_is_found_in_its_group(report: Report, cell: CellId, value: int) -> None:
    said = catalogue.run(damaged(as_imported(report), cell, value)).findings
    wrong: list[Finding] = [finding for finding in said if finding.code == "A04"]
    assert [cell in finding.cells for finding in wrong] == ([] if value == report.value(cell) else [True])


def test_a_text_still_to_be_brought_up_to_date_is_only_hinted_at_while_typing() -> None:
    draft = carried(replace(filled(), texts={"s1": "全年新收政府信息公开申请9件。工作有序。"}), "s1")
    assert said_of_new_requests(draft, typing=True) == [Severity.HINT]
    confirmed = edits.confirm_sentence(draft, "s1", "全年新收政府信息公开申请9件。")
    assert said_of_new_requests(confirmed, typing=True) == [Severity.ERROR]
    touched = edits.set_text(draft, "s1", "全年新收政府信息公开申请8件。工作有序。")
    assert said_of_new_requests(touched, typing=True) == [Severity.ERROR]
    assert said_of_new_requests(draft, typing=False) == [Severity.ERROR]


def said_of_new_requests(report: Report, *, typing: bool) -> list[Severity]:
    return [each.severity for each in catalogue.run(report, typing=typing).findings if each.code == "N01"]


def test_a_rule_that_the_unit_switched_off_does_not_judge() -> None:
    report = replace(filled(), texts={"s1": "全年新收政府信息公开申请9件。"})
    off = edits.switch_rule(report, "N01", on=False)
    assert said_of_new_requests(report, typing=False) == [Severity.ERROR]
    assert said_of_new_requests(off, typing=False) == []
    assert said_of_new_requests(edits.switch_rule(off, "N01", on=True), typing=False) == [Severity.ERROR]

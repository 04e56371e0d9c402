"""The sums of a report as the 校核单 tells them."""

from dataclasses import replace

from core.checks import catalogue
from core.exporters.check_sums import EXPLAINED, Reckoned, reckoned
from core.form import F2021
from core.report import Report
from tests.examples import column, filled


def sums(report: Report, words: str) -> dict[str, Reckoned]:
    (found,) = [each for name, each in reckoned(report, catalogue.run(report)) if words in name]
    return {each.subject: each for each in found}


def test_each_column_is_written_with_both_sides_and_whether_they_are_even() -> None:
    found = sums(filled(column("natural", new=3, carried_in=1, granted=2, forward=1)), "本年新收 + 上年结转")
    assert found["自然人"] == Reckoned("自然人", "3 + 1 = 4", "2 + 1 = 3", "1", "不平")
    assert found["商业企业"] == Reckoned("商业企业", "0 + 0 = 0", "0 + 0 = 0", "0", "平")


def test_a_sum_with_a_blank_is_neither_even_nor_uneven() -> None:
    found = sums(filled({"t3.new_requests.natural": ""}), "本年新收 + 上年结转")
    assert found["自然人"] == Reckoned("自然人", "有 1 格没有数", "0 + 0 = 0", "", "无法判断")


def test_a_printed_total_is_judged_as_printed_and_many_terms_are_told_by_their_sum() -> None:
    found = sums(filled(column("natural", new=2, granted=2), {"t3.total_handled.natural": 5}), "（一）至（六）")
    assert (found["自然人"].left, found["自然人"].right) == ("21 项相加 = 2", "5")
    assert (found["自然人"].apart, found["自然人"].outcome) == ("3", "不平")


def test_a_sum_that_is_uneven_for_a_reason_says_so() -> None:
    report = filled(column("natural", new=3, granted=2))
    (finding,) = catalogue.run(report).findings
    found = sums(replace(report, reasons={finding.occasion: "一件申请年底并案办理"}), "本年新收 + 上年结转")
    assert (found["自然人"].apart, found["自然人"].outcome) == ("1", EXPLAINED)


def test_last_years_carry_over_that_differs_for_a_reason_says_so() -> None:
    last = replace(filled(column("natural", new=3, granted=2, forward=1)), year=2023)
    report = replace(filled(), last_year=last)
    reasons = {each.occasion: "职能划转" for each in catalogue.run(report).findings if each.code in {"Y01", "Y03"}}
    found = sums(replace(report, reasons=reasons), "与上年对照")
    assert found["自然人"].outcome == EXPLAINED


def test_every_equation_of_the_form_is_there() -> None:
    assert sum(len(each) for _, each in reckoned(filled(), catalogue.run(filled()))) == len(F2021.equations)


def test_last_years_carry_over_is_laid_beside_this_years() -> None:
    last = filled(column("natural", new=3, granted=2, forward=1))
    report = replace(filled(), last_year=last)
    found = sums(report, "与上年对照")
    assert found["自然人"] == Reckoned("自然人", "1", "0", "1", "不平")

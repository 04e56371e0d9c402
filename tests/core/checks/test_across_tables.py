"""Family X: what a lawful report may well have."""

from dataclasses import replace

import pytest

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.form import F2019
from core.report import OrgType, Report
from tests.core.checks.example import after, written
from tests.examples import column, filled

FEE = "t2.admin_fees.amount_wan"


def said(report: Report) -> list[str]:
    return [finding.code for finding in catalogue.run(report).findings if finding.code.startswith("X")]


REQUESTS = column("natural", new=9, granted=9)


@pytest.mark.parametrize("amount", ["0.223", "0.22", "5", "0.3"])
def test_a_fee_within_the_amount_of_table_2_is_lawful_also_when_rounded(amount: str) -> None:
    assert said(written("收取信息处理费2230元。", REQUESTS | {FEE: amount}, "s6")) == []


def test_no_fee_in_the_text_says_nothing_of_other_charges() -> None:
    assert said(written("未收取信息处理费。", {FEE: "300"}, "s6")) == []


def test_a_fee_of_last_year_is_not_compared() -> None:
    assert said(written("2023年收取信息处理费2230元。", REQUESTS, "s6")) == []


def test_an_amount_that_is_missing_leaves_the_fee_undecided() -> None:
    verdict = catalogue.run(written("收取信息处理费2230元。", REQUESTS | {FEE: ""}, "s6"))
    assert [one.cells for one in verdict.undecided if one.code == "X01"] == [(CellId(FEE),)]


def test_a_fee_that_nobody_paid_is_no_contradiction() -> None:
    unpaid = column("natural", new=2) | {"t3.other_unpaid_fee.natural": 2}
    assert said(written("未收取信息处理费。", unpaid, "s6")) == []
    assert said(written("发出收费通知2份，未收取信息处理费。", unpaid, "s6")) == []


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("云溪市人民政府", None),
        ("云溪省人民政府", None),
        ("国家某某局", OrgType.DEPARTMENT),
        ("云溪自治区人民政府", None),
    ],
)
def test_who_may_make_rules_has_them(unit: str, kind: OrgType | None) -> None:
    report = edits.set_org_type(edits.set_unit(filled({"t2.regulations.in_force": 6}), unit), kind)
    assert said(report) == []


@pytest.mark.parametrize("unit", ["云溪县人民政府", "云溪市青禾区人民政府", "青禾镇人民政府", "云溪市水务局"])
def test_who_may_not_make_rules_is_asked(unit: str) -> None:
    assert said(edits.set_unit(filled({"t2.regulations.in_force": 6}), unit)) == ["X04"]


def test_all_of_last_years_requests_closed_is_lawful() -> None:
    assert said(filled(column("natural", carried_in=4, granted=4))) == []


def test_a_few_carried_forward_are_lawful() -> None:
    assert said(filled(column("natural", new=5, forward=5))) == []


def test_many_requests_with_many_carried_forward_are_lawful() -> None:
    assert said(filled(column("natural", new=90, granted=60, forward=30))) == []


def test_appeals_beside_requests_are_lawful() -> None:
    assert said(filled(REQUESTS | {"t4.review.upheld": 1})) == []


def test_reviews_of_requests_of_two_years_are_lawful() -> None:
    last = filled(column("natural", new=9, granted=9))
    assert said(after(last, filled(column("natural", new=2, granted=2) | {"t4.review.upheld": 7}))) == []


def test_a_few_decisions_may_well_become_none() -> None:
    assert said(after(filled({"t2.licensing.decisions": 9}), filled())) == []


def test_a_fee_told_by_a_text_that_is_still_last_years_is_not_compared() -> None:
    report = written("收取信息处理费2230元。", REQUESTS, "s6")
    assert said(edits.carry_over(report)) == []


def test_a_form_that_counts_no_decisions_loses_none() -> None:
    assert said(replace(Report(form=F2019, year=2020), last_year=Report(form=F2019, year=2019))) == []


def test_the_fees_of_a_whole_city_are_no_fees_of_one_office() -> None:
    report = written("全市共收取信息处理费9000元。", REQUESTS | {FEE: "0.1"}, "s6")
    assert said(edits.set_unit(report, "青禾市林业局")) == []
    assert said(edits.set_unit(report, "青禾市人民政府")) == ["X01"]


def test_an_amount_in_yuan_that_stands_in_the_table_as_it_is_is_told() -> None:
    report = written("全年收取信息处理费1730元。", REQUESTS | {FEE: "1730"}, "s6")
    assert said(report) == ["X01"]

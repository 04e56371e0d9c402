"""What the 图解 says of its numbers."""

from dataclasses import replace

import pytest

from core.cells import CellId
from core.exporters.picture import wording
from core.exporters.picture.figures import Bar, bar
from core.report import Report
from tests.examples import TYPED, column, entries, filled

ROWS = ("new_requests", "carried_in", "granted", "carried_forward")
NAMES = {"natural": "自然人", "business": "商业企业", "research": "科研机构"}


BEFORE = replace(filled(), year=2023)


def asked(report: Report) -> tuple[Bar, ...]:
    return tuple(bar(report, name, CellId(f"t3.new_requests.{key}")) for key, name in NAMES.items())


def said(**numbers: str | int) -> str:
    report = filled({f"t3.new_requests.{key}": number for key, number in numbers.items()})
    return wording.most("新收", bar(report, "", CellId("t3.new_requests.total")).now, asked(report))


def total(report: Report, row: str) -> Bar:
    return bar(report, row, CellId(f"t3.{row}.total"))


def test_the_greatest_part_is_named() -> None:
    assert said(natural=5, business=2) == "新收7件，自然人最多"
    assert said(natural=5) == "新收5件，全部是自然人"
    assert said(natural=2, business=2, research=1) == "新收5件，自然人和商业企业最多"


def test_nothing_is_called_the_greatest_that_is_not_plainly_so() -> None:
    assert said(natural=2, business=2, research=2) == "新收6件"
    assert said() == "新收0件"
    assert said(natural=5, business="") == "新收未填全"


def test_the_change_since_last_year_is_told_with_its_direction() -> None:
    last = filled(column("natural", new=4))
    for now, words in ((7, "比上年多3件"), (1, "比上年少3件"), (4, "与上年相同")):
        report = replace(filled(column("natural", new=now)), last_year=last)
        assert wording.changed(total(report, "new_requests"), "上年") == words
    blank = replace(filled({"t3.new_requests.natural": ""}), last_year=last)
    assert wording.changed(total(blank, "new_requests"), "上年") == ""


@pytest.mark.parametrize(("year", "name"), [(2023, "上年"), (None, "上年"), (2021, "2021年")])
def test_a_report_of_another_year_is_not_called_last_years(year: int | None, name: str) -> None:
    report = replace(filled(), last_year=replace(filled(), year=year))
    assert wording.name_before(report) == name
    assert wording.name_before(filled()) == ""


def test_what_came_equals_what_went_only_where_it_does() -> None:
    for granted, sign in ((5, "＝"), (4, "≠")):
        report = filled(column("natural", new=4, carried_in=2, granted=granted, forward=1))
        came, went = ([total(report, row) for row in rows] for rows in (ROWS[:2], ("total_handled", ROWS[3])))
        assert wording.signs(came, went) == ("＋", sign, "＋")
    blank = filled({"t3.carried_in.natural": ""})
    came = [total(blank, row) for row in ROWS[:2]]
    assert wording.signs(came, came) == ("", "", "")


def test_a_table_without_a_number_or_with_nothing_but_0_has_a_sentence() -> None:
    def said(report: Report) -> str:
        return wording.instead_of_table(report, "t3", "本年没有申请", "也没有")

    assert said(Report()) == "表三还没有填写。"
    assert said(filled()) == "本年没有申请。"
    assert said(replace(filled(), last_year=BEFORE)) == "本年没有申请；上年也没有。"
    assert said(Report(typed=entries(dict.fromkeys(TYPED, "/")))) == "表三里没有数。"
    assert said(filled(column("natural", new=1))) == ""


def test_last_years_numbers_are_not_hidden_behind_the_noughts_of_this_year() -> None:
    report = replace(filled(), last_year=replace(filled(column("natural", new=1, granted=1)), year=2023))
    assert wording.instead_of_table(report, "t3", "本年没有申请", "也没有") == ""


def test_bars_that_would_show_nothing_have_a_sentence() -> None:
    noughts = "自然人、商业企业、科研机构都是0件"
    assert wording.instead_of_bars(asked(filled()), "") == f"{noughts}。"
    assert wording.instead_of_bars(asked(replace(filled(), last_year=BEFORE)), "上年") == f"{noughts}，上年也都是0。"
    assert wording.instead_of_bars(asked(Report()), "") == "还没有填写。"
    assert wording.instead_of_bars(asked(filled(column("natural", new=1))), "") == ""


def test_an_amount_of_both_years_is_spelled_out() -> None:
    fees = CellId("t2.admin_fees.amount_wan")
    report = filled({fees: "1.50"})
    assert wording.spelled(bar(report, "收费", fees), "", "万元") == "收费：本年1.50万元。"
    both = replace(report, last_year=BEFORE)
    assert wording.spelled(bar(both, "收费", fees), "上年", "万元") == "收费：本年1.50万元，上年0万元。"

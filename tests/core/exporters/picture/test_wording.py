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
    assert said(natural=5, business=2) == "新收 7 件，自然人最多，5 件"
    assert said(natural=5) == "新收 5 件，全部是自然人"
    assert said(natural=2, business=2, research=1) == "新收 5 件，自然人和商业企业最多，各 2 件"


def test_nothing_is_called_the_greatest_that_is_not_plainly_so() -> None:
    assert said(natural=2, business=2, research=2) == "新收 6 件"
    assert said() == "新收 0 件"
    assert said(natural=5, business="") == "新收 未填全"


def test_the_change_since_last_year_is_told_with_its_direction() -> None:
    last = filled(column("natural", new=4))
    for now, words in ((7, "比上年多 3 件"), (1, "比上年少 3 件"), (4, "与上年相同")):
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
    what = "申请"
    assert wording.instead_of_table(Report(), "t3", what) == "表三还没有填写。"
    assert wording.instead_of_table(filled(), "t3", what) == "申请，本年都是 0。"
    assert wording.instead_of_table(replace(filled(), last_year=BEFORE), "t3", what) == "申请，本年和上年都是 0。"
    strokes = Report(typed=entries(dict.fromkeys(TYPED, "/")))
    assert wording.instead_of_table(strokes, "t3", what) == "表三里没有数。"
    assert wording.instead_of_table(filled(column("natural", new=1)), "t3", what) == ""


def test_last_years_numbers_are_not_hidden_behind_the_noughts_of_this_year() -> None:
    report = replace(filled(), last_year=replace(filled(column("natural", new=1, granted=1)), year=2023))
    assert wording.instead_of_table(report, "t3", "申请") == ""


def test_bars_that_would_show_nothing_have_a_sentence() -> None:
    assert wording.instead_of_bars(asked(filled()), "", "件") == "本年都是 0 件。"
    both = replace(filled(), last_year=BEFORE)
    assert wording.instead_of_bars(asked(both), "上年", "件") == "本年和上年都是 0 件。"
    assert wording.instead_of_bars(asked(Report()), "", "件") == "本年还没有填写。"
    assert wording.instead_of_bars(asked(filled(column("natural", new=1))), "", "件") == ""

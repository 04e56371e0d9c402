"""Dates of article 49, counted from a day that the test names."""

from datetime import date, timedelta

import pytest

from core.deadlines import LONGEST_OVERDUE, NO_DATE, deadline, today, words
from core.report import OrgType

DEPARTMENT, GOVERNMENT = OrgType.DEPARTMENT, OrgType.GOVERNMENT


def test_departments_have_until_the_31st_of_january_of_the_following_year() -> None:
    found = deadline(DEPARTMENT, 2026, date(2027, 1, 19))
    assert found is not None
    assert (found.day, found.left) == (date(2027, 1, 31), 12)
    assert found.words == "还有 12 天（1月31日前报送并公布）"


def test_governments_have_until_the_31st_of_march() -> None:
    assert words(GOVERNMENT, 2026, date(2027, 1, 19)) == "还有 71 天（3月31日前公布）"


def test_a_leap_year_has_its_29th_of_february() -> None:
    assert words(GOVERNMENT, 2027, date(2028, 2, 28)) == "还有 32 天（3月31日前公布）"


def test_the_last_day_itself_is_said_to_be_today() -> None:
    assert words(DEPARTMENT, 2026, date(2027, 1, 31)) == "今天截止（1月31日前报送并公布）"


def test_a_date_that_has_passed_is_counted_for_a_while_and_then_let_rest() -> None:
    assert words(DEPARTMENT, 2026, date(2027, 2, 3)) == "已过 3 天（1月31日前报送并公布）"
    assert words(DEPARTMENT, 2026, date(2027, 1, 31) + timedelta(LONGEST_OVERDUE + 1)) == ""


@pytest.mark.parametrize(
    ("now", "close"),
    [(date(2027, 1, 20), False), (date(2027, 1, 21), True), (date(2027, 2, 2), True), (date(2028, 1, 1), False)],
)
def test_the_last_ten_days_and_the_time_after_are_close(now: date, close: bool) -> None:
    found = deadline(DEPARTMENT, 2026, now)
    assert found is not None
    assert found.is_close is close


@pytest.mark.parametrize("kind", [OrgType.TOWNSHIP, OrgType.GOVERNMENT_OFFICE, OrgType.OTHER])
def test_for_other_kinds_no_rule_names_a_date_and_none_is_made_up(kind: OrgType) -> None:
    assert deadline(kind, 2026, date(2027, 1, 19)) is None
    assert words(kind, 2026, date(2027, 1, 19)) == NO_DATE


def test_without_kind_or_year_nothing_is_said() -> None:
    assert words(None, 2026, date(2027, 1, 19)) == ""
    assert words(DEPARTMENT, None, date(2027, 1, 19)) == ""


def test_today_is_a_day_of_this_century() -> None:
    assert date(2020, 1, 1) < today() < date(2100, 1, 1)
